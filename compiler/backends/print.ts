import type { ExprId, ExprNode, ExprPool } from "../ir/pool.js";
import type { Primitive } from "../ir/primitives.js";

/**
 * A printed expression and its precedence in the target language; a larger number binds more
 * tightly.
 */
export interface Printed {
  readonly text: string;
  readonly binds: number;
}

/** The text of an operand, in parentheses if its precedence is lower than `atLeast`. */
export type Operand = (position: number, atLeast: number) => string;

export type Printer = (operand: Operand, node: ExprNode) => Printed;

/**
 * How a language writes every primitive. A record, so that a new primitive without a spelling does
 * not compile.
 */
export type Spelling = Readonly<Record<Primitive, Printer>>;

export interface PrintScope {
  readonly pool: ExprPool;
  readonly spelling: Spelling;
  /** The name of the variable that holds an expression, if there is one. */
  local(id: ExprId): string | undefined;
}

/**
 * Prints an expression, by its name if it has one. The schedule bounds the depth of expressions in
 * place, and hence the recursion.
 */
export function printOperand(id: ExprId, scope: PrintScope, atLeast = 0): string {
  return scope.local(id) ?? printInPlace(id, scope, atLeast);
}

/** Prints the expression itself even if it has a name. */
export function printInPlace(id: ExprId, scope: PrintScope, atLeast = 0): string {
  const node = scope.pool.node(id);
  const operand: Operand = (position, binds) => printOperand(operandOf(node, position), scope, binds);
  const { text, binds } = scope.spelling[node.op](operand, node);
  return binds < atLeast ? `(${text})` : text;
}

/** Whether the value of an operation is a condition. */
export function isCondition(op: Primitive): boolean {
  return op === "lt" || op === "le" || op === "eq" || op === "not" || op === "and" || op === "or";
}

/**
 * A left-associative operator. Floating-point arithmetic is not associative, so the right operand
 * must bind more tightly.
 */
export function infix(operator: string, binds: number): Printer {
  return (operand) => ({ text: `${operand(0, binds)} ${operator} ${operand(1, binds + 1)}`, binds });
}

/** A comparison; neither operand may be a comparison itself. */
export function comparison(operator: string, binds: number): Printer {
  return (operand) => ({ text: `${operand(0, binds + 1)} ${operator} ${operand(1, binds + 1)}`, binds });
}

/** `name(a, b)`, which never needs parentheses. */
export function call(name: string | ((node: ExprNode) => string)): Printer {
  return (operand, node) => {
    const args = node.args.map((_, position) => operand(position, 0)).join(", ");
    return atom(`${typeof name === "string" ? name : name(node)}(${args})`);
  };
}

/** Text that never needs parentheses. */
export function atom(text: string): Printed {
  return { text, binds: Number.POSITIVE_INFINITY };
}

function operandOf(node: ExprNode, position: number): ExprId {
  const id = node.args[position];
  if (id === undefined) throw new Error(`fitc bug: ${node.op} has no operand ${position}`);
  return id;
}
