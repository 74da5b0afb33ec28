// A model of 30 parameters and 200 operations: its compile time and the size of its module.
import { describe, expect, it } from "vitest";
import { reachable } from "../../../../compiler/ir/walk.js";
import { scheduleSource } from "../../../../compiler/pipeline.js";
import { SourceFile } from "../../../../diagnostics/index.js";
import { blockOf } from "../../../helpers/blocks.js";
import { emitted } from "../../../helpers/compile.js";

const peaks = Array.from({ length: 10 }, (_, i) => {
  const [a, b, c] = [`p${3 * i}`, `p${3 * i + 1}`, `p${3 * i + 2}`];
  return `${a} * exp(-((x - ${b}) / ${c})^2) / (1 + sin(${b} * x)^2) + tanh(${c} * x + log(2 + ${a}^2)) * cos(${b} + x)`;
});
const params = Array.from({ length: 30 }, (_, i) => `param p${i} = ${i + 1}`);
const spec = `model Big { input x, y\n${params.join("\n")}\nfit y ~ ${peaks.join("\n+ ")} }`;

describe("a model of 30 parameters and 200 operations", () => {
  it("has as many", () => {
    const [model] = scheduleSource(new SourceFile("big.fit", spec)).value.models;
    if (model === undefined) throw new Error("no model");
    const kernel = blockOf(model.kernels).residuals;
    const roots = kernel.stores.map(({ value }) => value);
    const operations = reachable(kernel.pool, roots).filter((id) => kernel.pool.node(id).args.length > 0);
    expect(operations.length).toBeGreaterThanOrEqual(200);
    expect(kernel.params).toHaveLength(30);
  });

  const modules = [
    { extension: ".ts", wasm: false, kilobytes: 100 },
    { extension: ".js", wasm: false, kilobytes: 100 },
    // Formulas are inlined wherever they are used, which trades size for speed.
    { extension: ".js", wasm: true, kilobytes: 250 },
  ] as const;
  it.each(modules)("compiles to $extension in a second, wasm $wasm: $kilobytes kB", async (entry) => {
    const { extension, wasm, kilobytes } = entry;
    // A first compilation loads the compiler's dependencies, so that start-up is not timed.
    await emitted("model Small { input x, y  param a = 1  fit y ~ a * x }", extension, { wasm });
    const before = process.cpuUsage();
    const text = await emitted(spec, extension, { wasm });
    const { user, system } = process.cpuUsage(before);
    expect(Buffer.byteLength(text)).toBeLessThan(1000 * kilobytes);
    // Processor time instead of elapsed time, which other processes would affect.
    expect((user + system) / 1e6).toBeLessThan(1);
  });
});
