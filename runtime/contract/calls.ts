import type * as functions from "../../math/special-functions.js";

/** The functions that emitted code calls as those of `Math`. */
export const nativeFunctions = [
  "min",
  "max",
  "hypot",
  "log2",
  "log10",
  "cbrt",
  "sinh",
  "cosh",
  "tanh",
  "asinh",
  "acosh",
  "atanh",
] as const satisfies readonly (keyof Math)[];

type NativeFunction = (typeof nativeFunctions)[number];

/** What a call in emitted code can name: a function of `math/special-functions.ts`, or else one of `Math`. */
export type CallName = keyof typeof functions | NativeFunction;

export function isNative(name: string): name is NativeFunction {
  return nativeFunctions.some((native) => native === name);
}
