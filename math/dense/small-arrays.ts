/*
 * Helpers for the dozens of small arrays that each fit creates. They use loops because `Array.from`
 * and `Float64Array.from` with a callback take ten times as long, which is a good part of the time
 * of a small fit.
 */

/** The values at the given indices. */
export function pick(values: ArrayLike<number>, places: readonly number[]): Float64Array {
  const picked = new Float64Array(places.length);
  for (let i = 0; i < picked.length; i++) picked[i] = values[places[i] as number] as number;
  return picked;
}

/** The integers from 0 to n - 1 that pass the test. */
export function below(n: number, test: (j: number) => boolean = () => true): number[] {
  const numbers: number[] = [];
  for (let j = 0; j < n; j++) if (test(j)) numbers.push(j);
  return numbers;
}

/** Copies a typed array, of any length, to a plain one. */
export function plain(values: ArrayLike<number>): number[] {
  const numbers = new Array<number>(values.length);
  for (let i = 0; i < numbers.length; i++) numbers[i] = values[i] as number;
  return numbers;
}
