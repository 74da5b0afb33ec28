import { atom, call, comparison, infix, type Operand, type Printer, type Spelling } from "../backends/print.js";
import type { ExprNode } from "../ir/pool.js";

/** The precedence of operations in the language; `if` binds most loosely. */
const binds = { choice: 1, or: 2, and: 3, not: 4, comparison: 5, sum: 6, product: 7, unary: 8, power: 9, atom: 10 };

/** The names of the leaves. */
export interface LeafNames {
  param(index: number): string;
  column(index: number): string;
}

/**
 * Spells every primitive in the language's own notation, so that a compiled model reads like its
 * source.
 */
export function languageSpelling(names: LeafNames): Spelling {
  return {
    const: (_, { value }) => constant(value),
    param: (_, { index }) => atom(names.param(index)),
    column: (_, { index }) => atom(names.column(index)),
    reduce: call(nameOf),
    variable: (_, { name }) => atom(name),
    neg: (operand) => ({ text: `-${operand(0, binds.unary)}`, binds: binds.unary }),
    abs: call("abs"),
    sign: call("sign"),
    floor: call("floor"),
    ceil: call("ceil"),
    sqrt: call("sqrt"),
    exp: call("exp"),
    log: call("log"),
    log1p: call("log1p"),
    expm1: call("expm1"),
    sin: call("sin"),
    cos: call("cos"),
    tan: call("tan"),
    asin: call("asin"),
    acos: call("acos"),
    atan: call("atan"),
    add: infix("+", binds.sum),
    sub: infix("-", binds.sum),
    mul: (operand, node) =>
      node.args[0] === node.args[1]
        ? { text: `${operand(0, binds.atom)}^2`, binds: binds.power }
        : { text: `${operand(0, binds.product)} * ${operand(1, binds.product + 1)}`, binds: binds.product },
    div: infix("/", binds.product),
    pow: (operand) => ({ text: `${operand(0, binds.atom)}^${operand(1, binds.unary)}`, binds: binds.power }),
    atan2: call("atan2"),
    lt: comparison("<", binds.comparison),
    le: comparison("<=", binds.comparison),
    eq: comparison("==", binds.comparison),
    not: (operand) => ({ text: `not ${operand(0, binds.not)}`, binds: binds.not }),
    and: infix("and", binds.and),
    or: infix("or", binds.or),
    select: (operand) => ({
      text: `if ${operand(0, binds.or)} then ${operand(1, binds.or)} else ${operand(2, binds.choice)}`,
      binds: binds.choice,
    }),
    call: (operand, node) => (derivativeHelpers.get(node.name) ?? call(nameOf))(operand, node),
  };
}

/**
 * The compiler's internal functions, for derivatives with special cases and stable forms, written
 * as the formulas that they compute.
 */
const derivativeHelpers: ReadonlyMap<string, Printer> = new Map<string, Printer>([
  ["erfDerivative", product((operand) => `2 / sqrt(pi) * exp(-${operand(0, binds.atom)}^2)`)],
  ["powDx", product((x) => `${x(1, binds.product)} * ${x(0, binds.atom)}^(${x(1, binds.sum)} - 1)`)],
  ["powDy", product((operand) => `${operand(1, binds.product)} * log(${operand(0, 0)})`)],
  ["ratioOrZero", infix("/", binds.product)],
  ["productOrZero", infix("*", binds.product)],
  ["quotientOrZero", infix("/", binds.product)],
  ["softplus", (operand) => atom(`log(1 + exp(${operand(0, 0)}))`)],
  ["logistic", product((operand) => `1 / (1 + exp(-${operand(0, binds.unary)}))`)],
]);

function product(text: (operand: Operand) => string): Printer {
  return (operand) => ({ text: text(operand), binds: binds.product });
}

function nameOf(node: ExprNode): string {
  return node.name;
}

function constant(value: number) {
  const text = Object.is(value, -0) ? "-0" : String(value).replace("Infinity", "inf").replace("e+", "e");
  return { text, binds: text.startsWith("-") ? binds.unary : binds.atom };
}
