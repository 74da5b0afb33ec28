// Every backend that prints kernels, as a function from a kernel to something that can be called. Another backend takes one
// more entry, and is then held to the same bits.

import { Names } from "../../src/compiler/backends/names.js";
import { printFunction } from "../../src/compiler/backends/typescript/function.js";
import { reservedNames } from "../../src/compiler/backends/typescript/mangle.js";
import type { ModelSymbols } from "../../src/compiler/backends/typescript/symbols.js";
import { specialFunctions } from "../../src/compiler/builtins/index.js";
import type { Kernel } from "../../src/compiler/optimize/kernel.js";

/** Computes the stores `out[slot]` of a kernel at one row. */
export type Callable = (p: Float64Array, d: readonly Float64Array[], row: number, out: Float64Array) => void;

export const backends: readonly { readonly name: string; readonly compile: (kernel: Kernel) => Callable }[] = [
  { name: "JavaScript", compile: javaScript },
];

function javaScript(kernel: Kernel): Callable {
  const imports = new Map<string, string>();
  const symbols: ModelSymbols = {
    module: { types: false, names: new Names(reservedNames), imports },
    names: new Names(reservedNames),
    params: ["a", "b", "c"],
    columns: ["x", "y"],
    columnArrays: ["d_x", "d_y"],
  };
  const text = printFunction(kernel, ["p", "d", "row", "out"], "row", symbols, "", "arrow");
  const functions = [...imports.keys()].map((name) => specialFunctions.get(name)?.evaluate);
  return new Function(...imports.values(), `return ${text};`)(...functions) as Callable;
}
