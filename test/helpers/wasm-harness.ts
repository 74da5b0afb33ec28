import { f64, f64x2, i32, ModuleBuilder, type WasmExpr } from "../../compiler/backends/wasm/encoder/index.js";
import type { FunctionName } from "../../compiler/backends/wasm/functions/index.js";
import { MathLibrary } from "../../compiler/backends/wasm/functions/library.js";
import { instantiate } from "./instantiate-wasm.js";

/** The number of arguments computed at once. */
const capacity = 4096;
const [xAt, yAt, outAt] = [65536, 65536 + 8 * capacity, 65536 + 16 * capacity];

interface Kernels {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly vector: (bytes: number) => void;
  readonly scalar: (bytes: number) => void;
}

type Run = (x: readonly number[], y?: readonly number[]) => readonly number[];

/**
 * Loads a function of the library as functions of arrays: one that uses vectors, and one that works
 * element by element.
 */
export function load(name: FunctionName): { readonly vector: Run; readonly scalar: Run } {
  const module = new ModuleBuilder(1024);
  module.memory({ minimum: 3, exported: "memory" });
  const library = new MathLibrary(module);
  const [vector, scalar] = [library.vector(name), library.scalar(name)];
  const loop = (step: number, store: (at: WasmExpr<"i32">) => WasmExpr<"void">) =>
    module.define(["i32"], "i32", (body, bytes) => {
      const at = body.variable(i32.const(0));
      body.loop((again) => {
        body.do(store(at.value));
        at.set(i32.add(at.value, i32.const(step)));
        body.branch(again, i32.ltU(at.value, bytes));
      });
      return at.value;
    });
  module.export(
    "vector",
    loop(16, (at) => f64x2.store(at, vector(f64x2.load(at, xAt), f64x2.load(at, yAt)), outAt)),
  );
  module.export(
    "scalar",
    loop(8, (at) => f64.store(at, scalar(f64.load(at, xAt), f64.load(at, yAt)), outAt)),
  );
  const compiled = instantiate<Kernels>(module.bytes());
  const { buffer } = compiled.memory;
  const run =
    (kernel: (bytes: number) => void): Run =>
    (x, y = x) => {
      const out: number[] = [];
      for (let from = 0; from < x.length; from += capacity) {
        const count = Math.min(capacity, x.length - from);
        new Float64Array(buffer, xAt, capacity).set(x.slice(from, from + count));
        new Float64Array(buffer, yAt, capacity).set(y.slice(from, from + count));
        kernel(8 * count);
        out.push(...new Float64Array(buffer, outAt, count));
      }
      return out;
    };
  return { vector: run(compiled.vector), scalar: run(compiled.scalar) };
}
