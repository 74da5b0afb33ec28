import type { ColumnData } from "../contract/fit-problem.js";
import type { Bounds } from "../solvers/bounds.js";
import { startInside } from "../solvers/minimize.js";
import type { FoldObjective } from "../solvers/objective.js";
import { sorted } from "../solvers/order.js";
import type { Settings, StartPoint } from "../solvers/solver.js";

/** How far the points tried are from the start, relative to the size of each parameter. */
const distances = [1e-3, 1e-4, 1e-5, 1e-6];
/** Multiples of the golden ratio, modulo 1, are evenly spread: no two parameters move alike. */
const golden = (Math.sqrt(5) - 1) / 2;

/**
 * A point beside a start at which the residuals are finite, but a derivative is not: a circle whose
 * centre starts on one of the points has no direction there, and the root of a parameter that
 * starts at 0 has an infinite slope. The singularity is a matter of that one point.
 *
 * @param first the state at the start
 * @param columns the data, which give a parameter that starts at 0 its size
 * @returns null if the start has no such fault, or no point nearby is without
 */
export function stepAside(
  objective: FoldObjective,
  { x, state: first }: StartPoint,
  columns: ColumnData,
  bounds: Bounds,
  settings: Settings,
): StartPoint | null {
  if (settings.scipy || first.badResiduals > 0 || first.badDerivatives === 0) return null;
  const unit = smallestScale(columns);
  for (const distance of distances) {
    for (const sign of [1, -1]) {
      const moved = x.map((value, j) => {
        const direction = sign * (0.5 + (((j + 1) * golden) % 1));
        return insideOf(value, distance * direction * (Math.abs(value) || unit), j, bounds);
      });
      const candidate = startInside(sorted(objective.chains, moved), bounds, settings);
      const state = Number.isFinite(objective.cost(candidate)) ? objective.linearize(candidate) : null;
      if (state !== null) return { x: candidate, state };
    }
  }
  return null;
}

/** The value moved, or moved the other way, or not at all, so that it stays between its bounds. */
function insideOf(value: number, move: number, j: number, { lower, upper }: Bounds): number {
  const isInside = (v: number) => v > (lower[j] as number) && v < (upper[j] as number);
  return [value + move, value - move].find(isInside) ?? value;
}

/** The smallest of the largest absolute values of the columns; 1 without any. */
function smallestScale(columns: ColumnData): number {
  const scales = columns.map((column) => column.reduce((most, value) => Math.max(most, Math.abs(value)), 0));
  const least = Math.min(...scales.filter((scale) => scale > 0 && scale < Number.POSITIVE_INFINITY));
  return Number.isFinite(least) ? least : 1;
}
