import { normalSf } from "../../math/index.js";

/** Wald and Wolfowitz, Annals of Mathematical Statistics 11 (1940) 147. */
export interface RunsTest {
  /** Stretches of residuals of one sign. */
  readonly runs: number;
  /** How many standard deviations that is above what a random order gives: far below 0, the model misses a trend. */
  readonly z: number;
  /** The probability, two-sided and by the normal distribution, of so large a |z| in a random order. */
  readonly p: number;
}

/** Residuals in their order, one sequence for each row statement. */
export type Sequences = readonly Float64Array[];

/**
 * The sum of squared differences of neighbours over that of squares (Durbin and Watson, Biometrika 37 (1950) 409): 2 where neighbours
 * have nothing to do with each other, towards 0 where they go together, towards 4 where they alternate. Null where all are 0.
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

/** Over all sequences together, each against its own expectation; residuals of 0 are left out. Null where none has both signs. */
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
