// Errors of the system are reported in one line, and never cost the user a file.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { main } from "../../cli/program.js";
import { version } from "../../compiler/version.js";
import { commandLine, runCommandLine } from "../helpers/command-line.js";

const spec = "model Line {\n  input t, y\n  param a = 1\n\n  fit y ~ a * t\n}\n";
const untidy = spec.replaceAll("  ", "      ");

let folder: string;
const at = (name: string) => join(folder, name);
const fitc = (...args: string[]) => runCommandLine(args, { cwd: folder });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fitc-system-"));
  writeFileSync(at("line.fit"), spec);
  writeFileSync(at("data.csv"), "t,y\n1,2\n2,3\n");
  writeFileSync(at("in-the-way.fit"), spec);
  mkdirSync(at("in-the-way.fit.ts"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a file that cannot be written", () => {
  it.each([
    [
      ["build", "--out", "data.csv", "line.fit"],
      "cannot write 'data.csv/line.fit.ts': a part of its path is not a directory",
    ],
    [
      ["build", "--out", "data.csv/deep", "line.fit"],
      "cannot write 'data.csv/deep/line.fit.ts': a part of its path is not a directory",
    ],
    [["build", "in-the-way.fit"], "cannot write 'in-the-way.fit.ts': it is a directory"],
    [["build", "--force", "in-the-way.fit"], "cannot write 'in-the-way.fit.ts': it is not a file"],
  ])("%j", async (args, message) => {
    expect(await fitc(...args)).toEqual({ stdout: "", stderr: `error: ${message}\n`, status: 2 });
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it.runIf(existsSync("/proc/self"))("where there can be no directories", async () => {
    const { stderr, status } = await fitc("build", "--out", "/proc/made/here", "line.fit");
    expect(stderr).toBe("error: cannot write '/proc/made/here/line.fit.ts': no such file or directory\n");
    expect(status).toBe(2);
  });

  it.runIf(existsSync("/dev/full"))("because the disk is full", async () => {
    const run = `"${process.execPath}" "${commandLine}" run line.fit --data data.csv`;
    const shell = `${run} 2>&1 >/dev/full; echo $?; ${run} >/dev/full 2>/dev/full; echo $?`;
    const output = execFileSync("sh", ["-c", shell], { cwd: folder, encoding: "utf8" });
    expect(output).toBe("error: cannot write the output: no space left on device\n2\n2\n");
  });
});

describe("a file that is rewritten", () => {
  it("keeps its permissions", async () => {
    // A umask would remove permissions from 0666.
    for (const mode of [0o600, 0o666]) {
      writeFileSync(at("private.fit"), untidy);
      chmodSync(at("private.fit"), mode);
      expect((await fitc("fmt", "private.fit")).status).toBe(0);
      expect(readFileSync(at("private.fit"), "utf8")).toBe(spec);
      expect(statSync(at("private.fit")).mode & 0o777).toBe(mode);
    }
  });

  it("is the one that a symbolic link points to", async () => {
    mkdirSync(at("elsewhere"));
    writeFileSync(at("elsewhere/real.fit"), untidy);
    symlinkSync("elsewhere/real.fit", at("link.fit"));
    expect(await fitc("fmt", "link.fit")).toEqual({ stdout: "", stderr: "formatted link.fit\n", status: 0 });
    expect(lstatSync(at("link.fit")).isSymbolicLink()).toBe(true);
    expect(readFileSync(at("elsewhere/real.fit"), "utf8")).toBe(spec);
    expect(readdirSync(at("elsewhere"))).toEqual(["real.fit"]);
  });
});

describe("an error that nobody foresaw", () => {
  const callWith = async (env: Record<string, string>) => {
    const never = () => Promise.reject(new Error("fitc bug: the moon is down\nand out"));
    const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const { argv } = process;
    process.argv = ["node", "fitc", "explain", "FIT2001"];
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    try {
      const entries = { runtime: never, report: never, draw: never, data: never, module: never };
      const status = await main({ runtimeUrl: "", ...entries });
      return { status, text: write.mock.calls.map(([text]) => text).join("") };
    } finally {
      process.argv = argv;
      write.mockRestore();
      vi.unstubAllEnvs();
    }
  };
  const printed = `error: this is a bug in fitc ${version}: the moon is down\n(please report it with the model; FITC_DEBUG=1 shows the stack trace)\n`;

  it("is told in a line, as what it is", async () => {
    expect(await callWith({})).toEqual({ status: 70, text: printed });
  });

  it("has its stack where it is asked for", async () => {
    const { text } = await callWith({ FITC_DEBUG: "1" });
    expect(text.startsWith(`${printed}Error: fitc bug: the moon is down`)).toBe(true);
    expect(text).toContain("system-errors.test.ts");
  });
});
