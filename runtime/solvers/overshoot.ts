/*
 * A scale taken from the columns of J is wrong by orders of magnitude where a column is
 * accidentally small. The next step is then far too long in that parameter, and if the cost falls
 * nevertheless, the parameter stays far away. The length of the column there tells: such a step is
 * taken back, and the scale corrected.
 */

/** The growth of a column beyond the largest length so far. */
const growth = 1e3;
/** The change of the residuals along the step, by the column at its end, over their length. */
const overshooting = 1e6;

/**
 * Whether the last step shows that the scale of a parameter was wrong.
 *
 * @param lengths the lengths of the columns of J at `x`
 * @param scaleInverse the largest lengths before the step
 * @param residuals the length of the residuals at `x`
 */
export function hasOvershot(
  x: Float64Array,
  before: Float64Array,
  lengths: Float64Array,
  scaleInverse: Float64Array,
  residuals: number,
): boolean {
  for (let j = 0; j < x.length; j++) {
    const length = lengths[j] as number;
    if (!(length > growth * (scaleInverse[j] as number))) continue;
    if (length * Math.abs((x[j] as number) - (before[j] as number)) > overshooting * residuals) return true;
  }
  return false;
}
