import { conditionBound, lengthOf, solveUpperTransposed } from "../../math/index.js";
import { type Damped, DampedByFactor, DampedBySpectrum, type LinearProblem } from "./damped.js";

/** The rank is full beyond doubt if the condition bound is below this fraction of the limit. */
const margin = 0.1;

/**
 * Minimises |J p + r|^2 within |p| <= radius, to 1 per cent of the radius. The step p is the
 * Gauss-Newton step if that is short enough, else the solution of (J'J + alpha I) p = -J'r with
 * |p| = radius (Moré, Lecture Notes in Mathematics 630 (1978) 105, with SciPy's rules for alpha).
 * At the end it is scaled to exactly that length, so that it never lies outside.
 *
 * J has full rank if its smallest singular value is above eps m times the largest, where m is the
 * number of residuals. If a bound on the condition number is enough to show that, p comes from
 * triangular factors; else it comes from a singular value decomposition, as it always does in
 * SciPy.
 */
export class TrustRegionStep implements LinearProblem {
  alpha = 0;
  /** Filled by the caller before `factor`; `f` only for the linear loss. */
  readonly r: Float64Array;
  readonly f: Float64Array;
  readonly gradient: Float64Array;
  private readonly byFactor: DampedByFactor;
  /** Created when it is first needed. */
  private bySpectrum: DampedBySpectrum | null = null;
  private damped: Damped;
  private fullRank = false;
  private readonly work: Float64Array;

  constructor(private readonly n: number) {
    this.r = new Float64Array(n * n);
    this.f = new Float64Array(n);
    this.gradient = new Float64Array(n);
    this.work = new Float64Array(n);
    this.byFactor = new DampedByFactor(n, this);
    this.damped = this.byFactor;
  }

  /** The latest step. */
  get step(): Float64Array {
    return this.damped.p;
  }

  factor(residuals: number, robust: boolean): void {
    const { n, r, work } = this;
    const limit = 1 / (Number.EPSILON * residuals);
    this.fullRank = residuals >= n;
    if (this.fullRank && conditionBound(r, n, n, work) < margin * limit) {
      if (robust) {
        this.f.set(this.gradient);
        solveUpperTransposed(r, n, n, this.f);
      }
      this.damped = this.byFactor;
      return;
    }
    this.bySpectrum ??= new DampedBySpectrum(n, this);
    this.bySpectrum.decompose(robust);
    const { s } = this.bySpectrum;
    this.fullRank &&= (s[0] as number) < limit * (s[n - 1] as number);
    this.damped = this.bySpectrum;
  }

  /** @param first the alpha of the previous step */
  take(radius: number, first: number): void {
    const { n, damped, fullRank } = this;
    const { p } = damped;
    const steepest = lengthOf(this.gradient, 0, n, 1);
    this.alpha = 0;
    if (steepest === 0) {
      p.fill(0);
      return;
    }
    let lower = 0;
    if (fullRank) {
      damped.solve(0);
      if (damped.length <= radius) return;
      lower = -(damped.length - radius) / damped.slope;
    }
    let upper = steepest / radius;
    let alpha = fullRank || first !== 0 ? first : between(lower, upper);
    for (let iteration = 0; iteration < 10; iteration++) {
      if (alpha < lower || alpha > upper) alpha = between(lower, upper);
      damped.solve(alpha);
      const excess = damped.length - radius;
      if (excess < 0) upper = alpha;
      const ratio = excess / damped.slope;
      lower = Math.max(lower, alpha - ratio);
      alpha -= ((excess + radius) * ratio) / radius;
      if (Math.abs(excess) < 0.01 * radius) break;
    }
    damped.solve(alpha);
    const stretch = radius / damped.length;
    for (let j = 0; j < n; j++) p[j] = (p[j] as number) * stretch;
    this.alpha = alpha;
  }
}

function between(lower: number, upper: number): number {
  return Math.max(0.001 * upper, Math.sqrt(lower * upper));
}
