import type { Outcome } from "./solver.js";

/** The next radius: a quarter of the step where the model promised four times too much, twice itself where it held and the radius bound the step. */
export function nextRadius(radius: number, ratio: number, stepNorm: number, bound: boolean): number {
  if (ratio < 0.25) return 0.25 * stepNorm;
  return ratio > 0.75 && bound ? 2 * radius : radius;
}

/** The reduction achieved as a part of that predicted. */
export function reductionRatio(actual: number, predicted: number): number {
  if (predicted > 0) return actual / predicted;
  return predicted === 0 && actual === 0 ? 1 : 0;
}

/** SciPy's statuses: 2 the cost falls by less than ftol, 3 the step is shorter than xtol, 4 both; 0 neither. */
export function terminationStatus(
  actual: number,
  cost: number,
  stepNorm: number,
  length: number,
  ratio: number,
  { ftol, xtol }: { readonly ftol: number; readonly xtol: number },
): 0 | 2 | 3 | 4 {
  const byCost = actual < ftol * cost && ratio > 0.25;
  const byStep = stepNorm < xtol * (xtol + length);
  if (byCost) return byStep ? 4 : 2;
  return byStep ? 3 : 0;
}

export function stoppedByStatus(status: 2 | 3 | 4): Outcome["stoppedBy"] {
  return status === 2 ? "ftol" : status === 3 ? "xtol" : "ftol and xtol";
}

/**
 * Whether the residuals are rounding of those at the start twice over, which no data leave: they are 0 but for the way there, which
 * is endless where J is singular at the end.
 */
export function isExact(cost: number, first: number): boolean {
  return cost <= Number.EPSILON ** 4 * first;
}
