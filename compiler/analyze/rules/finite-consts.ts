import { type Expr, postorder } from "../../../grammar/index.js";
import type { BlockContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { numberText } from "../number-text.js";

/**
 * A const must be a finite number, unless it is infinite because `inf` is written (as for a bound).
 */
export function finiteConsts({ declarations, constants, resolution, reporter }: BlockContext): void {
  for (const definition of declarations.definitions) {
    if (definition.kind !== "const") continue;
    const { name, value: expr } = definition;
    const value = constants.valueOf(expr);
    if (value === null || Number.isFinite(value)) continue;
    const sources = postorder(expr).map(sourceOf);
    // A value that comes from another non-finite const, or from a literal that overflows, was
    // reported there.
    const isReported = sources.some((source) => source !== null && (Number.isNaN(source) || !Number.isNaN(value)));
    if (!isReported) reporter.report(messages.constNotFinite({ name: name.text, value: numberText(value) }), expr.span);
  }

  /** The value of a leaf, if it is not finite; otherwise null. */
  function sourceOf(node: Expr): number | null {
    if (node.kind === "constant" && node.name === "inf") return Number.POSITIVE_INFINITY;
    if (node.kind === "number") return Number.isFinite(node.value) ? null : Number.NaN;
    const symbol = node.kind === "ref" ? resolution.references.get(node) : undefined;
    const value = symbol?.kind === "const" ? constants.valueOf(symbol.value) : null;
    return value === null || Number.isFinite(value) ? null : value;
  }
}
