import type { Body, Expr } from "../encoder/index.js";
import type { Lanes, Scalar } from "./lanes.js";

/** The value of a formula, and where it holds; null: everywhere. */
export interface Fast<F, M> {
  readonly value: F;
  readonly holds: M | Below<F> | null;
}

/** The condition that a number is below a limit, or NaN: of many numbers the largest tells. */
export class Below<F> {
  constructor(
    readonly value: F,
    readonly limit: number,
  ) {}
}

/** One function of one or two doubles, as code. */
export interface MathFunction {
  readonly arity: 1 | 2;
  /** The formula for ordinary arguments, without a branch. Of one argument, `y` is `x`. */
  fast<F, I, M>(l: Lanes<F, I, M>, x: F, y: F): Fast<F, M>;
  /** Every argument that `fast` does not serve, one at a time. Absent where `fast` serves all. */
  slow?(scope: SlowScope, x: Expr<"f64">, y: Expr<"f64">): Expr<"f64">;
}

/** x - n pi/2 as a sum of two doubles, |high| <= pi/4 (a little more); the low bits of `quadrant` are those of n. */
export interface Reduced<F, I> {
  readonly high: F;
  readonly low: F;
  readonly quadrant: I;
}

export interface SlowScope {
  readonly body: Body;
  readonly l: Scalar;
  /** x mod pi/2 of a large finite x. */
  readonly reduceLarge: (x: Expr<"f64">) => Reduced<Expr<"f64">, Expr<"i64">>;
}
