// Which kernel a fit uses: the option, `--no-wasm`, and platforms without WebAssembly.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bootstrap, contour, diagnostics, linearization, profile, profiles } from "fitc/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FitOptions, Fitter } from "../../../../runtime/index.js";
import { compiled } from "../../../helpers/compile.js";
import { loadModel } from "../../../helpers/load-models.js";

const spec = "model M { input t, y  param A = 2  param k = 1  param c = 0  fit y ~ A * exp(-k * t) + c }";
const t = Float64Array.from({ length: 500 }, (_, i) => i / 100);
const y = t.map((x, i) => 2.5 * Math.exp(-0.7 * x) + 0.3 + 0.05 * Math.sin(i * i));
const runtime = import.meta.resolve("fitc/runtime");

const moduleText = (wasm: boolean): Promise<string> => compiled(spec, { runtime, wasm });

/** A fitter from a module that was compiled with `--no-wasm`. */
async function fitterWithout(): Promise<Fitter> {
  const url = `data:text/javascript;base64,${Buffer.from(await moduleText(false)).toString("base64")}`;
  const { M } = (await import(/* @vite-ignore */ url)) as { M: Fitter };
  return M;
}

describe("the option `kernel`", () => {
  let fitter: Fitter;
  const fitted = (options: FitOptions) => fitter.fit({ t, y }, options);

  beforeAll(async () => {
    fitter = await loadModel(spec);
  });

  it("chooses between kernels that differ in the last digits alone", () => {
    const [wasm, typescript] = [fitted({ kernel: "wasm" }), fitted({ kernel: "typescript" })];
    expect(wasm).not.toEqual(typescript);
    for (const [j, value] of typescript.x.entries()) expect(wasm.x[j]).toBeCloseTo(value, 10);
  });

  it("takes WebAssembly for many rows where nothing is said, and never under SciPy's rules", () => {
    expect(fitted({})).toEqual(fitted({ kernel: "wasm" }));
    expect(fitted({ kernel: "auto" })).toEqual(fitted({ kernel: "wasm" }));
    expect(fitted({ compat: "scipy" })).toEqual(fitted({ compat: "scipy", kernel: "typescript" }));
  });

  it("takes TypeScript for few rows", () => {
    const few = { t: [0, 1, 2, 3, 4], y: [3, 2, 1.4, 1, 1.1] };
    expect(fitter.fit(few)).toEqual(fitter.fit(few, { kernel: "typescript" }));
  });

  it("gives the same digits whatever was fitted before", async () => {
    const first = await loadModel(spec);
    const other = { t: t.slice(0, 77), y: y.slice(0, 77) };
    const alone = first.fit({ t, y });
    first.fit(other);
    expect(first.fit({ t, y })).toEqual(alone);
    expect(fitter.fit({ t, y })).toEqual(alone);
  });

  it("holds whatever works on a finished fit to TypeScript too", async () => {
    const without = await fitterWithout();
    const data = { t: t.slice(0, 60), y: y.slice(0, 60) };
    const kernel = "typescript";
    const all = (one: Fitter, options: { readonly kernel?: "typescript" }) => {
      const fit = one.fit(data, options);
      return [
        fit,
        profile(one, fit, data, "k", options),
        profiles(one, fit, data, options),
        contour(one, fit, data, "A", "k", { ...options, points: 5 }),
        bootstrap(one, fit, data, { ...options, kind: "case", samples: 20 }),
        diagnostics(one, fit, data, options),
        linearization(one, fit, data, options),
      ];
    };
    expect(all(fitter, { kernel })).toEqual(all(without, {}));
    expect(all(fitter, {})).not.toEqual(all(without, {}));
  });

  it("says why there is no WebAssembly kernel", async () => {
    const refused = (one: Fitter, data: object, options: FitOptions, reason: string) =>
      expect(() => one.fit(data as Record<string, number[]>, { ...options, kernel: "wasm" })).toThrow(
        `FIT5056: there is no WebAssembly kernel for this fit: ${reason}`,
      );
    refused(fitter, { t, y }, { compat: "scipy" }, "`compat` supports");
    refused(
      await loadModel("model M { param a = 1  residual a - 2 }"),
      {},
      {},
      "the model has no residual that depends on a column",
    );
    refused(await fitterWithout(), { t, y }, {}, "the module was compiled without it");
    const correlated = await loadModel('model M { input t, y  param a = 1  fit y ~ a * t  covariance "c.csv" }');
    refused(
      correlated,
      { t: [1, 2], y: [1, 2] },
      { covariance: [1, 0, 0, 1] },
      "it does not support correlated observations",
    );
    expect(() => fitter.fit({ t, y }, { kernel: "fast" as "wasm" })).toThrow("FIT5007");
  });
});

describe("without WebAssembly", () => {
  const folder = mkdtempSync(join(tmpdir(), "fitc-kernel-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The result of a fit as JSON, from a separate process that first runs some statements. */
  async function fitIn(wasm: boolean, before: string): Promise<string> {
    const file = join(folder, `${wasm}.mjs`);
    writeFileSync(file, await moduleText(wasm));
    const data = JSON.stringify({ t: [...t], y: [...y] });
    const script = `${before}\nconst { M } = await import(${JSON.stringify(file)});
      process.stdout.write(JSON.stringify(M.fit(${data})));`;
    return execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  }

  const platforms = {
    "no WebAssembly": "delete globalThis.WebAssembly;",
    "a policy that forbids it":
      "WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError('Refused to compile'); } };",
    "no memory": "WebAssembly.Instance = class { constructor() { throw new RangeError('Out of memory'); } };",
    "no vectors":
      // The error of an engine that does not know an opcode.
      "const { validate, CompileError } = WebAssembly; WebAssembly.Module = class { constructor(bytes) { if (validate(bytes)) throw new CompileError('invalid opcode 0xfd'); } };",
  };

  it("a fit has the digits of a module that has none", async () => {
    const expected = await fitIn(false, "");
    expect(JSON.parse(expected)).toHaveProperty("success", true);
    for (const before of Object.values(platforms)) expect(await fitIn(true, before)).toBe(expected);
    expect(await fitIn(true, "")).not.toBe(expected);
  });
});
