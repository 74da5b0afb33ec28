import { type Body, eightBytes, f64x2, i32, i64x2, type ModuleBuilder, type WasmExpr } from "../encoder/index.js";

/** How vector code obtains its constants. */
export interface VectorConstants {
  number(value: number): WasmExpr<"f64x2">;
  integer(value: bigint): WasmExpr<"i64x2">;
  /** The address of doubles or integers in memory. */
  table(values: readonly (number | bigint)[]): number;
}

/**
 * Constants in local variables, set before a loop. V8 would otherwise build a constant vector from
 * three instructions wherever it cannot move it out of the loop.
 */
export function constantsInLocals(module: ModuleBuilder, body: Body): VectorConstants {
  const early = body.early();
  return {
    ...cached(
      (value) => early(f64x2.const(value)),
      (value) => early(i64x2.const(value)),
    ),
    table: tableIn(module),
  };
}

/**
 * Constants in memory, eight bytes each: one load, which uses execution ports that arithmetic
 * leaves idle, and half the bytes of code.
 */
export function constantsInMemory(module: ModuleBuilder): VectorConstants {
  return {
    ...cached(
      (value) => f64x2.loadSplat(i32.const(0), module.data(eightBytes(value))),
      (value) => i64x2.loadSplat(i32.const(0), module.data(eightBytes(value))),
    ),
    table: tableIn(module),
  };
}

/** Creates each constant on its first use. */
function cached(
  number: VectorConstants["number"],
  integer: VectorConstants["integer"],
): Pick<VectorConstants, "number" | "integer"> {
  const numbers = new Map<number | "-0", WasmExpr<"f64x2">>();
  const integers = new Map<bigint, WasmExpr<"i64x2">>();
  return {
    // 0 and -0 are the same key of a map.
    number: (value) => getOrCreate(numbers, Object.is(value, -0) ? "-0" : value, () => number(value)),
    integer: (value) => getOrCreate(integers, value, () => integer(value)),
  };
}

/** The value of a key, created on its first use. */
export function getOrCreate<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function tableIn(module: ModuleBuilder): VectorConstants["table"] {
  const places = new Map<readonly (number | bigint)[], number>();
  return (values) => getOrCreate(places, values, () => module.data(eightBytes(...values)));
}
