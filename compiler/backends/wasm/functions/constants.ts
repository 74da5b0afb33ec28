import { type Body, double, type Expr, f64x2, i32, i64x2, int64, type ModuleBuilder } from "../encoder/index.js";

/** Where the constants of vector code come from. */
export interface Constants {
  number(value: number): Expr<"f64x2">;
  integer(value: bigint): Expr<"i64x2">;
  /** The address of doubles or integers in memory. */
  table(values: readonly (number | bigint)[]): number;
}

/** In variables, for a loop: V8 builds a vector from three instructions wherever it cannot move it out. */
export function held(module: ModuleBuilder, body: Body): Constants {
  const early = body.early();
  return {
    ...remembered(
      (value) => early(f64x2.const(value)),
      (value) => early(i64x2.const(value)),
    ),
    table: tableIn(module),
  };
}

/** In memory, eight bytes each: one load, on ports that arithmetic leaves idle, and half the bytes of code. */
export function pooled(module: ModuleBuilder): Constants {
  return {
    ...remembered(
      (value) => f64x2.loadSplat(i32.const(0), module.data(double(value))),
      (value) => i64x2.loadSplat(i32.const(0), module.data(int64(value))),
    ),
    table: tableIn(module),
  };
}

/** Each constant is made when it is first asked for. */
function remembered(number: Constants["number"], integer: Constants["integer"]): Pick<Constants, "number" | "integer"> {
  const numbers = new Map<number | "-0", Expr<"f64x2">>();
  const integers = new Map<bigint, Expr<"i64x2">>();
  return {
    // To a map 0 and -0 are the same.
    number: (value) => once(numbers, Object.is(value, -0) ? "-0" : value, () => number(value)),
    integer: (value) => once(integers, value, () => integer(value)),
  };
}

/** What a map has, made when it is first asked for. */
export function once<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function tableIn(module: ModuleBuilder): Constants["table"] {
  const places = new Map<readonly (number | bigint)[], number>();
  return (values) =>
    once(places, values, () => module.data(values.flatMap((x) => (typeof x === "number" ? double(x) : int64(x)))));
}
