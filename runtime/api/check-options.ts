import { didYouMean } from "../../diagnostics/index.js";
import { isRobustLoss, lossNames } from "../contract/losses.js";
import { solverNames } from "../contract/solver.js";
import { solverOptions, type WholeNumbers } from "../contract/solver-options.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";
import type { FitOptions } from "./fit-options.js";

/** What one option must be; a caller without types may pass anything. */
export interface Rule {
  readonly expected: string;
  accepts(value: unknown): boolean;
}

const tolerance: Rule = {
  expected: "a tolerance is a finite number from 0 on, or null",
  accepts: (value) => value === null || (isNumber(value) && value >= 0 && value < Number.POSITIVE_INFINITY),
};
export const level: Rule = {
  expected: "it lies between 0 and 1",
  accepts: (value) => isNumber(value) && value > 0 && value < 1,
};
export const wholeNumber = ({ least, most }: WholeNumbers): Rule => ({
  expected: `it is a whole number from ${least} ${most === undefined ? "on" : `to ${most}`}`,
  accepts: (value) => isNumber(value) && Number.isSafeInteger(value) && value >= least && value <= (most ?? value),
});
export const text: Rule = { expected: "it is a name", accepts: (value) => typeof value === "string" };

/** A rule for each option of a call. */
export type Rules<Options> = { readonly [Name in keyof Options]-?: Rule };

/** Of `fit`, and what other calls take of its options. */
export const fitRules: Rules<FitOptions> = {
  start: {
    expected: "it is an object or a Map of numbers by parameter",
    accepts: (value) => isObject(value) && !Array.isArray(value),
  },
  fixed: {
    expected: "it is an array of names of parameters",
    accepts: (value) => Array.isArray(value) && value.every((name) => typeof name === "string"),
  },
  level,
  bounds: {
    expected: "it is an object or a Map of pairs [lower, upper] by parameter",
    accepts: (value) => isObject(value) && !Array.isArray(value),
  },
  solver: oneOf(solverNames),
  loss: {
    expected: `it is one of ${quoted(lossNames)}, or { name, scale } of a robust one with a positive scale`,
    accepts: (value) => lossNames.some((name) => name === value) || isScaledLoss(value),
  },
  ftol: tolerance,
  xtol: tolerance,
  gtol: tolerance,
  maxEvals: wholeNumber(solverOptions.maxEvals),
  xScale: {
    expected: "it is 'jac', a positive number, or an object or a Map of such by parameter",
    accepts: (value) => value === "jac" || isPositive(value) || (isObject(value) && !Array.isArray(value)),
  },
  factor: { expected: "it is a positive number", accepts: isPositive },
  starts: wholeNumber(solverOptions.starts),
  seed: wholeNumber(solverOptions.seed),
  covariance: {
    expected: "it is an array of the numbers of a square matrix, row by row",
    accepts: (value) => isObject(value) && "length" in value && isNumber(value.length),
  },
  sandwich: oneOf(["HC0", "HC1", "HC2", "HC3"]),
  kernel: oneOf(["auto", "wasm", "typescript"]),
  compat: { expected: "it knows 'scipy'", accepts: (value) => value === "scipy" },
  onIteration: { expected: "it is a function", accepts: (value) => typeof value === "function" },
};
export const signal: Rule = {
  expected: "it is an AbortSignal",
  accepts: (value) => isObject(value) && "throwIfAborted" in value && typeof value.throwIfAborted === "function",
};

/**
 * Checks the options of a call.
 * @throws FitError invalidOption for an option out of its range, unknownOption for one that does
 * not exist, optionsNotObject
 */
export function checkOptions(options: unknown, rules: Readonly<Record<string, Rule>>): void {
  if (!isObject(options)) throw new FitError(runtimeMessages.optionsNotObject({ found: show(options) }));
  for (const [option, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, option) ? rules[option] : undefined;
    if (rule === undefined) {
      const help = didYouMean(option, Object.keys(rules)) ?? `there are: ${Object.keys(rules).join(", ")}`;
      throw new FitError({ ...runtimeMessages.unknownOption({ option }), help });
    }
    if (value !== undefined && !rule.accepts(value)) {
      throw new FitError(runtimeMessages.invalidOption({ option, value: show(value), expected: rule.expected }));
    }
  }
}

/** A rule for the names of a list. */
export function oneOf(names: readonly string[]): Rule {
  return { expected: `it is one of ${quoted(names)}`, accepts: (value) => names.some((name) => name === value) };
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
