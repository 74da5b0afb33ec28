import type { FitOptions } from "../api/fit-options.js";
import type { FitProblem } from "../contract/fit-problem.js";
import { rowBlockOf } from "../fold/panels.js";
import { LazyKernel } from "../fold/wasm/lazy-kernel.js";
import { withLoss } from "../fold/with-loss.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";

/**
 * The problem as a call wants it solved: the options `solver` and `loss` replace those of the spec,
 * and `kernel` and `compat` decide whether the WebAssembly kernel stays. Everything after this
 * works on the adapted problem, so that no other part needs to look at these options.
 *
 * @throws FitError wasmKernelNotAvailable if the call asks for WebAssembly and it is not available
 */
export function adapt(problem: FitProblem, options: FitOptions): FitProblem {
  return withKernel(withLoss(withSolver(problem, options.solver), options.loss), options);
}

/**
 * Removes the WebAssembly kernel if the TypeScript kernels are to be used, as always under SciPy's
 * rules.
 */
function withKernel(problem: FitProblem, { kernel = "auto", compat }: FitOptions): FitProblem {
  if (kernel === "wasm") return { ...problem, wasm: wantedKernel(problem, compat) };
  return kernel === "typescript" || compat === "scipy" ? { ...problem, wasm: null } : problem;
}

function wantedKernel(problem: FitProblem, compat: FitOptions["compat"]): LazyKernel {
  const refuse = (reason: string, fix: string) => new FitError(runtimeMessages.wasmKernelNotAvailable({ reason, fix }));
  const fix = "remove the option `kernel`";
  if (compat === "scipy") throw refuse("`compat` supports only the TypeScript kernels", fix);
  if (problem.covariance !== null) throw refuse("it does not support correlated observations", fix);
  if (rowBlockOf(problem) === null) throw refuse("the model has no residual that depends on a column", fix);
  const kernel = LazyKernel.of(problem);
  if (kernel === null) throw refuse("the module was compiled without it", "compile it without --no-wasm");
  if (kernel.instance === null)
    throw refuse("this platform does not support, or does not allow, WebAssembly with SIMD", fix);
  return kernel.always();
}

function withSolver(problem: FitProblem, method: FitOptions["solver"]): FitProblem {
  if (method === undefined) return problem;
  return { ...problem, solver: { ...problem.solver, method, explicit: true } };
}
