import { type Diagnostic, hasErrors, type SourceFile, type StageResult } from "../diagnostics/index.js";
import { parse } from "../grammar/index.js";
import { analyze, type CheckedModel } from "./analyze/index.js";
import type { Compilation, CompiledModel, EmittedFile } from "./backends/backend.js";
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

/** What is made of a spec beside what it says. */
export interface EmitOptions {
  /** Whether modules carry their row kernels as WebAssembly too: by default they do. */
  readonly wasm?: boolean;
}

/** `model.fit` to `model.fit.ts`. No files where the spec has errors. */
export function compileToTypeScript(
  source: SourceFile,
  options: EmitOptions = {},
): Promise<StageResult<readonly EmittedFile[]>> {
  return emit(source, emitTypeScript, [], options);
}

/** `model.fit` to `model.fit.js` and `model.fit.d.ts`. No files where the spec has errors. */
export function compileToJavaScript(
  source: SourceFile,
  options: EmitOptions = {},
): Promise<StageResult<readonly EmittedFile[]>> {
  return emit(source, emitJavaScript, [], options);
}

/**
 * `model.fit` to one `model.fit.js` that imports nothing. No files where the spec has errors.
 *
 * @param runtimeUrl the `file:` URL of the built runtime
 */
export function compileToStandalone(
  source: SourceFile,
  runtimeUrl: string,
  options: EmitOptions = {},
): Promise<StageResult<readonly EmittedFile[]>> {
  return emit(source, (compilation) => emitStandalone(compilation, runtimeUrl), [], options);
}

/**
 * The module as text for `import("data:text/javascript,...")`: the same functions as the other outputs have. Empty where
 * the spec has errors.
 *
 * @param runtimeUrl the absolute URL of the runtime, its only import
 */
export function compileToEvaluable(
  source: SourceFile,
  runtimeUrl: string,
  options: EmitOptions = {},
): Promise<StageResult<string>> {
  return emit(source, (compilation) => javaScriptText(compilation, runtimeUrl), "", options);
}

/** @param none what there is of a spec with errors */
async function emit<Output>(
  source: SourceFile,
  backend: (compilation: Compilation) => Output | Promise<Output>,
  none: Output,
  { wasm = true }: EmitOptions,
): Promise<StageResult<Output>> {
  const { value, diagnostics } = compile(source);
  if (hasErrors(diagnostics)) return { value: none, diagnostics };
  return { value: await backend(wasm ? await withWasm(value) : value), diagnostics };
}

/** Adds the row kernels as WebAssembly. Their backend is loaded here alone: `check` is quicker without it. */
async function withWasm(compilation: Compilation): Promise<Compilation> {
  const { printModule } = await import("./backends/wasm/index.js");
  const models = compilation.models.map((compiled): CompiledModel => {
    const { params, statements } = compiled.model;
    const rowStatements = statements.filter((statement) => statement.rate === "row").length;
    if (rowStatements === 0) return compiled;
    const free = params.flatMap((param, index) => (param.fixed ? [] : [index]));
    const isPlain = rowStatements === statements.length && compiled.kernels.losses.length === 0;
    const isUnbounded = params.every(({ fixed, lower, upper }) => fixed || (lower === null && upper === null));
    const driven = isPlain && isUnbounded ? free : null;
    const sizes = { params: params.length, free: free.length, rowStatements, driven };
    return { ...compiled, wasm: printModule(compiled.kernels, sizes) };
  });
  return { ...compilation, models };
}

function scheduleChecked(model: CheckedModel): StageResult<CompiledModel> {
  const { value, diagnostics } = scheduleModel(model);
  return { value: { model, kernels: value, wasm: null }, diagnostics };
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
