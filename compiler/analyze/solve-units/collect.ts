import { noiseModels } from "../../noise/index.js";
import type { BlockContext, ModelContext } from "../context.js";
import { isDefinition } from "../resolve/scope.js";
import type { EffectiveStatement } from "../resolve/statements.js";
import { unitsOfStatement } from "../statements/index.js";
import { productOf, raised, rational } from "../units/rational.js";
import type { Budget } from "./budget.js";
import type { Form } from "./equations.js";
import { isForm, operand } from "./operations.js";
import { UnitEquations } from "./unit-equations.js";

const unitWords = { 1: "the unit", 2: "the square of the unit" };

/** A `fit` or `residual` with the unit of its residual, divided by its noise. */
export interface ResidualUnit {
  readonly statement: EffectiveStatement;
  readonly form: Form;
}

/** Whether a unit is written for a name of the block. */
export function hasUnits({ declarations: { columns, params, definitions } }: BlockContext): boolean {
  return [...columns, ...params, ...definitions].some((symbol) => "unit" in symbol && symbol.unit !== null);
}

/** The equations of the definitions in the file around the models. */
export function equationsOfFile(block: BlockContext, budget: Budget): UnitEquations {
  const equations = newEquations(block, budget);
  addNames(block, equations);
  return equations;
}

/** All equations of a model, and the units of its residuals. */
export function equationsOfModel(
  context: ModelContext,
  budget: Budget,
): {
  readonly equations: UnitEquations;
  readonly residuals: readonly ResidualUnit[];
} {
  const equations = newEquations(context, budget);
  addNames(context, equations);
  for (const statement of context.ast.body) unitsOfStatement(statement, equations, context.resolution);
  const residuals = context.statements.map((statement) => ({
    statement,
    form: residualUnit(statement, equations),
  }));
  addOuterConstants(equations);
  return { equations, residuals };
}

function newEquations(
  { declarations, resolution, constants, dependences }: BlockContext,
  budget: Budget,
): UnitEquations {
  const own = new Set(declarations.scope.values.values());
  return new UnitEquations(resolution, constants, dependences, own, budget);
}

function addNames({ declarations: { columns, params, definitions } }: BlockContext, equations: UnitEquations): void {
  const values = definitions.filter((definition) => definition.kind !== "fn");
  for (const quantity of [...columns, ...params, ...values]) equations.variableOf(quantity);
  for (const definition of values) equations.addValue(definition, "value", definition.value);
  for (const param of params) {
    const { start, lower, upper } = param;
    for (const [what, value] of [
      ["start value", start],
      ["lower bound", lower],
      ["upper bound", upper],
    ] as const) {
      if (value !== null) equations.addValue(param, what, value);
    }
  }
}

/** The constants around the model that it uses, and those that they use. */
function addOuterConstants(equations: UnitEquations): void {
  // The map grows while it is gone through.
  for (const symbol of equations.quantities.keys()) {
    if (!equations.isOwn(symbol) && isDefinition(symbol)) equations.addValue(symbol, "value", symbol.value);
  }
}

/** The unit of a residual divided by its standard deviation, which the scale of its loss has. */
function residualUnit({ ast, noise, loss }: EffectiveStatement, equations: UnitEquations): Form {
  const found =
    ast.kind === "residual"
      ? equations.infer(ast.value)
      : equations.addSides("both sides of '~'", ast.observed, ast.predicted);
  const residual = { ...found, unit: isForm(found.unit) ? found.unit : equations.fresh() };
  let { unit } = residual;
  if (noise !== null) {
    const value = equations.infer(noise.value);
    const { unitPower } = noiseModels[noise.model];
    if (unitPower === null) {
      unit = productOf(unit, isForm(value.unit) ? value.unit : equations.fresh(), rational(1, 2));
    } else {
      const expected = { ...residual, unit: raised(unit, rational(unitPower)) };
      equations.demand(
        { kind: "noise", word: noise.model, what: unitWords[unitPower] },
        expected,
        value,
        noise.value.span,
      );
      unit = new Map();
    }
  }
  if (loss?.scale != null) {
    equations.demand({ kind: "lossScale" }, operand(unit, residual.from), equations.infer(loss.scale), loss.scale.span);
  }
  return unit;
}
