import type { FitProblem } from "../../contract/fit-problem.js";
import type { PreparedData } from "../../data/prepare.js";

/*
 * Values that a parameter may have, before anything is known about its role in the model: sizes of
 * any order of magnitude, places in the data, and frequencies that the data can resolve.
 */

const decades = 40;
const mostFrequencies = 256;
const places = 16;

/** +-10^(k/2), k = -40..40, from the middle outwards. */
export function sizes(): readonly number[] {
  const exponents = Array.from({ length: 2 * decades + 1 }, (_, k) => (k % 2 === 1 ? (k + 1) / 2 : -k / 2));
  return exponents.flatMap((k) => [10 ** (k / 2), -(10 ** (k / 2))]);
}

/** Evenly spread values of every column, and where each observation is largest and smallest. */
export function locations(problem: FitProblem, { columns, rows }: PreparedData): readonly number[] {
  const found = new Set<number>();
  const observed = observedColumns(problem);
  for (const column of columns) {
    if (column.length === 0) continue;
    for (const y of observed) {
      const values = columns[y] as Float64Array;
      found.add(column[extreme(values, rows, 1)] as number);
      found.add(column[extreme(values, rows, -1)] as number);
    }
  }
  for (const column of columns) {
    if (column.length === 0) continue;
    const sorted = Float64Array.from(column.subarray(0, rows)).sort();
    for (let i = 0; i < places; i++) found.add(sorted[Math.floor(((i + 0.5) * rows) / places)] as number);
  }
  return [...found].filter(Number.isFinite);
}

/**
 * Frequencies, angular frequencies and periods, in steps of 1/(2 range) up to 1/(2 median spacing)
 * of every column that is not observed: a sine between two of them still has the phase of one of
 * them over half of the range (Lomb, Astrophys. Space Sci. 39 (1976) 447).
 */
export function frequencies(problem: FitProblem, { columns, rows }: PreparedData): readonly number[] {
  const observed = new Set(observedColumns(problem));
  const found = new Set<number>();
  for (const [c, column] of columns.entries()) {
    if (column.length === 0 || observed.has(c)) continue;
    const sorted = Float64Array.from(column.subarray(0, rows)).sort();
    const range = (sorted[rows - 1] as number) - (sorted[0] as number);
    const gaps = sorted.map((value, i) => value - (sorted[i - 1] ?? value)).filter((gap) => gap > 0);
    const spacing = gaps.sort()[Math.floor(gaps.length / 2)] ?? 0;
    if (!(range > 0 && spacing > 0)) continue;
    const count = Math.min(Math.floor(range / spacing), mostFrequencies);
    for (let k = 1; k <= count; k++) found.add((Math.PI * k) / range);
    for (let k = 1; k <= count; k++) found.add(k / (2 * range));
    for (let k = 1; k <= count; k++) found.add((2 * range) / k);
  }
  return [...found].filter(Number.isFinite);
}

function observedColumns({ statements }: FitProblem): readonly number[] {
  return [...new Set(statements.map(({ observed }) => observed).filter((column) => column >= 0))];
}

/** The row of the largest value, or of the smallest. */
function extreme(values: Float64Array, rows: number, sign: 1 | -1): number {
  let best = 0;
  for (let i = 1; i < rows; i++) if (sign * ((values[i] as number) - (values[best] as number)) > 0) best = i;
  return best;
}
