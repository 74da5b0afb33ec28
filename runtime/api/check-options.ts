import { didYouMean } from "../../diagnostics/index.js";
import { isRobustLoss, lossNames } from "../contract/losses.js";
import { solverNames } from "../contract/solver.js";
import { solverOptions, type WholeNumbers } from "../contract/solver-options.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";
import type { FitOptions } from "./fit-options.js";

/** The check of one option at run time: callers without TypeScript may pass anything. */
export interface OptionRule {
  /** Describes the accepted values, for the error message. */
  readonly expected: string;
  accepts(value: unknown): boolean;
}

const tolerance: OptionRule = {
  expected: "a finite number of at least 0, or null",
  accepts: (value) => value === null || (isNumber(value) && value >= 0 && value < Number.POSITIVE_INFINITY),
};
export const level: OptionRule = {
  expected: "a number between 0 and 1",
  accepts: (value) => isNumber(value) && value > 0 && value < 1,
};
export const wholeNumber = ({ least, most }: WholeNumbers): OptionRule => ({
  expected: `a whole number ${most === undefined ? `of at least ${least}` : `from ${least} to ${most}`}`,
  accepts: (value) => isNumber(value) && Number.isSafeInteger(value) && value >= least && value <= (most ?? value),
});
export const text: OptionRule = { expected: "a string", accepts: (value) => typeof value === "string" };

/** One rule for each option of a call. */
export type Rules<Options> = { readonly [Name in keyof Options]-?: OptionRule };

/** The rules for the options of `fit`. Other calls reuse some of them. */
export const fitRules: Rules<FitOptions> = {
  start: {
    expected: "an object or a Map with a number for each parameter named",
    accepts: (value) => isObject(value) && !Array.isArray(value),
  },
  fixed: {
    expected: "an array of parameter names",
    accepts: (value) => Array.isArray(value) && value.every((name) => typeof name === "string"),
  },
  level,
  bounds: {
    expected: "an object or a Map with a pair [lower, upper] for each parameter named",
    accepts: (value) => isObject(value) && !Array.isArray(value),
  },
  solver: oneOf(solverNames),
  loss: {
    expected: `one of ${quoted(lossNames)}, or { name, scale } with a robust loss and a positive scale`,
    accepts: (value) => lossNames.some((name) => name === value) || isScaledLoss(value),
  },
  ftol: tolerance,
  xtol: tolerance,
  gtol: tolerance,
  maxEvals: wholeNumber(solverOptions.maxEvals),
  xScale: {
    expected: "'jac', a positive number, or an object or a Map with a positive number for each parameter named",
    accepts: (value) => value === "jac" || isPositive(value) || (isObject(value) && !Array.isArray(value)),
  },
  factor: { expected: "a positive number", accepts: isPositive },
  starts: wholeNumber(solverOptions.starts),
  seed: wholeNumber(solverOptions.seed),
  search: { expected: "true or false", accepts: (value) => typeof value === "boolean" },
  covariance: {
    expected: "an array with the numbers of a square matrix, row by row",
    accepts: (value) => isObject(value) && "length" in value && isNumber(value.length),
  },
  sandwich: oneOf(["HC0", "HC1", "HC2", "HC3"]),
  kernel: oneOf(["auto", "wasm", "typescript"]),
  compat: { expected: "'scipy'", accepts: (value) => value === "scipy" },
  onIteration: { expected: "a function", accepts: (value) => typeof value === "function" },
};
export const signal: OptionRule = {
  expected: "an AbortSignal",
  accepts: (value) => isObject(value) && "throwIfAborted" in value && typeof value.throwIfAborted === "function",
};

/**
 * Checks the options of a call.
 * @throws FitError `invalidOption` for a value that an option does not accept, `unknownOption` for
 *   an option that does not exist, `optionsNotObject` if `options` is not an object
 */
export function checkOptions(options: unknown, rules: Readonly<Record<string, OptionRule>>): void {
  if (!isObject(options)) throw new FitError(runtimeMessages.optionsNotObject({ found: show(options) }));
  for (const [option, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, option) ? rules[option] : undefined;
    if (rule === undefined) {
      const help = didYouMean(option, Object.keys(rules)) ?? `use one of: ${Object.keys(rules).join(", ")}`;
      throw new FitError({ ...runtimeMessages.unknownOption({ option }), help });
    }
    if (value !== undefined && !rule.accepts(value)) {
      throw new FitError(runtimeMessages.invalidOption({ option, value: show(value), expected: rule.expected }));
    }
  }
}

/** A rule that accepts the names of a list. */
export function oneOf(names: readonly string[]): OptionRule {
  return { expected: `one of ${quoted(names)}`, accepts: (value) => names.some((name) => name === value) };
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(", ");
}

function isScaledLoss(value: unknown): boolean {
  if (!isObject(value) || !("name" in value) || !isRobustLoss(value.name)) return false;
  return !("scale" in value) || value.scale === undefined || isPositive(value.scale);
}

function isPositive(value: unknown): boolean {
  return isNumber(value) && value > 0 && value < Number.POSITIVE_INFINITY;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}
