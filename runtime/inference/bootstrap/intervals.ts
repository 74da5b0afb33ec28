/**
 * Intervals from bootstrap replicates (Efron and Tibshirani, An Introduction to the Bootstrap,
 * 1993, chapters 13 and 14).
 */
import { normalCdf, normalQuantile } from "../../../math/index.js";

/**
 * The quantile p of sorted values, with linear interpolation: at 1 + p (N - 1) (Hyndman and Fan's
 * type 7).
 */
function quantileOfSorted(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (at - below) * (high - low);
}

/** The quantiles (1 - level) / 2 and (1 + level) / 2 of the replicates. */
export function percentileInterval(sorted: Float64Array, level: number): readonly [number, number] {
  return [quantileOfSorted(sorted, (1 - level) / 2), quantileOfSorted(sorted, (1 + level) / 2)];
}

/**
 * A replicate closer to the estimate than this fraction of their spread is a tie, up to rounding.
 */
const rounding = 1e-12;

/**
 * The bias-corrected and accelerated interval (equations 14.9 to 14.15): the quantiles
 *
 *   Phi(z0 + (z0 + z) / (1 - a (z0 + z))),   z = Phi^-1((1 -+ level) / 2),
 *
 * where Phi(z0) is the fraction of the replicates below the estimate, with ties counted as half.
 * Null if all replicates are on one side of the estimate, or if the acceleration leaves no such
 * quantile.
 */
export function bcaInterval(
  sorted: Float64Array,
  value: number,
  acceleration: number,
  level: number,
): readonly [number, number] | null {
  const tie = rounding * ((sorted.at(-1) as number) - (sorted[0] as number));
  let below = 0;
  for (const replicate of sorted) below += Math.abs(replicate - value) <= tie ? 0.5 : replicate < value ? 1 : 0;
  const z0 = normalQuantile(below / sorted.length);
  const ends = [(1 - level) / 2, (1 + level) / 2].map((p) => {
    const z = z0 + normalQuantile(p);
    const stretch = 1 - acceleration * z;
    return stretch > 0 ? quantileOfSorted(sorted, normalCdf(z0 + z / stretch)) : Number.NaN;
  });
  const [lower = Number.NaN, upper = Number.NaN] = ends;
  return Number.isFinite(lower) && Number.isFinite(upper) ? [lower, upper] : null;
}

/**
 * The acceleration sum u^3 / (6 (sum u^2)^(3/2)) for the influences u of the observations on the
 * estimate (equation 14.15, which uses the jackknife's influences instead).
 */
export function accelerationOf(influence: Float64Array): number {
  const size = influence.reduce((largest, u) => Math.max(largest, Math.abs(u)), 0);
  if (size === 0) return 0;
  let squares = 0;
  let cubes = 0;
  for (const u of influence) {
    squares += (u / size) ** 2;
    cubes += (u / size) ** 3;
  }
  return cubes / (6 * squares ** 1.5);
}
