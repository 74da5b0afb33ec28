import { conditionBound, lengthOf, solveUpper, solveUpperTransposed } from "../../math/index.js";
import type { FoldState } from "../fold/state.js";
import { type Bounds, isStrictlyInside } from "./bounds.js";
import { boxedStep } from "./boxed-step.js";
import { slopeNoise } from "./rounding.js";

/**
 * Up to this condition of the column-scaled J its rank is beyond doubt, whichever part of the largest singular value counts as
 * zero: that is 32 n eps, and n below a thousand.
 */
const wellConditioned = 1e10;

/**
 * The undamped Gauss-Newton step within the bounds, in variables in which the columns of J have length 1. Where J is well conditioned
 * and the step stays inside, it solves a triangular system; else it takes an active set and a singular value decomposition.
 */
export class GaussNewton {
  /** The point that the step leads to. */
  readonly point: Float64Array;
  /** How far the step goes in the space of the residuals, |J p|. */
  length = 0;
  /** The length of the step as a part of that of x. */
  relative = 0;
  /** J has full rank beyond doubt. */
  fullRank = false;
  private readonly lengths: Float64Array;
  private readonly A: Float64Array;
  private readonly q: Float64Array;
  private readonly work: Float64Array;

  constructor(private readonly n: number) {
    this.point = new Float64Array(n);
    this.lengths = new Float64Array(n);
    this.A = new Float64Array(n * n);
    this.q = new Float64Array(n);
    this.work = new Float64Array(n);
  }

  /** @param robust goes by the gradient rather than by Q'r */
  take(x: Float64Array, state: FoldState, bounds: Bounds, robust: boolean): void {
    const { n, A, q, lengths, work } = this;
    const { R, width } = state;
    for (let j = 0; j < n; j++) {
      const length = state.columnNorm(j) || 1;
      lengths[j] = length;
      for (let i = 0; i <= j; i++) A[j * n + i] = (R[i * width + j] as number) / length;
      q[j] = robust ? -state.gradient(j) / length : -(R[j * width + n] as number);
    }
    this.fullRank = conditionBound(A, n, n, work) < wellConditioned;
    const isSolved = this.fullRank && isStrictlyInside(x, bounds) && this.takeFree(x, bounds, robust);
    if (!isSolved) this.takeBoxed(x, state, bounds, robust);
  }

  /** The step that minimises |A q + r|; false where it leaves the bounds. */
  private takeFree(x: Float64Array, bounds: Bounds, robust: boolean): boolean {
    const { n, A, q, lengths, work, point } = this;
    if (robust) solveUpperTransposed(A, n, n, q);
    this.length = lengthOf(q, 0, n, 1);
    solveUpper(A, n, n, q);
    for (let j = 0; j < n; j++) {
      point[j] = (x[j] as number) + (q[j] as number) / (lengths[j] as number);
      work[j] = (x[j] as number) * (lengths[j] as number);
    }
    this.relative = lengthOf(q, 0, n, 1) / lengthOf(work, 0, n, 1);
    return isStrictlyInside(point, bounds);
  }

  private takeBoxed(x: Float64Array, state: FoldState, bounds: Bounds, robust: boolean): void {
    const { n, A, lengths, work, point } = this;
    const { R, width } = state;
    const scaled = (value: number, j: number): number => value * (lengths[j] as number);
    const { step, side, length } = boxedStep({
      rows: n,
      columns: n,
      A,
      r: Float64Array.from(x, (_, i) => R[i * width + n] as number),
      gradient: robust ? state.gradients().map((slope, j) => slope / (lengths[j] as number)) : null,
      lower: x.map((value, j) => scaled((bounds.lower[j] as number) - value, j)),
      upper: x.map((value, j) => scaled((bounds.upper[j] as number) - value, j)),
      noise: slopeNoise(x, state),
    });
    for (let j = 0; j < n; j++) {
      const low = bounds.lower[j] as number;
      const high = bounds.upper[j] as number;
      const to = (x[j] as number) + (step[j] as number) / (lengths[j] as number);
      point[j] = side[j] !== 0 ? ((side[j] as number) < 0 ? low : high) : Math.min(Math.max(to, low), high);
      work[j] = scaled(x[j] as number, j);
    }
    this.length = length;
    this.relative = lengthOf(step, 0, n, 1) / lengthOf(work, 0, n, 1);
  }
}
