import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { numberText } from "../number-text.js";
import { noiseBlocks } from "../resolve/statements.js";

/** The scale of a loss must be positive and finite. */
export function lossScales({ ast, constants, reporter }: ModelContext): void {
  for (const loss of noiseBlocks(ast).flat()) {
    if (loss.kind !== "loss" || loss.scale === null) continue;
    const value = constants.valueOf(loss.scale);
    if (value === null || (Number.isFinite(value) && value > 0)) continue;
    reporter.report(messages.invalidLossScale({ value: numberText(value) }), loss.scale.span);
  }
}
