import { svd } from "../../math/index.js";
import type { FoldState } from "../fold/state.js";
import type { Bounds } from "./bounds.js";
import type { StartPoint } from "./solver.js";

/**
 * Rank loss: at the end of a fit the residuals do not depend on some combination of the parameters,
 * although they do so nearby. A fit runs off to such a point after a first step that was too long
 * (`exp(-k x)` with a huge k), or never leaves it after starting on a symmetry (two equal peaks, or
 * an amplitude of 0 that multiplies another). No step leads away, because the gradient in that
 * direction is 0; a perturbed start does.
 */

/**
 * Singular values up to this fraction of the largest, times the number of columns, count as zero.
 */
const negligible = 32 * Number.EPSILON;
/** A column has vanished if it has shrunk to this fraction of its length near the start. */
const vanished = 1e-10;

/**
 * The numerical rank of the given columns of J, each scaled to length 1. A column that has vanished
 * counts as zero.
 *
 * @param before the state with which the column lengths are compared
 */
export function numericalRank(state: FoldState, before: FoldState, all: readonly number[]): number {
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

/**
 * The fractional parts of the multiples of these numbers are evenly spread (Kronecker's sequence):
 * all directions differ, and they are the same in every run.
 */
const byParameter = (Math.sqrt(5) - 1) / 2;
const byTry = Math.SQRT2 - 1;

/**
 * A point near the start, inside the bounds. Each parameter moves by a fraction of its own size, or
 * of 1 if it is smaller, but by no more than what changes the residuals by that fraction of their
 * length.
 *
 * @param strength the fraction
 * @param attempt the number of the point, for points that differ
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
    // Both directions leave the bounds: go half of the way to the more distant bound.
    return (value + (high - value > value - low ? high : low)) / 2;
  });
}
