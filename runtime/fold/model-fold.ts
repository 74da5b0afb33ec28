import type { ColumnData, FitProblem } from "../contract/fit-problem.js";
import { Fold, typescriptFold } from "./fold.js";
import { rowBlockOf, statementsOf } from "./panels.js";
import type { RowKernel } from "./row-kernel.js";
import { RowLosses } from "./row-loss.js";
import { LazyKernel } from "./wasm/lazy-kernel.js";
import { WasmRows } from "./wasm/wasm-rows.js";

/**
 * A model over its data as a fold, by the kernel that suits their size.
 *
 * @param rows the rows of `data`
 * @param active indices into `problem.free`: the columns of J to fold, in order
 */
export function modelFold(problem: FitProblem, data: ColumnData, rows: number, active: readonly number[]): Fold {
  const kernel = rowsByWasm(problem, data, rows, active);
  if (kernel === null) return typescriptFold(problem, data, rows, active);
  return new Fold(problem, data, rows, active, kernel);
}

/** The rows by the WebAssembly kernel; null where the TypeScript kernels are to be taken. */
export function rowsByWasm(
  problem: FitProblem,
  data: ColumnData,
  rows: number,
  active: readonly number[],
): RowKernel | null {
  const block = rowBlockOf(problem);
  const kernel = LazyKernel.of(problem);
  if (block === null || kernel === null || !kernel.pays(rows) || kernel.instance === null) return null;
  const losses = new RowLosses(problem.losses, statementsOf(problem, block));
  try {
    return new WasmRows(kernel.instance, data, rows, active, losses);
  } catch {
    // No memory for a block of rows.
    return null;
  }
}
