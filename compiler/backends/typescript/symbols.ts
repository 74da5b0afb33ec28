import { Names } from "../names.js";
import { identifier } from "./mangle.js";

/** Context shared by the functions of one module. */
export interface ModuleContext {
  /**
   * Whether the code is TypeScript, where element accesses of arrays need a cast, or JavaScript.
   */
  readonly types: boolean;
  readonly names: Names;
  /** The local names of functions imported from the runtime, by their names there. */
  readonly imports: ReadonlyMap<string, string>;
}

/**
 * Context shared by the functions of one model: the names of its parameters and columns in the
 * spec.
 */
export interface ModelSymbols {
  readonly module: ModuleContext;
  readonly params: readonly string[];
  readonly columns: readonly string[];
}

/** The names of one function. */
export interface Symbols {
  readonly module: ModuleContext;
  /** The scope of the function, which also contains its temporaries. */
  readonly names: Names;
  readonly params: readonly string[];
  /** The variables for the columns' values at the current row. */
  readonly columns: readonly string[];
  /** The variables for whole columns. */
  readonly columnArrays: readonly string[];
}

/** The variables of generated loops. */
const counters = ["i", "at", "size"];

/**
 * @param parameters the function's parameters; they keep their names, with an underscore if unused
 */
export function functionSymbols({ module, params, columns }: ModelSymbols, parameters: readonly string[]): Symbols {
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
