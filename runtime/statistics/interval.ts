import { normalQuantile, studentTQuantile } from "../../math/index.js";

/** The half-width of an interval in standard errors. */
export type Quantile = number;

/**
 * @param dof degrees of freedom of Student's t; infinite for the normal distribution, if sigma is
 *   absolute
 */
export function quantileOf(level: number, dof: number): Quantile {
  if (dof <= 0) return Number.POSITIVE_INFINITY;
  const p = (1 + level) / 2;
  return dof === Number.POSITIVE_INFINITY ? normalQuantile(p) : studentTQuantile(p, dof);
}

export function interval(value: number, stderr: number | null, quantile: Quantile): readonly [number, number] | null {
  if (stderr === null) return null;
  const half = stderr === 0 ? 0 : quantile * stderr;
  return [value - half, value + half];
}
