// The help of every command, its examples, which are run as they stand, and mistyped commands.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { examplesOf } from "../../cli/help/examples.js";
import { synonyms } from "../../cli/unknown-command.js";
import { commandLine, runCommandLine } from "../helpers/command-line.js";
import { commands, program } from "../helpers/program.js";
import { programPath } from "../helpers/shells.js";

const decay = `model Decay {
  data "decay.csv" { t, y }
  param A = 2
  param k = 1
  fit y ~ A * exp(-k * t)
}
`;
const twoDecays = `model TwoDecays {
  data "decay.csv" { t, y }
  param A = 2
  param k = 1
  param B = 0.5
  param q = 0.1
  fit y ~ A * exp(-k * t) + B * exp(-q * t)
}
`;
/** 3 exp(-t/2) + exp(-t/20), with a disturbance of 0.01. */
const table = `t,y\n${Array.from({ length: 21 }, (_, i) => {
  const t = i / 2;
  return `${t},${3 * Math.exp(-t / 2) + Math.exp(-t / 20) + 0.01 * Math.cos(7 * i)}\n`;
}).join("")}`;

let folder: string;
const at = (name: string) => join(folder, name);
const fitc = (...args: string[]) => runCommandLine(args, { cwd: folder });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fitc-help-"));
  mkdirSync(at("bin"));
  mkdirSync(at("plot"));
  mkdirSync(at(".config/fish/completions"), { recursive: true });
  writeFileSync(at("bin/fitc"), `#!/bin/sh\nexec '${process.execPath}' '${commandLine}' "$@"\n`);
  chmodSync(at("bin/fitc"), 0o755);
  writeFileSync(at("decay.fit"), decay);
  writeFileSync(at("two-decays.fit"), twoDecays);
  for (const name of ["decay.csv", "new.csv"]) writeFileSync(at(name), table);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("help", () => {
  it.each(commands.map((command) => command.name()))("of %s is the same, however it is asked for", async (name) => {
    const help = await fitc("help", name);
    expect(help).toEqual(await fitc(name, "--help"));
    expect(help.status).toBe(0);
    expect(help.stderr).toBe("");
    expect(help.stdout).toContain(`Usage: fitc ${name} `);
    for (const { what, line } of examplesOf(name)) expect(help.stdout).toContain(`  # ${what}\n  ${line}\n`);
  });

  it("without a command lists them all", async () => {
    const help = await fitc("help");
    expect(help).toEqual(await fitc("--help"));
    for (const command of commands) expect(help.stdout).toMatch(new RegExp(`^  ${command.name()} `, "m"));
  });
});

describe("examples", () => {
  const all = [program, ...commands].flatMap((command) =>
    examplesOf(command.name()).map(({ line }) => [command.name(), line] as const),
  );

  it.each([program, ...commands].map((command) => [command.name(), examplesOf(command.name()).length]))(
    "%s has at least two",
    (_, count) => {
      expect(count).toBeGreaterThanOrEqual(2);
    },
  );

  it.skipIf(programPath("bash") === null).each(all)("of %s run: %s", (name, line) => {
    expect(name === "fitc" || line.includes(name === "build" ? "fitc " : `fitc ${name}`)).toBe(true);
    // Each in a copy of the folder, so that none finds the files of another.
    const script = `cp -R . "$1" && cd "$1" && ${line}`;
    const copy = mkdtempSync(join(tmpdir(), "fitc-example-"));
    try {
      execFileSync("bash", ["-e", "-c", script, "bash", copy], {
        cwd: folder,
        env: { ...process.env, HOME: copy, PATH: `${at("bin")}:${process.env["PATH"]}` },
        stdio: ["ignore", "pipe", "pipe"],
      });
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});

describe("a mistyped command", () => {
  it.each([
    [["chek", "decay.fit"], "chek", "check"],
    [["rnu", "decay.fit", "--json"], "rnu", "run"],
    [["Run", "decay.fit", "--set", "k=1"], "Run", "run"],
    [["--quiet", "chek", "decay.fit"], "chek", "check"],
    [["--data", "new.csv", "rnu", "decay.fit"], "rnu", "run"],
    [["fit", "decay.fit"], "fit", "run"],
    [["compile", "decay.fit", "--js"], "compile", "build"],
    [["validate", "decay.fit"], "validate", "check"],
    [["lint", "decay.fit", "--fix"], "lint", "check"],
    [["format", "decay.fit"], "format", "fmt"],
    [["new"], "new", "init"],
    [["craete", "my-fit"], "craete", "init"],
    [["help", "fit"], "fit", "run"],
    [["help", "chekc"], "chekc", "check"],
  ])("%j is told", async (args, word, meant) => {
    expect(await fitc(...args)).toEqual({
      stdout: "",
      stderr: `error: unknown command '${word}'\n(did you mean '${meant}'?)\n`,
      status: 2,
    });
  });

  it.each(synonyms)("%s is called %s here, which exists", (_, meant) => {
    const [name, ...flags] = meant.split(" ");
    const command = commands.find((command) => command.name() === name) ?? program;
    expect(command === program ? [meant] : flags).toEqual(
      command.options.flatMap(({ long }) => (long !== null && meant.split(" ").includes(long ?? "") ? [long] : [])),
    );
  });

  it("is one, whatever folder has its name", async () => {
    const { stderr } = await fitc("plot", "decay.fit");
    expect(stderr).toBe("error: unknown command 'plot'\n(did you mean 'run --plot'?)\n");
  });

  it("is nothing that is like no command and no file", async () => {
    const names = commands.map((command) => command.name()).join(", ");
    expect(await fitc("quux", "decay.fit", "--json")).toEqual({
      stdout: "",
      stderr: `error: there is no command or file 'quux'\n(the commands are ${names})\n`,
      status: 2,
    });
    expect((await fitc("help", "quux")).stderr).toBe("error: unknown command 'quux'\n(fitc help lists them)\n");
  });

  it("is not a file, existing or not", async () => {
    expect((await fitc("chek.fit")).stderr).toBe("error: there is no file 'chek.fit'\n");
    expect((await fitc("./chek")).stderr).toBe("error: there is no file './chek'\n");
    writeFileSync(at("chek"), decay);
    expect((await fitc("chek", "--out", "run")).status).toBe(0);
    expect((await fitc("--out", "rnu", "decay.fit")).status).toBe(0);
  });
});
