import type { Message } from "../../diagnostics/index.js";
import { chi2Quantile, fQuantile } from "../../math/index.js";
import { checkedOptions, level as levelRule, type Rules, wholeNumber } from "../api/check-options.js";
import type { Columns, FitOptions, ModelShape } from "../api/fit-options.js";
import type { FitResult } from "../api/fit-result.js";
import type { Fitter } from "../api/fitter.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { betterMinimum, namedParams } from "./better-minimum.js";
import { ConstrainedFit } from "./constrained-fit.js";
import { type FittedModel, type FittedOptions, fittedModel, fittedRules } from "./fitted-model.js";
import { type EndKind, followPath, type ProfilePath } from "./profile-path.js";
import { isUndetermined, type Quantity, quantityNamed } from "./quantity.js";
import { costScale } from "./variance.js";

/** The boundary of the joint confidence region of two quantities. */
export interface Contour {
  readonly names: readonly [string, string];
  /** The values of both at the fit. */
  readonly center: readonly [number, number];
  readonly level: number;
  /** The points around the center in the order of their angle; the last is next to the first. */
  readonly points: readonly ContourPoint[];
  /** The number of evaluations of the residuals. */
  readonly nfev: number;
  readonly warnings: readonly Message[];
}

export interface ContourPoint {
  /** Infinite along a ray on which the region is unbounded. */
  readonly values: readonly [number, number];
  /** `level` on the contour itself; `bound` if the bounds of the parameters cut off the region. */
  readonly at: EndKind;
  readonly cost: number;
  /** All parameters, by name. */
  readonly params: Readonly<Record<string, number>>;
}

export interface ContourOptions extends FittedOptions, Pick<FitOptions, "level"> {
  /** The number of points on the contour; 64 by default. */
  readonly points?: number;
}

const contourRules: Rules<ContourOptions> = {
  level: levelRule,
  points: wholeNumber({ least: 3, most: 10_000 }),
  ...fittedRules,
};

/**
 * The joint confidence region of two free parameters or derived quantities: the pairs of values for
 * which the least cost satisfies (S - S_min) / s^2 <= 2 F, where S is twice the cost, s^2 the
 * reduced chi-square and F its quantile for 2 and the residual degrees of freedom. If sigma is
 * `absolute`, s^2 is 1 and the limit is the quantile of chi-square for 2 (Bates and Watts,
 * Nonlinear Regression Analysis, 1988, 6.2). The boundary is searched along rays from the fit, at
 * equal angles in the metric of the linearised model, in which the region of a linear model is a
 * circle. If a ray crosses the boundary more than once, the first crossing counts.
 *
 * ```ts
 * const { points } = contour(Decay, fit, data, "a", "tau");
 * ```
 * @param data the columns of the fit
 * @param a a free parameter, or a derived quantity that depends on one
 * @param b another one
 * @throws FitError noResidualVariance, invalidProfileQuantity as `profile`; degenerateContour if
 *   the two do not vary independently
 */
export function contour<M extends ModelShape>(
  fitter: Fitter<M>,
  fit: FitResult<NoInfer<M>>,
  data: Columns<M["column"]>,
  a: M["free"] | M["derived"],
  b: M["free"] | M["derived"],
  options: ContourOptions = {},
): Contour {
  const checked = checkedOptions(options, contourRules);
  const model = fittedModel(fitter, fit, data, checked);
  const pair = [quantityNamed(model, a), quantityNamed(model, b)] as const;
  const { variance, dof } = costScale(model);
  const level = checked.level ?? model.result.level;
  const rise = dof === Number.POSITIVE_INFINITY ? chi2Quantile(level, 2) : 2 * fQuantile(level, 2, dof);
  const constrained = new ConstrainedFit(model, pair);
  const unknown = pair.find((quantity) => isUndetermined(model, quantity));
  if (unknown !== undefined) {
    const reason = `the data do not determine '${unknown.name}'`;
    throw new FitError(runtimeMessages.degenerateContour({ a: `'${a}'`, b: `'${b}'`, reason }));
  }
  const axes = axesOf(constrained, pair, Math.sqrt(variance));
  const count = checked.points ?? 64;
  const points = Array.from({ length: count }, (_, i) => {
    const direction = axes.map(([x, y]) => x * cosine(i / count) + y * cosine(i / count - 0.25));
    const origin = constrained.origin(direction);
    const reach = reachOf(model, pair, origin.values, direction);
    const path = followPath({ fit: constrained, origin, direction, reach, variance, level: Math.sqrt(rise) });
    return pointOf(model, path, direction);
  });
  const [x = Number.NaN, y = Number.NaN] = constrained.origin([1, 0]).values;
  return {
    names: [a, b],
    center: [x, y],
    level,
    points,
    nfev: constrained.nfev,
    warnings: betterMinimum(model.result, points),
  };
}

/**
 * The cosine of an angle in turns. It is exactly 0 at a quarter turn, so that a quantity can stay
 * unchanged.
 */
function cosine(turns: number): number {
  const value = Math.cos(2 * Math.PI * turns);
  return Math.abs(value) < 4 * Number.EPSILON ? 0 : value;
}

/**
 * The rows of the Cholesky factor of the pair's covariance, which turn unit vectors of the plane
 * into steps of one standard deviation.
 */
function axesOf(fit: ConstrainedFit, [a, b]: readonly [Quantity, Quantity], deviation: number) {
  const names = { a: `'${a.name}'`, b: `'${b.name}'` };
  if (a.name === b.name)
    throw new FitError(runtimeMessages.degenerateContour({ ...names, reason: "they are the same quantity" }));
  const [[aa, ab] = [], [, bb] = []] = fit.spread() as readonly (readonly [number, number])[];
  const [sa, sb] = [Math.sqrt(aa ?? 0), Math.sqrt(bb ?? 0)];
  const correlation = (ab ?? 0) / (sa * sb);
  const rest = 1 - correlation * correlation;
  if (!(rest > alias)) {
    throw new FitError(runtimeMessages.degenerateContour({ ...names, reason: "they are perfectly correlated" }));
  }
  return [
    [deviation * sa, 0],
    [deviation * sb * correlation, deviation * sb * Math.sqrt(rest)],
  ] as const;
}

/**
 * If 1 minus the squared correlation is no more than this, the two quantities are functions of each
 * other, or not determined.
 */
const alias = 1e-12;

/** The distance along the ray to the first bound of a parameter of the pair. */
function reachOf(
  { bounds }: FittedModel,
  pair: readonly Quantity[],
  values: readonly number[],
  direction: readonly number[],
): number {
  const distances = pair.map(({ param }, i) => {
    const part = direction[i] as number;
    if (param < 0 || part === 0) return Number.POSITIVE_INFINITY;
    const bound = (part > 0 ? bounds.upper : bounds.lower)[param] as number;
    return (bound - (values[i] as number)) / part;
  });
  return Math.min(...distances);
}

function pointOf({ problem }: FittedModel, { end, endKind }: ProfilePath, direction: readonly number[]): ContourPoint {
  const [x, y] = end.point.values.map((value, i) => {
    const part = direction[i] as number;
    return endKind === "open" && part !== 0 ? part * Number.POSITIVE_INFINITY : value;
  }) as [number, number];
  return { values: [x, y], at: endKind, cost: end.point.cost, params: namedParams(problem, end.point.params) };
}
