import type { NameExpr } from "../../../grammar/index.js";
import type { ParamSymbol } from "../../model/checked-model.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";

/**
 * The free parameter that a prior, an order or a scale names. If the name refers to anything else,
 * that is reported, and the result is null.
 */
export function freeParam(
  node: NameExpr,
  word: "prior" | "order" | "x_scale",
  { resolution, reporter }: ModelContext,
): ParamSymbol | null {
  const symbol = resolution.references.get(node);
  // Unknown names are reported when names are resolved.
  if (symbol === undefined) return null;
  const name = node.name.text;
  if (symbol.kind !== "param") {
    reporter.report(messages.constraintOnNonParameter({ name, kind: symbol.kind, word }), node.span);
    return null;
  }
  if (!symbol.fixed) return symbol;
  reporter.report(messages.constraintOnFixedParameter({ name, word }), node.span);
  return null;
}
