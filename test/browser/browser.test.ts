import { fitMany } from "fitc/runtime";
import { describe, expect, it } from "vitest";
import type { FitResult } from "../../runtime/index.js";
import { chromium, type Site, visit } from "../helpers/chromium.js";
import { compiled } from "../helpers/compile.js";
import { loadModel } from "../helpers/load-models.js";

/*
 * Loads the emitted module and the built runtime in a browser, without a bundler, under a
 * content-security policy. Numbers must agree with those of Node to the bit, because the
 * WebAssembly kernels round alike everywhere. Chromium is not a dependency of the package: where it
 * is missing, these tests are skipped.
 */

const spec = `model Decay {
  input x, y
  param a = 2
  param b = 1 in [0, 10]
  param c = 0
  fit y ~ a * exp(-b * x) + c
}
`;

/**
 * More rows than two chunks have. A sine replaces noise; for its arguments all engines round alike,
 * or the difference does not matter.
 */
const rows = 140_000;
const data = `
const x = Float64Array.from({ length: ${rows} }, (_, i) => (i % 1000) / 250);
const y = x.map((value, i) => 3 / (1 + value) + ((i * 7919) % 1013) / 10130);
const offsets = Float64Array.from({ length: 141 }, (_, i) => i * 1000);
`;

const script = `
import { fitMany, fitParallel } from "/dist/runtime.js";
import { Decay } from "/decay.fit.js";
${data}
const attempt = async (work) => { try { return await work(); } catch (error) { return String(error); } };
const numbers = ({ x, cost }) => ({ x: [...x], cost });
const many = ({ params, stderr }) => ({ params: [...params], stderr: [...stderr] });
const report = {
  isolated: globalThis.crossOriginIsolated,
  eval: await attempt(() => { new Function(""); return "allowed"; }),
  typescript: await attempt(() => numbers(Decay.fit({ x, y }, { kernel: "typescript" }))),
  wasm: await attempt(() => numbers(Decay.fit({ x, y }, { kernel: "wasm" }))),
  auto: await attempt(() => numbers(Decay.fit({ x, y }))),
  parallel: await attempt(async () => numbers(await fitParallel(Decay, { x, y }, { threads: 3 }))),
  many: await attempt(async () => many(await fitMany(Decay, { x, y }, offsets, { threads: 1 }))),
  manyParallel: await attempt(async () => many(await fitMany(Decay, { x, y }, offsets, { threads: 3 }))),
};
await fetch("/report", { method: "POST", body: JSON.stringify(report) });
`;

async function site(): Promise<Site> {
  return new Map<string, string | { readonly folder: string }>([
    ["/index.html", '<!doctype html><script type="module" src="/page.js"></script>'],
    ["/page.js", script],
    ["/decay.fit.js", await compiled(spec, { runtime: "/dist/runtime.js" })],
    ["/dist/", { folder: new URL("../../dist/", import.meta.url).pathname }],
  ]);
}

const policy = (scripts: string) => ({ "Content-Security-Policy": `default-src 'self'; script-src 'self' ${scripts}` });
const isolation = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };
/**
 * The exponential of another engine may round differently, and sums over so many rows then differ
 * by a few units in the last place.
 */
const near = ({ x, cost }: { readonly x: readonly number[]; readonly cost: number }) => ({
  x: x.map((value) => expect.closeTo(value, 11)),
  cost: expect.closeTo(cost, 9),
});
const numbers = ({ x, cost }: FitResult) => ({ x: [...x], cost });

async function inNode() {
  const model = await loadModel(spec);
  const { x, y, offsets } = new Function(`${data} return { x, y, offsets };`)();
  const many = await fitMany(model, { x, y }, offsets, { threads: 1 });
  return {
    typescript: numbers(model.fit({ x, y }, { kernel: "typescript" })),
    wasm: numbers(model.fit({ x, y }, { kernel: "wasm" })),
    many: { params: [...many.params], stderr: [...many.stderr] },
  };
}

describe.skipIf(chromium === null)("in Chromium", () => {
  it.each([
    ["that is isolated, with shared memory", isolation, true],
    ["that is not isolated, without", {}, false],
  ])("a page %s fits by WebAssembly and by workers", { timeout: 60_000 }, async (_, headers, isolated) => {
    const expected = await inNode();
    const { report, requested } = await visit(chromium ?? "", await site(), {
      ...policy("'wasm-unsafe-eval'"),
      ...headers,
    });
    expect(report).toMatchObject({
      isolated,
      eval: expect.stringContaining("EvalError"),
      typescript: near(expected.typescript),
      wasm: expected.wasm,
      auto: expected.wasm,
      parallel: expected.wasm,
      many: expected.many,
      manyParallel: expected.many,
    });
    expect(requested).toContain("/dist/worker.js");
  });

  it("a page that may not compile WebAssembly fits by TypeScript", { timeout: 60_000 }, async () => {
    const { typescript } = await inNode();
    const { report, requested } = await visit(chromium ?? "", await site(), policy(""));
    expect(report).toMatchObject({
      wasm: expect.stringContaining("FIT5056"),
      auto: near(typescript),
      parallel: near(typescript),
    });
    expect(requested).not.toContain("/dist/worker.js");
  });
});
