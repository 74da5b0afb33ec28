// The published package: the entries that package.json declares, their type declarations, and no
// unnecessary files.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { version } from "../../compiler/index.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  version: string;
  bin: Record<string, string>;
  exports: Record<string, string | Record<string, string>>;
};

describe("the package", () => {
  it("has the version that the compiler writes", () => {
    expect(version).toBe(manifest.version);
  });

  it("holds every file that it promises", () => {
    const promised = [
      ...Object.values(manifest.bin),
      ...Object.values(manifest.exports).flatMap((entry) =>
        typeof entry === "string" ? [entry] : Object.values(entry),
      ),
    ];
    expect(promised.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    const printed = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [{ files }] = JSON.parse(printed) as [{ files: readonly { path: string }[] }];
    const packed = files.map(({ path }) => path);
    expect(packed).toEqual(expect.arrayContaining(promised.map((file) => file.replace(/^\.\//, ""))));
    expect(packed.filter((path) => /^(src|test|bench|scripts|node_modules|\.)/.test(path))).toEqual([]);
  });

  it("has a command line that the system can run", () => {
    const cli = join(root, "dist/cli.js");
    expect(statSync(cli).mode & 0o111).toBe(0o111);
    expect(readFileSync(cli, "utf8").startsWith("#!/usr/bin/env node\n")).toBe(true);
    expect(execFileSync(cli, ["--version"], { encoding: "utf8" })).toBe(`${version}\n`);
  });

  it("has a runtime that imports nothing of Node and has no eval", () => {
    const bundled = ["runtime.js", ...chunksOf("runtime.js")].map((file) =>
      readFileSync(join(root, "dist", file), "utf8"),
    );
    for (const text of bundled) {
      const imported = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
      expect(imported.filter((name) => !name.startsWith("."))).toEqual([]);
      // The modules of Node for threads (for workers and their number) are requested at run time,
      // and only under Node.
      const rest = text.replace(/process\.getBuiltinModule\("node:(worker_threads|os)"\)/g, "");
      expect(rest).not.toMatch(/"node:|\brequire\(|\beval\(|new Function/);
    }
  });

  it("has one runtime, whichever entry it is reached by", () => {
    const files = new Set(["runtime.js", "data.js"].flatMap((entry) => [entry, ...chunksOf(entry)]));
    const defining = [...files].filter((file) =>
      /class FitError|FitError ?= ?class/.test(readFileSync(join(root, "dist", file), "utf8")),
    );
    expect(defining).toHaveLength(1);
  });
});

/** The chunks that an entry imports, directly or through other chunks. */
function chunksOf(entry: string, found: Set<string> = new Set()): readonly string[] {
  for (const [, path = ""] of readFileSync(join(root, "dist", entry), "utf8").matchAll(/from\s*"\.\/([^"]+)"/g)) {
    if (!found.has(path)) {
      found.add(path);
      chunksOf(path, found);
    }
  }
  return [...found];
}
