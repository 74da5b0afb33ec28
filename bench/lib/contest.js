import { summary } from "./statistics.js";

/**
 * Contestants in turn, round after round, so that what slows the machine down for a while slows all of them. The first round is
 * not counted: engines compile, caches fill.
 *
 * @param contestants `{ name, run }`; `run` resolves to the seconds that it took, and what else is known of it
 * @returns by name, the seconds of each round and the last result
 */
export async function contest(contestants, rounds) {
  const results = new Map(contestants.map(({ name }) => [name, { seconds: [], last: undefined }]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, run } of contestants) {
      const result = results.get(name);
      result.last = await run();
      if (round > 0) result.seconds.push(result.last.seconds);
    }
  }
  return results;
}

/** The time of `of` over that of `over`, round by round. */
export function ratio(results, of, over) {
  const below = results.get(over).seconds;
  return summary(results.get(of).seconds.map((seconds, round) => seconds / below[round]));
}

/** Seconds of a call. */
export function timed(call) {
  const start = performance.now();
  const value = call();
  return { seconds: (performance.now() - start) / 1000, value };
}
