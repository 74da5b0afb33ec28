import type { Outcome } from "./solver.js";

/**
 * The next radius: a quarter of the step if the reduction was below a quarter of the prediction,
 * twice the radius if the prediction held and the radius limited the step.
 */
export function nextRadius(radius: number, ratio: number, stepNorm: number, bound: boolean): number {
  if (ratio < 0.25) return 0.25 * stepNorm;
  return ratio > 0.75 && bound ? 2 * radius : radius;
}

/** The actual reduction divided by the predicted one. */
export function reductionRatio(actual: number, predicted: number): number {
  if (predicted > 0) return actual / predicted;
  return predicted === 0 && actual === 0 ? 1 : 0;
}

/**
 * SciPy's statuses: 2 the cost falls by less than ftol, 3 the step is below xtol, 4 both, 0
 * neither.
 */
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
 * Whether the cost is 0 up to rounding: the residuals are at the level of eps^2 of those at the
 * start, which real data never reach. If J is singular at the end, getting to 0 itself would take
 * endless iterations.
 */
export function isExact(cost: number, first: number): boolean {
  return cost <= Number.EPSILON ** 4 * first;
}
