import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { numberText } from "../number-text.js";

/** The scale of a loss is positive and finite. */
export function lossScales({ sites, constants, reporter }: ModelContext): void {
  for (const { role, expr } of sites) {
    const value = role === "lossScale" ? constants.valueOf(expr) : null;
    if (value === null || (Number.isFinite(value) && value > 0)) continue;
    reporter.report(messages.invalidLossScale({ value: numberText(value) }), expr.span);
  }
}
