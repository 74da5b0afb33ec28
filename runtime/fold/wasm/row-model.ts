import type { FitProblem } from "../../contract/fit-problem.js";
import type { WasmKernel } from "../../contract/wasm-kernel.js";
import { rowBlockOf } from "../panels.js";

/**
 * What is needed of a model to fold its rows by WebAssembly. It is plain data, which can be sent to
 * worker threads.
 */
export interface RowModel extends Omit<WasmKernel, "bytes"> {
  /** Number of columns of the Jacobian. */
  readonly free: number;
  /** Number of statements in the row block. */
  readonly rowStatements: number;
}

export function rowModelOf(kernel: WasmKernel, problem: FitProblem): RowModel {
  const { layout, columns, imports, heap } = kernel;
  const rowStatements = rowBlockOf(problem)?.count ?? 0;
  return { layout, columns, imports, heap, free: problem.free.length, rowStatements };
}
