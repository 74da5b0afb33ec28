// `fitc run --plot`: where the plot goes, and how wide and in which characters it is drawn.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { showsUnicode } from "../../cli/console.js";
import { runCommandLine } from "../helpers/command-line.js";

const spec = `model Line {
  data "data.csv" { t: s, y: V }
  param a: V = 1
  param b: V/s = 1
  fit y ~ a + b * t
}
`;
const locale = { LC_ALL: "en_GB.UTF-8", TERM: "xterm" };

let folder: string;
const fitc = (args: readonly string[], env: object = locale) => runCommandLine(["run", ...args], { cwd: folder, env });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fitc-plot-"));
  writeFileSync(join(folder, "line.fit"), spec);
  writeFileSync(join(folder, "data.csv"), "t,y\n0,1\n1,2\n2,4\n3,5\n4,9\n");
  writeFileSync(join(folder, "none.fit"), "model None {\n  param a = 1\n  residual a - 3\n}\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("--plot", () => {
  it("draws below the report, 80 columns wide, without colours", async () => {
    const { stdout, stderr, status } = await fitc(["line.fit", "--plot"]);
    expect(stdout).toMatch(/^Line\n[\s\S]*\n\nLine: y against t\n {2}y \(V\)/);
    const plot = stdout.slice(stdout.indexOf("Line: y against t")).trimEnd().split("\n");
    expect(plot).toHaveLength(25);
    expect(Math.max(...plot.map((line) => line.length))).toBe(80);
    expect(plot.join("")).toMatch(/[\u2801-\u28ff]/);
    expect(stdout).not.toContain("\u001b");
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  });

  it("is in ASCII where the locale says so", async () => {
    for (const env of [{ LC_ALL: "C" }, { LC_ALL: "", LC_CTYPE: "de_DE.ISO-8859-1" }, { ...locale, TERM: "linux" }]) {
      const { stdout } = await fitc(["line.fit", "--plot"], { LANG: "C", ...env });
      const plot = stdout.slice(stdout.indexOf("Line: y against t"));
      expect(plot).toMatch(/^[\x20-\x7e\n]+$/);
      expect(plot).toContain("o data");
    }
  });

  it("takes the first locale that is set", () => {
    expect(showsUnicode({ LC_ALL: "C", LANG: "en_US.UTF-8" }, "linux")).toBe(false);
    expect(showsUnicode({ LC_ALL: "", LC_CTYPE: "C.utf8", LANG: "C" }, "linux")).toBe(true);
    expect(showsUnicode({}, "linux")).toBe(true);
    expect(showsUnicode({}, "win32")).toBe(false);
    expect(showsUnicode({ WT_SESSION: "1" }, "win32")).toBe(true);
  });

  it("is coloured if that is wanted: the curve, not the points", async () => {
    const { stdout } = await fitc(["line.fit", "--plot"], { ...locale, FORCE_COLOR: "1" });
    expect(stdout).toContain("\u001b[34m");
    expect(stdout).toContain("o data   \u001b[34m⠒⠒\u001b[39m fit");
  });

  it("goes to standard error with --json", async () => {
    const { stdout, stderr, status } = await fitc(["line.fit", "--plot", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ model: "Line" });
    expect(stdout.trimEnd()).not.toContain("\n");
    expect(stderr).toMatch(/^Line: y against t\n/);
    expect(status).toBe(0);
  });

  it("says what a model without columns lacks, after its report", async () => {
    const { stdout, stderr, status } = await fitc(["none.fit", "--plot"]);
    expect(stdout).toMatch(/^None\n/);
    expect(stderr).toBe(
      "error: model 'None' has no columns, so there is nothing to plot\n(--plot needs a statement that depends on a column of the data)\n",
    );
    expect(status).toBe(2);
  });
});
