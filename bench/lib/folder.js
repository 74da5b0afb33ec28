import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const cli = join(root, "dist/cli.js");

/** Creates a temporary folder from which modules can import `fitc/runtime`. */
export function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), "fitc-bench-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules", "fitc"));
  return folder;
}

/** Writes columns to files of doubles; returns their paths. */
export function writeColumns(folder, name, columns) {
  return Object.entries(columns).map(([column, values]) => {
    const path = join(folder, `${name}-${column}.bin`);
    writeFileSync(path, values);
    return path;
  });
}

/** Writes a spec to the folder and compiles it to JavaScript; returns the path of the module. */
export function compileSpec(folder, name, spec, flags = ["--js"]) {
  const path = join(folder, `${name}.fit`);
  writeFileSync(path, spec);
  execFileSync(process.execPath, [cli, path, "--quiet", ...flags]);
  return `${path}.js`;
}

export const importModule = (path) => import(pathToFileURL(path).href);
