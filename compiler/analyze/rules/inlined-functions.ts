import type { BlockContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";

/** Functions are inlined, so a few lines of calls within calls can become too long to compile. */
export function inlinedFunctions({ sites, constants, resolution, reporter }: BlockContext): void {
  const hasFunctions = [...resolution.calls.values()].some(({ kind }) => kind === "fn");
  if (!hasFunctions || reporter.failed) return;
  // The body of an `fn` is inlined where it is called.
  const tooLong = sites.find(({ expr, content }) => content.columns !== "any" && constants.isTooLong(expr));
  if (tooLong !== undefined) reporter.report(messages.functionsTooLong({ place: tooLong.label }), tooLong.expr.span);
}
