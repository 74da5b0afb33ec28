import { emitJavaScript } from "../compiler/backends/typescript/javascript.js";
import { analyzeSource, compileSource, type EmitOptions } from "../compiler/pipeline.js";
import { hasErrors } from "../diagnostics/index.js";
import type { Fitter } from "../runtime/index.js";
import type { Console } from "./console.js";
import type { Entries } from "./entries.js";
import type { FitJob } from "./fit-model.js";
import { printDiagnostics } from "./print-diagnostics.js";
import type { Spec } from "./read-spec.js";

/** The models of a spec that could be loaded. */
export interface LoadedJobs {
  /** In the order of the text. */
  readonly jobs: readonly FitJob[];
  /** Whether the spec has errors, which have been written. */
  readonly failed: boolean;
}

/** Compiles a spec and loads the models that have no errors. */
export async function loadJobs(
  spec: Spec,
  console: Console,
  entries: Entries,
  { wasm = true }: EmitOptions = {},
): Promise<LoadedJobs> {
  const { value: source, diagnostics: unreadable } = spec;
  const compiled = hasErrors(unreadable)
    ? { value: null, diagnostics: unreadable }
    : await compileSource(source, (models) => emitJavaScript(models, entries.runtimeUrl), {
        wasm,
        partial: true,
      });
  printDiagnostics(console, compiled.diagnostics);
  const failed = hasErrors(compiled.diagnostics);
  if (compiled.value === null) return { jobs: [], failed };
  const fitters = await importModels(compiled.value[0]?.text ?? "", entries);
  // A module's exports are not in the order of the text.
  const jobs = analyzeSource(source).value.flatMap((model): FitJob[] => {
    const fitter = fitters.get(model.name);
    return fitter === undefined ? [] : [{ model, fitter }];
  });
  return { jobs, failed };
}

async function importModels(text: string, entries: Entries): Promise<ReadonlyMap<string, Fitter>> {
  const url = `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
  return new Map(Object.entries((await entries.module(url)) as Record<string, Fitter>));
}
