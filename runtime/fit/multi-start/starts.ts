import type { Random } from "../../../math/index.js";
import type { Bounds } from "../../solvers/bounds.js";
import type { StartPoint } from "../../solvers/solver.js";

/**
 * A range between bounds of the same sign is sampled by decades if their ratio is at least this.
 */
const wide = 100;
/** How far a parameter without bounds is moved: its start is multiplied by 1/10 to 10. */
const factor = 10;

/**
 * Starts spread over the range of every parameter by Latin hypercubes (McKay, Beckman and Conover,
 * Technometrics 21 (1979) 239): in each batch the range of each parameter is divided into as many
 * parts of equal probability as the batch has points, and each part contains one point.
 *
 * The range of a parameter between two bounds is sampled evenly, or evenly in its logarithm if the
 * bounds are positive (or negative) and two decades or more apart. With one bound, the distance of
 * the start from it is multiplied by 1/10 to 10, evenly in the logarithm; without bounds, the start
 * itself is, and keeps its sign. For a start at 0, or on its only bound, the range extends to the
 * size that the residuals suggest: |r| / |J_j|.
 */
export function* latinStarts(
  { x, state }: StartPoint,
  { lower, upper }: Bounds,
  batch: number,
  random: Random,
): Generator<Float64Array, never> {
  const ranges = Array.from(x, (start, j) => {
    const reach = Math.sqrt(2 * state.cost) / state.columnNorm(j);
    return rangeOf(start, lower[j] as number, upper[j] as number, reach > 0 && Number.isFinite(reach) ? reach : 1);
  });
  for (;;) {
    const orders = ranges.map(() => random.permutation(batch));
    for (let i = 0; i < batch; i++) {
      yield Float64Array.from(ranges, (range, j) => range(((orders[j]?.[i] as number) + random.uniform()) / batch));
    }
  }
}

/** The value at a fraction u of the range, 0 < u < 1. */
type Range = (u: number) => number;

function rangeOf(start: number, lower: number, upper: number, reach: number): Range {
  const within = (value: number) => Math.min(Math.max(value, lower), upper);
  if (Number.isFinite(lower) && Number.isFinite(upper)) {
    if (lower > 0 === upper > 0 && lower !== 0 && Math.max(lower / upper, upper / lower) >= wide) {
      const [from, to] = [Math.log(Math.abs(lower)), Math.log(Math.abs(upper))];
      return (u) => within(Math.sign(lower) * Math.exp(from * (1 - u) + to * u));
    }
    return (u) => within(lower * (1 - u) + upper * u);
  }
  const bound = Number.isFinite(lower) ? lower : Number.isFinite(upper) ? upper : 0;
  const distance = start - bound;
  if (distance !== 0) return (u) => within(bound + distance * factor ** (2 * u - 1));
  if (Number.isFinite(lower)) return (u) => lower + reach * u;
  if (Number.isFinite(upper)) return (u) => upper - reach * u;
  return (u) => reach * (2 * u - 1);
}
