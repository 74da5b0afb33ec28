import { type Callee, f64, f64x2, i32, type ModuleBuilder } from "../encoder/index.js";
import type { Layout } from "../layout.js";
import { defineEvaluations, overVectors, type Passes } from "./evaluate.js";
import { defineFactor, defineMeasure } from "./factor.js";
import { defineLm } from "./lm.js";
import { copiedBytes, placesOf } from "./places.js";
import { definePolish } from "./polish.js";
import { defineStep } from "./step.js";
import { Writer } from "./writer.js";

/** Columns that have shrunk to this part of what they were have vanished. */
const vanished = 1e-10;
/** Up to so many parameters loops are written out: then nearly all is in registers. */
const mostUnrolled = 2;
/** The most parameters that there is a driver for. */
export const mostDriven = 12;

/**
 * The ordinary fit as one call, `fit(columns, stride, rows)`: Levenberg-Marquardt and polish by the runtime's own operations in their own
 * order, so that the results are the same bits. At anything out of the ordinary it gives 0, and the caller begins again by
 * itself; else the status, 4 more where rounding decided. The caller has written the start values and the table, and finds the state
 * where the fold leaves it, and the rest as `Places` says.
 *
 * @param free the parameters that are fitted
 */
export function defineDriver(
  module: ModuleBuilder,
  layout: Layout,
  free: readonly number[],
  passes: Passes,
): Callee<readonly ["i32", "i32", "i32"], "i32"> {
  const n = free.length;
  const bytes = copiedBytes(layout);
  const places = placesOf(layout.driver, n, bytes);
  const unrolled = n <= mostUnrolled;
  const evaluations = defineEvaluations(module, layout, places, free, passes);
  const measure = defineMeasure(module, n, places, unrolled);
  const factor = defineFactor(module, n, places, unrolled);
  const step = defineStep(module, n, places, unrolled);
  const lm = defineLm(module, layout, n, places, unrolled, evaluations, measure, factor, step);
  const polish = definePolish(module, layout, n, places, unrolled, evaluations);
  return module.define(["i32", "i32", "i32"], "i32", (body, columns, stride, rows) => {
    const w = new Writer(body, unrolled, places.unusual);
    const nowhere = i32.const(0);
    for (const place of [places.unusual, places.trials, places.ahead]) body.do(i32.store(nowhere, i32.const(0), place));
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
      w.demand(f64.gt(length, f64.mul(w.constant(vanished), before)));
    });
    w.tell();
    body.if(i32.load(nowhere, places.unusual), () => body.return(nowhere));
    overVectors(body, bytes, (at, offset) =>
      body.do(f64x2.store(at, f64x2.load(at, places.current + offset), layout.state + offset)),
    );
    return code;
  });
}
