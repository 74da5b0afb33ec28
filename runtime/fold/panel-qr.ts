import { dot, follow1, follow2, lead2, lead3, productsOfEnds, productsWithEnds } from "./panel-loops.js";

/**
 * Folds rows into a triangular factor: given an upper-triangular R and more rows A, computes the
 * triangular factor of [R; A] by Householder reflections (Golub and Van Loan, Matrix Computations,
 * 4th ed., 5.1 and 5.2; this is the sequential form of TSQR: Demmel, Grigori, Hoemmen and Langou,
 * SIAM J. Sci. Comput. 34 (2012) A206).
 *
 * Reflection k maps (a; y), where a = R[k][k] and y is column k of the rows, to (beta; 0): H = I -
 * tau v v', v = (a - beta; y), beta = -sign(a) |(a; y)|, tau = 1 / (|beta| (|beta| + |a|)). Because
 * R is triangular, it changes only row k of R.
 *
 * Applying H to a column c gives c - w y, where w = tau ((a - beta) c_0 + y.c). The pass that
 * applies reflection k to the columns after k also computes the dot products of these columns with
 * column k + 1, which is then finished. So reflection k + 1 needs no extra pass for them.
 *
 * The last column is the right-hand side. It is reflected like the others, but not reduced itself:
 * what remains of it is the residual of the linear problem, whose length follows from the cost.
 */
export class PanelQr {
  /** Dot products of the right-hand side with every column, itself last; set by {@link measure}. */
  readonly withLast: Float64Array;
  /** Dot products of the column to be reduced next with itself and the columns after it. */
  private readonly dots: Float64Array;
  /** The factor w of each column. */
  private readonly weights: Float64Array;

  /** @param width number of columns, including the right-hand side */
  constructor(private readonly width: number) {
    this.withLast = new Float64Array(width);
    this.dots = new Float64Array(width);
    this.weights = new Float64Array(width);
  }

  /** Computes the dot products that {@link fold} starts from, and those of the right-hand side. */
  measure(columns: PanelColumns, rows: number): void {
    const last = this.width - 1;
    const c = columns[0] as Float64Array;
    const r = columns[last] as Float64Array;
    productsOfEnds(c, r, rows, this.dots, this.withLast);
    for (let j = 1; j < last; j++) {
      productsWithEnds(c, r, columns[j] as Float64Array, rows, j, this.dots, this.withLast);
    }
  }

  /**
   * Folds the rows last passed to {@link measure} into `R`. Overwrites the rows.
   * @param R (`width` - 1) x `width`, row-major; entries below the diagonal are neither read nor
   *   written
   * @param columns the rows, by column
   */
  fold(R: Float64Array, columns: PanelColumns, rows: number): void {
    const { width, dots, weights } = this;
    const count = width - 1;
    for (let k = 0; k < count; k++) {
      const row = k * width;
      let head = R[row + k] as number;
      let squares = head * head + (dots[k] as number);
      let unit = 1;
      if (!(squares > small && squares < large && (dots[k] as number) > tiny)) {
        const y = columns[k] as Float64Array;
        const largest = largestOf(y, rows);
        if (largest === 0) {
          // Nothing to reflect: H is the identity.
          if (k + 1 < count) this.products(columns, k + 1, rows);
          continue;
        }
        // Products could overflow or underflow. Scaling the column does not change its reflection.
        unit = powerOfTwoNear(Math.max(largest, Math.abs(head)));
        for (let i = 0; i < rows; i++) y[i] = (y[i] as number) / unit;
        head /= unit;
        this.products(columns, k, rows);
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
      if (k + 1 < count) this.apply(columns, k, rows);
    }
  }

  /** Dot products of column k with itself and the columns after it. */
  private products(columns: PanelColumns, k: number, rows: number): void {
    const y = columns[k] as Float64Array;
    for (let j = k; j < this.width; j++) this.dots[j] = dot(y, columns[j] as Float64Array, rows);
  }

  /**
   * Applies reflection k to the columns after it, of which there are at least two, and computes the
   * dot products for the next reflection.
   */
  private apply(columns: PanelColumns, k: number, rows: number): void {
    const { width, dots, weights } = this;
    const y = columns[k] as Float64Array;
    const p = columns[k + 1] as Float64Array;
    let j = k + 1;
    if (width - j >= 3) {
      lead3(y, p, columns[j + 1] as Float64Array, columns[j + 2] as Float64Array, weights, j, rows, dots);
      j += 3;
    } else {
      lead2(y, p, columns[j + 1] as Float64Array, weights, j, rows, dots);
      j += 2;
    }
    for (; j + 1 < width; j += 2)
      follow2(y, p, columns[j] as Float64Array, columns[j + 1] as Float64Array, weights, j, rows, dots);
    if (j < width) follow1(y, p, columns[j] as Float64Array, weights, j, rows, dots);
  }
}

/**
 * The columns of a panel, the right-hand side last. They are views, of which only the first `rows`
 * entries are used.
 */
export type PanelColumns = readonly Float64Array[];

/**
 * Between these limits of the square of its length, products of a column with others of almost any
 * size neither underflow nor overflow.
 */
const small = 1e-60;
const large = 1e60;
/** Below this, a sum of squares may have lost digits to underflow. */
const tiny = 1e-280;

function largestOf(column: Float64Array, rows: number): number {
  let largest = 0;
  for (let i = 0; i < rows; i++) largest = Math.max(largest, Math.abs(column[i] as number));
  return largest;
}

function powerOfTwoNear(x: number): number {
  return 2 ** Math.max(-1022, Math.min(1023, Math.floor(Math.log2(x))));
}
