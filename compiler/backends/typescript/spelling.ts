import { isNative } from "../../../runtime/contract/calls.js";
import type { ExprId, ExprNode, ExprPool } from "../../ir/pool.js";
import { atom, call, comparison, infix, type Spelling } from "../print.js";
import { numberLiteral } from "./literal.js";

/** The precedence of operations in ECMAScript. */
const binds = { conditional: 1, or: 2, and: 3, equality: 4, relational: 5, sum: 6, product: 7, unary: 8, primary: 9 };

/** The names to which a function body refers. */
export interface SpelledNames {
  param(index: number): string;
  /** A column's value at the current row. */
  column(index: number): string;
  /** The local name of a function imported from the runtime. */
  imported(name: string): string;
  /** A reduction as a call. */
  reduce(node: ExprNode): string;
}

/** JavaScript's spelling of every primitive. */
export function javaScriptSpelling(names: SpelledNames, pool: ExprPool): Spelling {
  return {
    const: (_, { value }) => ({
      text: numberLiteral(value),
      binds: value < 0 || Object.is(value, -0) ? binds.unary : binds.primary,
    }),
    param: (_, { index }) => atom(names.param(index)),
    column: (_, { index }) => atom(names.column(index)),
    reduce: (_, node) => atom(names.reduce(node)),
    variable: (_, { name }) => atom(name),
    neg: (operand) => ({ text: `-${operand(0, binds.primary)}`, binds: binds.unary }),
    abs: call("Math.abs"),
    sign: call("Math.sign"),
    floor: call("Math.floor"),
    ceil: call("Math.ceil"),
    sqrt: call("Math.sqrt"),
    exp: call("Math.exp"),
    log: call("Math.log"),
    log1p: call("Math.log1p"),
    expm1: call("Math.expm1"),
    sin: call("Math.sin"),
    cos: call("Math.cos"),
    tan: call("Math.tan"),
    asin: call("Math.asin"),
    acos: call("Math.acos"),
    atan: call("Math.atan"),
    add: infix("+", binds.sum),
    sub: infix("-", binds.sum),
    mul: infix("*", binds.product),
    div: infix("/", binds.product),
    // Not `**`: for two literal operands, engines have used another routine than Math.pow.
    pow: call("Math.pow"),
    atan2: call("Math.atan2"),
    lt: comparison("<", binds.relational),
    le: comparison("<=", binds.relational),
    // TypeScript rejects a comparison of literals that differ. It also takes for a literal what has
    // been compared with one, or chosen from several, but not behind a plus sign.
    eq: (operand, node) => {
      const [a, b] = node.args.map((id) => pool.node(id));
      if (a?.op === "const" && b?.op === "const") return atom(String(a.value === b.value));
      if (!node.args.some((id) => isOneOfLiterals(pool, id))) return comparison("===", binds.equality)(operand, node);
      const [left, right] = [a, b].map((each, index) => {
        const text = operand(index, binds.primary);
        return each?.op === "const" ? text : `+${text}`;
      });
      return { text: `${left} === ${right}`, binds: binds.equality };
    },
    // `!(a < b)` is not `a >= b` if one of them is NaN.
    not: (operand) => ({ text: `!${operand(0, binds.primary)}`, binds: binds.unary }),
    and: infix("&&", binds.and),
    or: infix("||", binds.or),
    select: (operand) => ({
      text: `${operand(0, binds.or)} ? ${operand(1, binds.conditional)} : ${operand(2, binds.conditional)}`,
      binds: binds.conditional,
    }),
    call: call(({ name }) => (isNative(name) ? `Math.${name}` : names.imported(name))),
  };
}

/** Whether an expression is a literal or a choice between literals, which TypeScript knows. */
function isOneOfLiterals(pool: ExprPool, id: ExprId): boolean {
  const ids = new Set([id]);
  for (const each of ids) {
    const { op, args } = pool.node(each);
    if (op === "select") for (const branch of args.slice(1)) ids.add(branch);
    else if (op !== "const") return false;
  }
  return true;
}

/** The lowest precedence of the condition in `c ? a : b` without parentheses. */
export const conditionBinds = binds.or;
