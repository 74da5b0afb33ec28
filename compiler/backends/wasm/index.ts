import type { WasmKernel } from "../../../runtime/contract/wasm-kernel.js";
import type { ExprPool } from "../../ir/pool.js";
import type { Primitive } from "../../ir/primitives.js";
import { reachable } from "../../ir/walk.js";
import type { Kernel } from "../../schedule/kernel.js";
import { hasVectorForm, importFunctions } from "./calls.js";
import { ModuleBuilder } from "./encoder/index.js";
import { defineFold } from "./fold.js";
import { MathLibrary } from "./functions/library.js";
import { definePrepare, defineRows, type KernelContext, prologueOf } from "./kernel.js";
import { layoutOf, type MemoryLayout } from "./layout.js";
import { defineFit, mostFitted } from "./lm/index.js";

/** The row kernels of one model. */
export interface RowKernels {
  readonly residuals: Kernel;
  readonly linearize: Kernel;
}

export interface ModelSizes {
  /** All parameters. */
  readonly params: number;
  readonly free: number;
  readonly rowStatements: number;
  /**
   * The fitted parameters, as indices into all parameters; null if `fit` can run no fit of this
   * model.
   */
  readonly fitted?: readonly number[] | null;
}

/** The module of one model, and what a caller must know about it. */
export interface WasmModule extends Omit<WasmKernel, "bytes"> {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly layout: MemoryLayout;
}

const pageBytes = 65_536;

/**
 * Prints the module of one model, with the exports of `WasmKernel`: see `KernelContext`,
 * `FoldFunctions` and `defineFit`.
 */
export function printModule(
  kernels: RowKernels,
  { params, free, rowStatements: statements, fitted = null }: ModelSizes,
): WasmModule {
  const both = [kernels.linearize, kernels.residuals];
  const prologue = prologueOf(both);
  const columns = [...new Set(both.flatMap((kernel) => kernel.columns))].sort((a, b) => a - b);
  const layout = layoutOf({ params, free, statements, prologue: prologue.length });
  const module = new ModuleBuilder(layout.end);
  const imported = importFunctions(module, callsWithoutVectorForm(both));
  const place: KernelContext["place"] = ({ output, slot }) => ({
    column: output === "r" ? free : Math.floor(slot / statements),
    statement: slot % statements,
  });
  const library = new MathLibrary(module);
  const context: KernelContext = { library, imported, layout, columns, prologue, statements, place };
  const prepare = definePrepare(both, context);
  const rows = { linearize: defineRows(kernels.linearize, context), residuals: defineRows(kernels.residuals, context) };
  const passes = defineFold(module, layout, { statements, free }, rows);
  for (const [name, callee] of Object.entries({ prepare, ...rows, ...passes })) module.export(name, callee);
  if (fitted !== null && free > 0 && free <= mostFitted) {
    module.export("fit", defineFit(module, layout, fitted, { prepare, ...passes }));
  }
  const heap = Math.ceil(module.dataEnd / 64) * 64;
  module.memory({ minimum: Math.ceil(heap / pageBytes) + 1, exported: "memory" });
  return { bytes: module.bytes(), layout, columns, imports: [...imported.keys()], heap };
}

/** The functions to import, with their numbers of arguments. */
function callsWithoutVectorForm(kernels: readonly Kernel[]): ReadonlyMap<string, number> {
  return new Map(
    kernels
      .flatMap(({ pool, stores }) => nodesOf(pool, stores))
      .filter(({ op, name }) => op === ("call" satisfies Primitive) && !hasVectorForm(name))
      .map(({ name, args }) => [name, args.length]),
  );
}

function nodesOf(pool: ExprPool, stores: Kernel["stores"]) {
  return reachable(
    pool,
    stores.map(({ value }) => value),
  ).map((id) => pool.node(id));
}
