import type { LoweredParam } from "../ir/lower.js";
import type { ExprId, ExprPool } from "../ir/pool.js";
import type { ParamSymbol } from "../model/checked-model.js";

/**
 * The start of a parameter for which nothing better is known: 1, as in SciPy's `curve_fit`. Where
 * its bounds exclude 1, it is 1 away from the bound in between. (At most one bound is finite:
 * between two, a parameter starts in the middle.)
 */
export function defaultStart(pool: ExprPool, param: ParamSymbol, { lower, upper }: LoweredParam): ExprId {
  const one = pool.constant(1);
  const isAbove = pool.make(param.lowerOpen ? "lt" : "le", lower, one);
  const isBelow = pool.make(param.upperOpen ? "lt" : "le", one, upper);
  const notAbove = pool.make("select", isBelow, one, pool.make("sub", upper, one));
  return pool.make("select", isAbove, notAbove, pool.make("add", lower, one));
}
