import { type Body, f64, type WasmExpr } from "../encoder/index.js";
import type { Context } from "./context.js";
import { type Index, isNumber, type MatrixEntries, type Writer } from "./writer.js";

/** Mirrors `leastStart` of the runtime (`solvers/least-start.ts`) for the linear loss. */
export function leastStart(
  context: Context,
  w: Writer,
  body: Body,
  diag: MatrixEntries,
  gradient: (j: Index) => WasmExpr<"f64">,
): WasmExpr<"f64"> {
  const { n, places } = context;
  const along = w.room(places.work, n);
  const R = w.memory(places.current + context.layout.factor - context.layout.state, n + 1);
  const largest = body.variable(w.zero);
  w.up(0, n, (j) => {
    along.set(j, f64.div(gradient(j), diag.get(j)));
    largest.set(f64.max(largest.value, f64.abs(along.get(j))));
  });
  w.require(f64.gt(largest.value, w.zero));
  w.up(0, n, (j) => along.set(j, f64.div(along.get(j), largest.value)));
  const size = w.length(0, n, (j) => along.get(j));
  const curvature = body.variable(w.zero);
  w.up(0, n, (i) => {
    const sum = body.variable(w.zero);
    w.up(i, n, (j) => sum.set(f64.add(sum.value, f64.mul(f64.div(R.get(i, j), diag.get(j)), along.get(j)))));
    curvature.set(w.lengthOfPair(curvature.value, sum.value));
  });
  const first = f64.mul(f64.div(size, curvature.value), f64.mul(largest.value, size));
  const length = body.let(f64.mul(f64.div(first, curvature.value), size));
  return body.let(f64.select(isNumber(length), length, w.zero));
}
