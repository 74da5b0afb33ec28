import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";

/** The largest number of derivatives that one function of a module computes. */
const mostDerivatives = 100_000;

/**
 * A module has a place for the derivative of every residual, and of every derived quantity, with
 * respect to every free parameter: of a thousand residuals and a thousand parameters that is a
 * million, whatever they contain.
 */
export function derivativeCount({ ast, declarations, statements, reporter }: ModelContext): void {
  const free = declarations.params.filter((param) => !param.fixed).length;
  const once = statements.filter(({ rate }) => rate === "once").length;
  const priors = ast.body.filter(({ kind }) => kind === "prior").length;
  const kinds: readonly (readonly [count: number, what: string])[] = [
    [statements.length - once, "residuals per row"],
    [once + priors, "residuals without a row"],
    [declarations.derives.length, "derived quantities"],
  ];
  const excessive = kinds.find(([count]) => count * free > mostDerivatives);
  if (excessive === undefined) return;
  const [count, what] = excessive;
  reporter.report(messages.tooManyDerivatives({ count, what, free }), ast.name.span);
}
