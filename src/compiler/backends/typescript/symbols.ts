import type { CheckedModel } from "../../analyze/model.js";
import { Names } from "../names.js";
import { identifier } from "./mangle.js";

/** What the functions of one module share: the imports that they turned out to need, and whether types are written. */
export interface ModuleContext {
  /** TypeScript, whose checker needs a word where an array is read; else JavaScript. */
  readonly types: boolean;
  readonly names: Names;
  /** The functions of the runtime that are called, by name, with the local names of the imports. */
  readonly imports: Map<string, string>;
}

/** The names of a model's parameters and columns in generated code, the same in every function. */
export interface ModelSymbols {
  readonly module: ModuleContext;
  readonly names: Names;
  readonly params: readonly string[];
  /** The value of a column at the row at hand. */
  readonly columns: readonly string[];
  /** The whole column. */
  readonly columnArrays: readonly string[];
}

export function modelSymbols(model: CheckedModel, module: ModuleContext): ModelSymbols {
  const names = new Names(module.names);
  return {
    module,
    names,
    params: model.params.map((param) => names.fresh(identifier(param.name.text))),
    columns: model.columns.map((column) => names.fresh(identifier(column.name.text))),
    columnArrays: model.columns.map((column) => names.fresh(identifier(`d_${column.name.text}`))),
  };
}

export function importedName(module: ModuleContext, name: string): string {
  const known = module.imports.get(name);
  if (known !== undefined) return known;
  const local = module.names.fresh(name);
  module.imports.set(name, local);
  return local;
}

export function nameAt(names: readonly string[], index: number): string {
  const name = names[index];
  if (name === undefined) throw new Error(`fitc bug: no name for ${index}`);
  return name;
}
