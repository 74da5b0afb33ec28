import { summary } from "./statistics.js";

/**
 * Contestants in turn, round after round, so that what slows the machine down for a while slows all of them. First each runs
 * uncounted, at least once and for `warmUp` seconds: engines compile, caches fill. Who fails is left out, and the report says so.
 *
 * @param contestants `{ name, run, warmUp }`; `run` resolves to the seconds that it took, and what else is known of it
 * @returns by name, the seconds of each round and the last result
 */
export async function contest(contestants, rounds, report) {
  const results = new Map();
  for (const { name, run, warmUp = 0 } of contestants) {
    const start = performance.now();
    try {
      do results.set(name, { seconds: [], last: await run() });
      while (performance.now() - start < 1000 * warmUp);
    } catch (error) {
      report.failure(`${name} does not run: ${error.message}`);
    }
  }
  const running = contestants.filter(({ name }) => results.has(name));
  for (let round = 0; round < rounds; round++) {
    for (const { name, run } of running) {
      const result = results.get(name);
      result.last = await run();
      result.seconds.push(result.last.seconds);
    }
  }
  return results;
}

/** The time of `of` over that of `over`, round by round. */
export function ratio(results, of, over) {
  const below = results.get(over).seconds;
  return summary(results.get(of).seconds.map((seconds, round) => seconds / below[round]));
}

/** A cost or a standard error is the same to this, which is much less than any standard error of a parameter. */
const costTolerance = 1e-6;
const errorTolerance = 1e-3;

/**
 * Why a fit is not the same as another, if it is not: another minimum, or other standard errors where both have them.
 *
 * @param reference its `rounding`, where it has one, is a cost that means that the model goes through the data
 */
export function disagreement(fit, reference) {
  const apart = Math.abs(fit.cost - reference.cost);
  const { rounding = 0 } = reference;
  if (!(apart <= costTolerance * reference.cost + rounding)) {
    return fit.error ?? `the cost is ${fit.cost}, not ${reference.cost}`;
  }
  // Of a cost that is rounding the standard errors are rounding too.
  const errors = reference.cost > rounding ? (fit.stderr ?? []) : [];
  const wrong = errors.findIndex((error, j) => !(Math.abs(error / reference.stderr[j] - 1) <= errorTolerance));
  return wrong < 0 ? undefined : `standard error ${wrong + 1} is ${errors[wrong]}, not ${reference.stderr[wrong]}`;
}

/** Seconds of a call. */
export function timed(call) {
  const start = performance.now();
  const value = call();
  return { seconds: (performance.now() - start) / 1000, value };
}

export async function timedAsync(call) {
  const start = performance.now();
  const value = await call();
  return { seconds: (performance.now() - start) / 1000, value };
}
