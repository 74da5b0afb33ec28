import { listed, plural, printable } from "../../diagnostics/index.js";
import type { FitResult } from "../../runtime/index.js";
import type { Outcome } from "./document.js";
import { formatNumber } from "./numbers.js";

/**
 * How the fit stopped. A fit that did not converge must not be mistaken for one that did, so this
 * comes before any number.
 */
export function outcomeOf(result: FitResult): Outcome {
  const effort = `${plural(result.nfev, "evaluation")} of the residuals, ${result.njev} of the Jacobian, ${result.solver}`;
  const text = `${printable(result.message)} (${effort})`;
  if (result.success) {
    const lines = result.fromStart === null ? [text] : [text, searched(result.fromStart)];
    return { success: true, alarm: null, lines };
  }
  return { success: false, alarm: alarmOf(result), lines: [text] };
}

function alarmOf(result: FitResult): string {
  const lost = Object.entries(result.derived).filter(([, { value }]) => !Number.isFinite(value));
  const hasValues = [result.cost, ...Object.values(result.params).map(({ value }) => value)].every(Number.isFinite);
  if (result.status > 0 && lost.length > 0 && hasValues) {
    const names = lost.map(([name]) => `'${printable(name)}'`);
    const what = names.length === 1 ? "the derived quantity" : "the derived quantities";
    return `CONVERGED, BUT WITHOUT A VALUE for ${what} ${listed(names, "and")}`;
  }
  const reason =
    result.status > 0
      ? "some quantities are not finite where the solver stopped."
      : "the solver did not converge, and these are the values where it stopped.";
  return `THIS IS NOT A FIT: ${reason}`;
}

/** What the fit from the given start values came to, where a search found a lower minimum. */
function searched({ success, message, cost }: FitResult): string {
  const end = success ? "it converged" : printable(message);
  return `found by a search; from the start values: ${end}, at a cost of ${formatNumber(cost)}`;
}
