import { type Body, type Callee, f64, i32, type ModuleBuilder, type WasmExpr } from "./encoder/index.js";
import { columnAt, paddedBytes, type RowFunction } from "./kernel.js";
import type { MemoryLayout } from "./layout.js";
import { defineApply, defineProducts, nothing } from "./panel-loops.js";
import { definePanelQr } from "./panel-qr.js";

type Address = WasmExpr<"i32">;
/** `(count, bytes)` */
type PanelFunction = Callee<readonly ["i32", "i32"], "void">;
/** `(table, count, bytes)`: tests the columns of a table; the residuals are the last column. */
type Test = Callee<readonly ["i32", "i32", "i32"], "i32">;
/**
 * `(columns, stride, rows, count)`: folds a block of rows, given as for a {@link RowFunction}, and
 * `count` columns of J.
 */
export type FoldFunction = Callee<readonly ["i32", "i32", "i32", "i32"], "void">;
/** `(columns, stride, rows)` */
export type CostFunction = RowFunction;

export interface FoldFunctions {
  /** Adds to the triangular factor, the cost and its gradient. */
  readonly fold: FoldFunction;
  /** Adds to the cost only. */
  readonly cost: CostFunction;
  /**
   * Folds the current panel into the factor, without cost and gradient: for a caller that has
   * scaled its rows.
   */
  readonly reduce: PanelFunction;
}

/**
 * The passes over a block of rows, which add to the state in memory; the same as the runtime's
 * `Fold` for linear loss. The cost and the gradient are computed from the products of the residuals
 * with every column; sums over panels are compensated (Neumaier, Z. angew. Math. Mech. 54 (1974)
 * 39). A panel with non-finite values is counted and left out.
 *
 * @param statements residuals per row
 * @param free columns of the panel without the residuals
 */
export function defineFold(
  module: ModuleBuilder,
  layout: MemoryLayout,
  { statements, free }: { readonly statements: number; readonly free: number },
  kernels: { readonly linearize: RowFunction; readonly residuals: RowFunction },
): FoldFunctions {
  const products = defineProducts(module);
  const qr = definePanelQr(module, layout, products, defineApply(module));
  const addSums = defineSums(module, layout, defineCountBad(module, layout));
  const panelBytes = (rows: Address) => i32.mul(paddedBytes(rows), i32.const(statements));

  const measure: PanelFunction = module.define(["i32", "i32"], "void", (body, count, bytes) => {
    const r = i32.load(i32.add(i32.const(layout.table), i32.shl(count, i32.const(2))));
    const width = i32.add(count, i32.const(1));
    body.do(products(r, i32.const(layout.table), width, bytes, i32.const(layout.withLast)));
    return nothing;
  });
  const reduce: PanelFunction = module.define(["i32", "i32"], "void", (body, count, bytes) => {
    body.do(measure(count, bytes));
    body.do(qr(count, bytes));
    return nothing;
  });

  const fold: FoldFunction = module.define(
    ["i32", "i32", "i32", "i32"],
    "void",
    (body, columns, stride, rows, count) => {
      overPanels(body, layout, rows, (from, size) => {
        body.do(kernels.linearize(i32.add(columns, from), stride, size));
        const bytes = body.let(panelBytes(size));
        body.do(measure(count, bytes));
        body.if(addSums(i32.const(layout.table), count, bytes), () => body.do(qr(count, bytes)));
      });
      return nothing;
    },
  );

  const cost: CostFunction = module.define(["i32", "i32", "i32"], "void", (body, columns, stride, rows) => {
    // A table with the residuals only: all that is needed is their product with themselves.
    const table = i32.const(module.data(addressBytes(columnAt(layout, free))));
    overPanels(body, layout, rows, (from, size) => {
      body.do(kernels.residuals(i32.add(columns, from), stride, size));
      const bytes = body.let(panelBytes(size));
      const r = i32.const(columnAt(layout, free));
      body.do(products(r, table, i32.const(1), bytes, i32.const(layout.withLast)));
      body.let(addSums(table, i32.const(0), bytes));
    });
    return nothing;
  });
  return { fold, cost, reduce };
}

