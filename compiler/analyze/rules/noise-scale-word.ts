import { noiseModels, scaleOf } from "../../noise/index.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { noiseBlocks } from "../resolve/statements.js";

/** If a noise model implies neither `absolute` nor `relative`, one of the words must be written. */
export function noiseScaleWord({ ast, reporter }: ModelContext): void {
  for (const item of noiseBlocks(ast).flat()) {
    if (item.kind !== "noise" || scaleOf(item) !== null) continue;
    const { quantity } = noiseModels[item.model];
    reporter.report(messages.missingScaleWord({ word: item.model, quantity }), item.span);
  }
}
