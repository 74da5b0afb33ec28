/*
 * The entry `fitc/typescript`: TypeScript output. It is separate because ts-morph is a hundred
 * times as large as the compiler.
 */
import type { Diagnostic } from "../diagnostics/index.js";
import { emitTypeScript } from "./backends/typescript/typescript.js";
import { callOf, type ModuleOptions, moduleOptionTypes } from "./module-options.js";
import { compileSource } from "./pipeline.js";

export type { Diagnostic } from "../diagnostics/index.js";
export type { ModuleOptions } from "./module-options.js";

/**
 * A spec compiled to TypeScript. If the spec has errors, `code` is null and `diagnostics` lists
 * them.
 */
export interface TypeScriptModule {
  /** A TypeScript module that exports a `Fitter` for each model, under the model's name. */
  readonly code: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles a spec to a TypeScript module, the same as `fitc` writes. The module compiles under the
 * strictest TypeScript options.
 *
 * @param text a spec, the content of a `.fit` file
 * @throws TypeError (rejects) for arguments of other types
 */
export async function compileToTypeScript(text: string, options: ModuleOptions = {}): Promise<TypeScriptModule> {
  const { source, options: given } = callOf(text, options, moduleOptionTypes);
  const { value, diagnostics } = await compileSource(source, emitTypeScript, given);
  return { code: value?.[0]?.text ?? null, diagnostics };
}
