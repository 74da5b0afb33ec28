import type { FoundMinimum } from "../../api/fit-result.js";
import type { Minimum } from "../../solvers/solver.js";

/** At one minimum, costs agree to this relative tolerance, and parameter values to this one... */
const sameCost = 1e-6;
const sameValue = 1e-6;
/**
 * ...or to this fraction of the change that would double the cost: in a flat valley no two fits end
 * at the same point.
 */
const sameFit = 1e-3;

/** The distinct minima among those found, each represented by its best fit, in order of cost. */
export function distinctMinima(found: readonly Minimum[], reference: number): readonly FoundMinimum[] {
  const sorted = [...found].sort((a, b) => a.outcome.state.cost - b.outcome.state.cost);
  const minima: { best: Minimum; starts: number }[] = [];
  for (const minimum of sorted) {
    const known = minima.find(({ best }) => isSame(best, minimum, reference));
    if (known === undefined) minima.push({ best: minimum, starts: 1 });
    else known.starts++;
  }
  return minima.map(({ best, starts }) => ({
    cost: best.outcome.state.cost,
    x: Array.from(best.outcome.x),
    starts,
  }));
}

/** @param reference costs that differ by less than the rounding of this cost are the same */
function isSame({ outcome: a }: Minimum, { outcome: b }: Minimum, reference: number): boolean {
  const rounding = 1e-20 * reference;
  if (!(b.state.cost - a.state.cost <= sameCost * a.state.cost + rounding)) return false;
  const near = a.x.every((value, j) => {
    const other = b.x[j] as number;
    return Math.abs(value - other) <= sameValue * Math.max(Math.abs(value), Math.abs(other));
  });
  if (near) return true;
  const moved = a.state.times(a.x.map((value, j) => (b.x[j] as number) - value));
  const squares = moved.reduce((sum, value) => sum + value * value, 0);
  return squares <= sameFit * sameFit * 2 * a.state.cost + rounding;
}
