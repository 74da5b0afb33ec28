import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import type { EffectiveStatement } from "../resolve/statements.js";
import { dimensionless } from "../units/unit.js";
import type { Inferred } from "../units/unit-rules.js";

/** A sigma has the unit of what it divides, and the scale of a loss that of the residual after the division. */
export function unitsOfNoise(context: ModelContext): void {
  for (const statement of context.statements) checkNoise(statement, context);
}

function checkNoise({ ast, noise, loss }: EffectiveStatement, { units, reporter }: ModelContext): void {
  if (noise === null && loss?.scale == null) return;
  const residual =
    ast.kind === "residual"
      ? units.infer(ast.value)
      : units.demandEqual("both sides of '~'", ast.observed, ast.predicted);
  if (noise?.model === "sigma") {
    const text = reporter.quote(noise.value.span);
    units.demand(noise.value, residual, (found, note) =>
      messages.sigmaUnitMismatch({ unit: textOf(residual), text, found, note }),
    );
  } else if (noise?.model === "weight") {
    units.infer(noise.value);
  }
  if (loss?.scale == null) return;
  const { scale } = loss;
  const expected = noise === null ? residual : noise.model === "sigma" ? dimensionless : null;
  units.demand(scale, expected, (found, note) =>
    messages.lossScaleUnitMismatch({ unit: textOf(expected), text: reporter.quote(scale.span), found, note }),
  );
}

function textOf(unit: Inferred): string {
  return unit === null || unit === "literal" ? "1" : unit.text;
}
