// The compiler's own parts, which the package does not export: the row kernels as WebAssembly, and its functions.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { importModule } from "./folder.js";

const source = `
export { scheduleSource } from "./compiler/pipeline.js";
export { SourceFile } from "./diagnostics/index.js";
export { specialFunctions } from "./compiler/builtins/index.js";
export { printModule } from "./compiler/backends/wasm/index.js";
export { InPlace } from "./compiler/backends/wasm/calls.js";
export { importModule as mathModule, slackBytes } from "./runtime/contract/wasm-kernel.js";
export { f64x2, i32, ModuleBuilder } from "./compiler/backends/wasm/encoder/index.js";
export { mathFunctions } from "./compiler/backends/wasm/functions/index.js";
export { references, ulps } from "./test/helpers/wasm-reference.js";
`;

export async function loadInternals(folder) {
  const outfile = join(folder, "internals.mjs");
  await build({
    stdin: { contents: source, resolveDir: fileURLToPath(new URL("../..", import.meta.url)), loader: "ts" },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
  });
  return importModule(outfile);
}

/** The WebAssembly module of a spec's model with data in its memory, as the runtime uses it. */
export function loadKernel(
  { scheduleSource, SourceFile, printModule, specialFunctions, mathModule, slackBytes },
  spec,
  data,
) {
  const { model, kernels } = scheduleSource(new SourceFile("bench.fit", spec)).value.models[0];
  const free = model.params.filter((param) => !param.fixed).length;
  const block = kernels.blocks.find(({ kind }) => kind === "row");
  const printed = printModule(block, {
    params: model.params.length,
    free,
    rowStatements: block.count,
  });
  const { bytes, layout, columns, heap } = printed;
  const math = Object.fromEntries([...specialFunctions.values()].map(({ name, evaluate }) => [name, evaluate]));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { [mathModule]: math });
  const names = model.columns.map((column) => column.header);
  const rows = data[names[0]].length;
  const stride = 8 * rows;
  const missing = heap + columns.length * stride + slackBytes - exports.memory.buffer.byteLength;
  if (missing > 0) exports.memory.grow(Math.ceil(missing / 65_536));
  const { buffer } = exports.memory;
  for (const [k, c] of columns.entries()) new Float64Array(buffer, heap + k * stride, rows).set(data[names[c]]);
  const addresses = Array.from({ length: free + 1 }, (_, j) => layout.panel + j * layout.panelColumnBytes);
  new Int32Array(buffer, layout.table, free + 1).set(addresses);
  return {
    bytes,
    prepare(p) {
      new Float64Array(buffer, layout.params, p.length).set(p);
      new Float64Array(buffer, layout.state, layout.stateBytes / 8).fill(0);
      exports.prepare();
    },
    /** All rows, panel after panel: residuals and Jacobian alone. */
    evaluate() {
      for (let from = 0; from < rows; from += 128) {
        exports.linearize(heap + 8 * from, stride, Math.min(128, rows - from));
      }
    },
    /** With reduction into the triangular factor. */
    fold: () => exports.fold(heap, stride, rows, free),
  };
}
