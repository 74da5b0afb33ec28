import { didYouMean, SourceFile } from "../diagnostics/index.js";
import type { EmitOptions } from "./pipeline.js";

/** Options of every call that takes a spec. */
export interface SourceOptions {
  /**
   * The path of the spec in diagnostics and in the first line of a module; `model.fit` by default.
   */
  readonly path?: string;
}

/** Options of every call that emits a module. */
export interface ModuleOptions extends EmitOptions, SourceOptions {}

/** The expected `typeof` of each option. */
type OptionTypes<Options> = { readonly [Name in keyof Options]-?: "string" | "boolean" };

/** The types of {@link ModuleOptions}. */
export const moduleOptionTypes: OptionTypes<ModuleOptions> = { path: "string", wasm: "boolean" };

/**
 * The source of a call. Problems in the spec are reported as diagnostics; problems in the call are
 * programming errors and throw.
 * @throws TypeError for a spec that is not a string, and for options that do not exist or have the
 * wrong type
 */
export function sourceOf<Options extends SourceOptions>(
  text: string,
  options: Options,
  types: OptionTypes<Options>,
): SourceFile {
  if (typeof text !== "string") throw new TypeError("the spec must be a string: the text of a .fit file");
  if (typeof options !== "object" || options === null) throw new TypeError("options must be an object");
  const known = new Map<string, unknown>(Object.entries(types));
  for (const [name, value] of Object.entries(options)) {
    const type = known.get(name);
    if (type === undefined) {
      const help = didYouMean(name, known.keys()) ?? `use one of: ${[...known.keys()].join(", ")}`;
      throw new TypeError(`unknown option '${name}' (${help})`);
    }
    if (value !== undefined && typeof value !== type) throw new TypeError(`option '${name}' must be a ${type}`);
  }
  return new SourceFile(options.path ?? "model.fit", text);
}
