// A bundle does not contain functions that the program does not call.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The files of the runtime that contribute to a minified bundle. */
async function bundled(program: string): Promise<readonly string[]> {
  const { metafile } = await build({
    stdin: { contents: program, resolveDir: root, loader: "ts" },
    alias: { "fitc/runtime": "./runtime/index.ts" },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const [output] = Object.values(metafile.outputs);
  return Object.entries(output?.inputs ?? {})
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => file);
}

const fitting =
  'import { createFitter } from "fitc/runtime"; import type { FitProblem } from "./runtime/index.ts"; declare const problem: FitProblem; export const fit = createFitter(problem).fit;';

it.each([
  ["profile", "runtime/inference/profile.ts"],
  ["contour", "runtime/inference/contour.ts"],
  ["bootstrap", "runtime/inference/bootstrap/bootstrap.ts"],
  ["diagnostics", "runtime/inference/diagnostics.ts"],
  ["linearization", "runtime/inference/linearization.ts"],
  ["fitParallel", "runtime/threads/fit-parallel.ts"],
  ["fitMany", "runtime/batch/fit-many.ts"],
  ["compareFits", "runtime/statistics/compare.ts"],
])("%s is in the bundle of a program that calls it, and in no other", async (operation, file) => {
  expect(await bundled(fitting)).not.toContain(file);
  expect(await bundled(`export { ${operation} } from "fitc/runtime";`)).toContain(file);
});

it("a program that only fits carries no thread, no batch and no refit", async () => {
  const files = await bundled(fitting);
  expect(files).toContain("runtime/fit/fit.ts");
  const beyond = files.filter((file) => /^runtime\/(threads|batch|inference)\//.test(file));
  expect(beyond).toEqual(["runtime/inference/predict.ts"]);
});
