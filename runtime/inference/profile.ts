import type { Message } from "../../diagnostics/index.js";
import { checkedOptions, level as levelRule, type Rules } from "../api/check-options.js";
import type { Columns, FitOptions, ModelShape } from "../api/fit-options.js";
import type { FitResult } from "../api/fit-result.js";
import type { Fitter } from "../api/fitter.js";
import type { ReadResult } from "../api/read-result.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";
import { quantileOf } from "../statistics/interval.js";
import { betterMinimum, namedParams } from "./better-minimum.js";
import { ConstrainedFit } from "./constrained-fit.js";
import { type FittedModel, type FittedOptions, fittedModel, fittedRules } from "./fitted-model.js";
import {
  type EndKind,
  flatPath,
  followPath,
  type PathPoint,
  type PathRequest,
  type ProfilePath,
} from "./profile-path.js";
import { isUndetermined, type Quantity, quantitiesOf, quantityNamed } from "./quantity.js";
import { type CostScale, costScale } from "./variance.js";

/** The profile likelihood of one quantity. */
export interface Profile {
  readonly name: string;
  readonly value: number;
  readonly level: number;
  /**
   * The ends of the interval. An end is infinite if tau never reaches the level, as that of a
   * parameter that the data do not determine, and it is the bound or the limit if the profile
   * reaches that first.
   */
  readonly lower: number;
  readonly upper: number;
  readonly lowerAt: EndKind;
  readonly upperAt: EndKind;
  /** The interval that a linear model would give; null if it has no standard error. */
  readonly linear: readonly [number, number] | null;
  /**
   * The points of the profile by increasing value: the ends, the fit itself with tau 0, and those
   * between.
   */
  readonly points: readonly ProfilePoint[];
  /** The number of evaluations of the residuals. */
  readonly nfev: number;
  readonly warnings: readonly Message[];
}

/** The profiles of all quantities of a fit. */
export interface Profiles {
  /** Free parameters first, then derived quantities, each in the order of the spec. */
  readonly profiles: readonly Profile[];
  readonly warnings: readonly Message[];
}

export interface ProfilePoint {
  readonly value: number;
  /**
   * The signed square root of the rise of twice the cost, in standard deviations of a residual: a
   * straight line for a linear model.
   */
  readonly tau: number;
  readonly cost: number;
  /** All parameters, by name. */
  readonly params: Readonly<Record<string, number>>;
}

export interface ProfileOptions extends FittedOptions, Pick<FitOptions, "level"> {}

const profileRules: Rules<ProfileOptions> = { level: levelRule, ...fittedRules };

/**
 * The profile-likelihood interval of a free parameter or a derived quantity g: the values c for
 * which the least cost given g = c satisfies (S(c) - S_min) / s^2 <= t^2, where S is twice the
 * cost, s^2 the reduced chi-square and t Student's quantile (t^2 is the quantile of F with 1 and
 * the residual degrees of freedom). If sigma is `absolute`, s^2 is 1 and t the normal quantile. It
 * is the interval of `confint` for `nls` in R, and of `conf_interval` in lmfit. If the profile is
 * not monotone, the interval ends where the level is reached first, seen from the fit.
 *
 * ```ts
 * const { lower, upper } = profile(Decay, fit, data, "tau");
 * ```
 * @param data the columns of the fit
 * @param name a free parameter, or a derived quantity that depends on one
 * @throws FitError noResidualVariance if the residuals have no scale, invalidProfileQuantity for
 *   another name; as `fittedModel`
 */
export function profile<M extends ModelShape>(
  fitter: Fitter<M>,
  fit: FitResult<NoInfer<M>>,
  data: Columns<M["column"]>,
  name: M["free"] | M["derived"],
  options: ProfileOptions = {},
): Profile {
  const checked = checkedOptions(options, profileRules);
  const model = fittedModel(fitter, fit, data, checked);
  return profileOf(model, quantityNamed(model, name), costScale(model), checked.level ?? model.result.level);
}

/**
 * As {@link profile}, for every free parameter and every derived quantity that depends on one. Each
 * warning is given only once.
 */
