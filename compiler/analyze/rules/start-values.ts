import type { ParamSymbol } from "../../model/checked-model.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { numberText } from "../number-text.js";
import { hasNoStart } from "../startless.js";

/**
 * A start value must be finite and inside the bounds, as far as these are known at compile time.
 */
export function startValues(context: ModelContext): void {
  for (const param of context.declarations.params) {
    if (param.start !== null) checkStart(param, context);
    else if (param.fixed) checkFixed(param, context);
  }
}

/**
 * A fixed parameter must have a value. A free parameter without a start value is handled by the
 * algebra checks, because the model may be linear in it.
 */
function checkFixed(param: ParamSymbol, { constants, reporter, incomplete }: ModelContext): void {
  const { name, lower } = param;
  // The start value may be in text that could not be read.
  if ((lower === null && incomplete) || !hasNoStart(param, constants)) return;
  const why = lower === null ? "" : ", and its bounds are not both finite";
  reporter.report(messages.noStartValue({ name: name.text, why }), name.span);
}

function checkStart(param: ParamSymbol, { constants, reporter }: ModelContext): void {
  const name = param.name.text;
  const start = param.start === null ? null : constants.valueOf(param.start);
  if (param.start === null || start === null) return;
  // A literal that overflows was already reported as such.
  if (!Number.isFinite(start) && param.start.kind === "number") return;
  if (!Number.isFinite(start)) {
    reporter.report(messages.declaredStartNotFinite({ name, value: numberText(start) }), param.start.span);
    return;
  }
  const lower = param.lower === null ? null : constants.valueOf(param.lower);
  const upper = param.upper === null ? null : constants.valueOf(param.upper);
  if (lower !== null && upper !== null && !(lower < upper)) return;
  const ends = `${endText(param.lower, lower, reporter)}, ${endText(param.upper, upper, reporter)}`;
  const interval = `${param.lowerOpen ? "(" : "["}${ends}${param.upperOpen ? ")" : "]"}`;
  const onLower = start === lower && param.lowerOpen;
  const onUpper = start === upper && param.upperOpen;
  if ((lower !== null && start < lower) || (upper !== null && start > upper)) {
    reporter.report(
      messages.declaredStartOutsideBounds({ name, start: numberText(start), interval }),
      param.start.span,
    );
  } else if (onLower || onUpper) {
    const closed = `${param.lowerOpen && !onLower ? "(" : "["}${ends}${param.upperOpen && !onUpper ? ")" : "]"}`;
    reporter.report(
      messages.declaredStartExcluded({ name, start: numberText(start), interval, closed }),
      param.start.span,
    );
  }
}

/**
 * An end of an interval as text: its value, or the expression as written if the value depends on
 * the data.
 */
function endText(bound: ParamSymbol["lower"], value: number | null, reporter: ModelContext["reporter"]): string {
  if (value !== null) return numberText(value);
  return bound === null ? "" : reporter.quote(bound.span);
}
