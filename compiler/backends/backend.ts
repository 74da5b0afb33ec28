import type { SourceFile } from "../../diagnostics/index.js";
import type { CheckedModel } from "../model/checked-model.js";
import type { ModelKernels } from "../schedule/kernel.js";
import type { WasmModule } from "./wasm/index.js";

/** A file emitted by the compiler; the command line writes it. */
export interface EmittedFile {
  /** The path of the spec, with the extension of the emitted file. */
  readonly path: string;
  readonly text: string;
  /** The number of its characters that are WebAssembly in base64. */
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
  /** The row kernels as WebAssembly; null if the model has none, or they are left out. */
  readonly wasm: WasmModule | null;
}
