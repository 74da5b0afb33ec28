import { didYouMean } from "../../../diagnostics/index.js";
import { losses } from "../../losses/index.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { noiseBlocks } from "../resolve/statements.js";

/** A loss that is named is one of the language's; the linear one has no scale. */
export function knownLosses({ ast, reporter }: ModelContext): void {
  for (const loss of noiseBlocks(ast).flat()) {
    if (loss.kind !== "loss" || loss.name === null) continue;
    const { text, span } = loss.name;
    if (!losses.has(text)) {
      const known = [...losses.keys()].join(", ");
      reporter.report(messages.unknownLoss({ name: text, known }), span, didYouMean(text, losses.keys()));
    } else if (text === "linear" && loss.scale !== null) {
      reporter.report(messages.linearLossWithScale(), loss.scale.span);
    }
  }
}
