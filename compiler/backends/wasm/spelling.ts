import type { ExprNode } from "../../ir/pool.js";
import type { Primitive } from "../../ir/primitives.js";
import { f64x2, i64x2, type WasmExpr } from "./encoder/index.js";
import type { FunctionName } from "./functions/index.js";

/** A number in each lane. */
export type Number2 = WasmExpr<"f64x2">;
/** A condition in each lane: all ones or all zeros. */
export type LaneMask = WasmExpr<"i64x2">;

/** The context in which the code of an expression is generated. */
export interface CodeScope {
  number(position: number): Number2;
  mask(position: number): LaneMask;
  param(index: number): Number2;
  /** The values of a column at the two current rows. */
  column(index: number): Number2;
  variable(name: string): Number2;
  math(name: FunctionName, x: Number2, y?: Number2): Number2;
  special(name: string, args: readonly Number2[]): Number2;
}

type Spell = (scope: CodeScope, node: ExprNode) => Number2 | LaneMask;

const zero = f64x2.const(0);

const unary =
  (operation: (x: Number2) => Number2): Spell =>
  (scope) =>
    operation(scope.number(0));
const binary =
  (operation: (x: Number2, y: Number2) => Number2): Spell =>
  (scope) =>
    operation(scope.number(0), scope.number(1));
const comparison =
  (operation: (x: Number2, y: Number2) => LaneMask): Spell =>
  (scope) =>
    operation(scope.number(0), scope.number(1));
const math1 =
  (name: FunctionName): Spell =>
  (scope) =>
    scope.math(name, scope.number(0));
const math2 =
  (name: FunctionName): Spell =>
  (scope) =>
    scope.math(name, scope.number(0), scope.number(1));

/**
 * Every primitive as vector code. Both branches of a `select` are computed and the bits of one are
 * taken, so nothing of the other one shows, not even NaN. IEEE 754 operations give the same bits as
 * JavaScript's.
 */
export const vectorSpelling: Readonly<Record<Primitive, Spell>> = {
  const: (_, { value }) => f64x2.const(value),
  param: (scope, { index }) => scope.param(index),
  column: (scope, { index }) => scope.column(index),
  reduce: () => {
    throw new Error("fitc bug: a reduction in a function of one row");
  },
  variable: (scope, { name }) => scope.variable(name),
  neg: unary(f64x2.neg),
  abs: unary(f64x2.abs),
  // Zeros keep their signs, and NaN stays NaN.
  sign: unary((x) =>
    f64x2.select(f64x2.lt(x, zero), f64x2.const(-1), f64x2.select(f64x2.gt(x, zero), f64x2.const(1), x)),
  ),
  floor: unary(f64x2.floor),
  ceil: unary(f64x2.ceil),
  sqrt: unary(f64x2.sqrt),
  exp: math1("exp"),
  log: math1("log"),
  log1p: math1("log1p"),
  expm1: math1("expm1"),
  sin: math1("sin"),
  cos: math1("cos"),
  tan: math1("tan"),
  asin: math1("asin"),
  acos: math1("acos"),
  atan: math1("atan"),
  add: binary(f64x2.add),
  sub: binary(f64x2.sub),
  mul: binary(f64x2.mul),
  div: binary(f64x2.div),
  pow: math2("pow"),
  atan2: math2("atan2"),
  lt: comparison(f64x2.lt),
  le: comparison(f64x2.le),
  eq: comparison(f64x2.eq),
  not: (scope) => i64x2.not(scope.mask(0)),
  and: (scope) => i64x2.and(scope.mask(0), scope.mask(1)),
  or: (scope) => i64x2.or(scope.mask(0), scope.mask(1)),
  select: (scope) => f64x2.select(scope.mask(0), scope.number(1), scope.number(2)),
  call: (scope, { name, args }) =>
    scope.special(
      name,
      args.map((_, position) => scope.number(position)),
    ),
};
