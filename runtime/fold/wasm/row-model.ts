import type { FitProblem } from "../../contract/fit-problem.js";
import type { WasmKernel } from "../../contract/wasm-kernel.js";
import { rowBlockOf } from "../panels.js";

/**
 * What must be known of a model to fold its rows by WebAssembly: plain data, which may be sent to
 * workers.
 */
export interface RowModel extends Omit<WasmKernel, "bytes"> {
  /** Columns of the Jacobian. */
  readonly free: number;
  /** Statements of its block of rows. */
  readonly rowStatements: number;
}

export function rowModelOf(kernel: WasmKernel, problem: FitProblem): RowModel {
  const { layout, columns, imports, heap } = kernel;
  const rowStatements = rowBlockOf(problem)?.count ?? 0;
  return { layout, columns, imports, heap, free: problem.free.length, rowStatements };
}
