import { eightBytes, unsigned } from "./bytes.js";
import { binary, expr, load, shift, store, unary, vector, type WasmExpr, type WasmType } from "./expr.js";

// Instructions on two doubles or two integers, named as in the specification. No relaxed
// instructions: every machine gives the same bits.

type Vector = "f64x2" | "i64x2";
export type Lane = 0 | 1;

const float = (opcode: number) => binary("f64x2", "f64x2", vector(opcode));
const floatTest = (opcode: number) => binary("f64x2", "i64x2", vector(opcode));
const floatUnary = (opcode: number) => unary("f64x2", "f64x2", vector(opcode));
const long = (opcode: number) => binary("i64x2", "i64x2", vector(opcode));

function extract<A extends Vector, R extends WasmType>(_: A, type: R, opcode: number) {
  return (a: WasmExpr<A>, lane: Lane): WasmExpr<R> => expr(type, a, vector(opcode), lane);
}

function replace<A extends Vector, B extends WasmType>(type: A, _: B, opcode: number) {
  return (a: WasmExpr<A>, lane: Lane, value: WasmExpr<B>): WasmExpr<A> => expr(type, a, value, vector(opcode), lane);
}

/** Selects lanes 0 and 1 from `[a0, a1, b0, b1]`, by position. */
function shuffle<A extends Vector>(type: A) {
  return (a: WasmExpr<A>, b: WasmExpr<A>, first: 0 | 1 | 2 | 3, second: 0 | 1 | 2 | 3): WasmExpr<A> => {
    const bytes = [first, second].flatMap((lane) => [0, 1, 2, 3, 4, 5, 6, 7].map((byte) => 8 * lane + byte));
    return expr(type, a, b, vector(0x0d), bytes);
  };
}

/** For each bit: the bit of `a` if the mask bit is 1, otherwise that of `b`. */
function select<A extends Vector>(type: A) {
  return (mask: WasmExpr<"i64x2">, a: WasmExpr<A>, b: WasmExpr<A>): WasmExpr<A> => expr(type, a, b, mask, vector(0x52));
}

export const f64x2 = {
  const: (low: number, high = low) => expr("f64x2", vector(0x0c), eightBytes(low), eightBytes(high)),
  splat: unary("f64", "f64x2", vector(0x14)),
  // Only the alignment of a double: rows are not aligned to vectors.
  load: load("f64x2", vector(0x00), 3),
  loadSplat: load("f64x2", vector(0x0a), 3),
  /** Loads one double into lane 0 and zero into lane 1. */
  loadZero: load("f64x2", vector(0x5d), 3),
  store: store("f64x2", vector(0x0b), 3),
  extract: extract("f64x2", "f64", 0x21),
  replace: replace("f64x2", "f64", 0x22),
  shuffle: shuffle("f64x2"),
  select: select("f64x2"),
  eq: floatTest(0x47),
  ne: floatTest(0x48),
  lt: floatTest(0x49),
  gt: floatTest(0x4a),
  le: floatTest(0x4b),
  ge: floatTest(0x4c),
  abs: floatUnary(0xec),
  neg: floatUnary(0xed),
  sqrt: floatUnary(0xef),
  ceil: floatUnary(0x74),
  floor: floatUnary(0x75),
  trunc: floatUnary(0x7a),
  nearest: floatUnary(0x94),
  add: float(0xf0),
  sub: float(0xf1),
  mul: float(0xf2),
  div: float(0xf3),
  /** NaN if either operand is NaN, and -0 < 0; takes several machine instructions. */
  min: float(0xf4),
  max: float(0xf5),
  /** `b < a ? b : a`; one machine instruction. */
  pmin: float(0xf6),
  /** `a < b ? b : a`. */
  pmax: float(0xf7),
  reinterpretI64x2: (a: WasmExpr<"i64x2">): WasmExpr<"f64x2"> => expr("f64x2", a),
};

export const i64x2 = {
  const: (low: bigint, high = low) => expr("i64x2", vector(0x0c), eightBytes(low), eightBytes(high)),
  splat: unary("i64", "i64x2", vector(0x12)),
  load: load("i64x2", vector(0x00), 3),
  loadSplat: load("i64x2", vector(0x0a), 3),
  store: store("i64x2", vector(0x0b), 3),
  /** Loads one integer into lane 0 and zero into lane 1. */
  loadZero: load("i64x2", vector(0x5d), 3),
  /** Loads one integer into a lane. */
  loadLane: (address: WasmExpr<"i32">, a: WasmExpr<"i64x2">, lane: Lane, offset = 0): WasmExpr<"i64x2"> =>
    expr("i64x2", address, a, vector(0x57), unsigned(3), unsigned(offset), lane),
  extract: extract("i64x2", "i64", 0x1d),
  /** The low 32 bits of a lane. */
  extractLow: (a: WasmExpr<"i64x2">, lane: Lane): WasmExpr<"i32"> => expr("i32", a, vector(0x1b), 2 * lane),
  replace: replace("i64x2", "i64", 0x1e),
  shuffle: shuffle("i64x2"),
  select: select("i64x2"),
  not: unary("i64x2", "i64x2", vector(0x4d)),
  and: long(0x4e),
  /** `a & ~b`. */
  andNot: long(0x4f),
  or: long(0x50),
  xor: long(0x51),
  anyTrue: unary("i64x2", "i32", vector(0x53)),
  allTrue: unary("i64x2", "i32", vector(0xc3)),
  /** The highest bits of both lanes, as a two-bit number. */
  bitmask: unary("i64x2", "i32", vector(0xc4)),
  shl: shift("i64x2", vector(0xcb)),
  shrS: shift("i64x2", vector(0xcc)),
  shrU: shift("i64x2", vector(0xcd)),
  neg: unary("i64x2", "i64x2", vector(0xc1)),
  add: long(0xce),
  sub: long(0xd1),
  mul: long(0xd5),
  eq: long(0xd6),
  ne: long(0xd7),
  ltS: long(0xd8),
  gtS: long(0xd9),
  leS: long(0xda),
  geS: long(0xdb),
  reinterpretF64x2: (a: WasmExpr<"f64x2">): WasmExpr<"i64x2"> => expr("i64x2", a),
};
