import type { Fitter } from "../api/fitter.js";
import { abi, type FitProblem } from "../contract/fit-problem.js";
import { LazyKernel } from "../fold/wasm/lazy-kernel.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";

/**
 * The problem of a fitter, with a WebAssembly kernel that is compiled when it is first wanted. The fitter may come from another
 * copy of the runtime, such as that of a module that stands alone.
 * @throws FitError contractVersionMismatch where the module was compiled for another version of the contract
 */
export function problemOf({ problem }: Pick<Fitter, "problem">): FitProblem {
  if (problem.abi !== abi) {
    throw new FitError(runtimeMessages.contractVersionMismatch({ found: problem.abi, expected: abi }));
  }
  const wasm = LazyKernel.of(problem);
  return wasm === problem.wasm ? problem : { ...problem, wasm };
}
