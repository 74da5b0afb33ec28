import { type Diagnostic, hasErrors, type SourceFile, type StageResult } from "../diagnostics/index.js";
import { parse } from "../grammar/index.js";
import { checkAlgebra } from "./algebra-checks/index.js";
import { analyze } from "./analyze/index.js";
import type { Compilation, CompiledModel } from "./backends/backend.js";
import { deriveModel } from "./derive/derive-model.js";
import { lowerModel } from "./ir/lower.js";
import type { CheckedModel } from "./model/checked-model.js";
import { planModel } from "./plan/plan-model.js";
import { scheduleModel } from "./schedule/schedule-model.js";
import { separateModel } from "./separate/separate-model.js";
import { type SimplifiedModel, simplifyModel } from "./simplify/simplify-model.js";

/*
 * The whole compiler, each stage a line: text, syntax tree, checked models, expressions, derivatives, the parameters that
 * a model is linear in, what each kernel stores, simpler expressions, scheduled kernels, files. A stage whose input can be wrong gives what was wrong
 * beside its value; after the first errors there is nothing to work on.
 */

/** Text to checked models. */
export function analyzeSource(source: SourceFile): StageResult<readonly CheckedModel[]> {
  const parsed = parse(source);
  const analyzed = analyze(parsed.value, source);
  return { value: analyzed.value, diagnostics: inOrder([...parsed.diagnostics, ...analyzed.diagnostics]) };
}

/** A checked model to all the expressions that it computes. */
export function expressionsOf(model: CheckedModel): SimplifiedModel {
  const lowered = lowerModel(model);
  const derived = deriveModel(lowered);
  const separated = separateModel(derived);
  const planned = planModel(separated);
  return simplifyModel(planned);
}

/** Diagnoses a spec: syntax, names, types, units, and what the algebra shows of its models. None where it has errors. */
export function checkSource(source: SourceFile): StageResult<readonly SimplifiedModel[]> {
  const { value, diagnostics } = analyzeSource(source);
  const models = hasErrors(diagnostics) ? [] : value.map(expressionsOf);
  return { value: models, diagnostics: inOrder([...diagnostics, ...models.flatMap(checkAlgebra)]) };
}

/** Text to kernels, which every backend prints. */
export function scheduleSource(source: SourceFile): StageResult<Compilation> {
  const { value, diagnostics } = checkSource(source);
  const models = value.map((model) => ({ model: model.model, kernels: scheduleModel(model), wasm: null }));
  return { value: { source, models }, diagnostics };
}

/** What is made of a spec beside what it says. */
export interface EmitOptions {
  /** Whether modules carry their row kernels as WebAssembly too: by default they do. */
  readonly wasm?: boolean;
}

/**
 * Text to what a backend prints; null where the spec has errors.
 *
 * @param print what makes files, or a text, of the kernels
 */
export async function compileSource<Output>(
  source: SourceFile,
  print: (compilation: Compilation) => Output | Promise<Output>,
  { wasm = true }: EmitOptions = {},
): Promise<StageResult<Output | null>> {
  const { value, diagnostics } = scheduleSource(source);
  if (hasErrors(diagnostics)) return { value: null, diagnostics };
  return { value: await print(wasm ? await withWasm(value) : value), diagnostics };
}

/** Adds the row kernels as WebAssembly. Their backend is loaded here alone: `check` is quicker without it. */
async function withWasm({ source, models }: Compilation): Promise<Compilation> {
  const { printModelModule } = await import("./backends/wasm/model-module.js");
  const printed = models.map(
    (compiled): CompiledModel => ({ ...compiled, wasm: printModelModule(compiled.model, compiled.kernels) }),
  );
  return { source, models: printed };
}

/** In the order of the text, whichever stage found them. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const line = (d: Diagnostic) => d.location?.start.line ?? 0;
  const column = (d: Diagnostic) => d.location?.start.column ?? 0;
  return [...diagnostics].sort((a, b) => line(a) - line(b) || column(a) - column(b));
}
