import type { FoldState } from "../fold/state.js";
import type { Bounds } from "./bounds.js";
import { type BoxedStep, boxedStep } from "./boxed-step.js";
import { slopeNoise } from "./rounding.js";

/**
 * The Gauss-Newton step from `x` within the bounds, in variables in which the columns of J have
 * length 1.
 *
 * @param lengths the column lengths of J; 1 for a column of zeros
 * @param gradient the gradient of the cost where it is known more accurately than Q'r; null to use
 *   Q'r
 * @param cutoff singular values up to this fraction of the largest count as zero
 */
export function boxedNewton(
  x: Float64Array,
  state: FoldState,
  { lower, upper }: Bounds,
  lengths: Float64Array,
  gradient: Float64Array | null,
  cutoff: number,
): BoxedStep {
  const { n } = state;
  const A = new Float64Array(n * n);
  for (let j = 0; j < n; j++) state.copyColumn(j, A, j * n, lengths[j]);
  const distance = (bound: Float64Array) =>
    x.map((value, j) => ((bound[j] as number) - value) * (lengths[j] as number));
  return boxedStep({
    rows: n,
    columns: n,
    A,
    r: state.rightHandSide(),
    gradient: gradient?.map((slope, j) => slope / (lengths[j] as number)) ?? null,
    lower: distance(lower),
    upper: distance(upper),
    noise: slopeNoise(x, state),
    cutoff,
  });
}

/** Where a boxed step leads. A component that ends on a bound lies on it exactly. */
export function endOf(
  { step, side }: BoxedStep,
  x: Float64Array,
  { lower, upper }: Bounds,
  lengths: Float64Array,
  point: Float64Array,
): void {
  for (let j = 0; j < x.length; j++) {
    const low = lower[j] as number;
    const high = upper[j] as number;
    const to = (x[j] as number) + (step[j] as number) / (lengths[j] as number);
    point[j] = side[j] !== 0 ? ((side[j] as number) < 0 ? low : high) : Math.min(Math.max(to, low), high);
  }
}
