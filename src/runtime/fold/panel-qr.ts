import { dot, follow1, follow2, lead2, lead3, productsOfEnds, productsWithEnds } from "./panel-loops.js";

/**
 * Folding rows into a triangular factor: given an upper-triangular R and further rows A, the triangular factor of [R; A],
 * by Householder reflections (Golub and Van Loan, Matrix Computations, 4th ed., 5.1 and 5.2; the sequential form of TSQR:
 * Demmel, Grigori, Hoemmen and Langou, SIAM J. Sci. Comput. 34 (2012) A206).
 *
 * Reflection k maps (a; y), with a = R[k][k] and y column k of the rows, onto (beta; 0): H = I - tau v v', v = (a - beta; y),
 * beta = -sign(a) |(a; y)|, tau = 1 / (|beta| (|beta| + |a|)). It touches of R row k alone, because R is triangular.
 *
 * Applying H to a column c takes c - w y with w = tau ((a - beta) c_0 + y.c). The pass that applies reflection k to the columns
 * after k also forms the products of column k + 1, just finished, with them: reflection k + 1 then needs no pass of its own.
 *
 * The last column is the right-hand side. It is reflected with the others, but not reduced itself: what is left of it is the
 * residual of the linear problem, whose length the cost tells.
 */
export class PanelQr {
  /** Products of the right-hand side with every column, itself the last, after {@link measure}. */
  readonly withLast: Float64Array;
  /** Products of the column of the next reflection with itself and those after it. */
  private readonly dots: Float64Array;
  /** The w of each column. */
  private readonly weights: Float64Array;

  /** @param width columns, the right-hand side included */
  constructor(private readonly width: number) {
    this.withLast = new Float64Array(width);
    this.dots = new Float64Array(width);
    this.weights = new Float64Array(width);
  }

  /** Forms the products that {@link fold} begins with, and those of the right-hand side, in one pass over each column. */
  measure(a: Float64Array, at: Int32Array, rows: number): void {
    const last = this.width - 1;
    productsOfEnds(a, at[0] as number, at[last] as number, rows, this.dots, this.withLast);
    for (let j = 1; j < last; j++) {
      productsWithEnds(a, at[0] as number, at[last] as number, at[j] as number, rows, j, this.dots, this.withLast);
    }
  }

  /**
   * Folds the rows last measured into `R` and destroys them.
   * @param R (`width` - 1) x `width`, row-major; below the diagonal nothing is read or written
   * @param a the rows, column j of them in `a[at[j] .. at[j] + rows)`
   */
  fold(R: Float64Array, a: Float64Array, at: Int32Array, rows: number): void {
    const { width, dots, weights } = this;
    const columns = width - 1;
    for (let k = 0; k < columns; k++) {
      const row = k * width;
      let head = R[row + k] as number;
      let squares = head * head + (dots[k] as number);
      let unit = 1;
      if (!(squares < huge && (dots[k] as number) > tiny)) {
        const y = at[k] as number;
        const largest = largestOf(a, y, rows);
        if (largest === 0) {
          // Nothing to reflect: H is the identity.
          if (k + 1 < columns) this.products(a, at, k + 1, rows);
          continue;
        }
        // Squares would overflow or vanish: the reflection of a multiple of the column is the same one.
        unit = powerOfTwoNear(Math.max(largest, Math.abs(head)));
        for (let i = y; i < y + rows; i++) a[i] = (a[i] as number) / unit;
        head /= unit;
        this.products(a, at, k, rows);
        squares = head * head + (dots[k] as number);
      }
      const norm = Math.sqrt(squares);
      const beta = head > 0 ? -norm : norm;
      const first = head - beta;
      const tau = 1 / (norm * (norm + Math.abs(head)));
      R[row + k] = beta * unit;
      for (let j = k + 1; j < width; j++) {
        const top = R[row + j] as number;
        const w = tau * (first * top + (dots[j] as number));
        weights[j] = w;
        R[row + j] = top - w * first;
      }
      if (k + 1 < columns) this.apply(a, at, k, rows);
    }
  }

  /** Products of column k with itself and the columns after it. */
  private products(a: Float64Array, at: Int32Array, k: number, rows: number): void {
    for (let j = k; j < this.width; j++) this.dots[j] = dot(a, at[k] as number, a, at[j] as number, rows);
  }

  /** Applies reflection k to the columns after it, of which there are two at least, and forms the products of the next. */
  private apply(a: Float64Array, at: Int32Array, k: number, rows: number): void {
    const { width, dots, weights } = this;
    const y = at[k] as number;
    const next = k + 1;
    const led = Math.min(width - next, 3);
    if (led === 3) lead3(a, y, at, weights, next, rows, dots);
    else lead2(a, y, at, weights, next, rows, dots);
    const p = at[next] as number;
    let j = next + led;
    for (; j + 1 < width; j += 2) follow2(a, y, p, at, weights, j, rows, dots);
    if (j < width) follow1(a, y, p, at[j] as number, weights[j] as number, rows, dots, j);
  }
}

/** Below the first the sum of squares may have lost digits to underflow, above the second products with it may overflow. */
const tiny = 1e-280;
const huge = 1e280;

function largestOf(a: Float64Array, from: number, count: number): number {
  let largest = 0;
  for (let i = from; i < from + count; i++) largest = Math.max(largest, Math.abs(a[i] as number));
  return largest;
}

function powerOfTwoNear(x: number): number {
  return 2 ** Math.max(-1022, Math.min(1023, Math.floor(Math.log2(x))));
}
