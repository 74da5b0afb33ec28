import { rowStep } from "../../../runtime/contract/wasm-kernel.js";
import type { ExprId } from "../../ir/pool.js";
import { reachable } from "../../ir/walk.js";
import type { Store } from "../../plan/kernel-table.js";
import type { Kernel } from "../../schedule/kernel.js";
import { ByCalls, type Imported, InPlace } from "./calls.js";
import { type Body, type Callee, f64, f64x2, i32, type WasmExpr } from "./encoder/index.js";
import { ExpressionPrinter, type Leaves } from "./expressions.js";
import type { MathLibrary } from "./functions/library.js";
import type { MemoryLayout } from "./layout.js";

type Address = WasmExpr<"i32">;

/**
 * Computes the stores of a kernel for the rows of one panel: `(columns, stride, rows)`. Column c of
 * those that the module reads begins at `columns + c * stride`. Rows are padded to a multiple of
 * `rowStep`: the last vectors read past the rows, and their results are overwritten by zeros.
 */
export type RowFunction = Callee<readonly ["i32", "i32", "i32"], "void">;

/** Context shared by the functions of one model. */
export interface KernelContext {
  readonly library: MathLibrary;
  readonly imported: Imported;
  readonly layout: MemoryLayout;
  /** The columns that the module reads, as indices into the model's columns, in memory order. */
  readonly columns: readonly number[];
  /** The expressions that `prepare` computes. */
  readonly prologue: readonly ExprId[];
  /** The number of residuals per row. */
  readonly statements: number;
  /** The panel column of a store, and the statement within it. */
  readonly place: (store: Store) => { readonly column: number; readonly statement: number };
}

/** The expressions of all kernels that depend only on the parameters, operands first. */
export function prologueOf(kernels: readonly Kernel[]): readonly ExprId[] {
  return [...new Set(kernels.flatMap((kernel) => kernel.prologue))].sort((a, b) => a - b);
}

/** Every expression that kernels compute. */
export function usedBy(kernels: readonly Kernel[]): ReadonlySet<ExprId> {
  return new Set(
    kernels.flatMap(({ pool, stores }) =>
      reachable(
        pool,
        stores.map(({ value }) => value),
      ),
    ),
  );
}

const zeroAddress = i32.const(0);

/**
 * Defines a function that computes the prologue into memory, once for each set of parameters, and
 * clears the state.
 */
export function definePrepare(kernels: readonly Kernel[], context: KernelContext): Callee<readonly [], "void"> {
  const { library, imported, layout, prologue } = context;
  const pool = kernels[0]?.pool;
  return library.module.define([], "void", (body) => {
    const at = body.variable(i32.const(layout.state));
    body.loop((again) => {
      body.do(f64x2.store(at.value, f64x2.const(0)));
      at.set(i32.add(at.value, i32.const(16)));
      body.branch(again, i32.ltU(at.value, i32.const(layout.state + layout.stateBytes)));
    });
    if (pool === undefined) return nothing;
    const leaves: Leaves = { ...parameters(layout), column: () => unexpectedLeaf("column") };
    const calls = new ByCalls(body, library);
    const printer = new ExpressionPrinter(pool, usedBy(kernels), calls, imported, leaves);
    prologue.forEach((id, position) => {
      printer.assign(id);
      body.do(f64x2.store(zeroAddress, printer.bits(id), layout.prologue + 16 * position));
    });
    return nothing;
  });
}

/** How mathematical functions are computed. */
type Form = "in place" | "by calls";

/**
 * The largest number of expressions of a kernel with formulas in place. In a larger one nothing
 * stays in registers anyway, and a formula has a hundred times the bytes of a call: V8 would take
 * seconds for the kernel, or refuse it (it compiles no function above 7.6 MB).
 */
const mostInPlace = 2000;

function formOf(kernel: Kernel): Form {
  return usedBy([kernel]).size > mostInPlace ? "by calls" : "in place";
}

