// `fitc compare` as a process, on data to which numpy has fitted polynomials
// (test/runtime/statistics/compare.test.ts has the numbers).
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommandLine } from "../helpers/command-line.js";

const y = [2.1, 3.9, 6.2, 7.8, 10.1, 12.2, 13.8, 16.1, 18.2, 19.7];
const line = `model Line {
  data "d.csv" { x, y }
  param a = 1
  param b = 1
  fit y ~ a + b*x
}
`;
const parabola = `model Parabola {
  data "d.csv" { x, y }
  param a = 1
  param b = 1
  param c = 1
  fit y ~ a + b*x + c*x^2
}
`;

let folder: string;
const compare = (...args: string[]) => runCommandLine(["compare", ...args], { cwd: folder });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fitc-compare-"));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const table = (values: readonly number[]) => `x,y\n${values.map((value, i) => `${i + 1},${value}`).join("\n")}\n`;
  write("d.csv", table(y));
  write("e.csv", table([...y].reverse()));
  write("line.fit", line);
  write("parabola.fit", parabola);
  write("both.fit", line + parabola);
  write("elsewhere.fit", parabola.replace("d.csv", "e.csv"));
  write("fewer.fit", parabola.replace("x, y }", "x, y  where x > 1 }"));
  write("log.fit", parabola.replace("fit y", "fit log(y)"));
  write("weighted.fit", parabola.replace("fit y", "weight x\n  fit y"));
  write("stopped.fit", parabola.replace("fit y", "solver trf { max_evals: 1 }\n  fit y"));
  write("again.fit", line.replace("model Line", "model Again"));
  write(
    "full.fit",
    `model Full {\n  data "d.csv" { x, y }\n  ${Array.from(y, (_, i) => `param c${i}`).join("\n  ")}
  fit y ~ ${y.map((_, i) => `c${i} * cos(${i} * x)`).join(" + ")}\n}\n`,
  );
  write("wrong.fit", parabola.replace("c*x^2", "d*x^2"));
});
afterAll(() => rmSync(folder, { recursive: true }));

it("says which of two models the data support", async () => {
  const { stdout, stderr, status } = await compare("line.fit", "parabola.fit");
  expect([stderr, status]).toEqual(["", 0]);
  expect(stdout).toBe(`2 models, 10 residuals
  model      parameters   dof       chi2   reduced chi2        AIC       AICc        BIC   delta AICc   weight
  Line                2     8   0.318061      0.0397576    -30.481    -26.481   -29.8758            0    0.942
  Parabola            3     7   0.305258      0.0436082   -28.8918   -20.8918   -27.9841      5.58914   0.0576

  By AICc, the data support Line most.

Line against Parabola
  F(1, 7) = 0.293592, p = 0.605
  1 more parameter improves the fit of Parabola no more than chance would: the data do not require it.

  These tests assume that the simpler model is a special case of the other (nested), as a line is of a
  parabola. If it is not, use AICc or BIC.
`);
});

it("takes the models of one file, in JSON", async () => {
  const { stdout, status } = await compare("both.fit", "--json");
  expect(status).toBe(0);
  const found = JSON.parse(stdout) as {
    readonly schema: number;
    readonly criterion: string;
    readonly models: readonly { readonly model: string; readonly aicc: number; readonly weight: number }[];
    readonly tests: readonly { readonly f: { readonly p: number }; readonly likelihood_ratio: null }[];
    readonly data_sha256: string;
  };
  expect(found).toMatchObject({
    schema: 1,
    criterion: "aicc",
    tests: [{ simple: 0, complex: 1, likelihood_ratio: null }],
  });
  expect(found.models.map(({ model }) => model)).toEqual(["Line", "Parabola"]);
  expect(found.models[1]?.weight).toBeCloseTo(0.05761831426776962, 9);
  expect(found.tests[0]?.f.p).toBeCloseTo(0.6047380149686095, 9);
  expect(found.data_sha256).toMatch(/^[0-9a-f]{64}$/);
});

it("fits both to the file that is given, and tells two models of one name apart", async () => {
  const { stdout, status } = await compare("parabola.fit", "elsewhere.fit", "--data", "e.csv");
  expect(status).toBe(0);
  expect(stdout).toContain("Parabola (parabola.fit)");
  expect(stdout).toContain("Parabola (elsewhere.fit)");
});

describe("refuses", () => {
  const names = (file: string) => `error FIT5045: 'Line' of line.fit and 'Parabola' of ${file} cannot be compared: `;
  it.each([
    ["elsewhere.fit", "they read different data"],
    ["fewer.fit", "`where` and `missing` keep different rows"],
    ["log.fit", "one observes `y`, the other `log(y)`"],
    ["weighted.fit", "one observes `y`, the other `y` with `weight x`"],
  ])("%s: %s", async (file, difference) => {
    expect(await compare("line.fit", file)).toEqual({
      stdout: "",
      stderr: `${names(file)}${difference}\n`,
      status: 1,
    });
  });

  it("a single model", async () => {
    expect(await compare("line.fit")).toEqual({
      stdout: "",
      stderr:
        "error: there is nothing to compare: the files contain only one model\n(give two files, or one file with two models)\n",
      status: 2,
    });
  });

  it("a fit that did not converge", async () => {
    const { stdout, stderr, status } = await compare("line.fit", "stopped.fit");
    expect([stdout, status]).toEqual(["", 3]);
    expect(stderr).toBe(
      "error: the fit of 'Parabola' failed: not converged: the maximum number of evaluations was reached\n",
    );
  });

  it("a spec with an error, after telling the errors of all", async () => {
    const { stderr, status } = await compare("wrong.fit", "line.fit");
    expect(status).toBe(1);
    expect(stderr).toContain("wrong.fit:6:21 - error FIT2001");
  });
});

it("gives no model the preference where none is better", async () => {
  const { stdout } = await compare("line.fit", "again.fit");
  expect(stdout).toContain("\n  By AICc, the data do not distinguish Line and Again.\n");
});

it("tells which model has too many parameters for an AIC", async () => {
  const { stdout } = await compare("line.fit", "full.fit");
  expect(stdout).toContain(
    "\n  Full has at least as many parameters as residuals and no AIC, so the models cannot be ranked.\n",
  );
});
