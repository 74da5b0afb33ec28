import type { ColumnData, FitProblem, ResidualBlock } from "../contract/fit-problem.js";
import { mayLeaveOut } from "../contract/noise.js";
import { forEachPanel, longestPanel, rowsOf, statementsOf } from "../fold/panels.js";

/** Sums over the residuals at the result that count: all except those left out by a noise of 0. */
export interface Goodness {
  /**
   * The sum of squared residuals before they are scaled by the noise. Priors are left out, because
   * they concern parameters rather than data.
   */
  readonly rss: number;
  /** The sum of squared residuals after scaling, including those of the priors. */
  readonly chi2: number;
  /** 1 - rss / (sum of squares of each response about its own mean); null if it has no meaning. */
  readonly r2: number | null;
  /** The largest absolute value of an observation. */
  readonly largest: number;
}

/**
 * Computes the sums in one pass over the data, panel by panel. The spread of the observations is
 * added up within panels and between them (Chan, Golub and LeVeque, The American Statistician 37
 * (1983) 242), which does not cancel when they are far from 0.
 *
 * @param cost the cost of the fit at `p`: half of chi2 if all losses are linear, so that no
 *   residual has to be evaluated again
 */
export function goodness(problem: FitProblem, data: ColumnData, rows: number, p: Float64Array, cost: number): Goodness {
  const { blocks, statements } = problem;
  const spreads = statements.map(() => new Spread());
  const chi2 = statements.some(({ loss }) => loss >= 0) ? sumOfScaled(problem, data, rows, p) : 2 * cost;
  let rss = chi2;
  if (isPlain(problem)) observe(problem, data, rows, spreads);
  else rss = blocks.reduce((sum, block) => sum + measured(problem, block, data, rows, p, spreads), 0);
  const total = spreads.reduce((sum, spread) => sum + spread.squares, 0);
  const r2 = areFitsOfRows(problem) && total > 0 ? 1 - rss / total : null;
  const largest = spreads.reduce((most, spread) => Math.max(most, spread.extent), 0);
  return { rss, chi2, r2: r2 !== null && Number.isFinite(r2) ? r2 : null, largest };
}

/**
 * Whether everything except priors is a `fit` of rows, so that there are means of observations to
 * compare with.
 */
function areFitsOfRows(problem: FitProblem): boolean {
  return problem.blocks.every((block) =>
    statementsOf(problem, block).every(({ kind }) => kind === "prior" || (kind === "fit" && block.kind === "row")),
  );
}

/**
 * Whether residuals are not scaled, so that rss is chi2, and all observations are columns. Then the
 * model need not be evaluated.
 */
function isPlain({ statements, blocks, covariance }: FitProblem): boolean {
  return (
    blocks.every(({ kind }) => kind === "row") &&
    covariance === null &&
    statements.every(({ kind, noise, loss, observed }) => {
      return noise === null && loss < 0 && (kind === "residual" || observed >= 0);
    })
  );
}

function observe({ statements }: FitProblem, data: ColumnData, rows: number, spreads: readonly Spread[]): void {
  for (const [s, { observed }] of statements.entries()) {
    const column = data[observed];
    if (column !== undefined) forEachPanel(0, rows, (from, to) => spreads[s]?.add(column, from, to - from));
  }
}

/** The sum of squares of the scaled residuals, before any loss. */
function sumOfScaled({ blocks }: FitProblem, data: ColumnData, rows: number, p: Float64Array): number {
  const r = new Float64Array(longestPanel(blocks));
  let sum = 0;
  for (const block of blocks) {
    forEachPanel(0, rowsOf(block, rows), (from, to) => {
      block.residuals(p, data, from, to, r);
      sum += sumOfSquares(r, 0, block.count * (to - from));
    });
  }
  return sum;
}

/**
 * The sum of squares of the unscaled residuals of a block, without priors. Adds the observations of
 * rows to `spreads`.
 */
function measured(
  problem: FitProblem,
  block: ResidualBlock,
  data: ColumnData,
  rows: number,
  p: Float64Array,
  spreads: readonly Spread[],
): number {
  const statements = statementsOf(problem, block);
  const [raw, observed, noise] = measures(longestPanel([block]));
  let rss = 0;
  forEachPanel(0, rowsOf(block, rows), (from, to) => {
    const k = to - from;
    block.measure(p, data, from, to, raw, observed, noise);
    for (const [s, { kind, noise: model }] of statements.entries()) {
      if (kind === "prior") continue;
      const count = mayLeaveOut(model) ? gatherCounting(noise, s * k, k, [raw, observed, noise]) : k;
      rss += sumOfSquares(raw, s * k, count);
      if (block.kind === "row" && count > 0) spreads[block.first + s]?.add(observed, s * k, count);
    }
  });
  return rss;
}

function measures(length: number): [Float64Array, Float64Array, Float64Array] {
  return [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
}

/**
 * Moves the entries whose noise is not 0 to the front, in order, and counts them. The noise is the
 * last of the arrays.
 */
function gatherCounting(noise: Float64Array, from: number, count: number, arrays: readonly Float64Array[]): number {
  let next = from;
  for (let i = from; i < from + count; i++) {
    if (noise[i] === 0) continue;
    for (const array of arrays) array[next] = array[i] as number;
    next++;
  }
  return next - from;
}

function sumOfSquares(values: Float64Array, from: number, count: number): number {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += (values[i] as number) * (values[i] as number);
  return sum;
}

/**
 * The sum of squares of values about their mean. It is exactly 0 if all values are equal, even if
 * their mean is rounded.
 */
class Spread {
  private sum = 0;
  private count = 0;
  private mean = 0;
  private least = Number.POSITIVE_INFINITY;
  private largest = Number.NEGATIVE_INFINITY;

  get squares(): number {
    return this.least < this.largest ? this.sum : 0;
  }

  /** The largest absolute value. */
  get extent(): number {
    return Math.max(-this.least, this.largest);
  }

  add(values: Float64Array, from: number, count: number): void {
    const to = from + count;
    let { least, largest } = this;
    // Two sums at a time, so that an addition does not have to wait for the previous one.
    let even = 0;
    let odd = 0;
    const middle = from + 2 * Math.floor(count / 2);
    for (let i = from; i < middle; i += 2) {
      const a = values[i] as number;
      const b = values[i + 1] as number;
      even += a;
      odd += b;
      const low = a < b ? a : b;
      const high = a < b ? b : a;
      if (low < least) least = low;
      if (high > largest) largest = high;
    }
    for (let i = middle; i < to; i++) {
      const value = values[i] as number;
      even += value;
      if (value < least) least = value;
      if (value > largest) largest = value;
    }
    const mean = (even + odd) / count;
    even = 0;
    odd = 0;
    for (let i = from; i < middle; i += 2) {
      const a = (values[i] as number) - mean;
      const b = (values[i + 1] as number) - mean;
      even += a * a;
      odd += b * b;
    }
    for (let i = middle; i < to; i++) even += ((values[i] as number) - mean) * ((values[i] as number) - mean);
    const squares = even + odd;
    const shift = mean - this.mean;
    const all = this.count + count;
    this.sum += squares + (shift * shift * this.count * count) / all;
    this.mean += (shift * count) / all;
    this.count = all;
    this.least = least;
    this.largest = largest;
  }
}
