import { didYouMean } from "../../../diagnostics/index.js";
import { lossNames } from "../../../runtime/contract/losses.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { noiseBlocks } from "../resolve/statements.js";

/** A named loss must be one of the language's; the linear loss has no scale. */
export function knownLosses({ ast, reporter }: ModelContext): void {
  for (const loss of noiseBlocks(ast).flat()) {
    if (loss.kind !== "loss" || loss.name === null) continue;
    const { text, span } = loss.name;
    if (!lossNames.some((name) => name === text)) {
      const known = lossNames.join(", ");
      reporter.report(messages.unknownLoss({ name: text, known }), span, didYouMean(text, lossNames));
    } else if (text === "linear" && loss.scale !== null) {
      reporter.report(messages.linearLossWithScale(), loss.scale.span);
    }
  }
}
