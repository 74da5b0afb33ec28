/** True if there is a NaN. Three times as fast as `includes` if there is none. */
export function hasNaN(values: Float64Array): boolean {
  // 0 times a finite number is 0; 0 times NaN or infinity is NaN. The four sums do not depend on
  // each other and are computed in parallel.
  let [a, b, c, d] = [0, 0, 0, 0];
  const fours = values.length - (values.length % 4);
  for (let i = 0; i < fours; i += 4) {
    a += 0 * (values[i] as number);
    b += 0 * (values[i + 1] as number);
    c += 0 * (values[i + 2] as number);
    d += 0 * (values[i + 3] as number);
  }
  for (let i = fours; i < values.length; i++) a += 0 * (values[i] as number);
  // The NaN may come from an infinity.
  return Number.isNaN(a + b + c + d) && values.includes(Number.NaN);
}
