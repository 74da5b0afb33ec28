import type * as functions from "../../math/special-functions.js";

/** Functions that emitted code calls as methods of `Math`. */
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

/** A function that emitted code may call: one from `functions.ts`, or a method of `Math`. */
export type CallName = keyof typeof functions | NativeFunction;

export function isNative(name: string): name is NativeFunction {
  return nativeFunctions.some((native) => native === name);
}
