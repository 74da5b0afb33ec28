import type { Settings } from "./solver.js";

/**
 * The inverse of the scale of each parameter. It is the inverse of the given scale or, for `jac`,
 * the largest length so far of the parameter's column of J (Moré, Lecture Notes in Mathematics 630
 * (1978) 105, section 6). At the start, and only there, a column of zeros counts as one of length
 * 1.
 *
 * @param lengths the column lengths of J
 * @param inverse the values at the previous iterate; overwritten
 * @param isStart there is no previous iterate yet
 * @param least at the start, lengths that the columns of J reach nearby, if they are known
 */
export function inverseScale(
  xScale: Settings["xScale"],
  lengths: Float64Array,
  inverse: Float64Array,
  isStart: boolean,
  least?: Float64Array,
): void {
  for (let j = 0; j < inverse.length; j++) {
    if (xScale !== "jac") inverse[j] = 1 / (xScale[j] as number);
    else if (isStart) inverse[j] = Math.max((lengths[j] as number) || 1, least?.[j] ?? 0);
    else inverse[j] = Math.max(inverse[j] as number, lengths[j] as number);
  }
}
