import type { CallName } from "../../runtime/contract/calls.js";
import type { ExprId, ExprPool } from "../ir/pool.js";

/**
 * What units a function takes and gives.
 * `none`: dimensionless to dimensionless. `same`: all arguments alike, the result too. `sign`: any to dimensionless.
 * `angle`: two alike to dimensionless (`atan2`). `density`: all alike to one over their unit. `root2`, `root3`: the unit to the power 1/2 or 1/3. `power`: `pow`.
 */
export type UnitRule = "none" | "same" | "sign" | "angle" | "density" | "root2" | "root3" | "power";

/** A function of the language: one file, and one line in `builtins/index.ts`. */
export interface Builtin {
  readonly name: string;
  readonly minArgs: number;
  /** `Infinity` where it takes any number. */
  readonly maxArgs: number;
  readonly units: UnitRule;
  /** One line for the reference: what it is and what its derivative is at a kink. */
  readonly doc: string;
  /** The expression of it in primitives; a special function is a `call`. */
  expand(pool: ExprPool, args: readonly ExprId[]): ExprId;
}

/** A function that a `call` primitive names: how to compute it, and its derivative. */
export interface SpecialFunction {
  readonly name: CallName;
  readonly arity: number;
  evaluate(...args: readonly number[]): number;
  readonly derivative: SpecialDerivative;
}

/**
 * `smooth`: the partial derivative by each argument, as expressions of the arguments and of the value. `choice`: the
 * value is the first argument where the condition holds, else the second. `none`: a derivative of another function, which
 * itself is not differentiated again.
 */
export type SpecialDerivative =
  | {
      readonly kind: "smooth";
      partials(pool: ExprPool, args: readonly ExprId[], value: ExprId): readonly ExprId[];
    }
  | { readonly kind: "choice"; first(pool: ExprPool, a: ExprId, b: ExprId): ExprId }
  | { readonly kind: "none" };
