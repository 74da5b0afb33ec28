import type { FitOptions, Fitter } from "../../runtime/index.js";

export const kernels = ["wasm", "typescript"] as const;

/**
 * The option that makes a fit use a kernel; empty for a model without rows, which has only one
 * kernel.
 */
export function byKernel(fitter: Fitter, kernel: (typeof kernels)[number]): Pick<FitOptions, "kernel"> {
  return fitter.problem.blocks.some(({ kind }) => kind === "row") ? { kernel } : {};
}
