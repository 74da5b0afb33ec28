import { Names } from "../names.js";
import { identifier } from "./mangle.js";

/** What the functions of one module share. */
export interface ModuleContext {
  /** TypeScript, whose checker needs a word where an array is read; else JavaScript. */
  readonly types: boolean;
  readonly names: Names;
  /** The functions imported from the runtime, by name, with their local names. */
  readonly imports: ReadonlyMap<string, string>;
}

/** What the functions of one model share: what the spec calls its parameters and columns. */
export interface ModelContext {
  readonly module: ModuleContext;
  readonly params: readonly string[];
  readonly columns: readonly string[];
}

/** The names of one function. */
export interface Symbols {
  readonly module: ModuleContext;
  /** The scope of the function, where its temporaries are named too. */
  readonly names: Names;
  readonly params: readonly string[];
  /** The value of a column at the row at hand. */
  readonly columns: readonly string[];
  /** The whole column. */
  readonly columnArrays: readonly string[];
}

/** The counters of generated loops. */
const counters = ["i", "at", "size"];

/** @param parameters those of the function, which keep their names, or are marked by an underscore where they are unused */
export function functionSymbols({ module, params, columns }: ModelContext, parameters: readonly string[]): Symbols {
  const names = new Names(module.names);
  for (const name of [...parameters, ...parameters.map((name) => `_${name}`), ...counters]) names.fresh(name);
  const named = (texts: readonly string[]) => texts.map((text) => names.fresh(identifier(text)));
  return {
    module,
    names,
    params: named(params),
    columns: named(columns),
    columnArrays: named(columns.map((column) => `d_${column}`)),
  };
}

export function importedName({ imports }: ModuleContext, name: string): string {
  const local = imports.get(name);
  if (local === undefined) throw new Error(`fitc bug: ${name} is not imported`);
  return local;
}

export function nameAt(names: readonly string[], index: number): string {
  const name = names[index];
  if (name === undefined) throw new Error(`fitc bug: no name for ${index}`);
  return name;
}
