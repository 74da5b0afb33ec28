import type { RelatedPlace, Span } from "../../../diagnostics/index.js";
import type { Unit } from "../../model/unit.js";
import { analysisMessages as messages } from "../messages/index.js";
import type { Reporter } from "../reporter.js";
import { nameUnit } from "../units/name-unit.js";
import { one } from "../units/rational.js";
import { dimensionless } from "../units/unit.js";
import { Budget } from "./budget.js";
import { type Contradiction, hasSite, outermost, type SiteEquation } from "./contradiction.js";
import type { Equation, Form, Place, Variable } from "./equations.js";
import { constantHint, misspeltHint, reciprocalHint } from "./hints.js";
import { factorNote, type Report, siteReport } from "./site-message.js";
import { System } from "./system.js";

/** More related places would not be read. */
const mostRelated = 12;

/** Of a contradiction between more sites, only the last is explained in detail. */
const mostExplained = 100;

/**
 * Reports a contradiction: where it is, the two units, the factor between them, and as related
 * places everything else that it follows from. If it is in one place, the two sides there differ.
 * If it is in several, a declared unit is not that of its value, or one name without a unit is in
 * two of them, in two different units.
 */
export function reportContradiction(contradiction: Contradiction, reporter: Reporter): void {
  const { sites } = contradiction;
  const declared = sites.findLast(isOfDeclaredValue);
  const isShort = sites.length > 1 && sites.length <= mostExplained;
  const named = isShort && declared === undefined ? nameInTwoUnits(contradiction, reporter) : null;
  const found = named ?? inOnePlace(contradiction, declared ?? sites.at(-1), reporter);
  reporter.report(found.message, found.span, found.help, relatedPlaces(contradiction, found, reporter));
}

interface Found extends Report {
  readonly related: readonly RelatedPlace[];
  /** The equations by which the units at a site are shown. */
  readonly systemOf: (site: SiteEquation) => System;
}

/** Whether a site is the value of a name with a declared unit. */
function isOfDeclaredValue({ site: { reason } }: SiteEquation): boolean {
  return reason.kind === "value" && reason.name.unit !== null;
}

/** A site, with the units that its sides have by all other equations. */
function inOnePlace(
  { equations, sites }: Contradiction,
  equation: SiteEquation | undefined,
  reporter: Reporter,
): Found {
  if (equation === undefined) throw new Error("fitc bug: units that contradict each other in no place");
  const { site } = equation;
  const system = systemOf(equations, equation);
  const [left, right] = [unitOfForm(site.left.form, system), site.right && unitOfForm(site.right.form, system)];
  const ratio = unitOfForm(equation.variables, system) ?? dimensionless;
  const { call } = outermost(site.calls) ?? {};
  const inCall = call === undefined ? "" : `in '${reporter.quote(call.span)}', `;
  const { message, span, help } = siteReport(site, { left, right, ratio }, inCall, reporter);
  const others = (other: SiteEquation): System => (sites.length <= mostExplained ? systemOf(equations, other) : system);
  return { message, span: call?.span ?? span, help, related: [], systemOf: others };
}

/** The first name without a unit that is in two sites, with a different unit in each. */
function nameInTwoUnits({ equations, sites }: Contradiction, reporter: Reporter): Found | null {
  for (const [i, first] of sites.entries()) {
    for (const variable of first.variables.keys()) {
      if (variable.symbol === null || variable.symbol.unit !== null) continue;
      const second = sites.slice(i + 1).find(({ variables }) => variables.has(variable));
      if (second === undefined) continue;
      const [hereSystem, thereSystem] = [systemOf(equations, second), systemOf(equations, first)];
      const [here, there] = [unitOfVariable(variable, hereSystem), unitOfVariable(variable, thereSystem)];
      if (here === null || there === null) continue;
      const span = spanOf(first, variable);
      const other = spanOf(second, variable);
      const name = variable.symbol.name.text;
      const texts = { name, unit: here.text, other: there.text, place: reporter.placeOf(other) };
      const help =
        reciprocalHint(first, here, there, reporter) ?? misspeltHint(here, there) ?? constantHint(variable.symbol);
      return {
        message: messages.nameInTwoUnits({ ...texts, note: factorNote(here, there) }),
        span,
        help,
        related: [{ message: `'${name}' is in '${there.text}' here`, span: other }],
        systemOf: (site) => (site === second ? thereSystem : hereSystem),
      };
    }
  }
  return null;
}

/** What else the contradiction follows from: the sides of its sites, and declarations. */
function relatedPlaces({ equations, sites }: Contradiction, found: Found, reporter: Reporter): readonly RelatedPlace[] {
  const sides = sites.slice(0, mostRelated).flatMap((equation): readonly RelatedPlace[] => {
    const { reason, left, right, calls } = equation.site;
    const system = found.systemOf(equation);
    const call = outermost(calls)?.call;
    return [
      ...(call === undefined ? [] : [{ message: `the call '${reporter.quote(call.span)}'`, span: call.span }]),
      sideNote(left, system, reporter),
      ...(right === null ? [] : [sideNote(right, system, reporter)]),
      ...(reason.kind === "base" ? [{ message: "its exponent is not constant", span: reason.exponent.span }] : []),
    ];
  });
  const declarations = equations.filter((equation) => !hasSite(equation)).flatMap(declarationNote);
  const spans = new Set([keyOf(found.span)]);
  const isNew = ({ span }: RelatedPlace): boolean => !spans.has(keyOf(span)) && spans.add(keyOf(span)).size > 0;
  const places = [...found.related, ...sides.slice(0, mostRelated), ...declarations].filter(isNew);
  return places.slice(0, mostRelated).sort((a, b) => a.span.start - b.span.start);
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

function sideNote({ expr, form }: Place, system: System, reporter: Reporter): RelatedPlace {
  const unit = unitOfForm(form, system);
  const text = reporter.quote(expr.span);
  return { message: unit === null ? `'${text}' is here` : `'${text}' is in '${unit.text}'`, span: expr.span };
}

function declarationNote({ variables, unit }: Equation): readonly RelatedPlace[] {
  return [...variables.keys()].flatMap(({ symbol }) =>
    symbol === null || unit === null
      ? []
      : [{ message: `'${symbol.name.text}' is declared in '${unit.text}'`, span: symbol.name.span }],
  );
}

/** Where a site gives a unit to a name: where the name is used, or at the value that it has. */
function spanOf({ site: { reason, left, right, calls } }: SiteEquation, variable: Variable): Span {
  const place = right !== null && (reason.kind === "value" || right.form.has(variable)) ? right : left;
  return outermost(calls)?.call.span ?? place.expr.span;
}

/** All equations but one, which no longer contradict each other. */
function systemOf(equations: readonly Equation[], without: Equation): System {
  const system = new System(false, new Budget(Number.POSITIVE_INFINITY));
  for (const equation of equations) if (equation !== without) system.add(equation);
  return system;
}

function unitOfForm(form: Form, system: System): Unit | null {
  const { variables, size, symbols } = system.reduced({
    variables: new Map(form),
    size: new Map(),
    symbols: new Map(),
    from: null,
  });
  return variables.size === 0 ? nameUnit(size, symbols) : null;
}

function unitOfVariable(variable: Variable, system: System): Unit | null {
  return unitOfForm(new Map([[variable, one]]), system);
}
