import type { FitProblem } from "../contract/fit-problem.js";
import type { PreparedData } from "../data/prepare.js";
import { leastCost } from "../fold/least-cost.js";
import { forEachPanel, longestPanel, rowBlockOf, statementsOf } from "../fold/panels.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";

/** Residuals up to this part of what was observed may be rounding. */
const rounding = 1e-11;

/** What makes a result suspect to {@link checkVanishedCost}. */
export interface Vanishing {
  readonly cost: number;
  /** The solver stopped because the cost is rounding of that at the start. */
  readonly vanished: boolean;
  /** The largest size of an observation. */
  readonly largest: number;
}

/**
 * Checks that a cost which has vanished is that of a fit through the data: where these are near
 * 1e-300 themselves, so is that of a model which came to 0 and misses all of them.
 * @throws FitError costOutOfRange
 */
export function checkVanishedCost(
  problem: FitProblem,
  data: PreparedData,
  p: Float64Array,
  { cost, vanished, largest }: Vanishing,
): void {
  if (!(cost >= 0) || largest === 0 || (!vanished && cost >= leastCost && largest ** 2 >= leastCost)) return;
  // Errors that are correlated have no scale of their own in each row.
  if (problem.covariance !== null) return;
  // What is not observed in rows is too little to tell a fit from a miss.
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
  const largen = (sizes: Float64Array, s: number, value: number): void => {
    sizes[s] = Math.max(sizes[s] as number, Math.abs(value));
  };
  forEachPanel(0, data.rows, (from, to) => {
    const k = to - from;
    block.residuals(p, data.columns, from, to, r);
    block.measure(p, data.columns, from, to, raw, observed, noise);
    for (const [s, { noise: kind }] of statements.entries()) {
      for (let i = s * k; i < (s + 1) * k; i++) {
        const deviation =
          kind === "sigma" ? (noise[i] as number) : kind === "weight" ? 1 / Math.sqrt(noise[i] as number) : 1;
        largen(residuals, s, r[i] as number);
        largen(observations, s, (observed[i] as number) / deviation);
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