export function profiles<M extends ModelShape>(
  fitter: Fitter<M>,
  fit: FitResult<NoInfer<M>>,
  data: Columns<M["column"]>,
  options: ProfileOptions = {},
): Profiles {
  const checked = checkedOptions(options, profileRules);
  const model = fittedModel(fitter, fit, data, checked);
  const scale = costScale(model);
  const level = checked.level ?? model.result.level;
  const all = quantitiesOf(model).map((quantity) => profileOf(model, quantity, scale, level));
  const points = all.flatMap((each) => each.points);
  const others = all.flatMap(({ warnings }) =>
    warnings.filter(({ code }) => code !== runtimeMessages.betterMinimumFound.code),
  );
  return { profiles: all, warnings: [...betterMinimum(model.result, points), ...others] };
}

function profileOf(model: FittedModel, quantity: Quantity, scale: CostScale, level: number): Profile {
  const { name, param } = quantity;
  const fit = new ConstrainedFit(model, [quantity]);
  const quantile = quantileOf(level, scale.dof);
  const undetermined = isUndetermined(model, quantity);
  const [upward, downward] = [1, -1].map((sign): ProfilePath => {
    const bound = param < 0 ? sign * Infinity : ((sign > 0 ? model.bounds.upper : model.bounds.lower)[param] as number);
    const direction = [sign];
    const origin = fit.origin(direction);
    const reach = sign * (bound - (origin.values[0] as number));
    const request: PathRequest = { fit, origin, direction, reach, variance: scale.variance, level: quantile };
    return (undetermined ? flatPath(request) : null) ?? followPath(request);
  }) as [ProfilePath, ProfilePath];
  const value = upward.points[0]?.point.values[0] as number;
  const upper = endOf(upward, param < 0 ? Infinity : (model.bounds.upper[param] as number), Infinity);
  const lower = endOf(downward, param < 0 ? -Infinity : (model.bounds.lower[param] as number), -Infinity);
  const linear = linearInterval(
    model.result,
    quantity,
    value,
    quantile * Math.sqrt(scale.variance / fit.origin([1]).curvature),
  );
  const points = [
    ...downward.points
      .slice(1)
      .reverse()
      .map((point) => pointOf(model, point, -1)),
    ...upward.points.map((point) => pointOf(model, point, 1)),
  ];
  return {
    name,
    value,
    level,
    lower,
    upper,
    lowerAt: downward.endKind,
    upperAt: upward.endKind,
    linear,
    points,
    nfev: fit.nfev,
    warnings: [...betterMinimum(model.result, points), ...nonlinear(name, value, linear, [lower, upper])],
  };
}

function endOf({ end, endKind }: ProfilePath, bound: number, infinity: number): number {
  if (endKind === "open") return infinity;
  return endKind === "bound" && Number.isFinite(bound) ? bound : (end.point.values[0] as number);
}

/** Null if the result has no standard error, or an infinite one. */
function linearInterval(result: ReadResult, quantity: Quantity, value: number, half: number): [number, number] | null {
  return Number.isFinite(estimateOf(result, quantity)?.stderr ?? Infinity) ? [value - half, value + half] : null;
}

function estimateOf({ params, derived }: ReadResult, { name, derived: isDerived }: Quantity) {
  return (isDerived ? derived : params).get(name);
}

function pointOf({ problem }: FittedModel, { tau, point }: PathPoint, sign: number): ProfilePoint {
  const params = namedParams(problem, point.params);
  return { value: point.values[0] as number, tau: tau === 0 ? 0 : sign * tau, cost: point.cost, params };
}

/** How much the half-widths may differ, relative to the linear one. */
const tolerated = 0.2;

function nonlinear(
  name: string,
  value: number,
  linear: readonly [number, number] | null,
  ends: readonly [number, number],
): Message[] {
  if (linear === null || !linear.every(Number.isFinite)) return [];
  const differ = linear.some((end, i) => !(Math.abs((ends[i] as number) - end) <= tolerated * Math.abs(end - value)));
  if (!differ) return [];
  const text = (pair: readonly number[]) => pair.map((end) => show(Number(end.toPrecision(5)))).join(", ");
  return [runtimeMessages.linearIntervalUnreliable({ name, linear: text(linear), profile: text(ends) })];
}
