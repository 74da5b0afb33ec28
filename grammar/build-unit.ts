import type { CstNode } from "chevrotain";
import { isNode, must, node, nodes, spanOfNode, token, tokensOf, toName } from "./cst.js";
import { messageTemplates as messages } from "./messages.js";
import type { UnitExpr } from "./nodes.js";
import type { Problem } from "./problem.js";
import { numberValue, spanOf } from "./token-text.js";
import * as t from "./tokens.js";

/**
 * Builds the tree of `factor {("*" | "/") factor}`, which is left-associative. Recurses only into
 * parentheses, whose nesting is limited before parsing.
 */
export function buildUnit(cst: CstNode, problems: Problem[]): UnitExpr {
  let unit: UnitExpr | undefined;
  let start = 0;
  let op: "*" | "/" = "*";
  for (const part of cst.children["part"] ?? []) {
    if (!isNode(part)) {
      op = part.tokenType === t.Divide ? "/" : "*";
      continue;
    }
    const right = buildFactor(part, problems);
    const span = spanOfNode(part);
    if (unit === undefined) start = span.start;
    unit = unit === undefined ? right : { kind: "unitBinary", op, left: unit, right, span: { start, end: span.end } };
  }
  return must(unit);
}

function buildFactor(cst: CstNode, problems: Problem[]): UnitExpr {
  const base = buildBase(cst, problems);
  const exponent = node(cst, "unitExponent");
  if (exponent === undefined) return base;
  const [numerator, denominator] = tokensOf(exponent, t.NumberLiteral.name).map((number) => {
    if (!/^[\d_]+$/.test(number.image)) problems.push(notUnit(number.image, spanOf(number)));
    return numberValue(number.image);
  });
  return {
    kind: "unitPower",
    base,
    numerator: must(numerator) * (token(exponent, t.Minus.name) === undefined ? 1 : -1),
    denominator: denominator ?? 1,
    span: spanOfNode(cst),
  };
}

function buildBase(cst: CstNode, problems: Problem[]): UnitExpr {
  const name = token(cst, t.Name.name) ?? token(cst, t.UnitSymbol.name);
  if (name !== undefined) return { kind: "unitName", name: toName(name), span: spanOf(name) };
  const number = token(cst, t.NumberLiteral.name);
  if (number !== undefined) {
    if (number.image !== "1") problems.push(notUnit(number.image, spanOf(number)));
    return { kind: "unitOne", span: spanOf(number) };
  }
  return buildUnit(must(nodes(cst, "unit")[0]), problems);
}

function notUnit(text: string, span: Problem["span"]): Problem {
  return { message: messages.numberInUnit({ text }), span };
}
