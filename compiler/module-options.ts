import { didYouMean, SourceFile } from "../diagnostics/index.js";
import type { EmitOptions } from "./pipeline.js";

/** What every call on a spec may be told. */
export interface SourceOptions {
  /** The name of the spec in diagnostics, and in the first line of a module; `model.fit` without it. */
  readonly path?: string;
}

/** What every module made of a spec may be told. */
export interface ModuleOptions extends EmitOptions, SourceOptions {}

/** What each option of a call is, as `typeof` says it. */
type OptionTypes<Options> = { readonly [Name in keyof Options]-?: "string" | "boolean" };

/** Of {@link ModuleOptions}. */
export const moduleOptionTypes: OptionTypes<ModuleOptions> = { path: "string", wasm: "boolean" };

/**
 * The spec of a call. What is wrong with the spec is a diagnostic; what is wrong with the call is the program's mistake.
 * @throws TypeError for a spec that is not a string, and for options that do not exist or are of
 * another type
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
