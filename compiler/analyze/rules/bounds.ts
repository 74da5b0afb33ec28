import type { ParamSymbol } from "../../model/checked-model.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { numberText } from "../number-text.js";

/**
 * The lower end of an interval must be below its upper end, as far as the ends are known at compile
 * time.
 */
export function bounds(context: ModelContext): void {
  for (const param of context.declarations.params) checkBounds(param, context);
}

function checkBounds(param: ParamSymbol, { constants, reporter }: ModelContext): void {
  const { lower: lowerExpr, upper: upperExpr } = param;
  if (lowerExpr === null || upperExpr === null) return;
  const name = param.name.text;
  const lower = constants.valueOf(lowerExpr);
  const upper = constants.valueOf(upperExpr);
  const lowerIsWrong = lower !== null && (Number.isNaN(lower) || lower === Number.POSITIVE_INFINITY);
  const upperIsWrong = upper !== null && (Number.isNaN(upper) || upper === Number.NEGATIVE_INFINITY);
  if (lowerIsWrong) {
    const fix = "write a number, or '-inf' for no lower bound";
    reporter.report(
      messages.invalidDeclaredBound({ end: "lower", name, value: numberText(lower), fix }),
      lowerExpr.span,
    );
  }
  if (upperIsWrong) {
    const fix = "write a number, or 'inf' for no upper bound";
    reporter.report(
      messages.invalidDeclaredBound({ end: "upper", name, value: numberText(upper), fix }),
      upperExpr.span,
    );
  }
  if (lower === null || upper === null || lowerIsWrong || upperIsWrong) return;
  const span = { start: lowerExpr.span.start, end: upperExpr.span.end };
  if (lower > upper) {
    const ends = { lower: numberText(lower), upper: numberText(upper) };
    reporter.report(messages.declaredBoundsReversed({ name, ...ends }), span);
  } else if (lower === upper) {
    reporter.report(messages.declaredBoundsEqual({ name, value: numberText(lower) }), span);
  }
}
