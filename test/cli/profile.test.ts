// `fitc run --profile`, and the lines that `starts` of a spec adds to the report.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommandLine } from "../helpers/command-line.js";

// BoxBOD of NIST; test/reference/profiles/profiles.json has its profiles at 95 %. The upper bound
// of b2 is inside its interval.
const spec = `model BoxBOD {
  data "box.csv" { x, y }
  param b1 = 100
  param b2 = 0.75 in (0, 1]
  param flat = 3 fixed
  derive half = log(2) / b2
  fit y ~ b1 * (1 - exp(-b2 * x))
  solver trf { starts: 4 }
}
`;

let folder: string;
const fitc = (...args: string[]) => runCommandLine(args, { cwd: folder });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fitc-profile-"));
  writeFileSync(join(folder, "box.fit"), spec);
  writeFileSync(join(folder, "short.fit"), spec.replace("starts: 4", "max_evals: 2"));
  writeFileSync(join(folder, "box.csv"), "x,y\n1,109\n2,149\n3,149\n5,191\n7,213\n10,224\n");
  writeFileSync(join(folder, "two.csv"), "x,y\n1,109\n3,180\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("fitc run --profile", () => {
  it("adds the ends of the intervals to the JSON line, and their warnings", async () => {
    const { stdout, status } = await fitc("run", "box.fit", "--profile", "--json");
    const { profile, warnings, minima } = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(Object.keys(profile)).toEqual(["b1", "b2", "half"]);
    expect(profile.b1.lower).toBeCloseTo(180.967004673521, 6);
    expect(profile.b2).toMatchObject({ upper: 1, lower_at: "level", upper_at: "bound" });
    expect(profile.b2.lower).toBeCloseTo(0.302589622693121, 8);
    expect(profile.half).toMatchObject({ lower_at: "bound", upper_at: "level" });
    expect(profile.half.lower).toBeCloseTo(Math.log(2), 12);
    expect(warnings.map(({ code }: { code: string }) => code)).toContain("FIT9023");
    expect(minima.reduce((sum: number, { starts }: { starts: number }) => sum + starts, 0)).toBe(4);
  });

  it("adds a table to the report", async () => {
    const { stdout } = await fitc("run", "box.fit", "--profile");
    expect(stdout).toMatch(/^profile likelihood$/m);
    expect(stdout).toMatch(/^ {2}b2 +0\.5\d+ +\[0\.30\d*, 1\.0*\] .* upper end at a bound$/m);
    expect(stdout).toMatch(/^minima found$/m);
    expect(stdout).toContain("warning FIT9023: the linear interval of 'b2'");
  });

  it("is given at each level", async () => {
    const levels = ["--level", "0.68", "--level", "0.95", "--level", "0.68"];
    const { stdout } = await fitc("run", "box.fit", "--profile", ...levels);
    expect(stdout).toMatch(/quantity +value +68 % interval +below +above +95 % interval +below +above +note/);
    expect(stdout).toMatch(/^ {2}b2 +0\.5\d+ +\[0\.4.* +\[0\.30\d*, 1\.0*\] .* upper end at a bound$/m);
    const { profile, intervals } = JSON.parse((await fitc("run", "box.fit", "--profile", "--json", ...levels)).stdout);
    expect(intervals.map(({ level }: { level: number }) => level)).toEqual([0.68, 0.95]);
    expect(intervals[0].profile).toEqual(profile);
    expect(intervals[1].profile.b1.lower).toBeCloseTo(180.967004673521, 6);
    expect(profile.b1.lower).toBeGreaterThan(intervals[1].profile.b1.lower);
  });

  it("says that a fit that did not converge has none", async () => {
    const { stdout, status } = await fitc("run", "short.fit", "--profile");
    expect(stdout).toContain("profile likelihood\n  none: the fit did not converge\n");
    expect(status).toBe(3);
  });

  it("leaves both as they were where it is not asked for", async () => {
    expect(JSON.parse((await fitc("run", "box.fit", "--json")).stdout)).not.toHaveProperty("profile");
    expect((await fitc("run", "box.fit")).stdout).not.toContain("profile likelihood");
  });

  it("reports the fit and says why there are no profiles", async () => {
    const { stdout, stderr, status } = await fitc("run", "box.fit", "--profile", "--data", "two.csv");
    expect(stdout).toMatch(/^parameters$/m);
    expect(stdout).not.toContain("profile likelihood");
    expect(stderr).toContain("FIT5037");
    expect(stderr).toContain("there are no degrees of freedom");
    expect(status).toBe(1);
  });
});
