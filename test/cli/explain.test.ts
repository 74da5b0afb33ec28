// `fitc explain NAME`, where NAME is a word of the language, an option or a command.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { explainedOptions } from "../../cli/help/explained-options.js";
import { runCommandLine } from "../helpers/command-line.js";
import { commands, program } from "../helpers/program.js";

let folder: string;
const fitc = (...args: string[]) => runCommandLine(args, { cwd: folder });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fitc-explain-"));
  // Folders are often called like this; a file is what it says.
  mkdirSync(join(folder, "data"));
  writeFileSync(join(folder, "gamma"), "model G { input x, y  param a = 1  fit y ~ a * x }\n");
  writeFileSync(join(folder, "peak.fit"), "");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("explain", () => {
  it("tells of a function what it is, where, in which units, and its derivative", async () => {
    expect(await fitc("explain", "log10")).toEqual({
      stdout: `log10(x)
a function

The logarithm to base 10.

domain      x > 0
units       a pure number; so is the result
derivative  1 / (x * log(10))

example
  fit y ~ E0 + slope * log10(c)

more: docs/language.md, "Expressions"
`,
      stderr: "",
      status: 0,
    });
  });

  it.each([
    ["voigt", "voigt(x, sigma, gamma)\na function\n\nThe Voigt profile"],
    ["param", "param NAME[: UNIT] [= START] [in [LOWER, UPPER]] [fixed]\na keyword\n"],
    ["fixed", "a word of 'param'\n"],
    ["soft_l1", "loss soft_l1(C)\na loss\n"],
    ["starts", "solver NAME { starts: VALUE }\nan option of a solver\n"],
    ["dogbox", "a solver\n"],
    ["argmax", "argmax(x, y)\na reduction of the data\n"],
    ["data", 'data "FILE" [as FORMAT]'],
    ["--sandwich", "values  HC0, HC1, HC2, HC3\n"],
    ["--profile", "--profile\nan option of fitc run\n"],
    ["profile", "--profile\nan option of fitc run\n"],
    ["--stage", "--stage <stage>\nan option of fitc explain\n"],
    ["--version", "-V, --version\nan option of fitc\n"],
    ["compare", "fitc compare [options] <files...>\na command\n"],
  ])("explains %s", async (name, text) => {
    const { stdout, stderr, status } = await fitc("explain", name);
    expect(stdout).toContain(text);
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  it("tells all meanings of a word", async () => {
    const { stdout } = await fitc("explain", "data");
    expect(stdout).toContain("a keyword");
    expect(stdout).toContain("--data <file>\nan option of fitc run\n");
    expect((await fitc("explain", "min")).stdout).toMatch(
      /^min\(x, y, \.\.\.\)\na function.*^a reduction of the data$/ms,
    );
  });

  it("takes a name for a file if there is one", async () => {
    expect((await fitc("explain", "gamma")).stdout).toMatch(/^model G\n/);
  });

  it.each([
    ["voight", "did you mean 'voigt'?"],
    ["Param", "did you mean 'param'?"],
    ["--profil", "did you mean '--profile'?"],
    ["soft_l", "did you mean 'soft_l1'?"],
    ["peak", "did you mean 'peak.fit'?"],
    [
      "quux",
      "it can be a model file, a code such as FIT2001, a function, a word of the language, a loss, a solver, or an option",
    ],
    ["constructor", "it can be a model file"],
    ["x".repeat(300), "it can be a model file"],
  ])("does not know %s", async (name, help) => {
    const { stdout, stderr, status } = await fitc("explain", name);
    expect(stdout).toBe("");
    expect(stderr).toContain(`error: there is nothing called '${name}' to explain\n(${help}`);
    expect(status).toBe(2);
  });

  it("tells of a file that it is not there", async () => {
    expect(await fitc("explain", "peek.fit")).toEqual({
      stdout: "",
      stderr: "error: there is no file 'peek.fit'\n(did you mean 'peak.fit'?)\n",
      status: 2,
    });
  });

  it("still takes its own options", async () => {
    expect((await fitc("explain", "--help")).stdout).toContain("Usage: fitc explain");
    expect((await fitc("explain", "gamma", "--stage", "ast")).status).toBe(0);
    expect((await fitc("explain", "gamma", "--profile")).stderr).toContain("error: unknown option '--profile'\n");
  });

  it("knows every option and every command", () => {
    const known = explainedOptions(program);
    for (const command of commands) {
      expect(known.map(({ name }) => name)).toContain(command.name());
      for (const { long, flags } of command.options) {
        expect(known.find(({ name, form }) => name === long && form === flags)?.kind).toMatch(/^an option of fitc/);
      }
    }
  });
});
