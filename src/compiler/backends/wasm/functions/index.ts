import { acos, asin } from "./asin.js";
import { atan } from "./atan.js";
import { atan2 } from "./atan2.js";
import { erf } from "./erf.js";
import { exp } from "./exp.js";
import { expm1 } from "./expm1.js";
import type { MathFunction } from "./function.js";
import { log } from "./log.js";
import { log1p } from "./log1p.js";
import { pow } from "./pow.js";
import { cos, sin } from "./sin-cos.js";
import { tan } from "./tan.js";
import { tanh } from "./tanh.js";

/** The functions that have vector code, by their names in the language. */
export const mathFunctions = {
  acos,
  asin,
  atan,
  atan2,
  cos,
  erf,
  exp,
  expm1,
  log,
  log1p,
  pow,
  sin,
  tan,
  tanh,
} as const satisfies Readonly<Record<string, MathFunction>>;

export type FunctionName = keyof typeof mathFunctions;
