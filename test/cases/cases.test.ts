// Each directory contains one model and the output of fitc for it: the emitted module and the
// report. `npm run update` regenerates the output; review every change in it. Other tests check
// that the fits are correct.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { runCommandLine } from "../helpers/command-line.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const names = readdirSync(here, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

describe.each(names)("case %s", (name) => {
  const cwd = join(here, name);

  it("is compiled to the module that is expected", async () => {
    const out = mkdtempSync(join(tmpdir(), "fitc-case-"));
    // The bytes of a WebAssembly module are unreadable, so only one case shows how a module
    // contains them.
    const options = name === "decay" ? [] : ["--no-wasm"];
    try {
      const build = ["build", "--quiet", "model.fit", "--out", out, ...options];
      const { stderr, status } = await runCommandLine(build, { cwd });
      expect(stderr).toBe("");
      expect(status).toBe(0);
      const module = readFileSync(join(out, "model.fit.ts"), "utf8");
      expect(ts.preProcessFile(module).importedFiles.map(({ fileName }) => fileName)).toEqual(["fitc/runtime"]);
      await expect(module).toMatchFileSnapshot(join(cwd, "expected/model.fit.ts"));
    } finally {
      rmSync(out, { recursive: true });
    }
  });

  it("is fitted and reported as expected", async () => {
    const { stdout, stderr, status } = await runCommandLine(["run", "model.fit"], { cwd });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    await expect(stdout).toMatchFileSnapshot(join(cwd, "expected/report.txt"));
  });
});
