import { type Diagnostic, hasErrors, type SourceFile, type StageResult } from "../diagnostics/index.js";
import { parse } from "../grammar/index.js";
import { analyze, type CheckedModel } from "./analyze/index.js";
import type { Backend, Compilation, CompiledModel, EmittedFile } from "./backends/backend.js";
import { emitJavaScript, emitStandalone, emitTypeScript, javaScriptText } from "./backends/typescript/index.js";
import { checkAlgebra, scheduleModel } from "./optimize/index.js";
import { version } from "./version.js";

/*
 * The whole compiler: text -> tree -> checked models -> scheduled kernels -> files. Each stage gives a value and what was
 * wrong with its input; a stage after the first errors has nothing to work on, so it is left out.
 */

/** Parses and analyses a spec. */
export function analyzeSource(source: SourceFile): StageResult<readonly CheckedModel[]> {
  const parsed = parse(source);
  const analyzed = analyze(parsed.value, source);
  return { value: analyzed.value, diagnostics: inOrder([...parsed.diagnostics, ...analyzed.diagnostics]) };
}

/** Everything up to the printing of code: what every output of the compiler is made from. */
export function compile(source: SourceFile): StageResult<Compilation> {
  const analyzed = analyzeSource(source);
  const scheduled = hasErrors(analyzed.diagnostics) ? [] : analyzed.value.map(scheduleChecked);
  return {
    value: {
      path: source.path,
      specSha256: sha256(source.text),
      version,
      models: scheduled.map((result) => result.value),
    },
    diagnostics: inOrder([...analyzed.diagnostics, ...scheduled.flatMap((result) => result.diagnostics)]),
  };
}

/** Diagnoses a spec: syntax, names, types, units, and what the algebra shows of the model. */
export function checkSource(source: SourceFile): StageResult<readonly CheckedModel[]> {
  const { value, diagnostics } = analyzeSource(source);
  const warnings = hasErrors(diagnostics) ? [] : value.flatMap(checkAlgebra);
  return { value, diagnostics: inOrder([...diagnostics, ...warnings]) };
}

/** `model.fit` to `model.fit.ts`. No files where the spec has errors. */
export function compileToTypeScript(source: SourceFile): Promise<StageResult<readonly EmittedFile[]>> {
  return emit(source, emitTypeScript);
}

/** `model.fit` to `model.fit.js` and `model.fit.d.ts`. No files where the spec has errors. */
export function compileToJavaScript(source: SourceFile): Promise<StageResult<readonly EmittedFile[]>> {
  return emit(source, emitJavaScript);
}

/**
 * `model.fit` to one `model.fit.js` that imports nothing. No files where the spec has errors.
 *
 * @param runtimeUrl the `file:` URL of the built runtime
 */
export function compileToStandalone(
  source: SourceFile,
  runtimeUrl: string,
): Promise<StageResult<readonly EmittedFile[]>> {
  return emit(source, (compilation) => emitStandalone(compilation, runtimeUrl));
}

/**
 * The module as text for `import("data:text/javascript,...")`: the same functions as the other outputs have. Empty where
 * the spec has errors.
 *
 * @param runtimeUrl the absolute URL of the runtime, its only import
 */
export function compileToEvaluable(source: SourceFile, runtimeUrl: string): StageResult<string> {
  const { value, diagnostics } = compile(source);
  return { value: hasErrors(diagnostics) ? "" : javaScriptText(value, runtimeUrl), diagnostics };
}

async function emit(source: SourceFile, backend: Backend): Promise<StageResult<readonly EmittedFile[]>> {
  const { value, diagnostics } = compile(source);
  return { value: hasErrors(diagnostics) ? [] : await backend(value), diagnostics };
}

function scheduleChecked(model: CheckedModel): StageResult<CompiledModel> {
  const { value, diagnostics } = scheduleModel(model);
  return { value: { model, kernels: value }, diagnostics };
}

/** Node's cryptography is loaded where it is needed: `check` is quicker without it. */
function sha256(text: string): string {
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** In the order of the text, whichever stage found them. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const line = (d: Diagnostic) => d.location?.start.line ?? 0;
  const column = (d: Diagnostic) => d.location?.start.column ?? 0;
  return [...diagnostics].sort((a, b) => line(a) - line(b) || column(a) - column(b));
}
