import type { UnitExpr } from "../../../grammar/index.js";
import type { Unit } from "../../model/unit.js";
import { unitOfSymbol } from "./symbols.js";
import { dimensionless, divideUnits, multiplyUnits, powerOfUnit } from "./unit.js";

/**
 * Evaluates a unit expression. The operators are on the left spine of the tree, which is walked
 * with an explicit stack because a product of many units is deep.
 */
export function readUnit(root: UnitExpr): Unit {
  const reversed: UnitExpr[] = [];
  const stack: UnitExpr[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    reversed.push(node);
    if (node.kind === "unitBinary") stack.push(node.left, node.right);
    else if (node.kind === "unitPower") stack.push(node.base);
  }
  const units = new Map<UnitExpr, Unit>();
  const of = (node: UnitExpr): Unit => units.get(node) ?? dimensionless;
  for (const node of reversed.reverse()) units.set(node, unitOf(node, of));
  return of(root);
}

function unitOf(node: UnitExpr, of: (node: UnitExpr) => Unit): Unit {
  switch (node.kind) {
    case "unitOne":
      return dimensionless;
    case "unitName":
      return unitOfSymbol(node.name.text);
    case "unitPower":
      return powerOfUnit(of(node.base), node.numerator, node.denominator);
    case "unitBinary":
      return (node.op === "*" ? multiplyUnits : divideUnits)(of(node.left), of(node.right));
  }
}
