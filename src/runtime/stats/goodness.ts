import { type ColumnData, type FitProblem, panelRows } from "../problem.js";

/** Sums over the residuals at the result that count: what has a weight of 0 is left out. */
export interface Goodness {
  /** Sum of squared residuals before sigma and weight. Priors, which are about parameters and not about data, are left out. */
  readonly rss: number;
  /** After them, with those of the priors. */
  readonly chi2: number;
  /** 1 - rss over the sum of squares of each response about its own mean; null where it has no meaning. */
  readonly r2: number | null;
  /** The largest size of an observation. */
  readonly largest: number;
}

/**
 * One pass over the data, panel by panel. The spread of the observations is that within panels and between them (Chan, Golub
 * and LeVeque, The American Statistician 37 (1983) 242), which does not cancel where they are far from 0.
 *
 * @param cost that of the fit at `p`: half of chi2 where all losses are linear, so that no residual is evaluated again
 */
export function goodness(problem: FitProblem, data: ColumnData, rows: number, p: Float64Array, cost: number): Goodness {
  const { rowStatements: m, onceStatements: once, statements } = problem;
  const size = Math.max(m * panelRows, once);
  const r = new Float64Array(size);
  const raw = new Float64Array(size);
  const observed = new Float64Array(size);
  const noise = new Float64Array(size);
  const spreads = Array.from({ length: m }, () => new Spread());
  let rss = 0;
  const robust = statements.some(({ loss }) => loss >= 0);
  let chi2 = robust ? 0 : 2 * cost;
  for (let from = 0; m > 0 && from < rows; from += panelRows) {
    const k = Math.min(panelRows, rows - from);
    if (robust) {
      problem.residuals(p, data, from, from + k, r);
      chi2 += sumOfSquares(r, 0, m * k);
    }
    problem.measure(p, data, from, from + k, raw, observed, noise);
    for (let s = 0; s < m; s++) {
      const weighted = statements[s]?.noise === "weight";
      const count = weighted ? gatherWeighted(noise, s * k, k, [raw, observed, noise]) : k;
      rss += sumOfSquares(raw, s * k, count);
      if (count > 0) spreads[s]?.add(observed, s * k, count);
    }
  }
  if (once > 0) {
    if (robust) {
      problem.residualsOnce(p, r);
      chi2 += sumOfSquares(r, 0, once);
    }
    problem.measureOnce(p, raw, noise);
    for (let t = 0; t < once; t++) {
      if (statements[m + t]?.noise === "weight" && noise[t] === 0) continue;
      if (statements[m + t]?.kind !== "prior") rss += sumOfSquares(raw, t, 1);
    }
  }
  const total = spreads.reduce((sum, spread) => sum + spread.squares, 0);
  const observations = statements.filter((statement) => statement.kind !== "prior");
  const allFits = observations.length === m && observations.every((statement) => statement.kind === "fit");
  const r2 = allFits && total > 0 ? 1 - rss / total : null;
  const largest = spreads.reduce((most, spread) => Math.max(most, spread.extent), 0);
  return { rss, chi2, r2: r2 !== null && Number.isFinite(r2) ? r2 : null, largest };
}

/** Brings the entries of weight other than 0 forward, in order, and counts them. The weights are the last of the arrays. */
function gatherWeighted(weights: Float64Array, from: number, count: number, arrays: readonly Float64Array[]): number {
  let next = from;
  for (let i = from; i < from + count; i++) {
    if (weights[i] === 0) continue;
    for (const array of arrays) array[next] = array[i] as number;
    next++;
  }
  return next - from;
}

function sumOfSquares(values: Float64Array, from: number, count: number): number {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += (values[i] as number) ** 2;
  return sum;
}

/** The sum of squares of values about their mean; exactly 0 where all are equal, though their mean may be rounded. */
class Spread {
  private sum = 0;
  private count = 0;
  private mean = 0;
  private least = Number.POSITIVE_INFINITY;
  private largest = Number.NEGATIVE_INFINITY;

  get squares(): number {
    return this.least < this.largest ? this.sum : 0;
  }

  /** The largest size of a value. */
  get extent(): number {
    return Math.max(-this.least, this.largest);
  }

  add(values: Float64Array, from: number, count: number): void {
    let mean = 0;
    for (let i = from; i < from + count; i++) {
      const value = values[i] as number;
      mean += value;
      this.least = Math.min(this.least, value);
      this.largest = Math.max(this.largest, value);
    }
    mean /= count;
    let squares = 0;
    for (let i = from; i < from + count; i++) squares += ((values[i] as number) - mean) ** 2;
    const shift = mean - this.mean;
    const all = this.count + count;
    this.sum += squares + (shift * shift * this.count * count) / all;
    this.mean += (shift * count) / all;
    this.count = all;
  }
}
