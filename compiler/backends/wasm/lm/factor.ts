import { type Callee, f64, i32, type WasmExpr } from "../encoder/index.js";
import { nothing } from "../panel-loops.js";
import type { Context } from "./context.js";
import type { Places } from "./places.js";
import { bytesOf, type Index, type MatrixEntries, plus, Writer } from "./writer.js";

/**
 * Up to this condition number of J with its columns scaled to equal length, pivoting is not needed.
 */
const wellConditioned = 1e4;

/**
 * Computes the lengths of the columns of J at `x` and, if J is well conditioned, the Gauss-Newton
 * step. Returns whether J is well conditioned. Mirrors `FoldedFactor` of the runtime
 * (`solvers/folded-factor.ts`).
 */
export function defineMeasure({ module, n, places, unrolled }: Context): Callee<readonly [], "i32"> {
  return module.define([], "i32", (body) => {
    const w = new Writer(body, unrolled, places.gaveUp);
    const R = w.memory(places.current, n + 1);
    const [lengths, step] = [w.memory(places.lengths), w.memory(places.newton)];
    const determinant = body.variable(f64.const(1));
    w.up(0, n, (j) => {
      const length = w.length(0, plus(j, 1), (i) => R.get(i, j));
      lengths.set(j, length);
      determinant.set(f64.mul(determinant.value, f64.div(f64.abs(R.get(j, j)), length)));
    });
    const isWell = body.let(f64.le(f64.const(2), f64.mul(f64.const(wellConditioned), determinant.value)));
    body.if(isWell, () => {
      w.down(n, (i) => {
        const sum = body.variable(R.get(i, n));
        w.up(plus(i, 1), n, (j) => sum.set(f64.add(sum.value, f64.mul(R.get(i, j), step.get(j)))));
        step.set(i, f64.div(f64.neg(sum.value), R.get(i, i)));
      });
      const length = w.length(0, n, (i) => R.get(i, n));
      body.do(f64.store(i32.const(0), length, places.lengthOfJp));
    });
    w.report();
    return isWell;
  });
}

/**
 * `(isWell)`: the factor of the state at `x`, with column pivoting unless J is well conditioned.
 * Mirrors `PivotedQr` of the runtime (`solvers/pivoted-qr.ts`).
 */
export function defineFactor(context: Context): Callee<readonly ["i32"], "void"> {
  const { module, n, places, unrolled } = context;
  const pivoted = definePivoted(context);
  return module.define(["i32"], "void", (body, isWell) => {
    const w = new Writer(body, unrolled, places.gaveUp);
    const R = w.memory(places.current, n + 1);
    const r = w.memory(places.r, 1, n);
    const qtf = w.memory(places.qtf);
    w.up(0, n, (j) => {
      w.up(0, plus(j, 1), (i) => r.setAt(i, j, R.get(i, j)));
      qtf.set(j, R.get(j, n));
      setPivot(w, places, j, bytesOf(j));
    });
    body.if(i32.eqz(isWell), () => body.do(pivoted()));
    return nothing;
  });
}

/** QR with column pivoting of `r`. Mirrors `pivotedHouseholder` of the same file. */
function definePivoted({ module, n, places }: Context): Callee<readonly [], "void"> {
  return module.define([], "void", (body) => {
    const w = new Writer(body, false, places.gaveUp);
    const r = w.memory(places.r, 1, n);
    const [qtf, v] = [w.memory(places.qtf), w.memory(places.work)];
    w.up(0, n, (j) => w.up(plus(j, 1), n, (i) => r.setAt(i, j, w.zero)));
    w.up(0, n, (k) => {
      const longest = body.variable(bytesOf(k));
      const length = body.variable(w.zero);
      w.up(k, n, (j) => {
        const candidate = w.length(k, n, (i) => r.get(i, j));
        body.if(f64.gt(candidate, length.value), () => {
          longest.set(bytesOf(j));
          length.set(candidate);
        });
      });
      body.if(i32.ne(longest.value, bytesOf(k)), () => {
        w.up(0, n, (i) => {
          const held = body.let(r.get(i, k));
          r.setAt(i, k, r.get(i, longest.value));
          r.setAt(i, longest.value, held);
        });
        const held = body.let(pivotAt(places, k));
        setPivot(w, places, k, pivotAt(places, longest.value));
        setPivot(w, places, longest.value, held);
      });
      const head = body.let(r.get(k, k));
      const beta = body.let(f64.select(f64.ge(head, w.zero), f64.neg(length.value), length.value));
      const first = body.let(f64.sub(head, beta));
      const next = plus(k, 1);
      w.up(next, n, (i) => v.set(i, f64.div(r.get(i, k), first)));
      v.set(k, f64.const(1));
      const tau = body.let(f64.div(f64.neg(first), beta));
      const reflection = { v, tau, from: k, to: n };
      const column = (j: Index) => ({
        get: (i: Index) => r.get(i, j),
        set: (i: Index, value: WasmExpr<"f64">) => r.setAt(i, j, value),
      });
      w.up(next, n, (j) => reflect(w, reflection, column(j)));
      reflect(w, reflection, qtf);
      r.setAt(k, k, beta);
      w.up(next, n, (i) => r.setAt(i, k, w.zero));
    });
    w.report();
    return nothing;
  });
}

/** The reflection I - tau v v', applied to the entries from `from` to `to`. */
interface Reflection {
  readonly v: MatrixEntries;
  readonly tau: WasmExpr<"f64">;
  readonly from: Index;
  readonly to: Index;
}

function reflect(w: Writer, { v, tau, from, to }: Reflection, column: Pick<MatrixEntries, "get" | "set">): void {
  const { body } = w;
  const sum = body.variable(w.zero);
  w.up(from, to, (i) => sum.set(f64.add(sum.value, f64.mul(v.get(i), column.get(i)))));
  const weight = body.let(f64.mul(tau, sum.value));
  w.up(from, to, (i) => column.set(i, f64.sub(column.get(i), f64.mul(weight, v.get(i)))));
}

/** 8 times the original index of the column of J that pivoting moved to position j. */
export function pivotAt({ pivot }: Places, j: Index): WasmExpr<"i32"> {
  return typeof j === "number" ? i32.load(i32.const(0), pivot + 8 * j) : i32.load(j, pivot);
}

function setPivot({ body }: Writer, { pivot }: Places, j: Index, value: WasmExpr<"i32">): void {
  if (typeof j === "number") body.do(i32.store(i32.const(0), value, pivot + 8 * j));
  else body.do(i32.store(j, value, pivot));
}
