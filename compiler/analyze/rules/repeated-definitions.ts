import { postorder } from "../../../grammar/index.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { reach } from "../resolve/reach.js";

/** How many operations in definitions all statements together may use. */
const mostOperations = 100_000;

/**
 * Each `fit` has a function of its own that predicts its column, with everything that it uses: if
 * each of n statements uses one `let` more of a chain, that is n^2/2 definitions.
 */
export function repeatedDefinitions({ ast, statements, dependences, reporter }: ModelContext): void {
  const sizes = new Map<object, number>();
  let operations = 0;
  for (const statement of statements) {
    const root = statement.ast.kind === "fit" ? statement.ast.predicted : statement.ast.value;
    for (const symbol of reach([root], dependences)) {
      if (symbol.kind !== "let") continue;
      const size = sizes.get(symbol) ?? postorder(symbol.value).length;
      sizes.set(symbol, size);
      operations += size;
    }
    if (statements.length === 1 || operations <= mostOperations) continue;
    reporter.report(messages.definitionsTooLong({ count: statements.length }), ast.name.span);
    return;
  }
}
