import type { FitProblem } from "../contract/fit-problem.js";
import { deviationOf } from "../contract/noise.js";
import type { PreparedData } from "../data/prepare.js";
import { leastCost } from "../fold/least-cost.js";
import { forEachPanel, longestPanel, rowBlockOf, statementsOf } from "../fold/panels.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";

/** Residuals up to this fraction of the observations may be rounding. */
const rounding = 1e-11;

/** The reasons for {@link checkVanishedCost} to suspect a result. */
export interface Vanishing {
  readonly cost: number;
  /** The solver stopped because the cost was rounding compared with the cost at the start. */
  readonly vanished: boolean;
  /** The largest absolute value of an observation. */
  readonly largest: number;
}

/**
 * Checks that a vanished cost means that the model passes through the data. If the data are
 * themselves near 1e-300, the cost also vanishes for a model that is 0 and misses all of them.
 *
 * @throws FitError costOutOfRange
 */
export function checkVanishedCost(
  problem: FitProblem,
  data: PreparedData,
  p: Float64Array,
  { cost, vanished, largest }: Vanishing,
): void {
  if (!(cost >= 0) || largest === 0 || (!vanished && cost >= leastCost && largest ** 2 >= leastCost)) return;
  // Correlated errors do not have a scale for each single row.
  if (problem.covariance !== null) return;
  // Without observations in rows there is too little to tell a fit from a miss.
  const block = rowBlockOf(problem);
  if (block === null) return;
  const statements = statementsOf(problem, block);
  const size = longestPanel([block]);
  const r = new Float64Array(size);
  const raw = new Float64Array(size);
  const observed = new Float64Array(size);
  const noise = new Float64Array(size);
  const residuals = new Float64Array(block.count);
  const observations = new Float64Array(block.count);
  const raise = (sizes: Float64Array, s: number, value: number): void => {
    sizes[s] = Math.max(sizes[s] as number, Math.abs(value));
  };
  forEachPanel(0, data.rows, (from, to) => {
    const k = to - from;
    block.residuals(p, data.columns, from, to, r);
    block.measure(p, data.columns, from, to, raw, observed, noise);
    for (const [s, { noise: model }] of statements.entries()) {
      for (let i = s * k; i < (s + 1) * k; i++) {
        raise(residuals, s, r[i] as number);
        raise(observations, s, (observed[i] as number) / deviationOf(model, noise[i] as number));
      }
    }
  });
  const lost = residuals.some((residual, s) => {
    const observation = observations[s] as number;
    const tooSmall = vanished || cost < leastCost || observation ** 2 < leastCost;
    return tooSmall && observation > 0 && residual > rounding * observation;
  });
  if (lost) throw new FitError(runtimeMessages.costOutOfRange({ place: "result", size: "small" }));
}
