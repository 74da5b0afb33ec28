import { type Diagnostic, DiagnosticBag } from "../../diagnostics/index.js";
import { analysisMessages } from "../analyze/index.js";
import type { ParamSymbol } from "../model/checked-model.js";
import type { SimplifiedModel } from "../simplify/simplify-model.js";

/**
 * Warns about parameters that start at 1 because they have no start value and are not among the
 * linear parameters, which need none.
 */
export function defaultStarts(simplified: SimplifiedModel): readonly Diagnostic[] {
  const { model, linearity, linear } = simplified;
  const bag = new DiagnosticBag(model.source);
  for (const param of model.defaulted) {
    const { name, index } = param;
    const partner = [...linear].find((other) => linearity.multiplied.get(index)?.has(other));
    const other =
      linearity.nonlinear.has(index) || partner === undefined ? undefined : model.params[partner]?.name.text;
    const why = other === undefined ? "" : `, and the model is linear in it only for a given '${other}'`;
    bag.report(analysisMessages.defaultStart({ name: name.text, why, value: startText(param, simplified) }), name.span);
  }
  return bag.sorted();
}

function startText({ index }: ParamSymbol, { pool, params, simplified }: SimplifiedModel): string {
  const start = params[index]?.start;
  const node = start === undefined ? undefined : pool.node(simplified(start));
  return node?.op === "const" ? String(node.value) : "1, or 1 away from its bound";
}
