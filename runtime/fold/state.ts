import { lengthOf } from "../../math/index.js";
import { type PanelColumns, PanelQr } from "./panel-qr.js";

/**
 * Everything that a solver, the covariance and the convergence tests need to know about the rows
 * folded so far: the triangular factor of [J | r], the cost and its gradient, and the numbers of
 * non-finite values. States of disjoint sets of rows can be merged into the state of their union.
 *
 * Sums are compensated (Neumaier, Z. angew. Math. Mech. 54 (1974) 39): each is a pair whose total
 * is its value.
 */
export class FoldState {
  /** Number of columns of [J | r]. */
  private readonly width: number;
  /**
   * The whole state in one array: the n rows of Q'[J | r], upper-triangular, row-major, `width` = n
   * + 1 columns, with J and r scaled by the loss; the sums of the gradient and the cost (`width`
   * numbers) and their compensations (`width` numbers); the number of non-finite residuals and the
   * number of non-finite derivatives.
   */
  private readonly values: Float64Array;
  /**
   * Offsets into `values`: of the sums, their compensations, and the counts of non-finite values.
   */
  private readonly sums: number;
  private readonly errors: number;
  private readonly bad: number;

  /** @param n the number of columns of J */
  constructor(readonly n: number) {
    const width = n + 1;
    this.width = width;
    this.values = new Float64Array((n + 2) * width + 2);
    this.sums = n * width;
    this.errors = this.sums + width;
    this.bad = this.errors + width;
  }

  /** Entry (i, j), j >= i, of the triangular factor R of J. */
  entry(i: number, j: number): number {
    return this.values[i * this.width + j] as number;
  }

  /** Entry i of Q'r, the right-hand side. */
  rhs(i: number): number {
    return this.values[i * this.width + this.n] as number;
  }

  /** Q'r, the right-hand side. */
  rightHandSide(): Float64Array {
    return Float64Array.from({ length: this.n }, (_, i) => this.rhs(i));
  }

  /** The Euclidean length of Q'r. */
  get rhsNorm(): number {
    return lengthOf(this.values, this.n, this.n, this.width);
  }

  /**
   * Copies the j + 1 entries of column j of R on and above the diagonal, divided by `length`, to
   * `out`, starting at `at`.
   */
  copyColumn(j: number, out: Float64Array, at: number, length = 1): void {
    const { values, width } = this;
    for (let i = 0; i <= j; i++) out[at + i] = (values[i * width + j] as number) / length;
  }

  /**
   * Folds rows into the factor. Overwrites the rows.
   * @param qr must have measured the same rows
   */
  reduce(qr: PanelQr, columns: PanelColumns, rows: number): void {
    qr.fold(this.values, columns, rows);
  }

  /** The number of values that {@link save} writes. */
  get size(): number {
    return this.values.length;
  }

  /**
   * Writes the whole state to `out`, starting at `at`, so that it can be sent elsewhere and loaded
   * there.
   */
  save(out: Float64Array, at = 0): void {
    out.set(this.values, at);
  }

  /** Loads a saved state with the same number of columns. */
  load(saved: Float64Array): void {
    this.values.set(saved);
  }

  /** Copies another state with the same number of columns. */
  copy(other: FoldState): void {
    this.values.set(other.values);
  }

  /** Loads only the factor, stored row by row in `from` with the same number of columns. */
  loadFactor(from: Float64Array, at: number): void {
    const { values, sums } = this;
    for (let i = 0; i < sums; i++) values[i] = from[at + i] as number;
  }

  /**
   * Loads everything except the factor: the sums, their compensations, and the counts of non-finite
   * values.
   */
  loadSums(from: Float64Array, sums: number, errors: number, bad: number): void {
    const { values, width } = this;
    for (let j = 0; j < width; j++) {
      values[this.sums + j] = from[sums + j] as number;
      values[this.errors + j] = from[errors + j] as number;
    }
    values[this.bad] = from[bad] as number;
    values[this.bad + 1] = from[bad + 1] as number;
  }

  /** Resets to the state of no rows. */
  clear(): void {
    this.values.fill(0);
  }

  /** Number of residuals that are NaN or infinite. */
  get badResiduals(): number {
    return this.values[this.bad] as number;
  }

  /** Number of derivatives that are NaN or infinite. */
  get badDerivatives(): number {
    return this.values[this.bad + 1] as number;
  }

  /** Half the sum of rho. */
  get cost(): number {
    return this.total(this.n);
  }

  /** Component j of the gradient of the cost: the sum of rho' r dr/dp_j. */
  gradient(j: number): number {
    return this.total(j);
  }

  /** The gradient of the cost. */
  gradients(): Float64Array {
    const gradient = new Float64Array(this.n);
    for (let j = 0; j < this.n; j++) gradient[j] = this.total(j);
    return gradient;
  }

  addCost(value: number): void {
    this.add(this.n, value);
  }

  addGradient(j: number, value: number): void {
    this.add(j, value);
  }

  addBad(residuals: number, derivatives: number): void {
    this.values[this.bad] = this.badResiduals + residuals;
    this.values[this.bad + 1] = this.badDerivatives + derivatives;
  }

  /** True if all residuals and derivatives seen were finite, and so is every value in the state. */
  get finite(): boolean {
    const { values, bad } = this;
    if (this.badResiduals > 0 || this.badDerivatives > 0) return false;
    // Branch-free check: a finite number minus itself is 0, any other NaN. There are
    // (n + 2) (n + 1) values, an even number.
    let even = 0;
    let odd = 0;
    for (let i = 0; i < bad; i += 2) {
      even += (values[i] as number) - (values[i] as number);
      odd += (values[i + 1] as number) - (values[i + 1] as number);
    }
    return even + odd === 0;
  }

  /** The Euclidean length of column j of J. */
  columnNorm(j: number): number {
    return lengthOf(this.values, j, j + 1, this.width);
  }

  /** This state with some columns of J set to 0; the state itself if no columns are given. */
  without(columns: readonly number[]): FoldState {
    if (columns.length === 0) return this;
    const { n, width } = this;
    const rest = new FoldState(n);
    rest.copy(this);
    for (const j of columns) {
      for (let i = 0; i <= j; i++) rest.values[i * width + j] = 0;
    }
    return rest;
  }

  /** R x, which has the same length as J x. */
  times(x: ArrayLike<number>): Float64Array {
    return Float64Array.from({ length: this.n }, (_, i) => {
      let sum = 0;
      for (let j = i; j < this.n; j++) sum += this.entry(i, j) * (x[j] as number);
      return sum;
    });
  }

  /** Merges the rows of another state, which is not changed, into this one. */
  merge(other: FoldState): void {
    const { n, width } = this;
    const columns = Array.from({ length: width }, (_, j) =>
      Float64Array.from({ length: n }, (_, i) => (i <= j ? other.entry(i, j) : 0)),
    );
    const qr = new PanelQr(width);
    qr.measure(columns, n);
    this.reduce(qr, columns, n);
    for (let j = 0; j < width; j++) {
      this.add(j, other.values[other.sums + j] as number);
      this.lose(j, other.values[other.errors + j] as number);
    }
    this.addBad(other.badResiduals, other.badDerivatives);
  }

  private total(j: number): number {
    return (this.values[this.sums + j] as number) + (this.values[this.errors + j] as number);
  }

  private add(j: number, value: number): void {
    const sum = this.values[this.sums + j] as number;
    const next = sum + value;
    this.values[this.sums + j] = next;
    this.lose(j, Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum);
  }

  private lose(j: number, value: number): void {
    this.values[this.errors + j] = (this.values[this.errors + j] as number) + value;
  }
}
