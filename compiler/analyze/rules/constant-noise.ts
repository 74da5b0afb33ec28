import { isInRange } from "../../../runtime/contract/noise.js";
import { noiseModels } from "../../noise/index.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { numberText } from "../number-text.js";
import { noiseBlocks } from "../resolve/statements.js";

const needs = { positive: "positive and finite", nonnegative: "finite and not negative" };

/**
 * A constant value of a noise model must be within its range. Values from columns are checked
 * during a fit.
 */
export function constantNoise({ ast, constants, reporter }: ModelContext): void {
  for (const item of noiseBlocks(ast).flat()) {
    const value = item.kind === "noise" ? constants.valueOf(item.value) : null;
    if (item.kind !== "noise" || value === null) continue;
    const { model: word, value: expr } = item;
    const { range } = noiseModels[word];
    if (isInRange(range, value)) continue;
    const message = messages.invalidDeclaredNoise({ word, value: numberText(value), need: needs[range] });
    reporter.report(message, expr.span);
  }
}
