// The code cache of the command line is used only by the version of Node that wrote it, and either
// completely or not at all.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { engine } from "../../cli/engine.js";
import { version } from "../../compiler/index.js";
import { commandLine } from "../helpers/command-line.js";

// A copy whose program prints a different version from its cache, with the same number of
// characters, because V8 compares only the length. The printed version shows which of the two was
// run.
const otherVersion = version.replace(/\d/g, (digit) => String(9 - Number(digit)));
const folder = mkdtempSync(join(tmpdir(), "fitc-cache-"));
const copy = (file: string) => join(folder, file);
const dist = dirname(commandLine);
for (const file of ["cli.js", "cli-program.cjs"]) cpSync(join(dist, file), copy(file));
const program = readFileSync(copy("cli-program.cjs"), "latin1");
writeFileSync(copy("cli-program.cjs"), program.replaceAll(`"${version}"`, `"${otherVersion}"`), "latin1");
writeFileSync(copy("package.json"), '{ "type": "module" }');
afterAll(() => rmSync(folder, { recursive: true }));

const cache = readFileSync(join(dist, "cli-program.cache"));
const code = cache.subarray(0, -engine.length);

function printedWith(content: Buffer | string): string {
  writeFileSync(copy("cli-program.cache"), content);
  return execFileSync(process.execPath, [copy("cli.js"), "--version"], { encoding: "utf8" }).trim();
}

describe("the code cache", () => {
  it("is used by the Node that wrote it", () => {
    expect(printedWith(cache)).toBe(version);
  });

  it.each([...["version", "V8", "architecture", "platform"].entries()])(
    "is left alone where word %d of the engine's name, the %s, is another",
    (part) => {
      const other = engine.split(" ").map((name, i) => (i === part ? `${name.slice(0, -1)}_` : name));
      expect(printedWith(Buffer.concat([code, Buffer.from(other.join(" "))]))).toBe(otherVersion);
    },
  );

  it("is left alone where it is cut short", () => {
    for (const length of [0, 1, engine.length, code.length >> 1, code.length, cache.length - 1]) {
      expect(printedWith(cache.subarray(0, length)), `${length} bytes`).toBe(otherVersion);
    }
  });

  it("is left alone where it holds no code, or less than it says", () => {
    expect(printedWith(engine)).toBe(otherVersion);
    expect(printedWith(Buffer.concat([code.subarray(0, code.length >> 1), Buffer.from(engine)]))).toBe(otherVersion);
  });

  it("is not needed", () => {
    rmSync(copy("cli-program.cache"));
    expect(execFileSync(process.execPath, [copy("cli.js"), "--version"], { encoding: "utf8" })).toBe(
      `${otherVersion}\n`,
    );
  });
});
