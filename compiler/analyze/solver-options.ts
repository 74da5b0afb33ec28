import type { Expr } from "../../grammar/index.js";
import type { CheckedSolver } from "../model/checked-model.js";

/** The solvers, in the order in which messages list them. */
export const solverNames: readonly CheckedSolver["method"][] = ["lm", "trf", "dogbox"];

/** One option of a solver, by its name in the language. */
interface SolverOptionRule {
  readonly key: keyof CheckedSolver;
  /** The values that it takes, as a message says it. */
  readonly need: string;
  readonly holds: (value: number) => boolean;
  /** A bare word that it takes besides, and what that sets it to. */
  readonly word?: { readonly text: string; readonly setting: "jac" | null };
}

const tolerance = {
  need: "from 0 up to, but not including, 1, or the word off",
  holds: (x: number) => x >= 0 && x < 1,
  word: { text: "off", setting: null },
} as const;

const positive = (x: number): boolean => x > 0 && Number.isFinite(x);

/** More local fits than these are a mistake. */
const mostStarts = 10_000;

/** All options, in the order in which messages list them. */
export const solverOptions: ReadonlyMap<string, SolverOptionRule> = new Map<string, SolverOptionRule>([
  ["ftol", { key: "ftol", ...tolerance }],
  ["xtol", { key: "xtol", ...tolerance }],
  ["gtol", { key: "gtol", ...tolerance }],
  ["max_evals", { key: "maxEvals", need: "a whole number from 1 on", holds: (x) => Number.isSafeInteger(x) && x >= 1 }],
  [
    "x_scale",
    {
      key: "xScale",
      need: "positive and finite, or the word jac",
      holds: positive,
      word: { text: "jac", setting: "jac" },
    },
  ],
  ["factor", { key: "factor", need: "positive and finite", holds: positive }],
  [
    "starts",
    {
      key: "starts",
      need: `a whole number from 1 to ${mostStarts}`,
      holds: (x) => Number.isSafeInteger(x) && x >= 1 && x <= mostStarts,
    },
  ],
  ["seed", { key: "seed", need: "a whole number from 0 on", holds: (x) => Number.isSafeInteger(x) && x >= 0 }],
]);

/** The word that the value of an option is, `x_scale: jac` or `gtol: off`; null where it is an expression. */
export function optionWord(option: string, value: Expr): SolverOptionRule["word"] | null {
  const word = solverOptions.get(option)?.word;
  return word !== undefined && value.kind === "ref" && value.name.text === word.text ? word : null;
}
