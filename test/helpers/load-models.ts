import type { Fitter } from "../../runtime/index.js";
import { compiled } from "./compile.js";

/**
 * Compiles a spec as `fitc run` does and imports the module, which uses the built runtime. Fails on
 * any error.
 */
export async function loadModels(spec: string): Promise<ReadonlyMap<string, Fitter>> {
  return importModels(await compiled(spec, { path: "test.fit", runtime: import.meta.resolve("fitc/runtime") }));
}

/** Imports the text of a module. */
export async function importModels(code: string): Promise<ReadonlyMap<string, Fitter>> {
  const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  const module = (await import(/* @vite-ignore */ url)) as Record<string, Fitter>;
  return new Map(Object.entries(module));
}

/** The only model of a spec. */
export async function loadModel(spec: string): Promise<Fitter> {
  const [model] = (await loadModels(spec)).values();
  if (model === undefined) throw new Error("the spec has no model");
  return model;
}
