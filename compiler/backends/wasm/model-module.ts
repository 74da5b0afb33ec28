import type { CheckedModel } from "../../model/checked-model.js";
import type { ModelKernels } from "../../schedule/kernel.js";
import { printModule, type WasmModule } from "./index.js";

/** The row kernels of a model as a WebAssembly module; null if it has no rows. */
export function printModelModule({ params, statements }: CheckedModel, kernels: ModelKernels): WasmModule | null {
  const rows = kernels.blocks.find(({ kind }) => kind === "row");
  if (rows === undefined) return null;
  const free = params.flatMap((param, index) => (param.fixed ? [] : [index]));
  const isPlain = rows.count === statements.length && kernels.losses.length === 0;
  const isUnbounded = params.every(({ fixed, lower, upper }) => fixed || (lower === null && upper === null));
  const fitted = isPlain && isUnbounded ? free : null;
  return printModule(rows, { params: params.length, free: free.length, rowStatements: rows.count, fitted });
}
