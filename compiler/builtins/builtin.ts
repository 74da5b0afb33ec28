import type { CallName } from "../../runtime/contract/calls.js";
import type { ExprId, ExprPool } from "../ir/pool.js";

/**
 * The units of a function's arguments and result.
 *
 * - `none`: dimensionless to dimensionless.
 * - `same`: all arguments and the result have the same unit.
 * - `sign`: any unit to dimensionless.
 * - `angle`: two arguments of the same unit to dimensionless (`atan2`).
 * - `density`: arguments of the same unit; the result is its reciprocal.
 * - `root2`, `root3`: the unit to the power 1/2 or 1/3.
 * - `power`: `pow`.
 */
export type UnitRule = "none" | "same" | "sign" | "angle" | "density" | "root2" | "root3" | "power";

/** What `fitc explain` says of a function. */
export interface BuiltinDoc {
  /** In one line: what the function is, and its derivative at a kink. */
  readonly what: string;
  /** Its arguments as they are written; one, `x`, if left out. */
  readonly args?: string;
  /** The arguments for which it has a value, as a condition if that is one of `x`. */
  readonly domain: string;
  /** Its derivative, as an expression if there is one, otherwise in words. */
  readonly derivative: string;
  /** An expression with it, such as the right side of a `fit`. */
  readonly example: string;
}

/** A function of the language: one file, plus one line in `builtins/index.ts`. */
export interface Builtin {
  readonly name: string;
  readonly minArgs: number;
  /** `Infinity` if it takes any number of arguments. */
  readonly maxArgs: number;
  readonly units: UnitRule;
  readonly doc: BuiltinDoc;
  /** Expands a call to primitives; a special function becomes a `call`. */
  expand(pool: ExprPool, args: readonly ExprId[]): ExprId;
}

/** A function that a `call` primitive names: how it is computed, and its derivative. */
export interface SpecialFunction {
  readonly name: CallName;
  readonly arity: number;
  evaluate(...args: readonly number[]): number;
  readonly derivative: SpecialDerivative;
}

/**
 * `smooth`: the partial derivatives with respect to the arguments, as expressions of the arguments
 * and the value. `choice`: the value is the first argument if the condition holds, otherwise the
 * second. `none`: the function is itself a derivative and is not differentiated again.
 */
export type SpecialDerivative =
  | {
      readonly kind: "smooth";
      partials(pool: ExprPool, args: readonly ExprId[], value: ExprId): readonly ExprId[];
    }
  | { readonly kind: "choice"; first(pool: ExprPool, a: ExprId, b: ExprId): ExprId }
  | { readonly kind: "none" };
