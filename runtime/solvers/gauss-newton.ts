import { conditionBound, lengthOf } from "../../math/index.js";
import type { FoldState } from "../fold/state.js";
import { type Bounds, isStrictlyInside } from "./bounds.js";
import { boxedStep } from "./boxed-step.js";
import { slopeNoise } from "./rounding.js";

/**
 * J has full rank beyond doubt while its condition number, with scaled columns, is at most this.
 * That holds for the threshold of 32 n eps below which singular values count as zero, if n is below
 * a thousand.
 */
const wellConditioned = 1e10;

/**
 * The undamped Gauss-Newton step within the bounds, in variables in which the columns of J have
 * length 1. If J is well conditioned and the step stays inside the bounds, it takes one triangular
 * solve. Otherwise it takes an active-set method, with singular values where they are needed.
 *
 * `compiler/backends/wasm/lm/polish.ts` does the same in WebAssembly, without bounds (see `Lm`).
 */
export class GaussNewton {
  /** The point that the step leads to. */
  readonly point: Float64Array;
  /** |J p|, the length of the step in the space of the residuals. */
  length = 0;
  /** The length of the step relative to the length of x. */
  relative = 0;
  /** J has full rank beyond doubt. */
  fullRank = false;
  /** The column lengths of J; 1 for a column of zeros. */
  readonly lengths: Float64Array;
  private readonly A: Float64Array;
  private readonly p: Float64Array;
  private readonly work: Float64Array;

  constructor(private readonly n: number) {
    this.point = new Float64Array(n);
    this.lengths = new Float64Array(n);
    this.A = new Float64Array(n * n);
    this.p = new Float64Array(n);
    this.work = new Float64Array(n);
  }

  /** @param robust use the gradient rather than Q'r */
  take(x: Float64Array, state: FoldState, bounds: Bounds, robust: boolean): void {
    const { n, lengths } = this;
    let determinant = 1;
    for (let j = 0; j < n; j++) {
      const length = state.columnNorm(j) || 1;
      lengths[j] = length;
      determinant *= Math.abs(state.entry(j, j)) / length;
    }
    // With columns of length 1 the condition number is at most 2 / |det| (Guggenheimer, Edelman and
    // Johnson, College Math. J. 26 (1995) 2).
    this.fullRank = wellConditioned * determinant > 2 || this.isWellConditioned(state);
    const isFree = this.fullRank && isStrictlyInside(x, bounds) && this.takeFree(x, state, bounds, robust);
    if (!isFree) this.takeBoxed(x, state, bounds, robust);
  }

  /** Bounds the condition number of J with columns of length 1. */
  private isWellConditioned(state: FoldState): boolean {
    const { n, A, work } = this;
    this.fillColumns(state);
    return conditionBound(A, n, n, work) < wellConditioned;
  }

  private fillColumns(state: FoldState): void {
    const { n, A, lengths } = this;
    for (let j = 0; j < n; j++) state.copyColumn(j, A, j * n, lengths[j]);
  }

  /** Takes the unbounded step, which minimises |J p + r|; false if it leaves the bounds. */
  private takeFree(x: Float64Array, state: FoldState, bounds: Bounds, robust: boolean): boolean {
    const { n, p, lengths, work, point } = this;
    for (let j = 0; j < n; j++) {
      let sum = robust ? -state.gradient(j) : -state.rhs(j);
      if (robust) {
        for (let i = 0; i < j; i++) sum -= state.entry(i, j) * (p[i] as number);
        sum /= state.entry(j, j);
      }
      p[j] = sum;
    }
    this.length = lengthOf(p, 0, n, 1);
    for (let i = n - 1; i >= 0; i--) {
      let sum = p[i] as number;
      for (let j = i + 1; j < n; j++) sum -= state.entry(i, j) * (p[j] as number);
      p[i] = sum / state.entry(i, i);
    }
    for (let j = 0; j < n; j++) {
      point[j] = (x[j] as number) + (p[j] as number);
      p[j] = (p[j] as number) * (lengths[j] as number);
      work[j] = (x[j] as number) * (lengths[j] as number);
    }
    this.relative = lengthOf(p, 0, n, 1) / lengthOf(work, 0, n, 1);
    return isStrictlyInside(point, bounds);
  }

  private takeBoxed(x: Float64Array, state: FoldState, bounds: Bounds, robust: boolean): void {
    const { n, A, lengths, work, point } = this;
    this.fillColumns(state);
    const scaled = (value: number, j: number): number => value * (lengths[j] as number);
    const { step, side, length } = boxedStep({
      rows: n,
      columns: n,
      A,
      r: state.rightHandSide(),
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
