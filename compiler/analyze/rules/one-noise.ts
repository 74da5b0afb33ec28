import { listed } from "../../../diagnostics/index.js";
import { noiseModels } from "../../noise/index.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { noiseBlocks } from "../resolve/statements.js";

const words = listed(Object.keys(noiseModels).map((word) => `'${word}'`));

/** There is at most one noise model and one `loss` for the model, and for each statement. */
export function oneNoise({ ast, reporter }: ModelContext): void {
  for (const block of noiseBlocks(ast)) {
    const [noise, ...otherNoises] = block.filter((item) => item.kind === "noise");
    for (const other of otherNoises) {
      const line = reporter.lineOf(noise?.span ?? other.span);
      reporter.report(
        messages.duplicateNoise({ word: other.model, first: noise?.model ?? "", words, line }),
        other.span,
      );
    }
    const [loss, ...otherLosses] = block.filter((item) => item.kind === "loss");
    for (const other of otherLosses) {
      reporter.report(messages.duplicateLoss({ line: reporter.lineOf(loss?.span ?? other.span) }), other.span);
    }
  }
}