/**
 * Loops over the panels of a block; `inside` gets the offset of the first row in bytes and the
 * number of rows.
 */
function overPanels(
  body: Body,
  { panelRows }: MemoryLayout,
  rows: Address,
  inside: (from: Address, size: Address) => void,
): void {
  const left = body.variable(rows);
  const from = body.variable(i32.const(0));
  body.block((leave) => {
    body.loop((again) => {
      body.branch(leave, i32.leS(left.value, i32.const(0)));
      const size = i32.select(i32.ltS(left.value, i32.const(panelRows)), left.value, i32.const(panelRows));
      inside(from.value, body.let(size));
      left.set(i32.sub(left.value, i32.const(panelRows)));
      from.set(i32.add(from.value, i32.const(8 * panelRows)));
      body.branch(again);
    });
  });
}

/** Adds the cost of a panel and its gradient; returns whether the panel should be folded. */
function defineSums(module: ModuleBuilder, layout: MemoryLayout, isBad: Test): Test {
  return module.define(["i32", "i32", "i32"], "i32", (body, table, count, bytes) => {
    const at = body.variable(i32.const(0));
    const last = body.let(i32.mul(count, i32.const(8)));
    // 0 while everything is finite, then NaN.
    const finite = body.variable(f64.const(0));
    body.loop((again) => {
      const factor = f64.select(i32.eq(at.value, last), f64.const(0.5), f64.const(1));
      const value = body.let(f64.mul(factor, f64.load(at.value, layout.withLast)));
      const sum = body.let(f64.load(at.value, layout.sums));
      const next = body.let(f64.add(sum, value));
      const lost = f64.select(
        f64.ge(f64.abs(sum), f64.abs(value)),
        f64.add(f64.sub(sum, next), value),
        f64.add(f64.sub(value, next), sum),
      );
      body.do(f64.store(at.value, next, layout.sums));
      body.do(f64.store(at.value, f64.add(f64.load(at.value, layout.errors), lost), layout.errors));
      finite.set(f64.add(finite.value, f64.mul(value, f64.const(0))));
      at.set(i32.add(at.value, i32.const(8)));
      body.branch(again, i32.leU(at.value, last));
    });
    // A sum may have overflowed even if all residuals and derivatives are finite.
    return body.choose(
      f64.eq(finite.value, f64.const(0)),
      () => i32.const(1),
      () => i32.eqz(isBad(table, count, bytes)),
    );
  });
}

/** Counts the non-finite residuals and derivatives of the panel; returns whether there are any. */
function defineCountBad(module: ModuleBuilder, layout: MemoryLayout): Test {
  return module.define(["i32", "i32", "i32"], "i32", (body, table, count, bytes) => {
    const found = body.variable(i32.const(0));
    const j = body.variable(i32.const(0));
    body.loop((nextColumn) => {
      const column = body.let(i32.load(i32.add(table, i32.mul(j.value, i32.const(4)))));
      const bad = body.variable(i32.const(0));
      const at = body.variable(i32.const(0));
      body.loop((nextRow) => {
        const value = body.let(f64.load(i32.add(column, at.value)));
        bad.set(i32.add(bad.value, f64.ne(f64.sub(value, value), f64.const(0))));
        at.set(i32.add(at.value, i32.const(8)));
        body.branch(nextRow, i32.ltU(at.value, bytes));
      });
      const place = body.let(i32.select(i32.eq(j.value, count), i32.const(0), i32.const(8)));
      body.do(f64.store(place, f64.add(f64.load(place, layout.bad), f64.convertI32U(bad.value)), layout.bad));
      found.set(i32.or(found.value, bad.value));
      j.set(i32.add(j.value, i32.const(1)));
      body.branch(nextColumn, i32.leS(j.value, count));
    });
    return i32.ne(found.value, i32.const(0));
  });
}

/** The bytes of an address in memory, low byte first. */
function addressBytes(address: number): readonly number[] {
  return [0, 8, 16, 24].map((shift) => (address >>> shift) & 255);
}
