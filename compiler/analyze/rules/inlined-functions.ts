import type { BlockContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { pathText } from "../resolve/definitions.js";

/** Functions are inlined, so a few lines of calls within calls can become too long to compile. */
export function inlinedFunctions({ sites, constants, resolution, reporter }: BlockContext): void {
  const hasFunctions = [...resolution.calls.values()].some(({ kind }) => kind === "fn");
  if (!hasFunctions || reporter.failed) return;
  for (const { expr, content, label } of sites) {
    // The body of an `fn` is inlined where it is called.
    const calls = content.columns === "any" ? null : constants.tooMany(expr);
    if (calls === null) continue;
    reporter.report(messages.functionsTooLong({ place: label, path: pathText(calls) }), expr.span);
    return;
  }
}
