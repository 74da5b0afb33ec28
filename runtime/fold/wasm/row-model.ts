import type { FitProblem } from "../../contract/fit-problem.js";
import type { WasmKernel } from "../../contract/wasm-kernel.js";

/** What must be known of a model to fold its rows by WebAssembly: plain data, which may be sent to workers. */
export interface RowModel extends Omit<WasmKernel, "bytes"> {
  /** Columns of the Jacobian. */
  readonly free: number;
  readonly rowStatements: number;
}

export function rowModelOf(kernel: WasmKernel, { free, rowStatements }: FitProblem): RowModel {
  const { layout, columns, imports, heap } = kernel;
  return { layout, columns, imports, heap, free: free.length, rowStatements };
}
