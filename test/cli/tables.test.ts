// The options --table, --curve and --at of `fitc run`: files, errors, and that the tables are data
// that fitc reads again. Other tests check the numbers.
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommandLine } from "../helpers/command-line.js";

const model = (name: string, body: string) => `model ${name} {\n  data "data.csv" { t, y }\n${body}\n}\n`;
const decay = model("Decay", "  param a = 2\n  param b = 1\n  fit y ~ a * exp(-b * t)\n");
const data = "t,y\n0,3.1\n0.1,2.7\n1,1.9\n2,1.2\n3,0.7\n5,\n-1,9\n";
const left = decay.replace("{ t, y }", "{ t, y where t >= 0 missing drop }");

let folder: string;
const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), "utf8");
const fitc = (...args: string[]) => runCommandLine(args, { cwd: folder });
const lines = (name: string) => read(name).trimEnd().split("\n");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fitc-tables-"));
  writeFileSync(at("data.csv"), data);
  writeFileSync(at("decay.fit"), left);
  writeFileSync(at("two.fit"), left + left.replace("Decay", "Second"));
  writeFileSync(
    at("surface.fit"),
    `model S {\n  data "surface.csv" { x, z, y }\n  param a = 1\n  fit y ~ a * x * z\n}\n`,
  );
  writeFileSync(at("surface.csv"), "x,z,y\n1,2,2\n2,3,7\n3,1,3\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("--table", () => {
  it("has every row of the file", async () => {
    const { stderr, status } = await fitc("run", "decay.fit", "--table", "new/rows.csv");
    expect(stderr).toBe("wrote new/rows.csv (7 rows)\n");
    expect(status).toBe(0);
    const [header, first, ...others] = lines("new/rows.csv");
    expect(header).toBe(
      "row,status,t,y,fitted,residual,standardized,leverage,stderr,lower,upper,prediction_lower,prediction_upper",
    );
    expect(first?.startsWith("1,used,0,3.1,")).toBe(true);
    expect(others.slice(-2)).toEqual(["6,missing,5,,,,,,,,,,", "7,where,-1,9,,,,,,,,,"]);
  });

  it.each(["csv", "tsv", "json", "ndjson"])("is data of the same fit again: .%s", async (extension) => {
    await fitc("run", "decay.fit", "--table", `rows.${extension}`);
    const again = left.replace("data.csv", `rows.${extension}`);
    writeFileSync(at("again.fit"), again);
    const results = await Promise.all(["decay.fit", "again.fit"].map((file) => fitc("run", file, "--json")));
    const [first, second] = results.map(({ stdout }) => {
      const { file, spec_sha256, data_sha256, command, sentence, ...result } = JSON.parse(stdout) as Record<
        string,
        unknown
      >;
      return result;
    });
    expect(first?.["rows_dropped"]).toBe(1);
    expect(second).toEqual(first);
  });

  it("leaves the result on standard output alone", async () => {
    const plain = await fitc("run", "decay.fit", "--json");
    const also = await fitc("run", "decay.fit", "--json", "--table", "rows.csv", "--quiet");
    const withoutCommand = (text: string) => {
      const { command, ...result } = JSON.parse(text) as Record<string, unknown>;
      return result;
    };
    expect(withoutCommand(also.stdout)).toEqual(withoutCommand(plain.stdout));
    expect(also.stderr).toBe("");
  });

  it("has the values where a fit stopped, and says so", async () => {
    writeFileSync(at("stopped.fit"), left.replace(/}\n$/, "  solver lm { max_evals: 1, search: off }\n}\n"));
    const { stderr, status } = await fitc("run", "stopped.fit", "--table", "stopped.csv");
    expect(stderr).toContain("warning: stopped.csv is not of a fit: it has the values where the solver stopped\n");
    expect(status).toBe(3);
    expect(lines("stopped.csv")).toHaveLength(8);
  });

  it("is not written for data that cannot be fitted", async () => {
    writeFileSync(at("kept.csv"), "old\n");
    writeFileSync(at("wrong.csv"), "t,y\n1,x\n");
    const { status } = await fitc("run", "decay.fit", "--data", "wrong.csv", "--table", "kept.csv");
    expect(status).toBe(1);
    expect(read("kept.csv")).toBe("old\n");
  });

  it("keeps names of columns whatever they are", async () => {
    const name = '`=cmd()|"a,b"`';
    writeFileSync(at("names.fit"), left.replace("{ t,", `{ t, ${name} from "t",`).replace("-b * t", `-b * ${name}`));
    const { stderr } = await fitc("run", "names.fit", "--table", "names.csv");
    expect(lines("names.csv")[0]).toContain(',"=cmd()|""a,b""",');
    expect(stderr).toContain("names.csv: a spreadsheet may take the column name '=cmd()|\"a,b\"' for a formula\n");
  });
});

