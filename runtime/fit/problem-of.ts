import type { Fitter } from "../api/fitter.js";
import { abi, type FitProblem } from "../contract/fit-problem.js";
import { LazyKernel } from "../fold/wasm/lazy-kernel.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";

/** Problems from another copy of the runtime, with a kernel of this one. */
const adopted = new WeakMap<FitProblem, FitProblem>();

/**
 * The problem of a fitter, with a WebAssembly kernel that is compiled on first use. The fitter may
 * come from another copy of the runtime, such as the one inside a standalone module.
 *
 * @throws FitError notAFitter, and contractVersionMismatch if the module was compiled for another
 *   version of the contract
 */
export function problemOf(fitter: Pick<Fitter, "problem">): FitProblem {
  const { problem } = checked(fitter);
  const wasm = LazyKernel.of(problem);
  if (wasm === problem.wasm) return problem;
  const own = adopted.get(problem) ?? { ...problem, wasm };
  adopted.set(problem, own);
  return own;
}

/** Checks the argument, because a caller without types may pass anything. */
function checked(fitter: Pick<Fitter, "problem">): Pick<Fitter, "problem"> {
  const { problem }: { readonly problem?: Partial<FitProblem> | null } = fitter ?? {};
  const found = problem?.abi;
  if (typeof found !== "number" || problem?.params === undefined) {
    throw new FitError(runtimeMessages.notAFitter({ found: show(fitter) }));
  }
  if (found !== abi) throw new FitError(runtimeMessages.contractVersionMismatch({ found, expected: abi }));
  return fitter;
}
