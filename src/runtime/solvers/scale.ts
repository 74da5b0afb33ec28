import type { FoldState } from "../fold/state.js";
import type { Settings } from "./solver.js";

/**
 * The inverse of the scale of each parameter: of the scale given, or the length of its column of J, the longest so far (Moré,
 * Lecture Notes in Mathematics 630 (1978) 105, section 6). A column of zeros counts as one of length 1, at the start alone.
 *
 * @param before that of the last iterate; null at the start
 */
export function inverseScale(xScale: Settings["xScale"], state: FoldState, before: Float64Array | null): Float64Array {
  if (xScale !== "jac") return before ?? xScale.map((scale) => 1 / scale);
  return Float64Array.from({ length: state.n }, (_, j) =>
    before === null ? state.columnNorm(j) || 1 : Math.max(before[j] as number, state.columnNorm(j)),
  );
}
