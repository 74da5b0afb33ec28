import { type Callee, f64, f64x2, i32, type ModuleBuilder } from "../encoder/index.js";
import type { MemoryLayout } from "../layout.js";
import { defineEvaluations, overVectors, type Passes } from "./evaluate.js";
import { defineFactor, defineMeasure } from "./factor.js";
import { defineLm } from "./lm.js";
import { copiedBytes, placesOf } from "./places.js";
import { definePolish } from "./polish.js";
import { defineStep } from "./step.js";
import { Writer } from "./writer.js";

/**
 * A column is considered to have vanished if its length has fallen to this fraction of its initial
 * length.
 */
const vanished = 1e-10;
/**
 * With at most this many parameters, loops are unrolled, so that nearly all values stay in
 * registers.
 */
const mostUnrolled = 2;
/** The largest number of parameters for which this fit is generated. */
export const mostFitted = 12;

/**
 * A whole fit in one call, `fit(columns, stride, rows)`: Levenberg-Marquardt and polish, with the
 * same operations in the same order as the runtime, so that the results agree to the bit. Each file
 * here names the file of `runtime/solvers/` that it mirrors, and
 * `test/compiler/backends/wasm/lm.test.ts` checks that both give the same bits.
 *
 * Returns 0 if anything comes up that only the runtime handles; the caller then fits the data
 * itself from the beginning. Otherwise returns the status, plus 4 if the solver stopped at
 * rounding. Before the call, the caller writes the start values, the table of panel columns
 * (`WasmLayout.table`) and the settings. Afterwards the state is where the fold leaves it, and the
 * other results are where `Places` says.
 *
 * @param free the fitted parameters
 */
export function defineFit(
  module: ModuleBuilder,
  layout: MemoryLayout,
  free: readonly number[],
  passes: Passes,
): Callee<readonly ["i32", "i32", "i32"], "i32"> {
  const n = free.length;
  const bytes = copiedBytes(layout);
  const places = placesOf(layout.lm, n, bytes);
  const unrolled = n <= mostUnrolled;
  const context = { module, layout, free, n, places, unrolled };
  const evaluations = defineEvaluations(context, passes);
  const measure = defineMeasure(context);
  const factor = defineFactor(context);
  const step = defineStep(context);
  const lm = defineLm(context, { evaluations, measure, factor, step });
  const polish = definePolish(context, evaluations);
  return module.define(["i32", "i32", "i32"], "i32", (body, columns, stride, rows) => {
    const w = new Writer(body, unrolled, places.gaveUp);
    const nowhere = i32.const(0);
    for (const place of [places.gaveUp, places.trials, places.ahead]) body.do(i32.store(nowhere, i32.const(0), place));
    for (const [j, param] of free.entries()) {
      body.do(f64.store(nowhere, f64.load(nowhere, layout.params + 8 * param), places.point + 8 * j));
    }
    const code = body.let(lm(columns, stride, rows));
    body.if(i32.eqz(code), () => body.return(nowhere));
    body.do(polish(columns, stride, rows));
    const R = w.memory(places.current, n + 1);
    w.up(0, n, (j) => {
      const length = w.length(0, typeof j === "number" ? j + 1 : i32.add(j, i32.const(8)), (i) => R.get(i, j));
      const before = w.memory(places.firstLengths).get(j);
      w.require(f64.gt(length, f64.mul(w.constant(vanished), before)));
    });
    w.report();
    body.if(i32.load(nowhere, places.gaveUp), () => body.return(nowhere));
    overVectors(body, bytes, (at, offset) =>
      body.do(f64x2.store(at, f64x2.load(at, places.current + offset), layout.state + offset)),
    );
    return code;
  });
}
