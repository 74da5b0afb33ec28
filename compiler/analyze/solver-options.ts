import type { Expr } from "../../grammar/index.js";
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
  readonly holds: (value: number) => boolean;
  /** A bare word that is also accepted, and the setting that it stands for. */
  readonly word?: { readonly text: string; readonly setting: "jac" | null };
}

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
        word: { text: "off", setting: null },
      };
    case "whole": {
      const { least, most } = option;
      return {
        need: `a whole number ${most === undefined ? `of at least ${least}` : `from ${least} to ${most}`}`,
        holds: (x) => Number.isSafeInteger(x) && x >= least && x <= (most ?? x),
      };
    }
    case "scale":
      return {
        need: "positive and finite, or the word jac",
        holds: isPositive,
        word: { text: "jac", setting: "jac" },
      };
    case "positive":
      return { need: "positive and finite", holds: isPositive };
  }
}

function isPositive(x: number): boolean {
  return x > 0 && Number.isFinite(x);
}

/**
 * The word given as the value of an option, as in `x_scale: jac` or `gtol: off`; null if the value
 * is an expression.
 */
export function optionWord(option: string, value: Expr): Values["word"] | null {
  const word = solverOptionRules.get(option)?.values.word;
  return word !== undefined && value.kind === "ref" && value.name.text === word.text ? word : null;
}
