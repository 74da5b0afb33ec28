import type { FitProblem } from "../../contract/fit-problem.js";
import type { WasmKernel } from "../../contract/wasm-kernel.js";
import { KernelInstance } from "./instance.js";
import { type CompiledModule, compileModule } from "./module.js";
import { type RowModel, rowModelOf } from "./row-model.js";

/** What a fitter has made of its kernel so far; null where the platform cannot. */
interface Made {
  module?: CompiledModule | null;
  instance?: KernelInstance | null;
}

/**
 * Rows times columns of [J | r] from which the WebAssembly kernel is the quicker one. It depends on
 * sizes alone, so that the same data give the same digits whatever was fitted before.
 */
const leastSize = 128;

/**
 * The kernel of a fitter: compiled when it is first wanted, and then once. One instance serves all
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
    /** It is to be used whatever the sizes. */
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
   * The kernel of a problem; null where it has none. One as it was emitted is made lazy, for its
   * user alone.
   */
  static of(problem: FitProblem): LazyKernel | null {
    const { wasm } = problem;
    if (wasm === null || wasm instanceof LazyKernel) return wasm;
    return new LazyKernel(wasm, rowModelOf(wasm, problem), false, {});
  }

  /** The same kernel, to be used whatever the sizes. */
  always(): LazyKernel {
    return new LazyKernel(this, this.model, true, this.made);
  }

  /** Whether it pays for so many rows. */
  pays(rows: number): boolean {
    return this.forced || rows * this.model.rowStatements * (this.model.free + 1) >= leastSize;
  }

  /** Null where the platform cannot. */
  get module(): CompiledModule | null {
    this.made.module ??= compileModule(this.bytes);
    return this.made.module;
  }

  /** Null where the platform cannot, or has no memory left. */
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
