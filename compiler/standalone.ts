/* `fitc/standalone`: a module and its runtime in one file, an entry of its own because it needs Node and esbuild. */
import type { Diagnostic } from "../diagnostics/index.js";
import { emitStandalone } from "./backends/typescript/standalone.js";
import { type ModuleOptions, moduleOptionTypes, sourceOf } from "./module-options.js";
import { compileSource } from "./pipeline.js";

export type { Diagnostic } from "../diagnostics/index.js";
export type { ModuleOptions } from "./module-options.js";

/** A spec compiled to one module. Where it has errors, `code` is null and `diagnostics` says why. */
export interface StandaloneModule {
  /** A JavaScript module that imports nothing and exports a `Fitter` for each model, under the model's name. */
  readonly code: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles a spec to one JavaScript module that imports nothing, the same as `fitc --standalone` writes.
 *
 * @param text a spec, what a `.fit` file holds
 * @throws TypeError (rejects) for arguments of other types
 */
export async function compileToStandalone(text: string, options: ModuleOptions = {}): Promise<StandaloneModule> {
  const source = sourceOf(text, options, moduleOptionTypes);
  // Beside this entry as it is built.
  const runtimeUrl = new URL("./runtime.js", import.meta.url).href;
  const { value, diagnostics } = await compileSource(source, (models) => emitStandalone(models, runtimeUrl), options);
  return { code: value?.[0]?.text ?? null, diagnostics };
}
