import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { numberText } from "../number-text.js";
import { noiseBlocks } from "../resolve/statements.js";

/** A constant standard deviation is positive and finite, a constant weight finite and not negative. */
export function constantNoise({ ast, constants, reporter }: ModelContext): void {
  for (const noise of noiseBlocks(ast).flat()) {
    if (noise.kind !== "sigma" && noise.kind !== "weight") continue;
    const { kind: word, value: expr } = noise;
    const value = constants.valueOf(expr);
    if (value === null || (Number.isFinite(value) && (word === "sigma" ? value > 0 : value >= 0))) continue;
    const need = word === "sigma" ? "positive and finite" : "finite and not negative";
    reporter.report(messages.invalidDeclaredNoise({ word, value: numberText(value), need }), expr.span);
  }
}
