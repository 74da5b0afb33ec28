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

/** A spec and the options of a call, checked and copied. */
export interface Call<Options> {
  readonly source: SourceFile;
  readonly options: Options;
}

/**
 * The arguments of a call. Problems in the spec are reported as diagnostics; problems in the call
 * are programming errors and throw.
 * @throws TypeError for a spec that is not a string, and for options that do not exist, have the
 *   wrong type or cannot be read
 */
export function callOf<Options extends SourceOptions>(
  text: string,
  options: Options,
  types: OptionTypes<Options>,
): Call<Options> {
  if (typeof text !== "string") throw new TypeError("the spec must be a string: the text of a .fit file");
  if (typeof options !== "object" || options === null) throw new TypeError("options must be an object");
  const known = new Map<string, unknown>(Object.entries(types));
  const given = entriesOf(options);
  for (const [name, value] of given) {
    const type = known.get(name);
    if (type === undefined) {
      const help = didYouMean(name, known.keys()) ?? `use one of: ${[...known.keys()].join(", ")}`;
      throw new TypeError(`unknown option '${name}' (${help})`);
    }
    if (value !== undefined && typeof value !== type) throw new TypeError(`option '${name}' must be a ${type}`);
  }
  const copy = Object.fromEntries(given) as unknown as Options;
  return { source: new SourceFile(copy.path ?? "model.fit", text), options: copy };
}

/** A getter or a Proxy may throw anything. */
function entriesOf(options: object): readonly (readonly [string, unknown])[] {
  try {
    return Object.entries(options);
  } catch (cause) {
    throw new TypeError("options cannot be read", { cause });
  }
}
