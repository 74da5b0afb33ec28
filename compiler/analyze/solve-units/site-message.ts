import type { Message, Span } from "../../../diagnostics/index.js";
import type { Unit } from "../../model/unit.js";
import { analysisMessages as messages } from "../messages/index.js";
import type { Reporter } from "../reporter.js";
import { dimensionless, divideUnits, factorText, scaleExpression, scaleOf } from "../units/unit.js";
import type { Place, Site } from "./equations.js";
import { countHint, logarithmHint, misspeltHint } from "./hints.js";

/** What is reported of a contradiction, and where. */
export interface Report {
  readonly message: Message;
  readonly span: Span;
  readonly help?: string | undefined;
}

/** The units of the two sides of a site. */
export interface SiteUnits {
  /** Null if it depends on a unit that is not known. */
  readonly left: Unit | null;
  readonly right: Unit | null;
  /** The left unit over the right one. */
  readonly ratio: Unit;
}

/**
 * What is wrong at a site.
 *
 * @param inCall if it is in the body of an `fn`, the call, as the beginning of a sentence
 */
export function siteReport(
  { reason, left, right }: Site,
  units: SiteUnits,
  inCall: string,
  reporter: Reporter,
): Report {
  const text = ({ expr }: Place): string => reporter.quote(expr.span);
  const from = units.right ?? dimensionless;
  const to = units.left ?? dimensionless;
  if (right === null) {
    const pure = { text: text(left), unit: to.text, note: factorNote(to, dimensionless) };
    if (reason.kind === "base") {
      const exponent = reporter.quote(reason.exponent.span);
      const help = factorHelp(to, dimensionless);
      return { message: messages.exponentNotConstant({ ...pure, exponent }), span: left.expr.span, help };
    }
    const what = `${inCall}${reason.kind === "pure" ? reason.what : "this"}`;
    return {
      message: messages.unitNotDimensionless({ ...pure, what }),
      span: left.expr.span,
      help: factorHelp(to, dimensionless),
    };
  }
  const { span } = right.expr;
  if (units.left === null || units.right === null) {
    const difference = `that of '${text(left)}' is '${units.ratio.text}' times that of '${text(right)}'`;
    const message = messages.unitMismatch({ what: `${inCall}${whatOf(reason)}`, difference });
    return { message, span, help: factorHelp(units.ratio, dimensionless) };
  }
  const note = factorNote(from, to);
  const help =
    factorHelp(from, to) ??
    (reason.kind === "noise" ? countHint(from, to) : undefined) ??
    logarithmHint(from, to) ??
    misspeltHint(from, to);
  const found = { text: text(right), found: from.text, note };
  switch (reason.kind) {
    case "value":
      return {
        message: messages.declaredUnitMismatch({
          name: reason.name.name.text,
          what: reason.what,
          unit: to.text,
          ...found,
        }),
        span,
        help,
      };
    case "noise":
      return {
        message: messages.noiseUnitMismatch({ word: reason.word, what: reason.what, unit: to.text, ...found }),
        span,
        help,
      };
    case "lossScale":
      return { message: messages.lossScaleUnitMismatch({ unit: to.text, ...found }), span, help };
    default: {
      const difference = `'${text(left)}' is in '${to.text}' and '${text(right)}' in '${from.text}'${note}`;
      return { message: messages.unitMismatch({ what: `${inCall}${whatOf(reason)}`, difference }), span, help };
    }
  }
}

function whatOf(reason: Site["reason"]): string {
  switch (reason.kind) {
    case "sides":
    case "pure":
      return reason.what;
    case "value":
      return `'${reason.name.name.text}' and its ${reason.what}`;
    case "noise":
      return `'${reason.word}' and the residual`;
    case "lossScale":
      return "the residual and the scale of its loss";
    case "base":
      return "a power and its base";
  }
}

/** `, which is 0.001 s`; empty for units of different dimensions. */
export function factorNote(from: Unit, to: Unit): string {
  const factor = scaleOf(divideUnits(from, to).size);
  if (factor === null) return "";
  if (to.text.startsWith("1/")) return `, a factor of ${factorText(factor)}`;
  return `, which is ${factorText(factor)} ${to.text === "1" ? "" : to.text}`.trimEnd();
}

/**
 * A literal in a product is dimensionless, so conversion needs a constant with a unit of its own.
 */
function factorHelp(from: Unit, to: Unit): string | undefined {
  const conversion = divideUnits(to, from);
  const factor = scaleExpression(divideUnits(from, to).size);
  if (factor === null) return undefined;
  return `units never convert values: use one unit, or multiply by a 'const c: ${conversion.text} = ${factor}'`;
}