describe("--curve", () => {
  it("has the numbers of --at as they are written", async () => {
    const { status } = await fitc("run", "decay.fit", "--curve", "curve.csv", "--at", "t=0:10:0.1");
    expect(status).toBe(0);
    const [header, ...rows] = lines("curve.csv");
    expect(header).toBe("t,extrapolated,fitted,stderr,lower,upper,prediction_lower,prediction_upper");
    expect(rows.map((row) => row.split(",")[0])).toEqual(Array.from({ length: 101 }, (_, i) => String(i / 10)));
    // The rows of the fit end at 3.
    expect(rows.map((row) => row.split(",")[1])).toEqual(Array.from({ length: 101 }, (_, i) => String(i > 30)));
  });

  it.each([
    ["t=3", [3]],
    ["t= 0, 1 ,2,5", [0, 1, 2, 5]],
    ["t=1:0:-0.25", [1, 0.75, 0.5, 0.25, 0]],
    ["t=0:1:0.3", [0, 0.3, 0.6, 0.9]],
    ["t=2:2:0.1", [2]],
    // A third, rounded up and down.
    ["t=0:1:0.33333333333333337", [0, 0.33333333333333337, 0.6666666666666667, 1]],
    ["t=0:1:0.3333333333333333", [0, 0.3333333333333333, 0.6666666666666666, 0.9999999999999999]],
    ["t=1e300:3e300:1e300", [1e300, 2e300, 3e300]],
    ["t=-1e-320:1e-320:.5e-320", [-1e-320, -5e-321, 0, 5e-321, 1e-320]],
    ["t=1e-400:1:5e-1", [0, 0.5, 1]],
  ])("reads --at %s", async (setting, expected) => {
    const { stderr, status } = await fitc("run", "decay.fit", "--quiet", "--curve", "at.json", "--at", setting);
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    expect((JSON.parse(read("at.json")) as readonly { readonly t: number }[]).map(({ t }) => t)).toEqual(expected);
  });

  it("takes a name with an equals sign, and all combinations of several predictors", async () => {
    writeFileSync(at("equals.fit"), read("surface.fit").replace("z,", '`z=1` from "z",').replace("* z", "* `z=1`"));
    const { stderr, status } = await fitc(
      ...["run", "equals.fit", "--curve", "equals.ndjson", "--at", "z=1=1,2", "--at", "x=0:4:2"],
    );
    expect({ stderr, status }).toEqual({ stderr: "wrote equals.ndjson (6 rows)\n", status: 0 });
    const points = lines("equals.ndjson").map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(points.map((point) => [point["x"], point["z=1"], point["extrapolated"]])).toEqual([
      [0, 1, true],
      [0, 2, true],
      [2, 1, false],
      [2, 2, false],
      [4, 1, true],
      [4, 2, true],
    ]);
  });
});

