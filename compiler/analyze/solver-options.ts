import type { Expr, ParamSetting, SolverOption } from "../../grammar/index.js";
import { solverOptions as options, type SolverOptionInfo } from "../../runtime/contract/solver-options.js";

/** An option of a solver as a spec may set it. */
interface SolverOptionRule {
  /** Its name in `SolverOptions`. */
  readonly key: string;
  readonly values: Values;
}

interface Values {
  /** The accepted values, as text for a message. */
  readonly need: string;
  /** Whether a number is accepted; null where only words are. */
  readonly holds: ((value: number) => boolean) | null;
  /** The bare words that are accepted, with the settings that they stand for. */
  readonly words: ReadonlyMap<string, WordSetting>;
  /** Whether a block with a number for each parameter named is accepted. */
  readonly byParam?: true;
}

type WordSetting = "jac" | boolean | null;

const noWords: ReadonlyMap<string, WordSetting> = new Map();

/** All options by their names in the language, in the order in which messages list them. */
export const solverOptionRules: ReadonlyMap<string, SolverOptionRule> = new Map(
  Object.entries(options).map(([key, option]) => [option.name, { key, values: valuesOf(option) }]),
);

function valuesOf(option: SolverOptionInfo): Values {
  switch (option.kind) {
    case "tolerance":
      return {
        need: "at least 0 and less than 1, or the word off",
        holds: (x) => x >= 0 && x < 1,
        words: new Map([["off", null]]),
      };
    case "whole": {
      const { least, most } = option;
      return {
        need: `a whole number ${most === undefined ? `of at least ${least}` : `from ${least} to ${most}`}`,
        holds: (x) => Number.isSafeInteger(x) && x >= least && x <= (most ?? x),
        words: noWords,
      };
    }
    case "scale":
      return {
        need: "positive and finite, or the word jac",
        holds: isPositive,
        words: new Map([["jac", "jac"]]),
        byParam: true,
      };
    case "switch":
      return {
        need: "on or off",
        holds: null,
        words: new Map([
          ["on", true],
          ["off", false],
        ]),
      };
    case "positive":
      return { need: "positive and finite", holds: isPositive, words: noWords };
  }
}

export function isPositive(x: number): boolean {
  return x > 0 && Number.isFinite(x);
}

/**
 * The setting of an option given as a word, as in `x_scale: jac` or `gtol: off`; undefined if the
 * value is an expression.
 */
export function wordSetting(option: string, value: Expr): WordSetting | undefined {
  return value.kind === "ref" ? solverOptionRules.get(option)?.values.words.get(value.name.text) : undefined;
}

/** Whether the value of an option is an expression, to be evaluated: an unknown option's is. */
export function isExpressionOption(option: string, value: Expr): boolean {
  return wordSetting(option, value) === undefined && solverOptionRules.get(option)?.values.holds !== null;
}

/** The settings by parameter of an option that accepts them; none for any other option. */
export function settingsByParam({ name, byParam }: SolverOption): readonly ParamSetting[] {
  if (solverOptionRules.get(name.text)?.values.byParam !== true) return [];
  return (byParam ?? []).filter((setting) => setting.kind === "setting");
}
