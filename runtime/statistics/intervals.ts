import { checkOptions, level as levelRule } from "../api/check-options.js";
import type { ModelShape } from "../api/fit-options.js";
import type { Estimate, FitResult } from "../api/fit-result.js";
import { interval, quantileOf } from "./interval.js";

/** The confidence intervals of a fit at one level; null where there is no standard error. */
export interface Intervals<M extends ModelShape = ModelShape> {
  readonly level: number;
  readonly params: { readonly [N in M["param"]]: readonly [number, number] | null };
  readonly derived: { readonly [N in M["derived"]]: readonly [number, number] | null };
}

/**
 * The confidence intervals of a finished fit at another level. They follow from its values,
 * standard errors and degrees of freedom, so nothing is fitted again.
 *
 * ```ts
 * const [lower, upper] = intervals(fit, { level: 0.68 }).params.tau ?? [];
 * ```
 * @throws FitError for a level that is not between 0 and 1
 */
export function intervals<M extends ModelShape>(fit: FitResult<M>, options: { readonly level: number }): Intervals<M> {
  checkOptions(options, { level: levelRule });
  const { level } = options;
  const quantile = quantileOf(level, fit.sigma === "absolute" ? Number.POSITIVE_INFINITY : fit.dof);
  const of = (estimates: Readonly<Record<string, Estimate>>): Intervals["params"] =>
    Object.fromEntries(
      Object.entries(estimates).map(([name, { value, stderr }]) => [name, interval(value, stderr, quantile)]),
    );
  const found: Intervals = { level, params: of(fit.params), derived: of(fit.derived) };
  return found as Intervals<M>;
}
