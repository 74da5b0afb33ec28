import type { FitProblem } from "../../contract/fit-problem.js";
import type { WasmKernel } from "../../contract/wasm-kernel.js";
import { KernelInstance } from "./instance.js";
import { type CompiledWasm, compileModule } from "./module.js";
import { type RowModel, rowModelOf } from "./row-model.js";

/** What has been made of a kernel so far; null if the platform cannot make it. */
interface Made {
  module?: CompiledWasm | null;
  instance?: KernelInstance | null;
}

/**
 * The number of entries of [J | r] from which the WebAssembly kernel is faster. It depends only on
 * sizes, so that the same data give the same digits whatever was fitted before.
 */
const leastSize = 128;

/**
 * The kernel of a fitter. It is compiled once, when it is first needed, and one instance serves all
 * folds of the fitter in turn.
 */
export class LazyKernel implements WasmKernel {
  readonly layout: WasmKernel["layout"];
  readonly columns: readonly number[];
  readonly imports: readonly string[];
  readonly heap: number;
  readonly bytes: string;

  private constructor(
    kernel: WasmKernel,
    readonly model: RowModel,
    /** True if it is to be used for any number of rows. */
    private readonly forced: boolean,
    private readonly made: Made,
  ) {
    this.layout = kernel.layout;
    this.columns = kernel.columns;
    this.imports = kernel.imports;
    this.heap = kernel.heap;
    this.bytes = kernel.bytes;
  }

  /**
   * The kernel of a problem; null if it has none. A kernel as emitted gets a new, unshared
   * `LazyKernel`.
   */
  static of(problem: FitProblem): LazyKernel | null {
    const { wasm } = problem;
    if (wasm === null || wasm instanceof LazyKernel) return wasm;
    return new LazyKernel(wasm, rowModelOf(wasm, problem), false, {});
  }

  /** The same kernel, to be used for any number of rows. */
  always(): LazyKernel {
    return new LazyKernel(this, this.model, true, this.made);
  }

  /** True if the kernel is faster for this number of rows. */
  pays(rows: number): boolean {
    return this.forced || rows * this.model.rowStatements * (this.model.free + 1) >= leastSize;
  }

  /** The compiled module; null if the platform cannot compile it. */
  get module(): CompiledWasm | null {
    this.made.module ??= compileModule(this.bytes);
    return this.made.module;
  }

  /** The instance; null if the platform cannot make it or has no memory left. */
  get instance(): KernelInstance | null {
    if (this.made.instance === undefined) this.made.instance = this.instantiate();
    return this.made.instance;
  }

  private instantiate(): KernelInstance | null {
    const { module } = this;
    if (module === null) return null;
    try {
      return new KernelInstance(module, this.model);
    } catch {
      return null;
    }
  }
}
