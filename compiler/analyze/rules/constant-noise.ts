import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { numberText } from "../number-text.js";
import { noiseBlocks } from "../resolve/statements.js";

/** A constant standard deviation is positive and finite, a constant weight finite and not negative. */
export function constantNoise({ ast, constants, reporter }: ModelContext): void {
  for (const item of noiseBlocks(ast).flat()) {
    if (item.kind !== "noise") continue;
    const value = constants.valueOf(item.value);
    if (value === null || (Number.isFinite(value) && (item.model === "sigma" ? value > 0 : value >= 0))) continue;
    const need = item.model === "sigma" ? "positive and finite" : "finite and not negative";
    reporter.report(
      messages.invalidDeclaredNoise({ word: item.model, value: numberText(value), need }),
      item.value.span,
    );
  }
}
