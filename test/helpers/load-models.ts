import { compileToEvaluable } from "../../compiler/index.js";
import { renderDiagnostic, SourceFile } from "../../diagnostics/index.js";
import type { Fitter } from "../../runtime/index.js";

/**
 * Compiles a spec as `fitc run` does and imports the module, which runs on the built runtime. Fails on any error.
 */
export async function loadModels(spec: string): Promise<ReadonlyMap<string, Fitter>> {
  const { value, diagnostics } = await compileToEvaluable(
    new SourceFile("test.fit", spec),
    import.meta.resolve("fitc/runtime"),
  );
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  if (errors.length > 0) {
    const plain = { frame: true, paint: (_style: string, text: string) => text };
    throw new Error(errors.map((error) => renderDiagnostic(error, plain)).join("\n"));
  }
  const url = `data:text/javascript;base64,${Buffer.from(value).toString("base64")}`;
  const module = (await import(/* @vite-ignore */ url)) as Record<string, Fitter>;
  return new Map(Object.entries(module));
}

/** The only model of a spec. */
export async function loadModel(spec: string): Promise<Fitter> {
  const [model] = (await loadModels(spec)).values();
  if (model === undefined) throw new Error("the spec has no model");
  return model;
}
