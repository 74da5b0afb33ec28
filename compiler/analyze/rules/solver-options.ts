import { didYouMean } from "../../../diagnostics/index.js";
import { printExpr, type SolverOption, type SolverStmt } from "../../../grammar/index.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { numberText } from "../number-text.js";
import { solverOptionRules as options, wordSetting } from "../solver-options.js";

/** The options of a solver must be known, given only once, in range, and apply to that solver. */
export function knownSolverOptions(context: ModelContext): void {
  for (const solver of context.ast.body) {
    if (solver.kind !== "solver") continue;
    const given = new Map<string, SolverOption>();
    for (const option of solver.options) {
      if (option.kind === "error") continue;
      const first = given.get(option.name.text);
      if (first === undefined) given.set(option.name.text, option);
      else reportRepeated(option, first, context);
      checkOption(option, solver, context);
    }
  }
}

function checkOption(
  { name, value, span }: SolverOption,
  solver: SolverStmt,
  { constants, reporter }: ModelContext,
): void {
  const option = options.get(name.text);
  if (option === undefined) {
    const known = [...options.keys()].join(", ");
    reporter.report(
      messages.unknownSolverOption({ name: name.text, known }),
      name.span,
      didYouMean(name.text, options.keys()),
    );
    return;
  }
  if (name.text === "factor" && solver.name.text !== "lm")
    reporter.report(messages.declaredFactorWithoutLm(), name.span);
  const { need, holds, byParam } = option.values;
  if (value === null) {
    if (byParam !== true)
      reporter.report(messages.invalidSolverOption({ name: name.text, need, value: "a block" }), span);
    return;
  }
  if (value.kind === "error" || wordSetting(name.text, value) !== undefined) return;
  const number = holds === null ? null : constants.valueOf(value);
  if (holds !== null && (number === null || holds(number))) return;
  const found = number === null ? printExpr(value) : numberText(number);
  reporter.report(messages.invalidSolverOption({ name: name.text, need, value: found }), value.span);
}

function reportRepeated({ name }: SolverOption, first: SolverOption, { reporter }: ModelContext): void {
  reporter.report(messages.duplicateSolverOption({ name: name.text, line: reporter.lineOf(first.span) }), name.span);
}
