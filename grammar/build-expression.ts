import type { CstElement, CstNode, IToken } from "chevrotain";
import type { Span } from "../diagnostics/index.js";
import { isNode, nodes, spanOfNode, token, toName } from "./cst.js";
import { messageTemplates as messages } from "./messages.js";
import type { BinaryExpr, BinaryOp, ConstantExpr, Expr, Name, UnaryExpr } from "./nodes.js";
import type { Problem } from "./problem.js";
import { numberValue, spanOf } from "./token-text.js";
import * as t from "./tokens.js";

/**
 * How tightly each operator binds. `^` is right-associative and binds tighter than a minus sign
 * before it; all other operators are left-associative. The printer uses the same table.
 */
export const precedence: Readonly<Record<BinaryOp | "not" | "neg", number>> = {
  or: 1,
  and: 2,
  not: 3,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  "==": 4,
  "!=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  neg: 7,
  "^": 8,
};
const comparison = precedence["<"];

interface Operator {
  readonly prefix: boolean;
  readonly op: BinaryOp | "not";
  readonly binds: number;
  readonly token: IToken;
  /** True for the second comparison of a chain, as in a < b < c. */
  chained?: boolean;
}

/** An operand and its span, including any parentheses around it. */
interface Operand {
  readonly expr: Expr;
  readonly span: Span;
}

/**
 * Builds the tree of a flat list `operand {operator operand}` by Dijkstra's two-stack algorithm
 * ("shunting yard"), so a sum of 100,000 terms is a loop. It recurses only into parentheses, whose
 * nesting is limited before parsing.
 */
export function buildExpression(cst: CstNode, problems: Problem[]): Expr {
  const parts = cst.children["part"] ?? [];
  const operands: Operand[] = [];
  const operators: Operator[] = [];
  let expectOperand = true;
  for (const part of parts) {
    if (isNode(part)) {
      if (part.children[t.If.name] !== undefined && parts.length > 1)
        needsParentheses(token(part, t.If.name), problems);
      operands.push(buildOperand(part, problems));
      expectOperand = false;
      continue;
    }
    const operator = toOperator(part, expectOperand);
    if (operator.prefix) {
      const outer = operators.at(-1);
      if (operator.op === "not" && outer !== undefined && outer.binds > operator.binds)
        needsParentheses(part, problems);
    } else {
      reduceWhile(operands, operators, (top) => {
        if (top.binds === comparison && operator.binds === comparison) {
          problems.push({ message: messages.chainedComparison(), span: spanOf(part) });
          operator.chained = true;
        }
        return top.binds > operator.binds || (top.binds === operator.binds && operator.op !== "^");
      });
    }
    operators.push(operator);
    expectOperand = true;
  }
  reduceWhile(operands, operators, () => true);
  const root = operands[0];
  if (root === undefined) throw new Error("fitc bug: an expression without operands");
  const [then, otherwise] = nodes(cst, "branch").map((node) => buildExpression(node, problems));
  if (then === undefined || otherwise === undefined) return root.expr;
  const span = { start: root.span.start, end: otherwise.span.end };
  return { kind: "if", condition: root.expr, then, else: otherwise, span };
}

function toOperator(part: CstElement, prefix: boolean): Operator {
  const token = part as IToken;
  const op = t.spellingOf(token.tokenType) as BinaryOp | "not";
  return { prefix, op, binds: precedence[prefix && op === "-" ? "neg" : op], token };
}

function reduceWhile(operands: Operand[], operators: Operator[], binds: (top: Operator) => boolean): void {
  for (let top = operators.at(-1); top !== undefined && binds(top); top = operators.at(-1)) {
    operators.pop();
    const right = operands.pop();
    const left = top.prefix ? undefined : operands.pop();
    if (right === undefined) throw new Error("fitc bug: an operator without an operand");
    if (left === undefined) {
      const span = { start: top.token.startOffset, end: right.span.end };
      const expr: UnaryExpr = { kind: "unary", op: top.op as "-" | "not", operand: right.expr, span };
      operands.push({ expr, span });
    } else {
      const span = { start: left.span.start, end: right.span.end };
      const expr = binary(top, left.expr, right.expr, span);
      operands.push({ expr, span });
    }
  }
}

/**
 * Reads a < b < c as a < b and b < c, so that the chained comparison, which is already reported,
 * causes no further errors.
 */
function binary({ op, chained }: Operator, left: Expr, right: Expr, span: Span): BinaryExpr {
  const plain = (from: Expr): BinaryExpr => ({ kind: "binary", op: op as BinaryOp, left: from, right, span });
  if (chained !== true || left.kind !== "binary") return plain(left);
  const last = left.op === "and" && left.right.kind === "binary" ? left.right : left;
  return { kind: "binary", op: "and", left, right: plain(last.right), span };
}

function buildOperand(cst: CstNode, problems: Problem[]): Operand {
  const span = spanOfNode(cst);
  const number = token(cst, t.NumberLiteral.name);
  if (number !== undefined) {
    return { expr: { kind: "number", value: numberValue(number.image), text: number.image, span }, span };
  }
  const constant = token(cst, t.Inf.name) ?? token(cst, t.Pi.name);
  if (constant !== undefined) {
    return {
      expr: { kind: "constant", name: constant.tokenType === t.Pi ? "pi" : "inf", span } satisfies ConstantExpr,
      span,
    };
  }
  const args = nodes(cst, "expr").map((node) => buildExpression(node, problems));
  const name = token(cst, t.Name.name);
  if (name !== undefined) return { expr: buildNamed(cst, toName(name), args, span, problems), span };
  const [first, second, third] = args;
  if (first === undefined) throw new Error("fitc bug: an operand of no known kind");
  if (second === undefined || third === undefined) return { expr: first, span };
  // biome-ignore lint/suspicious/noThenProperty: the grammar's own word; the tree is never awaited
  return { expr: { kind: "if", condition: first, then: second, else: third, span }, span };
}

function buildNamed(cst: CstNode, name: Name, args: readonly Expr[], span: Span, problems: Problem[]): Expr {
  const member = token(cst, "member");
  if (member !== undefined) {
    const form = `the qualified name '${name.text}.${toName(member).text}' of a named data set`;
    problems.push({ message: messages.syntaxNotAvailable({ form }), span });
    return { kind: "qualified", base: name, member: toName(member), span };
  }
  if (cst.children["call"] === undefined) return { kind: "ref", name, span };
  return { kind: "call", callee: name, args, span };
}

function needsParentheses(word: IToken | undefined, problems: Problem[]): void {
  if (word === undefined) throw new Error("fitc bug: an 'if' without its word");
  problems.push({ message: messages.missingParentheses({ word: t.spellingOf(word.tokenType) }), span: spanOf(word) });
}
