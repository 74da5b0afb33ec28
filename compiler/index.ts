/*
 * `fitc`: the compiler, for programs and pages. It knows nothing of Node: a browser loads it as it is. What needs more has an entry
 * of its own: `fitc/typescript` (ts-morph), `fitc/standalone` (esbuild, Node).
 */
import type { Diagnostic } from "../diagnostics/index.js";
import { emitJavaScript } from "./backends/typescript/javascript.js";
import { explainModel, explainStage, type Stage, stages } from "./explain/index.js";
import { type ModuleOptions, moduleOptionTypes, type SourceOptions, sourceOf } from "./module-options.js";
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

/** What {@link compile} may be told. */
export interface CompileOptions extends ModuleOptions {
  /** What the module imports its runtime from: `"fitc/runtime"`, or the URL at which a page has it. */
  readonly runtime?: string;
}

/** A compiled spec. Where it has errors, `code` and `declarations` are null and `diagnostics` says why; else they may hold warnings. */
export interface CompiledModule {
  /** A JavaScript module that exports a `Fitter` for each model, under the model's name. */
  readonly code: string | null;
  /** Its types, the text of a `.d.ts` file. */
  readonly declarations: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What {@link explain} is to show. */
export interface ExplainOptions extends SourceOptions {
  /** What a stage of the compiler made of it; left out, the models in mathematics. */
  readonly stage?: Stage;
}

/**
 * Diagnoses a spec: syntax, names, types, units, bounds, and parameters that the model cannot tell apart.
 *
 * @param text a spec, what a `.fit` file holds
 * @returns all that is wrong, in the order of the text; empty where nothing is
 * @throws TypeError for arguments of other types
 */
export function check(text: string, options: SourceOptions = {}): readonly Diagnostic[] {
  return checkSource(sourceOf(text, options, { path: "string" })).diagnostics;
}

/**
 * Compiles a spec to a JavaScript module, the same as `fitc --js` writes.
 *
 * @param text a spec, what a `.fit` file holds
 * @throws TypeError (rejects) for arguments of other types
 */
export async function compile(text: string, options: CompileOptions = {}): Promise<CompiledModule> {
  const source = sourceOf(text, options, { ...moduleOptionTypes, runtime: "string" });
  const { runtime } = options;
  const { value, diagnostics } = await compileSource(source, (models) => emitJavaScript(models, runtime), options);
  const [code, declarations] = value ?? [];
  return { code: code?.text ?? null, declarations: declarations?.text ?? null, diagnostics };
}

/**
 * The models of a spec in mathematics, or what a stage of the compiler made of them, as text for a person.
 *
 * @param text a spec, what a `.fit` file holds
 * @returns the explanation, empty where the spec has errors, and what is wrong with the spec
 * @throws TypeError for arguments of other types, and for a stage that does not exist
 */
export function explain(
  text: string,
  options: ExplainOptions = {},
): { readonly text: string; readonly diagnostics: readonly Diagnostic[] } {
  const source = sourceOf(text, options, { path: "string", stage: "string" });
  const { stage } = options;
  if (stage !== undefined && !stages.includes(stage)) {
    throw new TypeError(`unknown stage '${stage}' (use one of: ${stages.join(", ")})`);
  }
  const { value, diagnostics } = stage === undefined ? explainModel(source) : explainStage(source, stage);
  return { text: value, diagnostics };
}
