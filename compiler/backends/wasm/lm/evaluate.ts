import { type Body, type Callee, f64, f64x2, i32, type WasmExpr } from "../encoder/index.js";
import type { FoldFunctions } from "../fold.js";
import type { RowFunction } from "../kernel.js";
import type { MemoryLayout } from "../layout.js";
import { nothing } from "../panel-loops.js";
import type { Context } from "./context.js";
import { copiedBytes } from "./places.js";
import { isNumber } from "./writer.js";

type Rows = readonly ["i32", "i32", "i32"];

/** The passes of a fit over the rows `(columns, stride, rows)`, at the trial point. */
export interface LmEvaluations {
  /** Computes the state. */
  readonly evaluate: RowFunction;
  /** Returns the cost; infinity if it is not finite. */
  readonly cost: Callee<Rows, "f64">;
  /** Computes the state at the point of the last call of `cost`. */
  readonly linearize: RowFunction;
  /** Makes the computed state the one at `x`. */
  readonly accept: Callee<readonly [], "void">;
}

export interface Passes extends Pick<FoldFunctions, "fold" | "cost"> {
  readonly prepare: Callee<readonly [], "void">;
}

/**
 * Mirrors `FoldObjective` of the runtime (`solvers/objective.ts`): a trial point is linearized
 * together with its cost, until two in a row have been rejected.
 */
export function defineEvaluations(
  { module, layout, places, free, n }: Context,
  { prepare, fold, cost }: Passes,
): LmEvaluations {
  const begin = module.define([], "void", (body) => {
    for (const [j, param] of free.entries()) {
      body.do(f64.store(nowhere, f64.load(nowhere, places.point + 8 * j), layout.params + 8 * param));
    }
    body.do(prepare());
    return nothing;
  });
  const evaluate: RowFunction = module.define(["i32", "i32", "i32"], "void", (body, columns, stride, rows) => {
    body.do(begin());
    body.do(fold(columns, stride, rows, i32.const(n)));
    return nothing;
  });
  const costAt = module.define(["i32", "i32", "i32"], "f64", (body, columns, stride, rows) => {
    const trials = body.let(i32.load(nowhere, places.trials));
    body.do(i32.store(nowhere, i32.add(trials, i32.const(1)), places.trials));
    const isAhead = body.let(i32.ltU(trials, i32.const(2)));
    body.do(i32.store(nowhere, isAhead, places.ahead));
    const value = body.choose(
      isAhead,
      () => {
        body.do(evaluate(columns, stride, rows));
        return f64.select(f64.gt(f64.load(nowhere, layout.bad), f64.const(0)), f64.const(Number.NaN), total(layout, n));
      },
      () => {
        body.do(begin());
        body.do(cost(columns, stride, rows));
        return total(layout, 0);
      },
    );
    return f64.select(isNumber(value), value, f64.const(Number.POSITIVE_INFINITY));
  });
  const linearize: RowFunction = module.define(["i32", "i32", "i32"], "void", (body, columns, stride, rows) => {
    body.if(i32.eqz(i32.load(nowhere, places.ahead)), () => body.do(evaluate(columns, stride, rows)));
    body.do(i32.store(nowhere, i32.const(0), places.ahead));
    body.do(i32.store(nowhere, i32.const(0), places.trials));
    return nothing;
  });
  const accept = module.define([], "void", (body) => {
    const lost = body.variable(f64x2.load(nowhere, layout.bad));
    const bytes = copiedBytes(layout);
    const copy = (at: WasmExpr<"i32">, offset: number) => {
      const values = body.let(f64x2.load(at, layout.state + offset));
      // x - x is 0 for a finite number and NaN otherwise, so this check needs no branches.
      lost.set(f64x2.add(lost.value, f64x2.sub(values, values)));
      body.do(f64x2.store(at, values, places.current + offset));
    };
    overVectors(body, bytes, copy);
    const isGood = f64.eq(f64.add(f64x2.extract(lost.value, 0), f64x2.extract(lost.value, 1)), f64.const(0));
    body.if(i32.eqz(isGood), () => body.do(i32.store(nowhere, i32.const(1), places.gaveUp)));
    return nothing;
  });
  return { evaluate, cost: costAt, linearize, accept };
}

/**
 * Component j of the gradient in a state or, for j = n, the cost. `from` is the offset of the state
 * from its address in the layout.
 */
export function total({ sums, errors }: MemoryLayout, j: number, from = 0): WasmExpr<"f64"> {
  return f64.add(f64.load(nowhere, from + sums + 8 * j), f64.load(nowhere, from + errors + 8 * j));
}

/** Loops over a range of bytes, four vectors at a time. */
export function overVectors(body: Body, bytes: number, inside: (at: WasmExpr<"i32">, offset: number) => void): void {
  const at = body.variable(i32.const(0));
  body.loop((again) => {
    for (const offset of [0, 16, 32, 48]) inside(at.value, offset);
    at.set(i32.add(at.value, i32.const(64)));
    body.branch(again, i32.ltU(at.value, i32.const(bytes)));
  });
}

const nowhere = i32.const(0);
