import type { Body, WasmExpr } from "../encoder/index.js";
import type { Lanes, Scalar } from "./lanes.js";

/** The value of a formula, and the condition under which it holds; null: always. */
export interface Fast<F, M> {
  readonly value: F;
  readonly holds: M | Below<F> | null;
}

/**
 * The condition that a number is below a limit or NaN. For many numbers it suffices to test the
 * largest.
 */
export class Below<F> {
  constructor(
    readonly value: F,
    readonly limit: number,
  ) {}
}

/** The code of a function of one or two doubles. */
export interface MathFunction {
  readonly arity: 1 | 2;
  /** The branch-free formula for ordinary arguments. For functions of one argument, `y` is `x`. */
  fast<F, I, M>(l: Lanes<F, I, M>, x: F, y: F): Fast<F, M>;
  /**
   * Handles the arguments for which `fast` does not hold, one at a time. Absent if `fast` always
   * holds.
   */
  slow?(scope: SlowScope, x: WasmExpr<"f64">, y: WasmExpr<"f64">): WasmExpr<"f64">;
}

/**
 * x - n pi/2 as a sum of two doubles, where |high| is at most (a little more than) pi/4; the low
 * bits of `quadrant` are those of n.
 */
export interface Reduced<F, I> {
  readonly high: F;
  readonly low: F;
  readonly quadrant: I;
}

export interface SlowScope {
  readonly body: Body;
  readonly l: Scalar;
  /** Reduces a large finite x modulo pi/2. */
  readonly reduceLarge: (x: WasmExpr<"f64">) => Reduced<WasmExpr<"f64">, WasmExpr<"i64">>;
}
