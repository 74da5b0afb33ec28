import { checkedOptions, level as levelRule } from "../api/check-options.js";
import type { ModelShape } from "../api/fit-options.js";
import type { FitResult } from "../api/fit-result.js";
import { type ReadEstimates, readEstimates } from "../api/read-result.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
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
 * @throws FitError for a level that is not between 0 and 1; notAResult if `fit` is not a result
 */
export function intervals<M extends ModelShape>(fit: FitResult<M>, options: { readonly level: number }): Intervals<M> {
  const { level } = checkedOptions<{ readonly level?: number }>(options, { level: levelRule });
  if (level === undefined) {
    const { expected } = levelRule;
    throw new FitError(runtimeMessages.invalidOption({ option: "level", value: "undefined", expected }));
  }
  const { sigma, dof, params, derived } = readEstimates(fit, "intervals");
  const quantile = quantileOf(level, sigma === "absolute" ? Number.POSITIVE_INFINITY : dof);
  const of = (estimates: ReadEstimates["params"]): Intervals["params"] =>
    Object.fromEntries([...estimates].map(([name, { value, stderr }]) => [name, interval(value, stderr, quantile)]));
  const found: Intervals = { level, params: of(params), derived: of(derived) };
  return found as Intervals<M>;
}
