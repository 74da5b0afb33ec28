import { emitJavaScript } from "../compiler/backends/typescript/javascript.js";
import { analyzeSource, compileSource, type EmitOptions } from "../compiler/pipeline.js";
import { hasErrors } from "../diagnostics/index.js";
import type { Fitter } from "../runtime/index.js";
import type { Console } from "./console.js";
import type { Entries } from "./entries.js";
import type { FitJob } from "./fit-model.js";
import { printDiagnostics } from "./print-diagnostics.js";
import type { Spec } from "./read-spec.js";

/**
 * Compiles a spec and loads its models, in the order of the text. Writes the errors and returns
 * null if there are any.
 */
export async function loadJobs(
  spec: Spec,
  console: Console,
  entries: Entries,
  options: EmitOptions = {},
): Promise<readonly FitJob[] | null> {
  const { value: source, diagnostics: unreadable } = spec;
  const compiled = hasErrors(unreadable)
    ? { value: null, diagnostics: unreadable }
    : await compileSource(source, (models) => emitJavaScript(models, entries.runtimeUrl), options);
  printDiagnostics(console, compiled.diagnostics);
  if (hasErrors(compiled.diagnostics)) return null;
  const fitters = await importModels(compiled.value?.[0]?.text ?? "", entries);
  // A module's exports are not in the order of the text.
  return analyzeSource(source).value.flatMap((model): FitJob[] => {
    const fitter = fitters.get(model.name);
    return fitter === undefined ? [] : [{ model, fitter }];
  });
}

async function importModels(text: string, entries: Entries): Promise<ReadonlyMap<string, Fitter>> {
  const url = `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
  return new Map(Object.entries((await entries.module(url)) as Record<string, Fitter>));
}
