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
 * The display names of a model's statements: the observed expression, `residual` and a number, or
 * `prior` and its parameter. If several statements observe the same expression, the later ones get
 * a number too, so that names are distinct.
 */
export function responseNames(statements: readonly CheckedStatement[]): readonly string[] {
  const seen = new Map<string, number>();
  let residuals = 0;
  return statements.map((statement) => {
    if (statement.kind === "prior") return `prior ${printExpr(statement.predicted)}`;
    if (statement.observed === null) return `residual ${++residuals}`;
    const { observed } = statement;
    // A column is shown by its bare name; the model's text may need backticks around it.
    const text = observed.kind === "ref" ? observed.name.text : printExpr(observed);
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return count === 1 ? text : `${text} (${count})`;
  });
}
