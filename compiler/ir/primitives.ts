/**
 * The operations that a backend must print and the reference evaluator must compute; everything
 * else is expanded to them. Conditions are a separate kind of value: only `select`, `not`, `and`
 * and `or` take them.
 */
export const leafPrimitives = ["const", "param", "column", "reduce", "variable"] as const;
export const unaryPrimitives = [
  "neg",
  "abs",
  "sign",
  "floor",
  "ceil",
  "sqrt",
  "exp",
  "log",
  "log1p",
  "expm1",
  "sin",
  "cos",
  "tan",
  "asin",
  "acos",
  "atan",
] as const;
export const binaryPrimitives = ["add", "sub", "mul", "div", "pow", "atan2"] as const;
export const conditionPrimitives = ["lt", "le", "eq", "not", "and", "or"] as const;
/**
 * `select(condition, a, b)`; `call(...)`, a function with one to three arguments, identified by its
 * `CallName`.
 */
export const otherPrimitives = ["select", "call"] as const;

export type LeafPrimitive = (typeof leafPrimitives)[number];
export type UnaryPrimitive = (typeof unaryPrimitives)[number];
export type BinaryPrimitive = (typeof binaryPrimitives)[number];
export type ConditionPrimitive = (typeof conditionPrimitives)[number];
export type Primitive =
  | LeafPrimitive
  | UnaryPrimitive
  | BinaryPrimitive
  | ConditionPrimitive
  | (typeof otherPrimitives)[number];
