import { type FitProblem, panelRows } from "../contract/fit-problem.js";
import type { PreparedData } from "../data/prepare.js";
import { leastCost } from "../fold/least-cost.js";
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
 * Checks that a cost which has vanished is that of a fit through the data: where these are near 1e-300 themselves, so is that of a
 * model which came to 0 and misses all of them.
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
  const { rowStatements: m, statements } = problem;
  const r = new Float64Array(m * panelRows);
  const raw = new Float64Array(m * panelRows);
  const observed = new Float64Array(m * panelRows);
  const noise = new Float64Array(m * panelRows);
  const residuals = new Float64Array(m);
  const observations = new Float64Array(m);
  const largen = (sizes: Float64Array, s: number, value: number): void => {
    sizes[s] = Math.max(sizes[s] as number, Math.abs(value));
  };
  for (let from = 0; m > 0 && from < data.rows; from += panelRows) {
    const k = Math.min(panelRows, data.rows - from);
    problem.residuals(p, data.columns, from, from + k, r);
    problem.measure(p, data.columns, from, from + k, raw, observed, noise);
    for (let s = 0; s < m; s++) {
      const kind = statements[s]?.noise;
      for (let i = s * k; i < (s + 1) * k; i++) {
        const deviation =
          kind === "sigma" ? (noise[i] as number) : kind === "weight" ? 1 / Math.sqrt(noise[i] as number) : 1;
        largen(residuals, s, r[i] as number);
        largen(observations, s, (observed[i] as number) / deviation);
      }
    }
  }
  const lost = residuals.some((residual, s) => {
    const observation = observations[s] as number;
    const tooSmall = vanished || cost < leastCost || observation ** 2 < leastCost;
    return tooSmall && observation > 0 && residual > rounding * observation;
  });
  if (lost) throw new FitError(runtimeMessages.costOutOfRange({ place: "result", size: "small" }));
}
