import type { CallName } from "../../runtime/contract/calls.js";
import type { ExprId, ExprPool } from "../ir/pool.js";
import type { UnaryPrimitive } from "../ir/primitives.js";
import type { Builtin, BuiltinDoc, SpecialDerivative, SpecialFunction, UnitRule } from "./builtin.js";

/** A function of the language that is computed by a `call`. */
export type CalledBuiltin = Builtin & SpecialFunction;

/** A function that is a primitive of one argument. */
export function primitive(name: UnaryPrimitive, units: UnitRule, doc: BuiltinDoc): Builtin {
  return { name, minArgs: 1, maxArgs: 1, units, doc, expand: (pool, args) => pool.make(name, argument(args, 0)) };
}

/**
 * A smooth function of one argument, computed by a `call`; `derivative` is an expression of the
 * argument and the value.
 */
export function smooth(
  name: CallName,
  evaluate: (x: number) => number,
  derivative: (pool: ExprPool, x: ExprId, value: ExprId) => ExprId,
  doc: BuiltinDoc,
  units: UnitRule = "none",
): CalledBuiltin {
  return {
    ...called(name, 1, evaluate, {
      kind: "smooth",
      partials: (pool, args, value) => [derivative(pool, argument(args, 0), value)],
    }),
    minArgs: 1,
    maxArgs: 1,
    units,
    doc,
    expand: (pool, args) => pool.call(name, args),
  };
}

/** A function that a `call` can name but the language does not offer, such as a derivative. */
export function called(
  name: CallName,
  arity: number,
  evaluate: (...args: number[]) => number,
  derivative: SpecialDerivative,
): SpecialFunction {
  return { name, arity, evaluate: (...args) => evaluate(...args), derivative };
}

/** The argument at `index`; the analysis has checked the number of arguments. */
export function argument(args: readonly ExprId[], index: number): ExprId {
  const id = args[index];
  if (id === undefined) throw new Error(`fitc bug: argument ${index + 1} of a builtin is absent`);
  return id;
}
