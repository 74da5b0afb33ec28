import type { NoiseStmt } from "../../../grammar/index.js";
import { noiseModels } from "../../noise/index.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import type { EffectiveStatement } from "../resolve/statements.js";
import { dimensionless, isTractable, powerOfUnit } from "../units/unit.js";
import type { Inferred } from "../units/unit-rules.js";

const unitWords = { 1: "the unit", 2: "the square of the unit" };

/**
 * The value of a noise model must have the unit that the noise model requires, and the scale of a
 * loss that of the scaled residual.
 */
export function unitsOfNoise(context: ModelContext): void {
  for (const statement of context.statements) checkNoise(statement, context);
}

function checkNoise({ ast, noise, loss }: EffectiveStatement, context: ModelContext): void {
  const { units, reporter } = context;
  if (noise === null && loss?.scale == null) return;
  const residual =
    ast.kind === "residual"
      ? units.infer(ast.value)
      : units.demandEqual("both sides of '~'", ast.observed, ast.predicted);
  const scaled = noise === null ? residual : unitAfter(noise, residual, context);
  if (loss?.scale == null) return;
  const { scale } = loss;
  units.demand(scale, scaled, (found, note) =>
    messages.lossScaleUnitMismatch({ unit: textOf(scaled), text: reporter.quote(scale.span), found, note }),
  );
}

/** Checks the unit of the value; returns the unit of the scaled residual. */
function unitAfter({ model, value }: NoiseStmt, residual: Inferred, { units, reporter }: ModelContext): Inferred {
  const { unitPower } = noiseModels[model];
  if (unitPower === null) {
    units.infer(value);
    return null;
  }
  const unit = powerOf(residual, unitPower);
  const texts = { word: model, what: unitWords[unitPower], unit: textOf(unit), text: reporter.quote(value.span) };
  units.demand(value, unit, (found, note) => messages.noiseUnitMismatch({ ...texts, found, note }));
  return dimensionless;
}

function powerOf(unit: Inferred, power: number): Inferred {
  if (unit === null || unit === "literal") return unit;
  const raised = powerOfUnit(unit, power, 1);
  return isTractable(raised) ? raised : null;
}

function textOf(unit: Inferred): string {
  return unit === null || unit === "literal" ? "1" : unit.text;
}
