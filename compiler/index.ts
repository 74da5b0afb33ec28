/*
 * The entry `fitc`: the compiler, for programs and web pages. It does not use Node, so a browser
 * can load it as it is. Outputs with more requirements have entries of their own: `fitc/typescript`
 * (ts-morph) and `fitc/standalone` (esbuild, Node).
 */
import type { Diagnostic } from "../diagnostics/index.js";
import { emitJavaScript } from "./backends/typescript/javascript.js";
import { explainModel, explainStage, type Stage, stages } from "./explain/index.js";
import { callOf, type ModuleOptions, moduleOptionTypes, type SourceOptions } from "./module-options.js";
import { checkSource, compileSource } from "./pipeline.js";

export {
  type Diagnostic,
  hasErrors,
  type Location,
  type Paint,
  type Position,
  type RenderOptions,
  renderDiagnostic,
  type Severity,
} from "../diagnostics/index.js";
export { type Stage, stages } from "./explain/index.js";
export type { ModuleOptions, SourceOptions } from "./module-options.js";
export { version } from "./version.js";

/** Options of {@link compile}. */
export interface CompileOptions extends ModuleOptions {
  /**
   * Where the module imports its runtime from: `"fitc/runtime"` by default, or a URL at which a
   * page serves it.
   */
  readonly runtime?: string;
}

/**
 * A compiled spec. If the spec has errors, `code` and `declarations` are null and `diagnostics`
 * lists them; otherwise `diagnostics` may contain warnings.
 */
export interface CompiledModule {
  /** A JavaScript module that exports a `Fitter` for each model, under the model's name. */
  readonly code: string | null;
  /** Its types, the text of a `.d.ts` file. */
  readonly declarations: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Options of {@link explain}. */
export interface ExplainOptions extends SourceOptions {
  /** Show the result of this compiler stage; by default the models are shown in mathematics. */
  readonly stage?: Stage;
}

/**
 * Checks a spec: syntax, names, types, units, bounds, and parameters that the model cannot tell
 * apart.
 *
 * @param text a spec, the content of a `.fit` file
 * @returns all problems, in source order; empty if there are none
 * @throws TypeError for arguments of other types
 */
export function check(text: string, options: SourceOptions = {}): readonly Diagnostic[] {
  return checkSource(callOf(text, options, { path: "string" }).source).diagnostics;
}

/**
 * Compiles a spec to a JavaScript module, the same as `fitc --js` writes.
 *
 * @param text a spec, the content of a `.fit` file
 * @throws TypeError (rejects) for arguments of other types
 */
export async function compile(text: string, options: CompileOptions = {}): Promise<CompiledModule> {
  const { source, options: given } = callOf(text, options, { ...moduleOptionTypes, runtime: "string" });
  const { value, diagnostics } = await compileSource(source, (models) => emitJavaScript(models, given.runtime), given);
  const [code, declarations] = value ?? [];
  return { code: code?.text ?? null, declarations: declarations?.text ?? null, diagnostics };
}

/**
 * Explains a spec as readable text: its models in mathematics, or the result of one compiler stage.
 *
 * @param text a spec, the content of a `.fit` file
 * @returns the explanation, empty if the spec has errors, and the diagnostics
 * @throws TypeError for arguments of other types, and for a stage that does not exist
 */
export function explain(
  text: string,
  options: ExplainOptions = {},
): { readonly text: string; readonly diagnostics: readonly Diagnostic[] } {
  const { source, options: given } = callOf(text, options, { path: "string", stage: "string" });
  const { stage } = given;
  if (stage !== undefined && !stages.includes(stage)) {
    throw new TypeError(`unknown stage '${stage}' (use one of: ${stages.join(", ")})`);
  }
  const { value, diagnostics } = stage === undefined ? explainModel(source) : explainStage(source, stage);
  return { text: value, diagnostics };
}
