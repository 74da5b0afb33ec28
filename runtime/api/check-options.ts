import { didYouMean } from "../../diagnostics/index.js";
import { isRobustLoss, lossNames } from "../contract/losses.js";
import { solverNames } from "../contract/solver.js";
import { solverOptions, type WholeNumbers } from "../contract/solver-options.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { shortened, show } from "../messages/show.js";
import type { FitOptions } from "./fit-options.js";
import { isNumbers, numbersIn } from "./numbers.js";
import { isObject, isRecord, namedValues, reading } from "./reading.js";

/** The check of one option at run time: callers without TypeScript may pass anything. */
export interface OptionRule {
  /** Describes the accepted values, for the error message. */
  readonly expected: string;
  /**
   * The value, copied where the caller could change it; undefined if it is not accepted. Reads the
   * value only once: a getter may answer otherwise the next time.
   */
  read(value: unknown): unknown;
}

/** The rule of an option whose values are no objects. */
const rule = (expected: string, accepts: (value: unknown) => boolean): OptionRule => ({
  expected,
  read: (value) => (accepts(value) ? value : undefined),
});
const tolerance = rule(
  "a finite number of at least 0, or null",
  (value) => value === null || (isNumber(value) && value >= 0 && value < Number.POSITIVE_INFINITY),
);
export const level = rule("a number between 0 and 1", (value) => isNumber(value) && value > 0 && value < 1);
export const wholeNumber = ({ least, most }: WholeNumbers): OptionRule =>
  rule(
    `a whole number ${most === undefined ? `of at least ${least}` : `from ${least} to ${most}`}`,
    (value) => isNumber(value) && Number.isSafeInteger(value) && value >= least && value <= (most ?? value),
  );
export const text = rule("a string", (value) => typeof value === "string");
/** To ask for the prototype of a Proxy that has been revoked throws, as a call of it would. */
export const callback = (expected: string): OptionRule =>
  rule(expected, (value) => typeof value === "function" && Object.getPrototypeOf(value) !== undefined);

/** A rule that accepts arrays of strings. */
export function names(expected: string): OptionRule {
  return { expected, read: namesIn };
}

/** One rule for each option of a call. */
export type Rules<Options> = { readonly [Name in keyof Options]-?: OptionRule };

/** The rules for the options of `fit`. Other calls reuse some of them. */
export const fitRules: Rules<FitOptions> = {
  start: { expected: "an object or a Map with a number for each parameter named", read: namedValues },
  fixed: names("an array of parameter names"),
  level,
  bounds: { expected: "an object or a Map with a pair [lower, upper] for each parameter named", read: namedValues },
  solver: oneOf(solverNames),
  loss: {
    expected: `one of ${quoted(lossNames)}, or { name, scale } with a robust loss and a positive scale`,
    read: (value) => (lossNames.some((name) => name === value) ? value : scaledLoss(value)),
  },
  ftol: tolerance,
  xtol: tolerance,
  gtol: tolerance,
  maxEvals: wholeNumber(solverOptions.maxEvals),
  xScale: {
    expected: "'jac', a positive number, or an object or a Map with a positive number for each parameter named",
    read: (value) => (value === "jac" || isPositive(value) ? value : namedValues(value)),
  },
  factor: rule("a positive number", isPositive),
  starts: wholeNumber(solverOptions.starts),
  seed: wholeNumber(solverOptions.seed),
  search: rule("true or false", (value) => typeof value === "boolean"),
  covariance: { expected: "an array with the numbers of a square matrix, row by row", read: matrixIn },
  sandwich: oneOf(["HC0", "HC1", "HC2", "HC3"]),
  kernel: oneOf(["auto", "wasm", "typescript"]),
  compat: rule("'scipy'", (value) => value === "scipy"),
  onIteration: callback("a function"),
};
export const signal = rule(
  "an AbortSignal",
  (value) => isObject(value) && "throwIfAborted" in value && typeof value.throwIfAborted === "function",
);

/**
 * The options of a call, checked and copied.
 * @throws FitError `invalidOption` for a value that an option does not accept, `unknownOption` for
 *   an option that does not exist, `optionsNotObject` if `options` is not an object;
 *   `argumentNotReadable`
 */
export function checkedOptions<Options>(options: unknown, rules: Rules<Options>): Options {
  const given = reading("the options object", () => (isRecord(options) ? Object.keys(options) : null));
  if (given === null) throw new FitError(runtimeMessages.optionsNotObject({ found: show(options) }));
  const ofName: Readonly<Record<string, OptionRule>> = rules;
  const checked: Record<string, unknown> = {};
  for (const option of given) {
    const rule = Object.hasOwn(ofName, option) ? ofName[option] : undefined;
    if (rule === undefined) {
      const help = didYouMean(option, Object.keys(rules)) ?? `use one of: ${Object.keys(rules).join(", ")}`;
      throw new FitError({ ...runtimeMessages.unknownOption({ option: shortened(option) }), help });
    }
    const value = reading(`option '${option}'`, () => readOption(option, (options as Named)[option], rule));
    if (value !== undefined) checked[option] = value;
  }
  return checked as Options;
}

type Named = Readonly<Record<string, unknown>>;

function readOption(option: string, value: unknown, rule: OptionRule): unknown {
  if (value === undefined) return undefined;
  const read = rule.read(value);
  if (read !== undefined) return read;
  throw new FitError(runtimeMessages.invalidOption({ option, value: show(value), expected: rule.expected }));
}

/** A rule that accepts the names of a list. */
export function oneOf(names: readonly string[]): OptionRule {
  return rule(`one of ${quoted(names)}`, (value) => names.some((name) => name === value));
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(", ");
}

function scaledLoss(value: unknown): unknown {
  if (!isRecord(value) || !("name" in value)) return undefined;
  const { name, scale } = value as { readonly name: unknown; readonly scale?: unknown };
  if (!isRobustLoss(name)) return undefined;
  return scale === undefined ? { name } : isPositive(scale) ? { name, scale } : undefined;
}

/** No model has more parameters. */
const mostNames = 100_000;

function namesIn(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const { length } = value;
  if (length > mostNames) return undefined;
  const names: string[] = [];
  for (let i = 0; i < length; i++) {
    const name: unknown = value[i];
    if (typeof name !== "string") return undefined;
    names.push(name);
  }
  return names;
}

/** @throws FitError `covarianceNotFinite` for an entry that is not a number */
function matrixIn(value: unknown): Float64Array | undefined {
  const numbers = numbersIn(value);
  if (isNumbers(numbers)) return numbers;
  if (numbers.at === null) return undefined;
  const { index, length } = numbers.at;
  const width = Math.ceil(Math.sqrt(length));
  const place = { row: Math.floor(index / width) + 1, column: (index % width) + 1 };
  throw new FitError(runtimeMessages.covarianceNotFinite({ ...place, value: numbers.found }), { about: "covariance" });
}

function isPositive(value: unknown): boolean {
  return isNumber(value) && value > 0 && value < Number.POSITIVE_INFINITY;
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}
