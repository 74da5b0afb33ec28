import type { FitOptions, Fitter } from "../../runtime/index.js";

export const kernels = ["wasm", "typescript"] as const;

/** The option that has a fit compute its rows by a kernel; none for a model without rows, which has no kernels to choose from. */
export function byKernel(fitter: Fitter, kernel: (typeof kernels)[number]): Pick<FitOptions, "kernel"> {
  return fitter.problem.blocks.some(({ kind }) => kind === "row") ? { kernel } : {};
}
