import type { Random } from "../../../math/random.js";
import type { FitOptions } from "../../../runtime/index.js";
import { failUnlessAlike } from "./alike.js";
import { sizeOf } from "./judged-fit.js";
import { attempt, isResult, type MadeUp } from "./made-up.js";
import { chosen } from "./odd-data.js";

/** Under these losses an outlier makes minima of its own, between which rounding may decide. */
const redescending: readonly (string | undefined)[] = ["cauchy", "arctan"];

/** The order of the rows does not matter. */
export function orderIsFree({ fit, fitter, options }: MadeUp, random: Random): void {
  if (redescending.includes(fit.settings.loss?.name)) return;
  const rows = random.permutation(fit.data["x"]?.length ?? 0);
  const other = chosen(fit, () => rows);
  const a = attempt(() => fitter.fit(fit.data, options));
  const b = attempt(() => fitter.fit(other.data, options));
  failUnlessAlike(sizeOf(fitter, fit), a, b);
}

/**
 * Units of x and y that are powers of 2 change the results by these powers. As in SciPy, that is
 * not so under `dogbox`, whose first leg follows the gradient, nor for y where there are bounds:
 * `trf` weighs their distances by columns of J, in units of y. A search is left out, as it tries
 * powers of 10, and so are restarts after a rank loss, which move small parameters by a part of 1.
 */
export function unitsAreFree({ fit, fitter, options }: MadeUp, random: Random): void {
  if (fit.settings.solver === "dogbox" || redescending.includes(fit.settings.loss?.name)) return;
  if (fit.family.axis.natural === true || fit.family.curve !== undefined) return;
  const isBounded = fit.settings.bounds !== undefined;
  const [x, y] = [2 ** (random.below(41) - 20), isBounded ? 1 : 2 ** (random.below(41) - 20)];
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
  const local = { ...options, search: false };
  const others: FitOptions = {
    ...local,
    start,
    ...(bounds === undefined
      ? {}
      : { bounds: mapped(bounds, (name, ends) => [ends[0] * scaleOf(name), ends[1] * scaleOf(name)] as const) }),
    ...(loss === undefined || fit.noise !== "none" ? {} : { loss: { ...loss, scale: loss.scale * y } }),
  };
  const a = attempt(() => fitter.fit(fit.data, local));
  const b = attempt(() => fitter.fit(data, others));
  if ([a, b].some((each) => isResult(each) && each.warnings.some(({ code }) => code === "FIT9015"))) return;
  failUnlessAlike(sizeOf(fitter, fit), a, b, { x: scaleOf, cost: fit.noise === "none" ? y * y : 1 });
}

function mapped<T>(
  of: Readonly<Record<string, T>>,
  change: (name: string, value: T) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, change(name, value)]));
}
