// Every backend that prints kernels, as a function that turns a kernel into a callable. Adding an
// entry for another backend is enough to compare it with the reference evaluator.

import { Names } from "../../compiler/backends/names.js";
import { printFunction } from "../../compiler/backends/typescript/function.js";
import { reservedNames } from "../../compiler/backends/typescript/mangle.js";
import type { ModelSymbols } from "../../compiler/backends/typescript/symbols.js";
import { specialFunctions } from "../../compiler/builtins/index.js";
import type { ExprNode } from "../../compiler/ir/pool.js";
import type { Kernel } from "../../compiler/schedule/kernel.js";
import { isNative } from "../../runtime/contract/calls.js";
import { approximation } from "./approximation.js";
import { loadModule } from "./load-wasm-module.js";

/** Computes the stores `out[slot]` of a kernel for one row. */
export type Callable = (p: Float64Array, d: readonly Float64Array[], row: number, out: Float64Array) => void;

export interface KernelBackend {
  readonly name: string;
  readonly compile: (kernel: Kernel) => Callable;
  /**
   * The largest difference of an operation from the reference evaluator, in units in the last
   * place.
   */
  readonly ulps: (node: ExprNode) => number;
}

export const backends: readonly KernelBackend[] = [
  { name: "JavaScript", compile: javaScript, ulps: () => 0 },
  { name: "WebAssembly", compile: webAssembly, ulps: approximation },
];

function javaScript(kernel: Kernel): Callable {
  const calls = [...specialFunctions.values()].filter(({ name }) => !isNative(name));
  const context: ModelSymbols = {
    module: { types: false, names: new Names(reservedNames), imports: new Map(calls.map(({ name }) => [name, name])) },
    params: ["a", "b", "c"],
    columns: ["x", "y"],
  };
  const text = printFunction(kernel, ["p", "d", "row", "out"], "row", context, "", "arrow");
  const make = new Function(...calls.map(({ name }) => name), `return ${text};`);
  return make(...calls.map(({ evaluate }) => evaluate)) as Callable;
}

/** Treats the stores as the columns of the Jacobian of one statement. */
function webAssembly(kernel: Kernel): Callable {
  const linearize = { ...kernel, stores: kernel.stores.map((store) => ({ ...store, output: "J" })) };
  const residuals = { ...kernel, prologue: [], body: [], stores: [] };
  const module = loadModule({ residuals, linearize }, { params: 3, free: kernel.stores.length, rowStatements: 1 });
  return (p, d, row, out) => {
    module.set(p, d);
    module.linearize(row, row + 1);
    for (let slot = 0; slot < out.length; slot++) out[slot] = module.panelColumn(slot)[0] ?? Number.NaN;
  };
}
