// Every backend that prints kernels, as a function from a kernel to something that can be called. Another backend takes one
// more entry, and is then held to the same bits.

import { Names } from "../../src/compiler/backends/names.js";
import { printFunction } from "../../src/compiler/backends/typescript/function.js";
import { reservedNames } from "../../src/compiler/backends/typescript/mangle.js";
import type { ModelContext } from "../../src/compiler/backends/typescript/symbols.js";
import { specialFunctions } from "../../src/compiler/builtins/index.js";
import { nativeCalls } from "../../src/compiler/ir/primitives.js";
import type { Kernel } from "../../src/compiler/optimize/kernel.js";

/** Computes the stores `out[slot]` of a kernel at one row. */
export type Callable = (p: Float64Array, d: readonly Float64Array[], row: number, out: Float64Array) => void;

export const backends: readonly { readonly name: string; readonly compile: (kernel: Kernel) => Callable }[] = [
  { name: "JavaScript", compile: javaScript },
];

function javaScript(kernel: Kernel): Callable {
  const calls = [...specialFunctions.values()].filter(({ name }) => !nativeCalls.has(name));
  const context: ModelContext = {
    module: { types: false, names: new Names(reservedNames), imports: new Map(calls.map(({ name }) => [name, name])) },
    params: ["a", "b", "c"],
    columns: ["x", "y"],
  };
  const text = printFunction(kernel, ["p", "d", "row", "out"], "row", context, "", "arrow");
  const make = new Function(...calls.map(({ name }) => name), `return ${text};`);
  return make(...calls.map(({ evaluate }) => evaluate)) as Callable;
}
