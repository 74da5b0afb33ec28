import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { numberText } from "../number-text.js";

/** The value and the slope are computed numerically, so this tolerance allows for rounding. */
const tolerance = 1e-10;

/**
 * The values of z at which a custom loss is checked: from the rounding of a residual to outliers of
 * a million times the scale.
 */
const samples = [0, 1e-10, 0.1, 1, 10, 1e3, 1e6, 1e12];

/**
 * A custom loss must agree with least squares near zero, rho(0) = 0 and rho'(0) = 1, and must never
 * decrease: a larger residual must not cost less. It may be constant, as redescending losses are
 * for large residuals.
 */
export function customLosses({ declarations, constants, reporter }: ModelContext): void {
  for (const [{ rho }, { name }] of declarations.lossVariables) {
    const points = rho === null ? null : constants.lossAt(rho, samples);
    const at = points?.[0];
    if (rho === null || points === null || at === undefined) continue;
    const variable = name.text;
    const falls = points.find(({ slope, z, value }) => slope * z < -tolerance * Math.max(1, Math.abs(value)));
    const drop = points.find(({ value }, i) => value < (points[i - 1]?.value ?? 0) * (1 - tolerance) - tolerance);
    if (!(Math.abs(at.value) <= tolerance)) {
      reporter.report(messages.lossNonzeroAtOrigin({ variable, value: numberText(at.value) }), rho.span);
    }
    if (!(Math.abs(at.slope - 1) <= tolerance)) {
      reporter.report(messages.lossSlopeNotOne({ variable, value: numberText(at.slope) }), rho.span);
    } else if (falls !== undefined) {
      const what = `its slope is ${numberText(falls.slope)}`;
      reporter.report(messages.decreasingLoss({ variable, z: numberText(falls.z), what }), rho.span);
    } else if (drop !== undefined) {
      const what = `it is ${numberText(drop.value)}, less than at smaller values`;
      reporter.report(messages.decreasingLoss({ variable, z: numberText(drop.z), what }), rho.span);
    }
  }
}
