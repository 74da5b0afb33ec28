import type { Settings } from "./solver.js";

/**
 * The inverse of the scale of each parameter: of the scale given, or the length of its column of J, the longest so far (Moré,
 * Lecture Notes in Mathematics 630 (1978) 105, section 6). A column of zeros counts as one of length 1, at the start alone.
 *
 * @param lengths of the columns of J
 * @param inverse overwritten: that of the last iterate
 * @param isStart there is none yet
 */
export function inverseScale(
  xScale: Settings["xScale"],
  lengths: Float64Array,
  inverse: Float64Array,
  isStart: boolean,
): void {
  for (let j = 0; j < inverse.length; j++) {
    if (xScale !== "jac") inverse[j] = 1 / (xScale[j] as number);
    else if (isStart) inverse[j] = (lengths[j] as number) || 1;
    else inverse[j] = Math.max(inverse[j] as number, lengths[j] as number);
  }
}
