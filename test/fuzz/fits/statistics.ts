import type { FitResult } from "../../../runtime/index.js";
import { failUnless } from "../fail-unless.js";
import { equilibrated } from "./first-order.js";
import { problemOf } from "./judged-fit.js";
import { attempt, isResult, type MadeUp } from "./made-up.js";

/** Below this relative singular value columns are certainly dependent, above that they are not. */
const dependent = 1e-16;
const independent = 1e-7;

/** A change of the residuals by less than this fraction of the observations is negligible. */
const negligible = 1e-8;

/** What must hold for the numbers of any result. */
export function numbersHold({ fit, fitter, options }: MadeUp): void {
  const result = attempt(() => fitter.fit(fit.data, options));
  if (!isResult(result)) return;
  refuseNaN(result, "result");
  for (const [name, { value, stderr, ci95 }] of Object.entries({ ...result.params, ...result.derived })) {
    if (ci95 === null || !result.success) continue;
    const [lower, upper] = ci95;
    failUnless(lower <= value && value <= upper, () => `${name} is ${value}, outside [${lower}, ${upper}]`);
    failUnless(stderr === null || stderr >= 0, () => `${name} has the standard error ${stderr}`);
    const isHalf = stderr === null || Number.isFinite(stderr) === Number.isFinite(upper - lower);
    // Twice the largest double is infinite, though both ends are not.
    failUnless(isHalf || Math.abs(value) > 1e300, () => `${name}: the standard error ${stderr}, [${lower}, ${upper}]`);
  }
  if (result.success && fit.settings.loss === undefined) {
    errorsHold(result, fitter.jacobian(result.x, fit.data), problemOf(fitter, fit).observed);
  }
}

/** Looks for NaN in a success; a fit that failed, also one inside the result, may have some. */
function refuseNaN(value: unknown, path: string): void {
  if (typeof value === "number") failUnless(!Number.isNaN(value), `a success, with NaN in ${path}`);
  else if (typeof value === "object" && value !== null && !("success" in value && value.success === false)) {
    for (const [key, inside] of Object.entries(value)) refuseNaN(inside, `${path}.${key}`);
  }
}

/**
 * The standard errors of linear least squares: those of (J'J)^-1 s^2 where J has full rank, by its
 * singular values, and infinite in directions that are certainly not determined.
 */
function errorsHold(result: FitResult, jacobian: Float64Array, observed: number): void {
  const { activeMask, free, sigma, chi2, dof, params, x, cost, rank } = result;
  const open = free.flatMap((_, j) => (activeMask[j] === 0 ? [j] : []));
  const columns = open.map((j) => jacobian.filter((_, i) => i % free.length === j));
  const { norms, s, v } = equilibrated(columns);
  const largest = Math.max(0, ...s);
  if (!Number.isFinite(largest) || dof <= 0 || norms.some((norm) => norm > 0 && !isUsual(norm ** 2))) return;
  // A column that is rounding beside the observations is left out by rules of its own.
  const least = negligible * (observed + Math.sqrt(2 * cost));
  if (open.some((j, i) => !((norms[i] as number) * Math.abs(x[j] as number) > least))) return;
  const variance = sigma === "absolute" ? 1 : chi2 / dof;
  if (!isUsual(variance)) return;
  for (const [i, j] of open.entries()) {
    const name = free[j] as string;
    const { stderr = null } = params[name] ?? {};
    const parts = s.map((sigmaK, k) => ({ relative: sigmaK / largest, part: v[k]?.[i] as number, sigmaK }));
    const lost = parts.some(({ relative, part }) => relative < dependent && Math.abs(part) > 1e-3);
    failUnless(
      stderr === Infinity || !(lost || norms[i] === 0),
      () => `${name} is not determined, and has the standard error ${stderr}; singular values ${s}`,
    );
    if (rank < open.length || stderr === null || parts.some(({ relative }) => relative < independent)) continue;
    const wanted =
      Math.sqrt(variance * parts.reduce((sum, { part, sigmaK }) => sum + (part / sigmaK) ** 2, 0)) /
      (norms[i] as number);
    // J'J loses the square of the condition, up to 1e7, of 16 digits; its factor does not.
    failUnless(
      Math.abs(stderr - wanted) <= 1e-6 * wanted,
      () => `${name} has the standard error ${stderr}, not ${wanted}; singular values ${s}`,
    );
  }
}

/** Neither so large nor so small that squares are not exact. */
const isUsual = (value: number): boolean => value > 1e-280 && value < 1e280;
