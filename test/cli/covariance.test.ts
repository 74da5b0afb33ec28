// `covariance "C.csv"` on the command line: the path is relative to the model, and errors in the
// file are reported with their place.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readMatrix } from "../../runtime/data/index.js";
import { FitError } from "../../runtime/index.js";
import { runCommandLine } from "../helpers/command-line.js";

const spec = (word = "absolute") => `model Mean {
  data "d.csv" { y }
  param m = 0
  fit y ~ m + 0 * y
  covariance "C.csv" ${word}
}
`;
let folder: string;
const write = (name: string, text: string) => writeFileSync(join(folder, "sub", name), text);
const run = (...args: string[]) => runCommandLine(["run", "sub/m.fit", ...args], { cwd: folder });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fitc-covariance-"));
  mkdirSync(join(folder, "sub"));
  write("d.csv", "y\n1\n2\n6\n");
  write("m.fit", spec());
  write("C.csv", "a,b,c\n4,2,0\n2,4,0\n0,0,1\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

// Generalized least squares of the mean by hand: C^-1 has row sums 1/6, 1/6 and 1, so the variance
// is 3/4 and the mean (1/6 + 2/6 + 6) 3/4 = 39/8.
it("fits with it", async () => {
  const { stdout, stderr, status } = await run("--json");
  expect([stderr, status]).toEqual(["", 0]);
  const { params, sigma } = JSON.parse(stdout) as {
    readonly sigma: string;
    readonly params: { readonly m: { readonly value: number; readonly stderr: number } };
  };
  expect(sigma).toBe("absolute");
  expect(params.m.value).toBeCloseTo(39 / 8, 12);
  expect(params.m.stderr).toBeCloseTo(Math.sqrt(3 / 4), 12);
  expect((await run()).stdout).toContain('fit y ~ m + 0 * y\n  covariance "C.csv" absolute\n');
});

it("tells what is wrong with it where it stands", async () => {
  const errors: readonly (readonly [string, string])[] = [
    ["4,2,0\n2,4\n0,0,1\n", "sub/C.csv:2:1 - error FIT4029: the matrix is not square: a line of 2 cells"],
    ["4,2,0\n2,x,0\n0,0,1\n", 'sub/C.csv:2:3 - error FIT4031: "x" in the matrix is not a number'],
    ["4,2,0\n2,4,0\n", "sub/C.csv:3:1 - error FIT4029: the matrix is not square: 2 lines of numbers"],
    ["", "sub/C.csv:1:1 - error FIT4030: the matrix file is empty"],
    [
      "1,0\n0,1\n",
      "sub/m.fit:5:14 - error FIT5048: the covariance matrix has 4 numbers, but data with 3 rows need 3 x 3 = 9",
    ],
    ["4,4,0\n4,4,0\n0,0,1\n", "sub/m.fit:5:14 - error FIT5052: the covariance matrix is not positive definite: row 2"],
  ];
  for (const [text, message] of errors) {
    write("C.csv", text);
    const { stderr, status } = await run();
    expect(stderr).toContain(message);
    expect(status).toBe(1);
  }
  const places: readonly (readonly [string, string])[] = [
    ["D.csv", "sub/m.fit:5:14 - error FIT4020: there is no data file 'sub/D.csv'"],
    ["", "sub/m.fit:5:14 - error FIT4021: the data file 'sub' is a directory"],
  ];
  for (const [path, message] of places) {
    write("m.fit", spec().replace("C.csv", path));
    expect((await run()).stderr).toContain(message);
  }
  // If the data cannot be read either, that is reported first.
  write("m.fit", spec().replace("d.csv", "e.csv"));
  expect((await run()).stderr).toContain("sub/m.fit:2:8 - error FIT4020: there is no data file 'sub/e.csv'");
});

describe("readMatrix", () => {
  const read = (text: string) => readMatrix(new TextEncoder().encode(text));
  it("reads what NumPy and spreadsheets write", () => {
    expect(read("1,2\n3,4")).toEqual(Float64Array.of(1, 2, 3, 4));
    expect(read("# C\n1.0e+00 2.5e-01\n2.5e-01 1.0e+00\n")).toEqual(Float64Array.of(1, 0.25, 0.25, 1));
    expect(read("a;b\n1;2\n3;4\n")).toEqual(Float64Array.of(1, 2, 3, 4));
    expect(read("7\n")).toEqual(Float64Array.of(7));
  });

  it("reserves no square for a long first line", () => {
    expect(() => read(`${"1,".repeat(200_000)}1\n1,2\n`)).toThrow(
      "matrix:2:1 - FIT4029: the matrix is not square: a line of 2 cells",
    );
  });

  it("refuses an index, and lines too many", () => {
    expect(() => read(",a,b\na,1,2\nb,3,4\n")).toThrow('matrix:2:1 - FIT4031: "a" in the matrix is not a number');
    expect(() => read("1,2\n3,4\n5,6\n")).toThrow(FitError);
    expect(() => read("1,2\n3,4\n5,6\n")).toThrow("matrix:3:1 - FIT4029: the matrix is not square: more than 2 lines");
  });
});
