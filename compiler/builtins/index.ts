import { abs } from "./abs.js";
import { acos } from "./acos.js";
import { acosh, sinhAcosh } from "./acosh.js";
import { asin, cosAsin } from "./asin.js";
import { asinh } from "./asinh.js";
import { atan } from "./atan.js";
import { atan2, overSquareOrZero } from "./atan2.js";
import { atanh } from "./atanh.js";
import { besselj0 } from "./besselj0.js";
import { besselj1, besselj1Derivative } from "./besselj1.js";
import type { Builtin, SpecialFunction } from "./builtin.js";
import { cbrt } from "./cbrt.js";
import { ceil } from "./ceil.js";
import { cos } from "./cos.js";
import { cosh } from "./cosh.js";
import { digamma } from "./digamma.js";
import { erf, erfDerivative } from "./erf.js";
import { erfc } from "./erfc.js";
import { exp } from "./exp.js";
import { expm1 } from "./expm1.js";
import { floor } from "./floor.js";
import { gamma } from "./gamma.js";
import { heaviside } from "./heaviside.js";
import { hypot, ratioOrZero } from "./hypot.js";
import { lgamma } from "./lgamma.js";
import { log } from "./log.js";
import { log1p } from "./log1p.js";
import { log2 } from "./log2.js";
import { log10 } from "./log10.js";
import { max } from "./max.js";
import { min } from "./min.js";
import { productOrZero, quotientOrZero } from "./or-zero.js";
import { pow, powDx, powDy } from "./pow.js";
import { sign } from "./sign.js";
import { sin } from "./sin.js";
import { sinc, sincDerivative } from "./sinc.js";
import { sinh } from "./sinh.js";
import { logistic, softplus } from "./softplus.js";
import { sqrt } from "./sqrt.js";
import { tan } from "./tan.js";
import { tanh } from "./tanh.js";
import { tetragamma, trigamma } from "./trigamma.js";
import { voigt, voigtDgamma, voigtDsigma, voigtDx } from "./voigt.js";

export type { Builtin, SpecialFunction } from "./builtin.js";

/** The functions of the language by name. */
export const builtins: ReadonlyMap<string, Builtin> = byName([
  exp,
  log,
  log2,
  log10,
  log1p,
  expm1,
  sqrt,
  cbrt,
  abs,
  sign,
  floor,
  ceil,
  min,
  max,
  hypot,
  pow,
  sin,
  cos,
  tan,
  asin,
  acos,
  atan,
  atan2,
  sinh,
  cosh,
  tanh,
  asinh,
  acosh,
  atanh,
  sinc,
  erf,
  erfc,
  gamma,
  lgamma,
  digamma,
  trigamma,
  besselj0,
  besselj1,
  voigt,
  heaviside,
]);

/**
 * The functions that a `call` primitive can name: those that are not expanded to other primitives,
 * and their derivatives.
 */
export const specialFunctions: ReadonlyMap<string, SpecialFunction> = byName([
  log2,
  log10,
  cbrt,
  min,
  max,
  hypot,
  ratioOrZero,
  productOrZero,
  quotientOrZero,
  softplus,
  logistic,
  powDx,
  powDy,
  sinh,
  cosh,
  tanh,
  asinh,
  cosAsin,
  overSquareOrZero,
  acosh,
  sinhAcosh,
  atanh,
  sinc,
  sincDerivative,
  erf,
  erfDerivative,
  erfc,
  gamma,
  lgamma,
  digamma,
  trigamma,
  tetragamma,
  besselj0,
  besselj1,
  besselj1Derivative,
  voigt,
  voigtDx,
  voigtDsigma,
  voigtDgamma,
]);

function byName<T extends { readonly name: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((item) => [item.name, item]));
}
