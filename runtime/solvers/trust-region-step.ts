import { conditionBound, lengthOf, solveUpperTransposed } from "../../math/index.js";
import { type Damped, DampedByFactor, DampedBySpectrum, type LinearProblem } from "./damped.js";

/** The rank is full beyond doubt where the bound on the condition stays this far from the limit. */
const margin = 0.1;

/**
 * Minimises |J p + r|^2 within |p| <= radius, to 1 per cent of the radius: the Gauss-Newton step if it is short enough, else the p of
 * (J'J + alpha I) p = -J'r with |p| = radius (Moré, Lecture Notes in Mathematics 630 (1978) 105, with SciPy's rules for alpha). It is
 * scaled to that length at the end, so that it never lies outside.
 *
 * J has full rank if its least singular value is above eps m times the largest, m being the number of residuals. Where a bound
 * on the condition tells so, p comes from triangular factors; else from a singular value decomposition, as in SciPy always.
 */
export class TrustRegionStep implements LinearProblem {
  alpha = 0;
  /** To be filled before `factor`; `f` for the linear loss alone. */
  readonly r: Float64Array;
  readonly f: Float64Array;
  readonly gradient: Float64Array;
  private readonly byFactor: DampedByFactor;
  /** Null as long as it has not been needed. */
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

  /** The step last taken. */
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

  /** @param first the alpha of the step before */
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
