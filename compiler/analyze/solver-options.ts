import type { Expr } from "../../grammar/index.js";
import { solverOptions as options, type SolverOption } from "../../runtime/contract/solver-options.js";

/** One option of a solver as the language has it. */
interface SolverOptionRule {
  /** Its name in `SolverOptions`. */
  readonly key: string;
  readonly values: Values;
}

interface Values {
  /** The values that it takes, as a message says it. */
  readonly need: string;
  readonly holds: (value: number) => boolean;
  /** A bare word that it takes besides, and what that sets it to. */
  readonly word?: { readonly text: string; readonly setting: "jac" | null };
}

/** All options by their names in the language, in the order in which messages list them. */
export const solverOptions: ReadonlyMap<string, SolverOptionRule> = new Map(
  Object.entries(options).map(([key, option]) => [option.name, { key, values: valuesOf(option) }]),
);

function valuesOf(option: SolverOption): Values {
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

/** The word that the value of an option is, `x_scale: jac` or `gtol: off`; null where it is an expression. */
export function optionWord(option: string, value: Expr): Values["word"] | null {
  const word = solverOptions.get(option)?.values.word;
  return word !== undefined && value.kind === "ref" && value.name.text === word.text ? word : null;
}
