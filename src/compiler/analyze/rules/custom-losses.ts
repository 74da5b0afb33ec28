import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { numberText } from "../number-text.js";

/** Value and slope are computed, so a few roundings are allowed. */
const tolerance = 1e-10;

/** One's own loss agrees with least squares near zero: rho(0) = 0 and rho'(0) = 1. */
export function customLosses({ declarations, constants, reporter }: ModelContext): void {
  for (const [{ rho }, { name }] of declarations.lossVariables) {
    const at = rho === null ? null : constants.lossAtZero(rho);
    if (rho === null || at === null) continue;
    const variable = name.text;
    if (!(Math.abs(at.value) <= tolerance)) {
      reporter.report(messages.FIT3023({ variable, value: numberText(at.value) }), rho.span);
    }
    if (!(Math.abs(at.slope - 1) <= tolerance)) {
      reporter.report(messages.FIT3024({ variable, value: numberText(at.slope) }), rho.span);
    }
  }
}
