import type { EmitOptions } from "./pipeline.js";

/** What every module made of a spec may be told. */
export interface ModuleOptions extends EmitOptions {
  /** The name of the spec in diagnostics and in the module's first line. */
  readonly path?: string;
}

/** The name of a spec without one. */
export const defaultPath = "model.fit";