/** Defines a function that computes the stores of a kernel into the panel. */
export function defineRows(kernel: Kernel, context: KernelContext, form: Form = formOf(kernel)): RowFunction {
  const { library, imported, layout, prologue, statements, place } = context;
  return library.module.define(["i32", "i32", "i32"], "void", (body, columns, stride, rows) => {
    const inPlace = form === "in place" ? new InPlace(body, library.module) : null;
    const calls = inPlace ?? new ByCalls(body, library);
    const bytes = body.let(paddedBytes(rows));
    const origins = context.columns.map((_, position) =>
      position === 0 ? columns : body.let(i32.add(columns, i32.mul(stride, i32.const(position)))),
    );
    const segments = Array.from({ length: statements }, (_, s) =>
      s === 0 ? null : body.let(i32.mul(bytes, i32.const(s))),
    );
    const used = usedBy([kernel]);
    const loaded = loadBeforeLoop(
      kernel,
      prologue.filter((id) => used.has(id)),
      body,
      context,
    );
    const at = body.variable(i32.const(0));
    // Two vectors per iteration, so that one is computed while the other waits for its operands.
    const vectors = form === "in place" ? [0, 16] : [0];
    body.loop((again) => {
      const printers = vectors.map((vector) => {
        const values = new Map(
          kernel.columns.map((index) => {
            const position = context.columns.indexOf(index);
            const origin = origins[position];
            if (origin === undefined) throw new Error(`fitc bug: column ${index} is not in memory`);
            return [index, body.let(f64x2.load(i32.add(origin, at.value), vector))] as const;
          }),
        );
        const leaves: Leaves = { ...parameters(layout), ...loaded.leaves, column: (index) => found(values, index) };
        const printer = new ExpressionPrinter(kernel.pool, used, calls, imported, leaves);
        for (const [id, value] of loaded.prologue) printer.set(id, value);
        return printer;
      });
      for (const id of kernel.body) for (const printer of printers) printer.assign(id);
      const stored = kernel.stores.map((store) => ({
        ...place(store),
        values: printers.map((printer) => body.let(printer.number(store.value))),
      }));
      vectors.forEach((vector, v) => {
        for (const { column, statement, values } of stored) {
          const segment = segments[statement] ?? null;
          const address = segment === null ? at.value : i32.add(at.value, segment);
          const value = values[v];
          if (value !== undefined) body.do(f64x2.store(address, value, columnAt(layout, column) + vector));
        }
      });
      at.set(i32.add(at.value, i32.const(16 * vectors.length)));
      body.branch(again, i32.ltU(at.value, bytes));
    });
    if (inPlace?.isPartial) {
      const fallback = defineRows(kernel, context, "by calls");
      body.if(inPlace.failed, () => body.do(fallback(columns, stride, rows)));
    }
    body.if(i32.and(rows, i32.const(rowStep - 1)), () => {
      at.set(i32.shl(rows, i32.const(3)));
      body.loop((again) => {
        for (const store of kernel.stores) {
          const { column, statement } = place(store);
          const segment = segments[statement] ?? null;
          const address = segment === null ? at.value : i32.add(at.value, segment);
          body.do(f64.store(address, f64.const(0), columnAt(layout, column)));
        }
        at.set(i32.add(at.value, i32.const(8)));
        body.branch(again, i32.ltU(at.value, bytes));
      });
    });
    return nothing;
  });
}

/** The size in bytes of one statement's residuals for some rows, padded. */
export function paddedBytes(rows: Address): Address {
  const padded = i32.and(i32.add(rows, i32.const(rowStep - 1)), i32.const(-rowStep));
  return i32.shl(padded, i32.const(3));
}

export function columnAt({ panel, panelColumnBytes }: MemoryLayout, column: number): number {
  return panel + column * panelColumnBytes;
}

/** The result of a function without a return value. */
const nothing: WasmExpr<"void"> = { type: "void", code: [] };

function parameters({ params }: MemoryLayout): Pick<Leaves, "param" | "variable"> {
  return {
    param: (index) => f64x2.loadSplat(zeroAddress, params + 8 * index),
    variable: () => unexpectedLeaf("variable"),
  };
}

/** The parameters and the prologue, loaded before the loop over the rows. */
function loadBeforeLoop(
  kernel: Kernel,
  prologue: readonly ExprId[],
  body: Body,
  { layout, ...context }: KernelContext,
) {
  const params = new Map(
    kernel.params.map((index) => [index, body.let(f64x2.loadSplat(zeroAddress, layout.params + 8 * index))] as const),
  );
  return {
    leaves: { param: (index: number) => found(params, index) },
    prologue: prologue.map((id) => {
      const address = layout.prologue + 16 * context.prologue.indexOf(id);
      return [id, body.let(f64x2.load(zeroAddress, address))] as const;
    }),
  };
}

function found<V>(values: ReadonlyMap<number, V>, index: number): V {
  const value = values.get(index);
  if (value === undefined) throw new Error(`fitc bug: a kernel does not say that it reads ${index}`);
  return value;
}

function unexpectedLeaf(what: string): never {
  throw new Error(`fitc bug: a ${what} where there is none`);
}
