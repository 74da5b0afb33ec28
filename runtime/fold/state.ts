import { lengthOf } from "../../math/index.js";
import { PanelQr } from "./panel-qr.js";

/**
 * All that a solver, the covariance and the tests of convergence need to know of the rows seen so far: the triangular
 * factor of [J | r], the cost and its gradient, and how many rows were not finite. States of disjoint sets of rows merge
 * into the state of their union.
 *
 * Sums are compensated (Neumaier, Z. angew. Math. Mech. 54 (1974) 39): each is a pair, its value their total.
 */
export class FoldState {
  /** The n rows of Q'[J | r], upper-triangular, row-major, `width` = n + 1 columns; J and r scaled as the loss demands. */
  readonly R: Float64Array;
  readonly width: number;
  /**
   * All of it in one array, which may be sent elsewhere and set there: R, sums and what they have lost (gradient and cost,
   * `width` each), and how many residuals and how many derivatives were not finite.
   */
  readonly values: Float64Array;
  /** Where in it the sums begin, what they have lost, and what was not finite. */
  private readonly sums: number;
  private readonly errors: number;
  private readonly bad: number;

  /** @param n the number of columns of J */
  constructor(readonly n: number) {
    const width = n + 1;
    this.width = width;
    this.values = new Float64Array((n + 2) * width + 2);
    this.R = this.values.subarray(0, n * width);
    this.sums = n * width;
    this.errors = this.sums + width;
    this.bad = this.errors + width;
  }

  /** Forgets all rows. */
  clear(): void {
    this.values.fill(0);
  }

  /** Residuals that are NaN or infinite. */
  get badResiduals(): number {
    return this.values[this.bad] as number;
  }

  /** Derivatives that are. */
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

  /** Everything that was seen is finite, and so is what was made of it. */
  get finite(): boolean {
    const { values, bad } = this;
    if (this.badResiduals > 0 || this.badDerivatives > 0) return false;
    // A finite number less itself is 0, another one NaN: without a branch for each. They are (n + 2) (n + 1), an even number.
    let even = 0;
    let odd = 0;
    for (let i = 0; i < bad; i += 2) {
      even += (values[i] as number) - (values[i] as number);
      odd += (values[i + 1] as number) - (values[i + 1] as number);
    }
    return even + odd === 0;
  }

  /** The length of column j of J. */
  columnNorm(j: number): number {
    return lengthOf(this.R, j, j + 1, this.width);
  }

  /** This state with some columns of J put to 0; itself without any. */
  without(columns: readonly number[]): FoldState {
    if (columns.length === 0) return this;
    const { n, width } = this;
    const rest = new FoldState(n);
    rest.values.set(this.values);
    for (const j of columns) {
      for (let i = 0; i <= j; i++) rest.R[i * width + j] = 0;
    }
    return rest;
  }

  /** R x, as long as J x. */
  times(x: ArrayLike<number>): Float64Array {
    return Float64Array.from({ length: this.n }, (_, i) => {
      let sum = 0;
      for (let j = i; j < this.n; j++) sum += (this.R[i * this.width + j] as number) * (x[j] as number);
      return sum;
    });
  }

  /** Takes in the rows of another state, which stays as it is. */
  merge(other: FoldState): void {
    const { n, width } = this;
    const columns = Array.from({ length: width }, (_, j) =>
      Float64Array.from({ length: n }, (_, i) => (i <= j ? (other.R[i * width + j] as number) : 0)),
    );
    const qr = new PanelQr(width);
    qr.measure(columns, n);
    qr.fold(this.R, columns, n);
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
