import { DampedFactor, lengthOf, solveUpper, solveUpperTransposed } from "../../math/index.js";
import type { PivotedFactor } from "./pivoted-qr.js";

const smallestNormal = 2 ** -1022;

/**
 * The Levenberg-Marquardt step of a given length (Moré, The Levenberg-Marquardt algorithm, Lecture
 * Notes in Mathematics 630 (1978) 105, sections 3 to 5; MINPACK's `lmpar` and `qrsolv`).
 *
 * The step p minimises |J p + r|^2 + par |D p|^2. The parameter par >= 0 is such that |D p| = delta
 * within a tenth, or par = 0 if the Gauss-Newton step is not longer than that. The excess
 * |D p| - delta is a convex and decreasing function of par, so that Newton's iteration on 1/|D p|,
 * safeguarded by bounds, needs two or three steps.
 *
 * `compiler/backends/wasm/lm/step.ts` does the same in WebAssembly (see `Lm`).
 */
export class LmStep {
  /** The Levenberg-Marquardt parameter. */
  par = 0;
  /** The step, in the order of the parameters rather than the pivots; to be added to x. */
  readonly step: Float64Array;
  /** |D p|. */
  length = 0;
  /** The diagonal of sqrt(par) D, and the factor of the damped problem. */
  private readonly damping: Float64Array;
  private readonly damped: DampedFactor;
  /** In pivot order: first the right-hand side, then the solution. */
  private readonly solution: Float64Array;
  /** In pivot order: D p, or its gradient, or the right-hand side for the derivative of |D p|. */
  private readonly scaled: Float64Array;

  constructor(private readonly n: number) {
    this.step = new Float64Array(n);
    this.damping = new Float64Array(n);
    this.damped = new DampedFactor(n);
    this.solution = new Float64Array(n);
    this.scaled = new Float64Array(n);
  }

  /**
   * @param diag the diagonal of D
   * @param first where Newton's iteration starts: the parameter of the previous step
   */
  take(factor: PivotedFactor, diag: Float64Array, delta: number, first: number): void {
    const { n, scaled, solution } = this;
    const { r, pivot, qtf } = factor;
    for (let j = 0; j < n; j++) solution[j] = qtf[j] as number;
    const rank = this.solve(r);
    let length = this.measure(pivot, diag);
    let excess = length - delta;
    let par = 0;
    if (excess > 0.1 * delta) {
      // If J has full rank, Newton's step from 0 is a lower bound.
      let lower = 0;
      if (rank === n) {
        this.direct(pivot, diag, length);
        solveUpperTransposed(r, n, n, scaled);
        lower = this.correction(excess / delta);
      }
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let i = 0; i <= j; i++) sum += (r[j * n + i] as number) * (qtf[i] as number);
        scaled[j] = sum / (diag[pivot[j] as number] as number);
      }
      const steepest = lengthOf(scaled, 0, n, 1);
      let upper = steepest / delta;
      if (upper === 0) upper = smallestNormal / Math.min(delta, 0.1);

      par = Math.min(Math.max(first, lower), upper);
      if (par === 0) par = steepest / length;
      for (let iteration = 1; ; iteration++) {
        if (par === 0) par = Math.max(smallestNormal, 0.001 * upper);
        this.damp(factor, diag, Math.sqrt(par));
        length = this.measure(pivot, diag);
        const before = excess;
        excess = length - delta;
        const converged = Math.abs(excess) <= 0.1 * delta;
        // With a deficient rank the length can stay below delta; then a smaller par does not help.
        if (converged || (lower === 0 && excess <= before && before < 0) || iteration === 10) break;
        this.direct(pivot, diag, length);
        this.damped.solveTransposed(scaled);
        const correction = this.correction(excess / delta);
        if (excess > 0) lower = Math.max(lower, par);
        else if (excess < 0) upper = Math.min(upper, par);
        par = Math.max(lower, par + correction);
      }
    }
    this.par = par;
    this.length = length;
    for (let j = 0; j < n; j++) this.step[pivot[j] as number] = -(solution[j] as number);
  }

  /**
   * Solves with an upper-triangular factor. From the first zero on its diagonal on, the entries of
   * the solution are 0.
   *
   * @returns the number of entries before that zero
   */
  private solve(r: Float64Array): number {
    const { n, solution } = this;
    let rank = 0;
    while (rank < n && r[rank * n + rank] !== 0) rank++;
    for (let j = rank; j < n; j++) solution[j] = 0;
    solveUpper(r, n, rank, solution);
    return rank;
  }

  /** Computes D p in pivot order, and returns its length. */
  private measure(pivot: Int32Array, diag: Float64Array): number {
    const { n, scaled, solution } = this;
    for (let j = 0; j < n; j++) scaled[j] = (solution[j] as number) * (diag[pivot[j] as number] as number);
    return lengthOf(scaled, 0, n, 1);
  }

  /** Computes D (D p) / |D p|, the right-hand side for the derivative of |D p|. */
  private direct(pivot: Int32Array, diag: Float64Array, length: number): void {
    const { n, scaled } = this;
    for (let j = 0; j < n; j++) {
      scaled[j] = (diag[pivot[j] as number] as number) * ((scaled[j] as number) / length);
    }
  }

  /**
   * Newton's correction of par: the relative excess divided by |scaled|^2, computed without
   * squaring the length.
   */
  private correction(relativeExcess: number): number {
    const slope = lengthOf(this.scaled, 0, this.n, 1);
    return relativeExcess / slope / slope;
  }

  /** Minimises |R z - qtf|^2 + |root D z|^2. */
  private damp({ r, pivot, qtf }: PivotedFactor, diag: Float64Array, root: number): void {
    const { n, damped, solution, damping } = this;
    for (let j = 0; j < n; j++) {
      solution[j] = qtf[j] as number;
      damping[j] = root * (diag[pivot[j] as number] as number);
    }
    damped.factor(r, damping, solution);
    const rank = damped.rank;
    for (let j = rank; j < n; j++) solution[j] = 0;
    damped.solve(rank, solution);
  }
}
