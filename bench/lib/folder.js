import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** Columns as files of doubles; their paths. */
export function writeColumns(folder, name, columns) {
  return Object.entries(columns).map(([column, values]) => {
    const path = join(folder, `${name}-${column}.bin`);
    writeFileSync(path, values);
    return path;
  });
}

/** Writes a spec into the folder and compiles it to JavaScript; where the module is. */
export function compileSpec(folder, name, spec, flags = ["--standalone"]) {
  const path = join(folder, `${name}.fit`);
  writeFileSync(path, spec);
  execFileSync(process.execPath, [cli, path, "--quiet", ...flags]);
  return `${path}.js`;
}

export const importModule = (path) => import(pathToFileURL(path).href);
