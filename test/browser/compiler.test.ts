import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { chromium, type Site, visit } from "../helpers/chromium.js";
import { loadModel } from "../helpers/load-models.js";

/*
 * Runs the compiler in a page: a bundle of the built `fitc` checks specs and compiles one to
 * JavaScript. The page imports the result along with the runtime that it serves, and fits, under a
 * content-security policy without `eval`.
 */

const spec = `model Decay {
  input x, y
  param a = 2
  param b = 1
  param c = 0
  fit y ~ a * exp(-b * x) + c
}
`;

const data = `
const x = Float64Array.from({ length: 400 }, (_, i) => i / 100);
const y = x.map((value, i) => 3 / (1 + value) + ((i * 7919) % 1013) / 10130);
`;

const page = `
import { check, compile } from "fitc";
import { FitError } from "fitc/runtime";
${data}
const spec = ${JSON.stringify(spec)};
const attempt = (work) => { try { return work(); } catch (error) { return error; } };
const { code, diagnostics } = await compile(spec, { runtime: new URL("/dist/runtime.js", location).href });
const { Decay } = await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
const { x: solution, cost } = Decay.fit({ x, y }, { kernel: "wasm" });
const refusal = attempt(() => Decay.fit({ x, y: y.map(() => NaN) }));
const report = {
  eval: String(attempt(() => new Function(""))),
  wrong: check(spec.replace("a * exp", "amp * exp"), { path: "decay.fit" }),
  wrongCode: (await compile(spec.replace("a * exp", "amp * exp"))).code,
  right: [...check(spec), ...diagnostics],
  fit: { x: [...solution], cost },
  refusal: refusal instanceof FitError ? refusal.code : String(refusal),
};
await fetch("/report", { method: "POST", body: JSON.stringify(report) });
`;

/**
 * Bundles the compiler into one file. The runtime, which the compiled module imports, is not
 * bundled, because a page must have only one copy of it.
 */
async function bundle(): Promise<string> {
  const { warnings, outputFiles } = await build({
    stdin: { contents: page, resolveDir: new URL(".", import.meta.url).pathname, sourcefile: "page.js" },
    alias: { "fitc/runtime": "/dist/runtime.js" },
    external: ["/dist/runtime.js"],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    logLevel: "silent",
  });
  expect(warnings).toEqual([]);
  return outputFiles[0]?.text ?? "";
}

it("the compiler and the runtime bundle for a browser without a warning", async () => {
  const contents = 'export * from "fitc"; export * from "fitc/runtime"; export * from "fitc/data";';
  const { warnings, outputFiles } = await build({
    stdin: { contents, resolveDir: new URL(".", import.meta.url).pathname },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
    logLevel: "silent",
  });
  expect(warnings).toEqual([]);
  // ts-morph, which has 6.7 MB, must not be part of it.
  expect(outputFiles[0]?.contents.length).toBeLessThan(1_000_000);
});

describe.skipIf(chromium === null)("in Chromium", () => {
  it("a page checks, compiles and fits", { timeout: 60_000 }, async () => {
    const site: Site = new Map<string, string | { readonly folder: string }>([
      ["/index.html", '<!doctype html><script type="module" src="/page.js"></script>'],
      ["/page.js", await bundle()],
      ["/dist/", { folder: new URL("../../dist/", import.meta.url).pathname }],
    ]);
    const { report } = await visit(chromium ?? "", site, {
      "Content-Security-Policy": "default-src 'self'; script-src 'self' blob: 'wasm-unsafe-eval'",
    });
    const inNode = await loadModel(spec);
    const { x, y } = new Function(`${data} return { x, y };`)();
    const { x: solution, cost } = inNode.fit({ x, y }, { kernel: "wasm" });
    expect(report).toEqual({
      eval: expect.stringContaining("EvalError"),
      wrong: [
        expect.objectContaining({
          code: "FIT2001",
          location: expect.objectContaining({ path: "decay.fit", start: { line: 6, column: 11 } }),
        }),
      ],
      wrongCode: null,
      right: [],
      fit: { x: [...solution], cost },
      refusal: "FIT4004",
    });
  });
});
