import { summary } from "./statistics.js";

/**
 * Runs the contestants in turn, round after round, so that a temporary slowdown of the machine
 * affects all of them. Before the rounds, each runs uncounted, at least once and for `warmUp`
 * seconds, so that engines compile and caches fill. Contestants that fail are left out, and the
 * report says so.
 *
 * @param contestants `{ name, run, warmUp }`; `run` resolves to the seconds it took, and any other
 * results
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

/** The time of `of` divided by that of `over`, round by round. */
export function ratio(results, of, over) {
  const below = results.get(over).seconds;
  return summary(results.get(of).seconds.map((seconds, round) => seconds / below[round]));
}

/**
 * Costs and standard errors agree if their relative difference is below these, which is much less
 * than the relative standard error of any parameter.
 */
const costTolerance = 1e-6;
const errorTolerance = 1e-3;

/**
 * Why a fit disagrees with another one: a different minimum, or different standard errors if both
 * have them; undefined if they agree.
 *
 * @param reference if it has a `rounding`, a cost up to this is rounding error: the model goes
 * through the data
 */
export function disagreement(fit, reference) {
  const apart = Math.abs(fit.cost - reference.cost);
  const { rounding = 0 } = reference;
  if (!(apart <= costTolerance * reference.cost + rounding)) {
    return fit.error ?? `the cost is ${fit.cost}, not ${reference.cost}`;
  }
  // If the cost is rounding error, so are the standard errors.
  const errors = reference.cost > rounding ? (fit.stderr ?? []) : [];
  const wrong = errors.findIndex((error, j) => !(Math.abs(error / reference.stderr[j] - 1) <= errorTolerance));
  return wrong < 0 ? undefined : `standard error ${wrong + 1} is ${errors[wrong]}, not ${reference.stderr[wrong]}`;
}

/** Calls a function; returns the seconds it took and its value. */
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
