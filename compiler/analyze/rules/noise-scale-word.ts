import { noiseModels, scaleOf } from "../../noise/index.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { noiseBlocks } from "../resolve/statements.js";

/** A noise model that implies neither `absolute` nor `relative` says which. */
export function noiseScaleWord({ ast, reporter }: ModelContext): void {
  for (const item of noiseBlocks(ast).flat()) {
    if (item.kind !== "noise" || scaleOf(item) !== null) continue;
    const { quantity } = noiseModels[item.model];
    reporter.report(messages.missingScaleWord({ word: item.model, quantity }), item.span);
  }
}
