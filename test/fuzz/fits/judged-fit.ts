import type { Fitter } from "../../../runtime/index.js";
import { lengthOf, type Problem } from "./first-order.js";
import type { RandomFit } from "./random-fit.js";

/** A random fit as a problem that can be judged. */
export function problemOf(
  fitter: Pick<Fitter, "residuals" | "jacobian">,
  { family, noise, data, settings: { bounds = {}, loss } }: RandomFit,
): Problem {
  const names = Object.keys(family.params);
  const { y = new Float64Array(), sy } = data;
  const observed = y.map((value, i) => {
    if (family.curve !== undefined) return 1;
    const declared = sy?.[i] ?? 1;
    return noise === "weight" ? value * Math.sqrt(declared) : value / declared;
  });
  return {
    residuals: (x) => fitter.residuals(x, data),
    jacobian: (x) => fitter.jacobian(x, data),
    loss: loss ?? { name: "linear", scale: 1 },
    lower: names.map((name) => bounds[name]?.[0] ?? -Infinity),
    upper: names.map((name) => bounds[name]?.[1] ?? Infinity),
    observed: lengthOf(observed),
  };
}

/** Half the sum of squares at the start; only its order of magnitude matters. */
export function costOfStart(fitter: Pick<Fitter, "residuals">, { family, data, start }: RandomFit): number {
  const x = Object.keys(family.params).map((name) => start[name] ?? Number.NaN);
  return lengthOf(fitter.residuals(x, data)) ** 2 / 2;
}

/** The size of the observations and of the residuals at the start: rounding is relative to it. */
export function sizeOf(fitter: Pick<Fitter, "residuals" | "jacobian">, fit: RandomFit): number {
  return problemOf(fitter, fit).observed + Math.sqrt(2 * costOfStart(fitter, fit));
}
