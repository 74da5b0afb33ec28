/**
 * Whether an axis with these values is logarithmic: they are positive, span at least two decades,
 * and fill the axis more evenly than on a linear one, where most of them would lie at its lower
 * end. Values that are evenly spaced, or a few small ones among large ones, stay linear. NaN is
 * skipped.
 */
export function isLogarithmic(values: ArrayLike<number>): boolean {
  let [count, least, greatest, sum, sumOfLogs] = [0, Number.POSITIVE_INFINITY, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) return false;
    count++;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
    sumOfLogs += Math.log(value);
  }
  if (!(greatest / least >= 100)) return false;
  // Divided by the greatest, so that the sum cannot overflow.
  for (let i = 0; i < values.length; i++) sum += Number.isNaN(values[i]) ? 0 : (values[i] as number) / greatest;
  // The place of the mean on the axis, from 0 to 1; that of evenly spread values is 1/2.
  const ratio = least / greatest;
  const linear = (sum / count - ratio) / (1 - ratio);
  const logarithmic = (sumOfLogs / count - Math.log(least)) / (Math.log(greatest) - Math.log(least));
  return logarithmic >= 0.2 && logarithmic - 0.5 < 0.5 - linear;
}

/** Where a value is on a logarithmic axis, from 0 to 1. The ratio of its ends may overflow. */
export function logarithmicPlace(value: number, least: number, greatest: number): number {
  return (Math.log(value) - Math.log(least)) / (Math.log(greatest) - Math.log(least));
}

/** The value at a place on a logarithmic axis: a positive number, with room above, also beyond its ends. */
export function logarithmicValue(place: number, least: number, greatest: number): number {
  const value = least ** (1 - place) * greatest ** place;
  return Math.min(Math.max(value, Number.MIN_VALUE), Number.MAX_VALUE / 4);
}

/** How many powers of ten are between two positive numbers. */
export function decades(least: number, greatest: number): number {
  return Math.log10(greatest) - Math.log10(least);
}
