import type { Random } from "../../../math/random.js";
import type { FitOptions, FitResult } from "../../../runtime/index.js";
import { failUnless } from "../fail-unless.js";
import { lengthOf } from "./first-order.js";
import { attempt, isResult, type MadeUp } from "./made-up.js";
import { chosen } from "./odd-data.js";
import type { RandomFit } from "./random-fit.js";

/** Costs of one minimum agree to this fraction, where a fit begins near the minimum. */
const same = 1e-9;
/** Residuals up to this fraction of the observations are rounding. */
const rounding = 1e-10;

/** The order of the rows does not matter. */
export function orderIsFree({ fit, fitter, options }: MadeUp, random: Random): void {
  const rows = random.permutation(fit.data["x"]?.length ?? 0);
  const other = chosen(fit, () => rows);
  const [a, b] = [fit, other].map(({ data }) => attempt(() => fitter.fit(data, options)));
  compare(fit, a, b, { x: () => 1, cost: 1 });
}

/** Units of x and y that are powers of 2 change the results by these powers. */
export function unitsAreFree({ fit, fitter, options }: MadeUp, random: Random): void {
  if (fit.family.axis.natural === true || fit.family.curve !== undefined) return;
  const [x, y] = [2 ** (random.below(41) - 20), 2 ** (random.below(41) - 20)];
  const scaleOf = (name: string) => {
    const { x: px = 0, y: py = 0 } = fit.family.params[name] ?? {};
    return x ** px * y ** py;
  };
  const inUnits = fit.noise === "none" ? y : fit.noise === "weight" ? y ** -2 : y;
  const scales: Readonly<Record<string, number>> = { x, y, sy: inUnits };
  const data = Object.fromEntries(
    Object.entries(fit.data).map(([name, column]) => [name, column.map((value) => value * (scales[name] ?? 1))]),
  );
  const { bounds, loss } = fit.settings;
  const start = Object.fromEntries(Object.entries(fit.start).map(([name, value]) => [name, value * scaleOf(name)]));
  const others: FitOptions = {
    ...options,
    start,
    ...(bounds === undefined
      ? {}
      : { bounds: mapped(bounds, (name, ends) => [ends[0] * scaleOf(name), ends[1] * scaleOf(name)] as const) }),
    ...(loss === undefined || fit.noise !== "none" ? {} : { loss: { ...loss, scale: loss.scale * y } }),
  };
  const a = attempt(() => fitter.fit(fit.data, options));
  const b = attempt(() => fitter.fit(data, others));
  compare(fit, a, b, { x: scaleOf, cost: fit.noise === "none" ? y * y : 1 });
}

function mapped<T>(
  of: Readonly<Record<string, T>>,
  change: (name: string, value: T) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, change(name, value)]));
}

/** Both fits end alike: at the same cost, at the same place as far as the data determine it. */
function compare(
  { data, noise, family }: RandomFit,
  a: ReturnType<typeof attempt<FitResult>> | undefined,
  b: ReturnType<typeof attempt<FitResult>> | undefined,
  scale: { readonly x: (name: string) => number; readonly cost: number },
): void {
  if (a === undefined || b === undefined) return;
  if (!isResult(a) || !isResult(b)) {
    failUnless(!isResult(a) && !isResult(b) && a.refused === b.refused, () => `${said(a)}; then ${said(b)}`);
    return;
  }
  failUnless(a.success === b.success, () => `${said(a)}; then ${said(b)}`);
  if (!a.success) return;
  const observed = noise === "none" && family.curve === undefined ? lengthOf(data["y"] ?? new Float64Array()) : 1;
  const cost = b.cost / scale.cost;
  const floor = (rounding * observed) ** 2;
  failUnless(Math.abs(a.cost - cost) <= same * Math.max(a.cost, cost) + floor, () => `${said(a)}; then ${said(b)}`);
  for (const [j, name] of a.free.entries()) {
    const [first, second] = [a.x[j] as number, (b.x[j] as number) / scale.x(name)];
    const { stderr = null } = a.params[name] ?? {};
    // At a minimum where the cost is flat to 1e-16, a parameter is known to 1e-8 of its error.
    const tolerance = 1e-6 * Math.abs(first) + 1e-3 * (stderr ?? Math.abs(first));
    failUnless(!(Math.abs(first - second) > tolerance), () => `${name}: ${said(a)}; then ${said(b)}`);
  }
}

function said(result: ReturnType<typeof attempt<FitResult>>): string {
  if (!isResult(result)) return `refused: ${result.refused}`;
  const { success, cost, x, stoppedBy, nfev } = result;
  return `${success ? "success" : "no success"}, cost ${cost} at ${x} by ${stoppedBy}, nfev ${nfev}`;
}
