import { svd } from "../../math/index.js";
import type { FoldState } from "../fold/state.js";
import type { Bounds } from "./bounds.js";
import type { StartPoint } from "./solver.js";

/**
 * Dead spots: ends at which the residuals no longer depend on some combination of the parameters, though nearby they do. A fit
 * runs off to one where a first step was too long (`exp(-k x)` for a huge k), or never leaves one where it started on a symmetry (two equal
 * peaks, an amplitude of 0 times another). No step leads away, as the gradient across it is 0; a perturbed start does.
 */

/** Singular values up to this part of the largest, times the number of columns, count as zero. */
const negligible = 32 * Number.EPSILON;
/** And columns that have shrunk to this part of what they were beside the start. */
const vanished = 1e-10;

/**
 * The numerical rank of the columns of J given, each scaled to length 1; one that has vanished counts as zero.
 *
 * @param before where to see what the columns were
 */
export function livingRank(state: FoldState, before: FoldState, all: readonly number[]): number {
  const columns = all.filter((j) => state.columnNorm(j) > vanished * before.columnNorm(j));
  const { n } = state;
  const k = columns.length;
  const u = new Float64Array(n * k);
  for (const [c, j] of columns.entries()) {
    state.copyColumn(j, u, c * n, state.columnNorm(j) || 1);
  }
  const s = new Float64Array(k);
  svd(u, n, k, u, s, new Float64Array(k * k));
  const threshold = negligible * k * (s[0] ?? 0);
  return s.filter((value) => value > threshold).length;
}

/** Whether some column of J has vanished. */
export function hasVanished(state: FoldState, before: FoldState): boolean {
  for (let j = 0; j < state.n; j++) if (!(state.columnNorm(j) > vanished * before.columnNorm(j))) return true;
  return false;
}

/** The fractional parts of multiples of these are spread evenly (Kronecker's sequence): the directions are all different, and always the same. */
const byParameter = (Math.sqrt(5) - 1) / 2;
const byTry = Math.SQRT2 - 1;

/**
 * A point beside the start, inside the bounds. Each parameter moves by a part of itself, or of 1 where it is smaller, but by no more than
 * what changes the residuals by that part of their length.
 *
 * @param strength the part
 * @param attempt which of several points
 */
export function beside({ x, state }: StartPoint, bounds: Bounds, strength: number, attempt: number): Float64Array {
  const length = Math.sqrt(2 * state.cost);
  return x.map((value, j) => {
    const spread = ((j + 1) * byParameter + attempt * byTry) % 1;
    const direction = (spread < 0.5 ? -1 : 1) * (0.5 + Math.abs(spread - 0.5));
    const size = Math.min(Math.max(Math.abs(value), 1), length / state.columnNorm(j) || 1);
    const move = strength * direction * size;
    const [low, high] = [bounds.lower[j] as number, bounds.upper[j] as number];
    for (const candidate of [value + move, value - move]) {
      if (candidate > low && candidate < high) return candidate;
    }
    // Both ways lead out: half of the way to the bound that is farther.
    return (value + (high - value > value - low ? high : low)) / 2;
  });
}
