// The example program is type-checked with the project (`npm test` runs the type checker first) and
// run here.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, it } from "vitest";

const program = fileURLToPath(new URL("../../examples/typescript-program/main.ts", import.meta.url));

it("imports what fitc makes of its model", () => {
  const module = new URL("../../examples/typescript-program/growth.fit.ts", import.meta.url);
  const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), "fitc-program-"));
  try {
    const cwd = fileURLToPath(new URL(".", module));
    execFileSync(process.execPath, [cli, "build", "--quiet", "growth.fit", "--out", folder], { cwd });
    expect(readFileSync(module, "utf8")).toBe(readFileSync(join(folder, "growth.fit.ts"), "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("prints the fit and the prediction that SciPy finds", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fitc-program-"));
  try {
    const outfile = join(folder, "main.mjs");
    await build({ entryPoints: [program], bundle: true, platform: "node", format: "esm", outfile });
    const printed = execFileSync(process.execPath, [outfile], { encoding: "utf8" }).trim().split("\n");
    // curve_fit(sigma=0.005 + 0.01 density): 0.99586081 (0.00485083), 0.53974354 (0.00487244),
    // 5.55148701 (0.02930739); log(2) / rate and its delta-method error by hand; the prediction is
    // the model at those values.
    expect(printed.slice(0, 4)).toEqual([
      "capacity       0.9959 +/- 0.0049",
      "rate           0.5397 +/- 0.0049",
      "midpoint       5.5515 +/- 0.0293",
      "doubling_time  1.2842 +/- 0.0116",
    ]);
    expect(printed[4]).toMatch(/^after 14 h {5}0\.9856 \[0\.97\d\d, 0\.99\d\d\]$/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
