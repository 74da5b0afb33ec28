import { normalSf } from "../../math/index.js";

/** The runs test of Wald and Wolfowitz, Annals of Mathematical Statistics 11 (1940) 147. */
export interface RunsTest {
  /** The number of runs: stretches of residuals of the same sign. */
  readonly runs: number;
  /**
   * The number of runs minus its expectation for a random order, in standard deviations. Far below
   * 0, the model misses a trend.
   */
  readonly z: number;
  /** The two-sided probability of so large a |z| in a random order, by the normal distribution. */
  readonly p: number;
}

/** Residuals in the order of the rows, one sequence for each row statement. */
export type Sequences = readonly Float64Array[];

/**
 * The sum of squared differences of neighbours divided by the sum of squares (Durbin and Watson,
 * Biometrika 37 (1950) 409): 2 if neighbours are uncorrelated, towards 0 if they go together,
 * towards 4 if they alternate. Null if all residuals are 0.
 */
export function durbinWatson(sequences: Sequences): number | null {
  let differences = 0;
  let squares = 0;
  for (const r of sequences) {
    for (let i = 0; i < r.length; i++) {
      squares += (r[i] as number) ** 2;
      if (i > 0) differences += ((r[i] as number) - (r[i - 1] as number)) ** 2;
    }
  }
  const ratio = differences / squares;
  return Number.isFinite(ratio) ? ratio : null;
}

/**
 * The test over all sequences together, each with its own expectation. Residuals of 0 are left out.
 * Null if no sequence has both signs.
 */
export function runsTest(sequences: Sequences): RunsTest | null {
  let runs = 0;
  let expected = 0;
  let variance = 0;
  for (const sequence of sequences) {
    const r = sequence.filter((value) => value !== 0);
    const n = r.length;
    const above = r.reduce((count, value) => (value > 0 ? count + 1 : count), 0);
    const pairs = 2 * above * (n - above);
    for (let i = 0; i < n; i++) if (i === 0 || (r[i] as number) > 0 !== (r[i - 1] as number) > 0) runs++;
    if (n > 0) expected += pairs / n + 1;
    if (n > 1) variance += (pairs * (pairs - n)) / (n * n * (n - 1));
  }
  if (!(variance > 0)) return null;
  const z = (runs - expected) / Math.sqrt(variance);
  return { runs, z, p: 2 * normalSf(Math.abs(z)) };
}
