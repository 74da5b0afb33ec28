import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { numberText } from "../number-text.js";

/** A constant standard deviation is positive and finite, a constant weight finite and not negative. */
export function constantNoise({ sites, constants, reporter }: ModelContext): void {
  for (const { role, expr } of sites) {
    if (role !== "sigma" && role !== "weight") continue;
    const value = constants.valueOf(expr);
    if (value === null || (Number.isFinite(value) && (role === "sigma" ? value > 0 : value >= 0))) continue;
    const need = role === "sigma" ? "positive and finite" : "finite and not negative";
    reporter.report(messages.invalidDeclaredNoise({ word: role, value: numberText(value), need }), expr.span);
  }
}
