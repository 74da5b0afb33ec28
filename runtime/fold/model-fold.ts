import type { ColumnData, FitProblem } from "../contract/fit-problem.js";
import { Fold, typescriptFold } from "./fold.js";
import { rowBlockOf, statementsOf } from "./panels.js";
import type { RowKernel } from "./row-kernel.js";
import { RowLosses } from "./row-loss.js";
import { LazyKernel } from "./wasm/lazy-kernel.js";
import { WasmRows } from "./wasm/wasm-rows.js";

/**
 * Makes the fold of a model over its data, with the kernel that suits the size of the problem.
 *
 * @param rows number of rows of `data`
 * @param active the columns of J to fold, in order, as indices into `problem.free`
 */
export function modelFold(problem: FitProblem, data: ColumnData, rows: number, active: readonly number[]): Fold {
  const kernel = rowsByWasm(problem, data, rows, active);
  if (kernel === null) return typescriptFold(problem, data, rows, active);
  return new Fold(problem, data, rows, active, kernel);
}

/** The WebAssembly kernel for the rows; null if the TypeScript kernels should be used. */
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
    // There is not enough memory for the rows.
    return null;
  }
}
