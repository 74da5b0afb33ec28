import { didYouMean } from "../diagnostics/index.js";
import { FitDataError } from "./errors.js";
import { runtimeMessages } from "./messages.js";
import type { FitOptions } from "./result.js";
import { show } from "./show.js";

/** What one option must be; a caller without types may pass anything. */
interface Rule {
  readonly expected: string;
  accepts(value: unknown): boolean;
}

const tolerance: Rule = {
  expected: "a tolerance is a finite number from 0 on",
  accepts: (value) => isNumber(value) && value >= 0 && value < Number.POSITIVE_INFINITY,
};
const level: Rule = {
  expected: "it lies between 0 and 1",
  accepts: (value) => isNumber(value) && value > 0 && value < 1,
};
const text: Rule = { expected: "it is a name", accepts: (value) => typeof value === "string" };

type Rules<Options> = { readonly [Name in keyof Options]-?: Rule };

const fitRules: Rules<FitOptions> = {
  start: {
    expected: "it is an object or a Map of numbers by parameter",
    accepts: (value) => isObject(value) && !Array.isArray(value),
  },
  fixed: {
    expected: "it is an array of names of parameters",
    accepts: (value) => Array.isArray(value) && value.every((name) => typeof name === "string"),
  },
  level,
  ftol: tolerance,
  xtol: tolerance,
  gtol: tolerance,
  maxEvals: {
    expected: "it is a whole number from 1 on",
    accepts: (value) => isNumber(value) && Number.isInteger(value) && value >= 1,
  },
  compat: { expected: "it knows 'scipy'", accepts: (value) => value === "scipy" },
  onIteration: { expected: "it is a function", accepts: (value) => typeof value === "function" },
};
const signal: Rule = {
  expected: "it is an AbortSignal",
  accepts: (value) => isObject(value) && "throwIfAborted" in value && typeof value.throwIfAborted === "function",
};

/** @throws FitDataError FIT5007 for an option out of its range, FIT5017 for one that there is not */
export function checkOptions(options: unknown): void {
  check(options, fitRules);
}

/** As {@link checkOptions}, for `fitAsync`. */
export function checkAsyncOptions(options: unknown): void {
  check(options, { ...fitRules, signal });
}

/** As {@link checkOptions}, for `predict`. */
export function checkPredictOptions(options: unknown): void {
  check(options, { response: text, level });
}

function check(options: unknown, rules: Readonly<Record<string, Rule>>): void {
  if (!isObject(options)) throw new FitDataError(runtimeMessages.FIT5020({ found: show(options) }));
  for (const [option, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, option) ? rules[option] : undefined;
    if (rule === undefined) {
      const help = didYouMean(option, Object.keys(rules)) ?? `there are: ${Object.keys(rules).join(", ")}`;
      throw new FitDataError({ ...runtimeMessages.FIT5017({ option }), help });
    }
    if (value !== undefined && !rule.accepts(value)) {
      throw new FitDataError(runtimeMessages.FIT5007({ option, value: show(value), expected: rule.expected }));
    }
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}
