import type { FitResult } from "../../api/fit-result.js";
import { forEachPanel, longestPanel, rowBlockOf } from "../../fold/panels.js";
import type { FinishedFit } from "../../statistics/finished-fit.js";
import { runsTest } from "../../statistics/residual-order.js";

/** A fit that explains less of the variance is suspicious, whatever else it shows. */
const poor = 0.3;
/** A fit that explains less than this is suspicious if something else is wrong, too. */
const fair = 0.9;
/** Below this probability of their order, the residuals follow a trend that the model misses. */
const inOrder = 1e-6;
/** Beyond this condition, hardly any digit of some parameter follows from the data. */
const illConditioned = 1e8;
/** A reduced chi-square, for known standard deviations, that no wrong estimate of them explains. */
const hopeless = 100;

/**
 * Whether a fit has signs of having ended in the wrong place, so that it is worth a search for a
 * better minimum. Ordinary good fits have none of them.
 */
export function isSuspicious(fit: FinishedFit, result: FitResult): boolean {
  const { outcome, active, doubtful, problem, residuals } = fit;
  if (outcome.stoppedBy === "caller" || residuals < active.length) return false;
  let kept = 0;
  for (let j = 0; j < active.length; j++) if (active[j] === 0) kept++;
  if (doubtful || outcome.status <= 0 || result.rank < kept || result.condition > illConditioned) return true;
  // Without R2, as with `residual` statements, only the order of the residuals tells.
  const r2 = result.r2 ?? fair - 0.1;
  if (r2 < poor) return true;
  const isRobust = problem.statements.some(({ loss }) => loss >= 0);
  if (result.sigma === "absolute" && !isRobust && (result.reducedChi2 ?? 0) > hopeless) return true;
  return r2 < fair && ((kept < active.length && result.r2 !== null) || isTrend(fit));
}

/** Whether the residuals of neighbouring rows go together far beyond chance. */
function isTrend({ problem, data, start, outcome }: FinishedFit): boolean {
  const block = rowBlockOf(problem);
  if (block === null) return false;
  const { count } = block;
  const p = start.params.slice();
  for (const [j, param] of start.indices.entries()) p[param] = outcome.x[j] as number;
  const sequences = Array.from({ length: count }, () => new Float64Array(data.rows));
  const r = new Float64Array(longestPanel([block]));
  forEachPanel(0, data.rows, (from, to) => {
    block.residuals(p, data.columns, from, to, r);
    const rows = to - from;
    for (const [s, sequence] of sequences.entries()) sequence.set(r.subarray(s * rows, (s + 1) * rows), from);
  });
  const test = runsTest(sequences);
  return test !== null && test.z < 0 && test.p < inOrder;
}
