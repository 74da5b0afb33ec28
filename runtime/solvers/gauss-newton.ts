import { conditionBound, lengthOf } from "../../math/index.js";
import type { FoldState } from "../fold/state.js";
import { type Bounds, isStrictlyInside } from "./bounds.js";
import { boxedNewton, endOf } from "./boxed-newton.js";

/**
 * J has full rank beyond doubt while its condition number, with scaled columns, is at most this.
 * That holds for the threshold of 32 n eps below which singular values count as zero, if n is below
 * a thousand.
 */
const wellConditioned = 1e10;

/**
 * Singular values up to this fraction of the largest, times the number of columns, count as zero.
 */
const negligible = 32 * Number.EPSILON;

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
    const { n, lengths, work, point } = this;
    const boxed = boxedNewton(x, state, bounds, lengths, robust ? state.gradients() : null, negligible * n);
    endOf(boxed, x, bounds, lengths, point);
    for (let j = 0; j < n; j++) work[j] = (x[j] as number) * (lengths[j] as number);
    this.length = boxed.length;
    this.relative = lengthOf(boxed.step, 0, n, 1) / lengthOf(work, 0, n, 1);
  }
}
