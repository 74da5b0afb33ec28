import { acos, asin } from "./asin.js";
import { asinh } from "./asinh.js";
import { atan } from "./atan.js";
import { atan2 } from "./atan2.js";
import { erf } from "./erf.js";
import { erfDerivative } from "./erf-derivative.js";
import { exp } from "./exp.js";
import { expm1 } from "./expm1.js";
import type { MathFunction } from "./function.js";
import { cosh, sinh } from "./hyperbolic.js";
import { hypot } from "./hypot.js";
import { log } from "./log.js";
import { log2, log10 } from "./log-base.js";
import { log1p } from "./log1p.js";
import { pow } from "./pow.js";
import { cos, sin } from "./sin-cos.js";
import { tan } from "./tan.js";
import { tanh } from "./tanh.js";

/** The functions that have vector code, by their names in the language. */
export const mathFunctions = {
  acos,
  asin,
  asinh,
  atan,
  atan2,
  cos,
  cosh,
  erf,
  erfDerivative,
  exp,
  expm1,
  hypot,
  log,
  log10,
  log1p,
  log2,
  pow,
  sin,
  sinh,
  tan,
  tanh,
} as const satisfies Readonly<Record<string, MathFunction>>;

export type FunctionName = keyof typeof mathFunctions;
