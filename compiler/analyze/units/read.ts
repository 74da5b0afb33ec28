import type { UnitExpr } from "../../../grammar/index.js";
import type { Rational, Unit } from "../../model/unit.js";
import { fractionOf, multiply, multiplyInto, negate, one, rational } from "./rational.js";
import { unitOfSymbol } from "./symbols.js";
import { unitOf } from "./unit.js";

/**
 * Evaluates a unit expression: multiplies its symbols, from left to right. The tree is walked with
 * an explicit stack because a product of many units is deep.
 */
export function readUnit(root: UnitExpr): Unit {
  const size = new Map<string, Rational>();
  const symbols = new Map<string, Rational>();
  const stack: { readonly node: UnitExpr; readonly exponent: Rational }[] = [{ node: root, exponent: one }];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { node, exponent } = item;
    switch (node.kind) {
      case "unitOne":
        break;
      case "unitName": {
        const unit = unitOfSymbol(node.name.text);
        multiplyInto(size, unit.size, exponent);
        multiplyInto(symbols, unit.symbols, exponent);
        break;
      }
      case "unitPower":
        stack.push({ node: node.base, exponent: multiply(exponent, exponentOf(node)) });
        break;
      case "unitBinary":
        stack.push({ node: node.right, exponent: node.op === "*" ? exponent : negate(exponent) });
        stack.push({ node: node.left, exponent });
    }
  }
  return unitOf(size, symbols);
}

/** A decimal number such as 0.5 was reported with the syntax, and is read as what was meant. */
function exponentOf({ numerator, denominator }: Extract<UnitExpr, { kind: "unitPower" }>): Rational {
  const decimal = Number.isInteger(numerator) ? "irrational" : fractionOf(numerator / denominator);
  return decimal === "irrational" ? rational(numerator, denominator) : decimal;
}
