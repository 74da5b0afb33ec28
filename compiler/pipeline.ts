import { type Diagnostic, hasErrors, type SourceFile, type StageResult } from "../diagnostics/index.js";
import { parse } from "../grammar/index.js";
import { checkAlgebra } from "./algebra-checks/index.js";
import { analyze } from "./analyze/index.js";
import type { Compilation, CompiledModel } from "./backends/backend.js";
import { deriveModel } from "./derive/derive-model.js";
import { bindReductions } from "./ir/bind-reductions.js";
import { lowerModel } from "./ir/lower.js";
import type { CheckedModel } from "./model/checked-model.js";
import { planModel } from "./plan/plan-model.js";
import { scheduleModel } from "./schedule/schedule-model.js";
import { separateModel } from "./separate/separate-model.js";
import { type SimplifiedModel, simplifyModel } from "./simplify/simplify-model.js";
import { soundModels } from "./sound-models.js";

/*
 * The whole compiler, one stage per line: text, syntax tree, checked models, expressions, the
 * values that follow from the data, derivatives, the parameters in which a model is linear, what
 * each kernel stores, simplified expressions, scheduled kernels, files. A stage whose input can be
 * wrong returns its diagnostics along with its value; after the first errors the later stages do
 * not run.
 */

/** From text to checked models. */
export function analyzeSource(source: SourceFile): StageResult<readonly CheckedModel[]> {
  const parsed = parse(source);
  const analyzed = analyze(parsed.value, source);
  return { value: analyzed.value, diagnostics: inOrder([...parsed.diagnostics, ...analyzed.diagnostics]) };
}

/** From a checked model to all expressions that it computes. */
export function expressionsOf(model: CheckedModel): SimplifiedModel {
  const lowered = lowerModel(model);
  const bound = bindReductions(lowered);
  const derived = deriveModel(bound);
  const separated = separateModel(derived);
  const planned = planModel(separated);
  return simplifyModel(planned);
}

/**
 * Checks a spec: syntax, names, types, units, and the algebra of its models.
 *
 * @returns the models without errors
 */
export function checkSource(source: SourceFile): StageResult<readonly SimplifiedModel[]> {
  const { value, diagnostics } = analyzeSource(source);
  const models = soundModels(source, value, diagnostics).map(expressionsOf);
  const found = models.map(checkAlgebra);
  return {
    value: models.filter((_, i) => !hasErrors(found[i] ?? [])),
    diagnostics: inOrder([...diagnostics, ...found.flat()]),
  };
}

/** From text to kernels, which every backend prints. */
export function scheduleSource(source: SourceFile): StageResult<Compilation> {
  const { value, diagnostics } = checkSource(source);
  const models = value.map((model) => ({ model: model.model, kernels: scheduleModel(model), wasm: null }));
  return { value: { source, models }, diagnostics };
}

/** Options for emitting a spec that the spec itself does not contain. */
export interface EmitOptions {
  /** Whether modules also contain their row kernels as WebAssembly; true by default. */
  readonly wasm?: boolean;
}

/**
 * From text to the output of a backend; null if the spec has errors.
 *
 * @param print turns the kernels into files or a text
 * @param partial whether to print the models without errors although others have some
 */
export async function compileSource<Output>(
  source: SourceFile,
  print: (compilation: Compilation) => Output | Promise<Output>,
  { wasm = true, partial = false }: EmitOptions & { readonly partial?: boolean } = {},
): Promise<StageResult<Output | null>> {
  const { value, diagnostics } = scheduleSource(source);
  if (hasErrors(diagnostics) && !(partial && value.models.length > 0)) return { value: null, diagnostics };
  return { value: await print(wasm ? await withWasm(value) : value), diagnostics };
}

/**
 * Adds the row kernels as WebAssembly. This backend is loaded only here, so that `check` starts
 * faster.
 */
async function withWasm({ source, models }: Compilation): Promise<Compilation> {
  const { printModelModule } = await import("./backends/wasm/model-module.js");
  const printed = models.map(
    (compiled): CompiledModel => ({ ...compiled, wasm: printModelModule(compiled.model, compiled.kernels) }),
  );
  return { source, models: printed };
}

/** Sorts diagnostics by position, whichever stage found them. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const line = (d: Diagnostic) => d.location?.start.line ?? 0;
  const column = (d: Diagnostic) => d.location?.start.column ?? 0;
  return [...diagnostics].sort((a, b) => line(a) - line(b) || column(a) - column(b));
}
