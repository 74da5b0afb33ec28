import { type Body, f64x2, i32, i64x2, type ModuleBuilder, type WasmExpr } from "../encoder/index.js";
import { constantsInMemory, getOrCreate, type VectorConstants } from "./constants.js";
import { Below, type MathFunction } from "./function.js";
import { type FunctionName, mathFunctions } from "./index.js";
import { type Lanes, scalarLanes, vectorLanes } from "./lanes.js";
import { definePayneHanek, type Reduction } from "./payne-hanek.js";

type Float = "f64" | "f64x2";
/** Creates a call; a function of one argument ignores `y`. */
type Call<T extends Float> = (x: WasmExpr<T>, y: WasmExpr<T>) => WasmExpr<T>;

/**
 * The math functions that one module uses, each defined on its first use. `scalar(name)` and each
 * lane of `vector(name)` give the same bits.
 */
export class MathLibrary {
  readonly module: ModuleBuilder;
  readonly constants: VectorConstants;
  readonly #scalars = new Map<FunctionName, Call<"f64">>();
  readonly #vectors = new Map<FunctionName, Call<"f64x2">>();
  #payneHanek: Reduction | null = null;
  readonly #byLane = new Map<FunctionName, Call<"f64x2">>();

  /** @param module must have a memory, for the constants */
  constructor(module: ModuleBuilder) {
    this.module = module;
    this.constants = constantsInMemory(module);
  }

  scalar(name: FunctionName): Call<"f64"> {
    return getOrCreate(this.#scalars, name, () =>
      this.#define(name, "f64", (body, x, y) => {
        const l = scalarLanes(body, this.constants);
        const { fast, slow }: MathFunction = mathFunctions[name];
        const { value, holds } = fast(l, x, y);
        if (holds === null || slow === undefined) return value;
        return body.choose(
          condition(l, holds),
          () => value,
          () => slow({ body, l, reduceLarge: (large) => this.#reduction(body, large) }, x, y),
        );
      }),
    );
  }

  vector(name: FunctionName): Call<"f64x2"> {
    return getOrCreate(this.#vectors, name, () => {
      const { fast }: MathFunction = mathFunctions[name];
      return this.#define(name, "f64x2", (body, x, y) => {
        const l = vectorLanes(body, this.constants);
        const { value, holds } = fast(l, x, y);
        if (holds === null) return value;
        return body.choose(
          i32.eq(i64x2.bitmask(condition(l, holds)), i32.const(3)),
          () => value,
          () => this.byLane(name)(x, y),
        );
      });
    });
  }

  /** A vector function that computes one lane after the other. */
  byLane(name: FunctionName): Call<"f64x2"> {
    return getOrCreate(this.#byLane, name, () => {
      const scalar = this.scalar(name);
      return this.#define(name, "f64x2", (_, x, y) => {
        const lane = (index: 0 | 1) => scalar(f64x2.extract(x, index), f64x2.extract(y, index));
        return f64x2.replace(f64x2.splat(lane(0)), 1, lane(1));
      });
    });
  }

  #reduction(body: Body, x: WasmExpr<"f64">): ReturnType<Reduction> {
    this.#payneHanek ??= definePayneHanek(this.module);
    return this.#payneHanek(body, x);
  }

  #define<T extends Float>(
    name: FunctionName,
    type: T,
    write: (body: Body, x: WasmExpr<T>, y: WasmExpr<T>) => WasmExpr<T>,
  ): Call<T> {
    if (mathFunctions[name].arity === 2) return this.module.define([type, type], type, write);
    const unary = this.module.define([type], type, (body, x) => write(body, x, x));
    return (x) => unary(x);
  }
}

function condition<F, I, M>(l: Lanes<F, I, M>, holds: M | Below<F>): M {
  return holds instanceof Below ? l.lt(holds.value, holds.limit) : holds;
}
