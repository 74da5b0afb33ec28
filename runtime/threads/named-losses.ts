import type { FitProblem } from "../contract/fit-problem.js";
import { isRobustLoss } from "../contract/losses.js";
import { robustLosses } from "../fold/losses.generated.js";
import { RowLosses } from "../fold/row-loss.js";
import type { NamedLoss } from "./protocol.js";

/** The losses of statements by name; null if one of them is defined in the spec and has no name. */
export function namesOfLosses(statements: FitProblem["statements"]): readonly NamedLoss[] | null {
  const named = statements.flatMap(({ loss, lossName, lossScale }): NamedLoss[] => {
    if (loss < 0) return [{ name: "linear", scale: 1 }];
    return isRobustLoss(lossName) ? [{ name: lossName, scale: lossScale }] : [];
  });
  return named.length === statements.length ? named : null;
}

/** The losses with these names: the same functions that the compiler prints into a module. */
export function lossesNamed(losses: readonly NamedLoss[]): RowLosses {
  const rules = losses.flatMap(({ name }) => (name === "linear" ? [] : [robustLosses[name]]));
  let next = 0;
  return new RowLosses(
    rules,
    losses.map(({ name, scale }) => ({ loss: name === "linear" ? -1 : next++, lossScale: scale })),
  );
}
