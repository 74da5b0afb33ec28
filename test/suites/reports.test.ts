// Fits rebuilt from public bug reports and questions about other programs, with fitc's defaults, on
// the command line. The values were found by multi-start and Newton's method with 60 digits.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runCommandLine } from "../helpers/command-line.js";
import { readReference } from "../helpers/reference.js";

interface Expected {
  readonly params: Readonly<Record<string, { readonly value: number; readonly stderr?: number }>>;
  /** The sum of squares of the weighted residuals. */
  readonly rss?: number;
  /** Other parameters describe the same curve, such as an angle half a turn on. */
  readonly equivalent?: boolean;
  readonly tolerance?: number;
}

interface Report {
  readonly success: boolean;
  readonly cost: number;
  readonly params: Readonly<Record<string, { readonly value: number; readonly stderr: number }>>;
}

const root = new URL("../reference/reports/", import.meta.url);
const names = readdirSync(root).sort();

/** What the data determine to a few digits, solvers find to many more. */
const usualTolerance = 1e-6;
/** Standard errors are compared to 5 digits, those that the tables give. */
const errorTolerance = 1e-5;

/** The error relative to the size of the expected value, or to `scale` if that is larger. */
function errorOf(actual: number | undefined, expected: number, scale = 0): number {
  return Math.abs((actual ?? Number.NaN) - expected) / (Math.max(Math.abs(expected), scale) || 1);
}

describe("fits that other programs were reported to lose", () => {
  it("are there", () => expect(names.length).toBeGreaterThan(0));

  it.each(names)("%s", async (name) => {
    const {
      params,
      rss,
      equivalent,
      tolerance = usualTolerance,
    } = readReference<Expected>(`reports/${name}/expected.json`);
    const cwd = fileURLToPath(new URL(`${name}/`, root));
    const { stdout, stderr, status } = await runCommandLine(["run", "--json", "model.fit"], { cwd });
    expect(stderr).not.toContain("error");
    expect(status).toBe(0);
    const report = JSON.parse(stdout) as Report;
    expect(report.success).toBe(true);
    if (rss !== undefined) expect(errorOf(2 * report.cost, rss), "rss").toBeLessThanOrEqual(tolerance);
    if (equivalent === true) return;
    for (const [param, { value, stderr: error }] of Object.entries(params)) {
      const found = report.params[param];
      expect(errorOf(found?.value, value, error), param).toBeLessThanOrEqual(tolerance);
      if (error !== undefined) expect(errorOf(found?.stderr, error), param).toBeLessThanOrEqual(errorTolerance);
    }
  });
});
