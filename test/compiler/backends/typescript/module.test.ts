// The text of emitted modules: their imports and exports, that it is the same each time, and that
// the TypeScript and JavaScript modules contain the same functions.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { isEmitted } from "../../../../compiler/backends/typescript/module.js";
import { version } from "../../../../compiler/version.js";
import * as runtime from "../../../../runtime/index.js";
import { compiled, emitted, standaloneFile } from "../../../helpers/compile.js";
import { decay, specs } from "../../../helpers/example-specs.js";

/** The code without types, comments and layout. */
function plain(text: string): string {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, removeComments: true },
  });
  // Removes the parentheses that `(d_t[i] as number)` leaves behind; the JavaScript text never had
  // them.
  return outputText.replace(/\((d_[\w$]+\[i\])\)/g, "$1").replace(/import \{[^}]*\}/, "import");
}

describe.each([...specs])("module of %s", (_, spec) => {
  it("imports the runtime alone", async () => {
    for (const extension of [".ts", ".js", ".d.ts"] as const) {
      const text = await emitted(spec, extension);
      const { importedFiles } = ts.preProcessFile(text);
      expect(importedFiles.map(({ fileName }) => fileName)).toEqual(["fitc/runtime"]);
      expect(isEmitted(text)).toBe(true);
    }
  });

  it("is the same each time, and the same as JavaScript but for the types", async () => {
    const typescript = await emitted(spec, ".ts");
    const javascript = await emitted(spec, ".js");
    expect(await emitted(spec, ".ts")).toBe(typescript);
    expect(await emitted(spec, ".js")).toBe(javascript);
    expect(plain(typescript)).toBe(plain(javascript));
    expect(await compiled(spec, { path: "some/dir/spec.fit" })).toBe(javascript);
  });

  it("says from which spec and by which version it was made", async () => {
    const sha256 = createHash("sha256").update(spec).digest("hex");
    const [first, second] = (await emitted(spec, ".ts")).split("\n");
    expect(first).toBe(
      `// Compiled by fitc ${version} from spec.fit. Do not edit: change the spec and compile it again.`,
    );
    expect(second).toBe(`// spec sha256 ${sha256}`);
  });
});

it("carries the documentation of the spec", async () => {
  expect(await emitted(decay, ".ts")).toContain(
    [
      "/**",
      " * Fluorescence decay of the dye, one channel.",
      " *",
      " * Parameters:",
      " * - `A` (V) `= max(y) - min(y) in [0, 10]`: amplitude",
      " * - `k` (1/s) `= 0.5 in (0, 5]`: rate",
      " * - `c` (V) `= 0.5 fixed`",
      " *",
      " * Columns:",
      ' * - `t` (s) `from "time (s)"`: time since the flash',
      " * - `y` (V)",
      " * - `sy` (V)",
      " *",
      " * Derived:",
      " * - `tau` (s) `= 1 / k`",
      " */",
    ].join("\n"),
  );
});

it("cannot be left by what the spec says of its quantities", async () => {
  const hostile = `model M {
    data "d.csv" { x from "*/ alert(1)", y }
    param a = 2 /* a */ * 3 in [- inf /* */, 10]  /// */ alert(2)
    fit y ~ a * x
  }`;
  for (const extension of [".ts", ".js", ".d.ts"] as const) {
    const comments = (await emitted(hostile, extension)).match(/\/\*\*[\s\S]*?\*\//g) ?? [];
    const doc = comments.find((comment) => comment.includes("Parameters:"));
    expect(doc).toContain("- `a` `= 2 * 3 in [- inf, 10]`: *\\/ alert(2)\n");
    expect(doc).toContain('- `x` `from "*\\/ alert(1)"`\n');
  }
});

it("is tight: one exponential and no allocation in the loop over rows", async () => {
  const text = await emitted(
    "model M { input x, y  param a = 1  param b = 1  param c = 0  fit y ~ a * exp(-b * x) + c }",
    ".js",
  );
  const linearize = /linearize\(.*?\n {6}\},\n/s.exec(text)?.[0] ?? "";
  const loop = linearize.slice(linearize.indexOf("for ("));
  expect(loop.match(/Math\.exp/g)).toHaveLength(1);
  expect(loop).not.toMatch(/=>|new |\[\s*\w+,|function/);
});

it("names a version that is the package's, and a contract that is the runtime's", async () => {
  const { version: packaged } = JSON.parse(
    readFileSync(new URL("../../../../package.json", import.meta.url), "utf8"),
  ) as {
    version: string;
  };
  expect(version).toBe(packaged);
  expect(await emitted(decay, ".js")).toContain(`abi: ${runtime.abi},`);
});

it("stands alone when bundled, with the same text on every machine", async () => {
  const entry = new URL("../../../../dist/runtime.js", import.meta.url).href;
  const { path, text } = await standaloneFile(decay, entry, "a/decay.fit");
  expect(path).toBe("a/decay.fit.js");
  expect(isEmitted(text)).toBe(true);
  expect(ts.preProcessFile(text).importedFiles).toEqual([]);
  expect(text).not.toContain(process.cwd());
  const module = (await import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`
  )) as Record<string, runtime.Fitter>;
  expect(module["Decay"]?.info.params).toEqual(["A", "k", "c"]);
});
