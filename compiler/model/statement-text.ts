import { printExpr } from "../../grammar/index.js";
import type { CheckedStatement } from "./checked-model.js";

/** A statement on one line, without its noise. */
export function statementText({ kind, observed, predicted, noise }: CheckedStatement): string {
  const value = printExpr(predicted);
  if (kind === "prior" && observed !== null && noise !== null) {
    return `prior ${value} ~ normal(${printExpr(observed)}, ${printExpr(noise.value)})`;
  }
  return observed === null ? `residual ${value}` : `fit ${printExpr(observed)} ~ ${value}`;
}

/**
 * How the statements of a model are called: what is observed, or `residual` and a number, or `prior` and its parameter. A second statement that
 * observes the same gets a number too, so that the names are distinct.
 */
export function responseNames(statements: readonly CheckedStatement[]): readonly string[] {
  const seen = new Map<string, number>();
  let residuals = 0;
  return statements.map((statement) => {
    if (statement.kind === "prior") return `prior ${printExpr(statement.predicted)}`;
    if (statement.observed === null) return `residual ${++residuals}`;
    const { observed } = statement;
    // A column by its bare name, which may need backticks in the text of a model.
    const text = observed.kind === "ref" ? observed.name.text : printExpr(observed);
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return count === 1 ? text : `${text} (${count})`;
  });
}
