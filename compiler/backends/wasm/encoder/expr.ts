import { unsigned } from "./bytes.js";

/**
 * The type of a value. WebAssembly has a single 128-bit type; here two doubles and two integers are
 * distinct types, so that a mix-up does not type-check. A comparison of lanes is an `i64x2` of all
 * ones or all zeros. `void` is a statement.
 */
export type WasmType = "i32" | "i64" | "f64" | "f64x2" | "i64x2" | "void";

/**
 * Code that leaves one value of this type (none for `void`). An expression used twice in one
 * statement is computed once: see `Body.do`.
 */
export interface WasmExpr<T extends WasmType> {
  readonly type: T;
  readonly code: Code;
}

/** Bytes, code that is already bytes, and operands, in order. */
export type Code = readonly Piece[];
export type Piece = number | Uint8Array | Code | WasmExpr<WasmType>;

export const typeCodes: Readonly<Record<WasmType, number>> = {
  i32: 0x7f,
  i64: 0x7e,
  f64: 0x7c,
  f64x2: 0x7b,
  i64x2: 0x7b,
  void: 0x40,
};

export function expr<T extends WasmType>(type: T, ...code: Code): WasmExpr<T> {
  return { type, code };
}

/** `0xfd` is the prefix of vector instructions. */
export function vector(opcode: number): Code {
  return [0xfd, unsigned(opcode)];
}

export function unary<A extends WasmType, R extends WasmType>(
  _: A,
  type: R,
  opcode: Code,
): (a: WasmExpr<A>) => WasmExpr<R> {
  return (a) => expr(type, a, opcode);
}

export function binary<A extends WasmType, R extends WasmType>(
  _: A,
  type: R,
  opcode: Code,
): (a: WasmExpr<A>, b: WasmExpr<A>) => WasmExpr<R> {
  return (a, b) => expr(type, a, b, opcode);
}

/** A vector shift; its count is a 32-bit integer. */
export function shift<A extends WasmType>(
  type: A,
  opcode: Code,
): (a: WasmExpr<A>, count: WasmExpr<"i32">) => WasmExpr<A> {
  return (a, count) => expr(type, a, count, opcode);
}

/** @param align log2 of the alignment hint: that of one element */
export function load<R extends WasmType>(
  type: R,
  opcode: Code,
  align: number,
): (address: WasmExpr<"i32">, offset?: number) => WasmExpr<R> {
  return (address, offset = 0) => expr(type, address, opcode, unsigned(align), unsigned(offset));
}

export function store<A extends WasmType>(
  _: A,
  opcode: Code,
  align: number,
): (address: WasmExpr<"i32">, value: WasmExpr<A>, offset?: number) => WasmExpr<"void"> {
  return (address, value, offset = 0) => expr("void", address, value, opcode, unsigned(align), unsigned(offset));
}

/** `condition ? a : b`; both are computed. */
export function select<T extends "i32" | "i64" | "f64">(
  condition: WasmExpr<"i32">,
  a: WasmExpr<T>,
  b: WasmExpr<T>,
): WasmExpr<T> {
  return expr(a.type, a, b, condition, 0x1b);
}
