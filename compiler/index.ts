/*
 * `fitc`: the compiler, for programs and pages. It knows nothing of Node: a browser loads it as it is. What needs more has an entry
 * of its own: `fitc/typescript` (ts-morph), `fitc/standalone` (esbuild, Node).
 */
import { type Diagnostic, SourceFile } from "../diagnostics/index.js";
import { emitJavaScript } from "./backends/typescript/javascript.js";
import { explainModel, explainStage, type Stage } from "./explain/index.js";
import { defaultPath, type ModuleOptions } from "./module-options.js";
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
export type { ModuleOptions } from "./module-options.js";
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
export interface ExplainOptions {
  /** The name of the spec in diagnostics. */
  readonly path?: string;
  /** What a stage of the compiler made of it; left out, the models in mathematics. */
  readonly stage?: Stage;
}

/**
 * Diagnoses a spec: syntax, names, types, units, bounds, and parameters that the model cannot tell apart.
 *
 * @param text a spec, what a `.fit` file holds
 * @param path its name in the diagnostics
 * @returns all that is wrong, in the order of the text; empty where nothing is
 */
export function check(text: string, path: string = defaultPath): readonly Diagnostic[] {
  return checkSource(new SourceFile(path, text)).diagnostics;
}

/**
 * Compiles a spec to a JavaScript module, the same as `fitc --js` writes.
 *
 * @param text a spec, what a `.fit` file holds
 */
export async function compile(text: string, options: CompileOptions = {}): Promise<CompiledModule> {
  const { path = defaultPath, runtime, ...emit } = options;
  const source = new SourceFile(path, text);
  const { value, diagnostics } = await compileSource(source, (models) => emitJavaScript(models, runtime), emit);
  const [code, declarations] = value ?? [];
  return { code: code?.text ?? null, declarations: declarations?.text ?? null, diagnostics };
}

/**
 * The models of a spec in mathematics, or what a stage of the compiler made of them, as text for a person.
 *
 * @param text a spec, what a `.fit` file holds
 * @returns the explanation, empty where the spec has errors, and what is wrong with the spec
 */
export function explain(
  text: string,
  { path = defaultPath, stage }: ExplainOptions = {},
): { readonly text: string; readonly diagnostics: readonly Diagnostic[] } {
  const source = new SourceFile(path, text);
  const { value, diagnostics } = stage === undefined ? explainModel(source) : explainStage(source, stage);
  return { text: value, diagnostics };
}
