import type { SourceFile } from "../../diagnostics/index.js";
import type { CheckedModel } from "../model/checked-model.js";
import type { ModelKernels } from "../schedule/kernel.js";
import type { WasmModule } from "./wasm/index.js";

/** A file that the compiler made; writing it is for the command line. */
export interface EmittedFile {
  /** Beside the spec: the spec's own path with the extension of what was made. */
  readonly path: string;
  readonly text: string;
  /** How many characters of it are WebAssembly, as base64. */
  readonly wasm: number;
}

/** All models of one spec, ready to be printed. */
export interface Compilation {
  readonly source: SourceFile;
  readonly models: readonly CompiledModel[];
}

export interface CompiledModel {
  readonly model: CheckedModel;
  readonly kernels: ModelKernels;
  /** The kernels of its rows as WebAssembly; null where it has none, or they are left out. */
  readonly wasm: WasmModule | null;
}
