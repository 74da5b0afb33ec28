// The built entries of the package, imported as by a program.
import { check, compile, explain } from "fitc";
import type { Fitter } from "fitc/runtime";
import { compileToStandalone } from "fitc/standalone";
import { compileToTypeScript } from "fitc/typescript";
import { expect, it } from "vitest";
import { emitted } from "../helpers/compile.js";

const spec = "model M { input x, y  param a = 1  fit y ~ a * x }";
const wrong = "model M { input x, y  param a = 1  fit y ~ b * x }";
const path = "some/dir/spec.fit";

it("fitc compiles to what the command line writes", async () => {
  const { code, declarations, diagnostics } = await compile(spec, { path });
  expect(code).toBe(await emitted(spec, ".js"));
  expect(declarations).toBe(await emitted(spec, ".d.ts"));
  expect(diagnostics).toEqual([]);
  expect((await compile(spec, { path, wasm: false })).code).toBe(await emitted(spec, ".js", { wasm: false }));
});

it("fitc/typescript compiles to what the command line writes", async () => {
  expect(await compileToTypeScript(spec, { path })).toEqual({ code: await emitted(spec, ".ts"), diagnostics: [] });
});

it("fitc/standalone compiles to a module that fits by itself", async () => {
  const { code } = await compileToStandalone(spec);
  const url = `data:text/javascript;base64,${Buffer.from(code ?? "").toString("base64")}`;
  const { M } = (await import(/* @vite-ignore */ url)) as { M: Fitter };
  expect(M.fit({ x: [1, 2], y: [3, 6] }).x).toEqual([3]);
  expect((await compileToStandalone(wrong)).declarations).toBeNull();
});

it("there is no module where the spec has errors, but what is wrong, under the name that was given", async () => {
  for (const each of [compile, compileToTypeScript, compileToStandalone]) {
    const { code, diagnostics } = await each(wrong, { path });
    expect(code).toBeNull();
    expect(diagnostics.map(({ code, location }) => `${location?.path} ${code}`)).toContain(`${path} FIT2001`);
  }
});

it("arguments of other types are the program's mistake", async () => {
  const none = undefined as never;
  const notText = new TypeError("the spec must be a string: the text of a .fit file");
  expect(() => check(none)).toThrow(notText);
  expect(() => explain(3 as never)).toThrow(notText);
  await expect(compile({} as never)).rejects.toThrow(notText);
  await expect(compileToTypeScript(none)).rejects.toThrow(notText);
  await expect(compileToStandalone(none)).rejects.toThrow(notText);
  expect(() => check(spec, "a.fit" as never)).toThrow("options must be an object");
  expect(() => check(spec, { path: 3 as never })).toThrow("option 'path' must be a string");
  await expect(compile(spec, null as never)).rejects.toThrow("options must be an object");
  await expect(compile(spec, { runtime: 3 as never })).rejects.toThrow("option 'runtime' must be a string");
  await expect(compile(spec, { runtme: "x" } as never)).rejects.toThrow(
    "unknown option 'runtme' (did you mean 'runtime'?)",
  );
  await expect(compileToTypeScript(spec, { runtime: "x" } as never)).rejects.toThrow(
    "unknown option 'runtime' (use one of: path, wasm)",
  );
  expect(() => explain(spec, { stage: "nope" as never })).toThrow("unknown stage 'nope' (use one of: tokens, ast");
});

it("fitc explains the models, or a stage", () => {
  expect(explain(spec).text).toContain("y ~ a * x");
  expect(explain(spec, { stage: "ast" }).text).toContain("fit");
  expect(explain(wrong, { path }).diagnostics[0]?.location?.path).toBe(path);
});