describe("wrong use", () => {
  it.each([
    [
      ["--table", "out.xlsx"],
      "--table cannot write 'out.xlsx': its name must end with one of .csv, .tsv, .json, .ndjson\n",
    ],
    [["--curve", "out"], "--curve cannot write 'out': its name must end with one of .csv, .tsv, .json, .ndjson\n"],
    [["--at", "t=1"], "--at needs --curve FILE\n"],
    [["--table", "out.csv", "--curve", "./out.csv"], "two outputs would be written to './out.csv'\n"],
    [
      ["--curve", "out.csv", "--at", "t"],
      "--at must be followed by name=values, not 't'\n(for example --at x=0:10:0.1",
    ],
    [["--curve", "out.csv", "--at", "=1"], "--at must be followed by name=values, not '=1'\n"],
    [["--curve", "out.csv", "--at", "t="], "--at must be followed by name=values, not 't='\n"],
    [["--curve", "out.csv", "--at", "t=1", "--at", "t=2"], "--at gives 't' twice\n(for example --at t=1,2,5)\n"],
    [["--curve", "out.csv", "--at", "t=0:1"], "--at t=0:1: a range is start:stop:step\n(for example 0:10:0.1)\n"],
    [["--curve", "out.csv", "--at", "t=0:1:0"], "--at t=0:1:0: the step must not be 0\n"],
    [["--curve", "out.csv", "--at", "t=0:1:-1"], "--at t=0:1:-1: the step leads away from the stop\n"],
    [["--curve", "out.csv", "--at", "t=1,,2"], "--at t=1,,2: '' is not a finite number\n"],
    [["--curve", "out.csv", "--at", "t=0:inf:1"], "--at t=0:inf:1: 'inf' is not a finite number\n"],
    [["--curve", "out.csv", "--at", "t=0x10"], "--at t=0x10: '0x10' is not a finite number\n"],
    [
      ["--curve", "out.csv", "--at", "t=0:1e9:1"],
      "--at t=0:1e9:1: a curve has at most 1000000 points\n(take a larger step)",
    ],
    [["--curve", "out.csv", "--at", "t=0:1e308:1e-308"], "a curve has at most 1000000 points\n"],
    [["--curve", "out.csv", "--at", "T=1"], "--at: unknown column 'T'\n(did you mean 't'?)\n"],
    [["--curve", "out.csv", "--at", "y=1"], "--at needs a predictor, and 'y' is none\n(use one of: t)\n"],
    [["--table", "data.csv"], "'data.csv' is read by the fit and would be overwritten\n"],
  ])("%j", async (args, message) => {
    const { stdout, stderr, status } = await fitc("run", "decay.fit", ...args);
    expect(stderr).toContain(`error: ${message}`.replace("error: a curve", "a curve"));
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(existsSync(at("out.csv"))).toBe(false);
  });

  it("of several models is refused before they are fitted", async () => {
    const { stdout, stderr, status } = await fitc("run", "two.fit", "--table", "out.csv");
    expect(stderr).toBe(
      "error: --table is for one model, and there are several\n(choose one with --model: Decay, Second)\n",
    );
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect((await fitc("run", "two.fit", "--model", "Second", "--table", "one.csv")).status).toBe(0);
  });

  it("of a model without rows or predictors", async () => {
    writeFileSync(at("none.fit"), "model N {\n  param a = 1\n  residual a - 3\n}\n");
    const table = await fitc("run", "none.fit", "--table", "out.csv");
    expect(table.stderr).toBe("error: model 'N' has no columns, so that there are no rows for --table\n");
    writeFileSync(at("mean.fit"), model("Mean", "  param a = 1\n  fit y ~ a").replace("t, y", "y"));
    const curve = await fitc("run", "mean.fit", "--curve", "out.csv");
    expect(curve.stderr).toBe("error: no prediction of model 'Mean' depends on a column, so that there is no curve\n");
    expect([table.status, curve.status]).toEqual([2, 2]);
  });

  it("of predictors that vary and have no values", async () => {
    const { stderr, status } = await fitc("run", "surface.fit", "--curve", "out.csv");
    expect(stderr).toBe(
      "error: --curve needs values of 'x' and 'z', which vary in the data\n(for example --at x=0:10:0.1 --at z=0:10:0.1)\n",
    );
    expect(status).toBe(2);
    expect((await fitc("run", "surface.fit", "--curve", "z.csv", "--at", "z=2")).stderr).toBe(
      "wrote z.csv (200 rows)\n",
    );
  });

  it("of files that the fit reads, by another name too", async () => {
    linkSync(at("data.csv"), at("hard.csv"));
    symlinkSync("data.csv", at("soft.csv"));
    symlinkSync("decay.fit", at("spec.csv"));
    for (const name of ["hard.csv", "soft.csv", "spec.csv", "./data.csv"]) {
      const { stderr, status } = await fitc("run", "decay.fit", "--table", name);
      expect(stderr).toBe(`error: '${name}' is read by the fit and would be overwritten\n`);
      expect(status).toBe(2);
    }
    expect(read("data.csv")).toBe(data);
    expect(read("decay.fit")).toBe(left);
  });

  it.skipIf(process.platform !== "linux")("of paths that cannot be written", async () => {
    mkdirSync(at("folder.csv"));
    symlinkSync("/dev/full", at("full.csv"));
    writeFileSync(at("file"), "");
    for (const [path, reason] of [
      ["folder.csv", "it is not a file"],
      ["full.csv", "it is not a file"],
      ["file/out.csv", "a part of its path is not a directory"],
      ["/proc/none/out.csv", "no such file or directory"],
    ] as const) {
      const { stderr, status } = await fitc("run", "decay.fit", "--table", path);
      expect(stderr).toBe(`error: cannot write '${path}': ${reason}\n`);
      expect(status).toBe(2);
    }
  });
});
