/*
 * The entry `fitc/standalone`: a module and its runtime in one file. It is separate because it
 * needs Node and esbuild.
 */
import type { Diagnostic } from "../diagnostics/index.js";
import { emitStandalone } from "./backends/typescript/standalone.js";
import { callOf, type ModuleOptions, moduleOptionTypes } from "./module-options.js";
import { compileSource } from "./pipeline.js";

export type { Diagnostic } from "../diagnostics/index.js";
export type { ModuleOptions } from "./module-options.js";

/**
 * A spec compiled to one module. If the spec has errors, `code` and `declarations` are null and
 * `diagnostics` lists them.
 */
export interface StandaloneModule {
  /**
   * A JavaScript module that imports nothing and exports a `Fitter` for each model, under the
   * model's name.
   */
  readonly code: string | null;
  /** Its types, the text of a `.d.ts` file that imports nothing either. */
  readonly declarations: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles a spec to one JavaScript module that imports nothing, the same as `fitc --standalone`
 * writes.
 *
 * @param text a spec, the content of a `.fit` file
 * @throws TypeError (rejects) for arguments of other types
 */
export async function compileToStandalone(text: string, options: ModuleOptions = {}): Promise<StandaloneModule> {
  const { source, options: given } = callOf(text, options, moduleOptionTypes);
  // The built runtime is in the same folder as the built entry.
  const runtimeUrl = new URL("./runtime.js", import.meta.url).href;
  const { value, diagnostics } = await compileSource(source, (models) => emitStandalone(models, runtimeUrl), given);
  const [code, declarations] = value ?? [];
  return { code: code?.text ?? null, declarations: declarations?.text ?? null, diagnostics };
}
