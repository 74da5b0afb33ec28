import type { ModelUnits, NamedUnit } from "../../model/model-units.js";
import type { Unit } from "../../model/unit.js";
import type { BlockContext, ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import type { Reporter } from "../reporter.js";
import { nameUnit } from "../units/name-unit.js";
import { isAffine } from "../units/symbols.js";
import { isTractable, sameUnit } from "../units/unit.js";
import type { Budget, UnitBudgets } from "./budget.js";
import { equationsOfFile, equationsOfModel, hasUnits, type ResidualUnit } from "./collect.js";
import { type Contradiction, contradictions } from "./contradiction.js";
import type { Equation, Form } from "./equations.js";
import { openUnits } from "./open-units.js";
import { because } from "./reasons.js";
import { reportContradiction } from "./report-contradiction.js";
import { checkLogarithms, checkPoints } from "./scales.js";
import { type Product, System } from "./system.js";
import type { UnitEquations } from "./unit-equations.js";

const noUnits: ModelUnits = { names: [], open: [] };

/** Reports what contradicts itself among the definitions around the models. */
export function checkFileUnits(file: BlockContext, budgets: UnitBudgets): void {
  if (!hasUnits(file)) return;
  const { equations } = equationsOfFile(file, budgets.reading);
  if (solved(equations, budgets.solving) !== null) return;
  const found = contradictions(equations, budgets.searching);
  report(found, file.reporter, { isFile: true, isPointed: false });
}

/**
 * Solves for the units of a model: reports what contradicts itself, and gives each name the unit
 * that follows for it. A model in which no unit is written has none.
 *
 * @param file the block around it
 */
export function solveUnits(context: ModelContext, file: BlockContext, budgets: UnitBudgets): ModelUnits {
  if (!hasUnits(context) && !hasUnits(file)) return noUnits;
  const { equations, residuals } = equationsOfModel(context, budgets.reading);
  if (![...equations.quantities.keys()].some(({ unit }) => unit !== null)) return noUnits;
  const { reporter, ast } = context;
  const isPointed = checkPoints(equations.factors, reporter);
  const system = solved(equations.equations, budgets.solving);
  if (system === null) {
    report(contradictions(equations.equations, budgets.searching), reporter, { isFile: false, isPointed });
    return noUnits;
  }
  if (system.failed || equations.incomplete) {
    reporter.report(messages.unitsTooLong(), ast.name.span);
    return noUnits;
  }
  const unitOf = (form: Form): Unit | null => known(reducedForm(form, system));
  checkLogarithms(equations, unitOf, reporter);
  warnOfUnequalResiduals(residuals, unitOf, reporter);
  const open = openUnits(system, equations);
  return { names: fillIn(equations, withDefault(equations, system, budgets.solving), reporter), open };
}

/** The solution; null if there is a contradiction. */
function solved(equations: readonly Equation[], budget: Budget): System | null {
  const system = new System(false, budget);
  for (const equation of equations) {
    if (system.add(equation) !== null) return null;
    if (system.failed) break;
  }
  return system;
}

/**
 * Reports contradictions. Those in the file alone are reported once, not for each of its models,
 * and those that come of the product of a point on a scale are reported as that already.
 */
function report(
  found: readonly Contradiction[],
  reporter: Reporter,
  { isFile, isPointed }: { readonly isFile: boolean; readonly isPointed: boolean },
): void {
  for (const contradiction of found) {
    const isKnown =
      (!isFile && contradiction.sites.every(({ site }) => site.isOuter)) ||
      (isPointed && contradiction.equations.some(({ unit }) => [...(unit?.size.keys() ?? [])].some(isAffine)));
    if (!isKnown) reportContradiction(contradiction, reporter);
  }
}

/**
 * A bare 1 in a sum whose unit is still open is a pure number, as in `1 + alpha * (T - T0)`. All of
 * them together, and only if nothing contradicts it.
 */
function withDefault({ equations, ones }: UnitEquations, system: System, budget: Budget): System {
  const isOpen = (form: Form): boolean => reducedForm(form, system).variables.size > 0;
  const defaults = ones.filter(isOpen).map((variables): Equation => ({ variables, unit: null, site: null }));
  if (defaults.length === 0) return system;
  const next = solved([...equations, ...defaults], budget);
  return next === null || next.failed ? system : next;
}

/** Gives each name of the model that has no unit the one that was found for it. */
function fillIn(equations: UnitEquations, system: System, reporter: Reporter): readonly NamedUnit[] {
  const quantities = [...equations.quantities].sort(([a], [b]) => a.name.span.start - b.name.span.start);
  return quantities.map(([symbol, variable]): NamedUnit => {
    const name = symbol.name.text;
    if (symbol.unit !== null) return { name, unit: symbol.unit.text, inferred: false, because: null };
    const unit = known(system.productOf(variable));
    if (unit === null) return { name, unit: null, inferred: false, because: null };
    if (equations.isOwn(symbol)) completeUnit(symbol, unit);
    const row = system.rows.get(variable);
    return {
      name,
      unit: unit.text,
      inferred: true,
      because: row === undefined ? null : because(row.equation, reporter),
    };
  });
}

/**
 * Sets the inferred unit of a symbol. This is done once and in place, because symbols are compared
 * by identity and cannot be copied.
 */
function completeUnit(symbol: { -readonly [K in "unit"]: Unit | null }, unit: Unit): void {
  symbol.unit = unit;
}

/** The squares of residuals in different units are added, and their weights depend on the units. */
function warnOfUnequalResiduals(
  residuals: readonly ResidualUnit[],
  unitOf: (form: Form) => Unit | null,
  reporter: Reporter,
): void {
  const [first, ...others] = residuals.flatMap(({ statement, form }) => {
    const unit = unitOf(form);
    return unit === null ? [] : [{ statement, unit }];
  });
  const other = others.find(({ unit }) => first !== undefined && !sameUnit(first.unit, unit));
  if (first === undefined || other === undefined) return;
  const texts = { unit: first.unit.text, other: other.unit.text };
  const { span } = first.statement.ast;
  const message = `this residual is in '${first.unit.text}'`;
  reporter.report(messages.unequalResiduals(texts), other.statement.ast.span, undefined, [{ message, span }]);
}

function reducedForm(form: Form, system: System): Product {
  return system.reduced({ variables: new Map(form), size: new Map(), symbols: new Map(), from: null });
}

function known({ variables, size, symbols }: Product): Unit | null {
  const unit = variables.size === 0 ? nameUnit(size, symbols) : null;
  return unit !== null && isTractable(unit) ? unit : null;
}
