// The compiler's entries with wrong values in place of each argument and option: they refuse them
// with a TypeError of their own, which says what is right, or compile.
import { readFileSync } from "node:fs";
import * as fitc from "fitc";
import * as standalone from "fitc/standalone";
import * as typescript from "fitc/typescript";
import { describe, expect, it } from "vitest";
import { allFaults, type Call, type Expected } from "../helpers/wrong-arguments.js";

const spec = "model M { input x, y  param a = 1  fit y ~ a * x }";
const entries = { ...fitc, ...typescript, ...standalone };

const call = (
  name: "check" | "compile" | "explain" | "compileToTypeScript" | "compileToStandalone",
  own: string[],
) => ({
  run: ([text, options]: readonly unknown[]) => entries[name](text as never, options as never),
  args: [spec, {}],
  kinds: ["spec"],
  options: ["path", ...own],
});
const calls: Readonly<Record<string, Call>> = {
  check: call("check", []),
  compile: call("compile", ["wasm", "runtime"]),
  explain: call("explain", ["stage"]),
  compileToTypeScript: call("compileToTypeScript", ["wasm"]),
  compileToStandalone: call("compileToStandalone", ["wasm"]),
};

const own = /^(the spec must|options must|options cannot|option '|unknown (option|stage) ')/;
const expected: Expected = {
  isRefusal: (found) => found instanceof TypeError && own.test(found.message),
  accepted: {
    // A text is compiled, whatever it says.
    spec: ["a text", "a long text"],
    path: ["a text", "a long text"],
    runtime: ["a text", "a long text"],
    wasm: ["true"],
  },
  placeInside: () => null,
  // Any object without properties has no options.
  mayBeEither: (place) => place === "options",
};

describe("wrong arguments", () => {
  it("are tried with every function", () => {
    // These take what `check` returned, and are as wrong as what they are given.
    const others = ["hasErrors", "renderDiagnostic"];
    const named = Object.entries(entries).flatMap(([name, value]) =>
      typeof value === "function" && !others.includes(name) ? [name] : [],
    );
    expect(Object.keys(calls).sort()).toEqual(named.sort());
  });

  it.each(Object.keys(calls))("of %s are refused", { timeout: 120_000 }, async (name) => {
    expect(await allFaults(expected, calls[name] as Call)).toEqual([]);
  });

  it("are tried with every entry of the package", () => {
    const root = new URL("../../", import.meta.url);
    const { exports } = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as { exports: object };
    // Those of the runtime, of the data and of reports have tests of their own.
    const tested = [".", "./typescript", "./standalone", "./runtime", "./draw", "./data", "./report"];
    expect(Object.keys(exports)).toEqual([...tested, "./worker", "./package.json"]);
    // The worker is a script: there is nothing to call.
    expect(readFileSync(new URL("dist/worker.js", root), "utf8")).not.toMatch(/^export\b/m);
  });

  it("are read once", async () => {
    let reads = 0;
    const changing = {
      get wasm() {
        return ++reads > 1 ? 3 : false;
      },
    };
    const { code } = await fitc.compile(spec, changing as never);
    expect(reads).toBe(1);
    expect(code).toBe((await fitc.compile(spec, { wasm: false })).code);
  });
});
