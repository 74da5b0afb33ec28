import { type Body, f64, f64x2, i32, i64, i64x2, type Lane, type WasmExpr } from "../encoder/index.js";
import type { VectorConstants } from "./constants.js";

/**
 * Arithmetic with one interface for one double and for two, so that each function is written only
 * once and a row gets the same bits wherever it is stored. F: floating point; I: its 64 bits as an
 * integer; M: the result of a comparison.
 */
export interface Lanes<F, I, M> {
  number(value: number): F;
  add(a: F | number, b: F | number): F;
  sub(a: F | number, b: F | number): F;
  mul(a: F | number, b: F | number): F;
  div(a: F | number, b: F | number): F;
  neg(a: F): F;
  abs(a: F): F;
  sqrt(a: F): F;
  floor(a: F): F;
  /** The smaller one; `a` if either is NaN. */
  atMost(a: F, b: F | number): F;
  /** The larger one; `a` if either is NaN. */
  atLeast(a: F, b: F | number): F;
  lt(a: F | number, b: F | number): M;
  le(a: F | number, b: F | number): M;
  eq(a: F | number, b: F | number): M;
  select(mask: M, a: F | number, b: F | number): F;
  both(a: M, b: M): M;
  either(a: M, b: M): M;
  not(a: M): M;
  isOdd(a: I): M;
  toBits(a: F): I;
  fromBits(a: I): F;
  integer(value: bigint): I;
  plus(a: I, b: I | bigint): I;
  minus(a: I | bigint, b: I): I;
  and(a: I, b: I | bigint): I;
  or(a: I, b: I | bigint): I;
  xor(a: I, b: I | bigint): I;
  shiftLeft(a: I, count: number): I;
  /** Shifts in zeros. */
  shiftRight(a: I, count: number): I;
  /** The bits of the table entry at an index, for each column of the table. */
  lookUp(table: Table, index: I): readonly I[];
  /** Computes a value here, once, for use in several statements. */
  let<T extends F | I | M>(value: T): T;
}

/** A table indexed modulo a power of two. */
export interface Table {
  readonly period: number;
  readonly columns: readonly TableColumn[];
}

/** The value at index i is `values[i + ahead]`. */
interface TableColumn {
  readonly values: readonly (number | bigint)[];
  readonly ahead?: number;
}

export type Scalar = Lanes<WasmExpr<"f64">, WasmExpr<"i64">, WasmExpr<"i32">>;
export type Vector = Lanes<WasmExpr<"f64x2">, WasmExpr<"i64x2">, WasmExpr<"i64x2">>;

export function scalarLanes(body: Body, constants: VectorConstants): Scalar {
  const of = (value: WasmExpr<"f64"> | number) => (typeof value === "number" ? f64.const(value) : value);
  const bits = (value: WasmExpr<"i64"> | bigint) => (typeof value === "bigint" ? i64.const(value) : value);
  return {
    number: f64.const,
    add: (a, b) => f64.add(of(a), of(b)),
    sub: (a, b) => f64.sub(of(a), of(b)),
    mul: (a, b) => f64.mul(of(a), of(b)),
    div: (a, b) => f64.div(of(a), of(b)),
    neg: f64.neg,
    abs: f64.abs,
    sqrt: f64.sqrt,
    floor: f64.floor,
    atMost: (a, b) => f64.select(f64.lt(of(b), a), of(b), a),
    atLeast: (a, b) => f64.select(f64.lt(a, of(b)), of(b), a),
    lt: (a, b) => f64.lt(of(a), of(b)),
    le: (a, b) => f64.le(of(a), of(b)),
    eq: (a, b) => f64.eq(of(a), of(b)),
    select: (mask, a, b) => f64.select(mask, of(a), of(b)),
    both: i32.and,
    either: i32.or,
    not: i32.eqz,
    isOdd: (a) => i32.and(i32.wrapI64(a), i32.const(1)),
    toBits: i64.reinterpretF64,
    fromBits: f64.reinterpretI64,
    integer: i64.const,
    plus: (a, b) => i64.add(a, bits(b)),
    minus: (a, b) => i64.sub(bits(a), b),
    and: (a, b) => i64.and(a, bits(b)),
    or: (a, b) => i64.or(a, bits(b)),
    xor: (a, b) => i64.xor(a, bits(b)),
    shiftLeft: (a, count) => i64.shl(a, i64.const(BigInt(count))),
    shiftRight: (a, count) => i64.shrU(a, i64.const(BigInt(count))),
    lookUp({ period, columns }, index) {
      const at = body.let(entry(i32.wrapI64(index), period));
      return columns.map(({ values, ahead = 0 }) => i64.load(at, constants.table(values) + 8 * ahead));
    },
    let: (value) => body.let<"f64" | "i64" | "i32">(value) as typeof value,
  };
}

export function vectorLanes(body: Body, constants: VectorConstants): Vector {
  const of = (value: WasmExpr<"f64x2"> | number) => (typeof value === "number" ? constants.number(value) : value);
  const bits = (value: WasmExpr<"i64x2"> | bigint) => (typeof value === "bigint" ? constants.integer(value) : value);
  return {
    number: of,
    add: (a, b) => f64x2.add(of(a), of(b)),
    sub: (a, b) => f64x2.sub(of(a), of(b)),
    mul: (a, b) => f64x2.mul(of(a), of(b)),
    div: (a, b) => f64x2.div(of(a), of(b)),
    neg: f64x2.neg,
    abs: f64x2.abs,
    sqrt: f64x2.sqrt,
    floor: f64x2.floor,
    atMost: (a, b) => f64x2.pmin(a, of(b)),
    atLeast: (a, b) => f64x2.pmax(a, of(b)),
    lt: (a, b) => f64x2.lt(of(a), of(b)),
    le: (a, b) => f64x2.le(of(a), of(b)),
    eq: (a, b) => f64x2.eq(of(a), of(b)),
    select: (mask, a, b) => f64x2.select(mask, of(a), of(b)),
    both: i64x2.and,
    either: i64x2.or,
    not: i64x2.not,
    isOdd: (a) => i64x2.neg(i64x2.and(a, bits(1n))),
    toBits: i64x2.reinterpretF64x2,
    fromBits: f64x2.reinterpretI64x2,
    integer: bits,
    plus: (a, b) => i64x2.add(a, bits(b)),
    minus: (a, b) => i64x2.sub(bits(a), b),
    and: (a, b) => i64x2.and(a, bits(b)),
    or: (a, b) => i64x2.or(a, bits(b)),
    xor: (a, b) => i64x2.xor(a, bits(b)),
    shiftLeft: (a, count) => i64x2.shl(a, i32.const(count)),
    shiftRight: (a, count) => i64x2.shrU(a, i32.const(count)),
    lookUp({ period, columns }, index) {
      const at = (lane: Lane) => body.let(entry(i64x2.extractLow(index, lane), period));
      const [low, high] = [at(0), at(1)];
      return columns.map(({ values, ahead = 0 }) => {
        const start = constants.table(values) + 8 * ahead;
        return i64x2.loadLane(high, i64x2.loadZero(low, start), 1, start);
      });
    },
    let: (value) => body.let<"f64x2" | "i64x2">(value) as typeof value,
  };
}

/** The offset of the entry of an index from the start of a table, in bytes. */
function entry(index: WasmExpr<"i32">, period: number): WasmExpr<"i32"> {
  return i32.shl(i32.and(index, i32.const(period - 1)), i32.const(3));
}
