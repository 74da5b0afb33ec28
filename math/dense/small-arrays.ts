/*
 * Small arrays that each fit makes some dozens of. Loops, because `Array.from` and `Float64Array.from` with a function take ten
 * times as long: for a small fit that is a good part of its time.
 */

/** The values at some places. */
export function pick(values: ArrayLike<number>, places: readonly number[]): Float64Array {
  const picked = new Float64Array(places.length);
  for (let i = 0; i < picked.length; i++) picked[i] = values[places[i] as number] as number;
  return picked;
}

/** The numbers below n that pass a test. */
export function below(n: number, test: (j: number) => boolean = () => true): number[] {
  const numbers: number[] = [];
  for (let j = 0; j < n; j++) if (test(j)) numbers.push(j);
  return numbers;
}

/** A typed array as a plain one. */
export function plain(values: ArrayLike<number>): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < values.length; i++) numbers.push(values[i] as number);
  return numbers;
}
