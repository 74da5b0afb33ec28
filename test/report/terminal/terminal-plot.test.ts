import { describe, expect, it } from "vitest";
import { displayWidth } from "../../../report/document/display-width.js";
import { terminalPlot } from "../../../report/index.js";
import type { Columns, FitOptions } from "../../../runtime/index.js";
import { loadModel } from "../../helpers/load-models.js";

interface Drawn {
  readonly width?: number;
  readonly height?: number;
  readonly unicode?: boolean;
  readonly options?: FitOptions;
}

async function plot(spec: string, data: Columns<string>, drawn: Drawn = {}): Promise<string> {
  const { width = 60, height = 20, unicode = true, options = {} } = drawn;
  const fitter = await loadModel(spec);
  const result = fitter.fit(data, options);
  const paint = (_style: string, text: string) => text;
  const text = terminalPlot({ fitter, result, data, options: {} }, { width, height, unicode, paint });
  expect(text).not.toBeNull();
  const lines = (text ?? "").trimEnd().split("\n");
  for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  return (text ?? "").trimEnd();
}

const line = `model M { data "d.csv" { x: s, y: V } param a = 1 param b = 1 fit y ~ a + b * x }`;
const lineOf = (unitless: string) => unitless.replace(": s", "").replace(": V", "");
const x = [0, 1, 2, 3, 4];

describe("a plot in the terminal", () => {
  it("shows points where the numbers are", async () => {
    // The line through (0, 0) and (4, 4) and two points of equal distance from it.
    const drawn = await plot(lineOf(line), { x, y: [0, 1.5, 2, 2.5, 4] }, { width: 30, height: 14, unicode: false });
    expect(drawn.split("\n")).toEqual([
      "M: y against x",
      "  y            o data   -. fit",
      "    4 +                 ....-o",
      "      |           ...-'o'",
      "    2 +     .o.-''o",
      "    0 +o-''''",
      "      ++-----+----+----+-----+",
      "  residual",
      "  0.4 +      o               o",
      "  0.0 +-----------o-----------",
      " -0.2 +o               o",
      "      ++-----+----+----+-----+",
      "       0     1    2    3     4",
      "                  x",
    ]);
  });

  it("names the axes with units, and the statement", async () => {
    const drawn = await plot(line.replace("param a = 1 param b = 1", "param a: V = 1 param b: V/s = 1"), {
      x,
      y: [0, 1, 2, 3, 5],
    });
    expect(drawn).toContain("M: y against x\n");
    expect(drawn).toMatch(/^ {2}y \(V\) .*o data {3}⠒⠒ fit$/m);
    expect(drawn).toContain("\n  residual (V)\n");
    expect(drawn).toMatch(/\n +x \(s\)$/);
  });

  it("has only ASCII if it is told so, even for names", async () => {
    const drawn = await plot(line.replaceAll("x", "λ"), { λ: x, y: [0, 1, 2, 3, 5] }, { unicode: false });
    expect(drawn).toMatch(/^[\x20-\x7e\n]*$/);
    expect(drawn).toContain("y against ?");
  });

  it("keeps its width with names of wide characters and long ones", async () => {
    const wide = "波".repeat(40);
    const drawn = await plot(lineOf(line).replaceAll("x", wide), { [wide]: x, y: [0, 1, 2, 3, 5] });
    expect(drawn).toContain("…");
    expect(drawn).toContain("波波波");
  });

  it("does not let names control the terminal", async () => {
    const name = "\u001b[31mred";
    const drawn = await plot(lineOf(line).replaceAll("x", "`\\u001b[31mred`"), { [name]: x, y: [0, 1, 2, 3, 5] });
    expect(drawn).not.toContain("\u001b");
    expect(drawn).toContain("\\u001b[31mred");
  });

  it("draws each statement, several predictors as observed against predicted", async () => {
    const spec = `model M { data "d.csv" { x, z, y, w } param a = 1 param b = 1 param c = 1
      fit y ~ a + b * x + c * z  fit w ~ a * z }`;
    const z = [1, 0, 2, 1, 3];
    const drawn = await plot(spec, { x, z, y: [2, 1, 5, 3, 8], w: [1, 0, 2.1, 1, 3] });
    expect(drawn).toContain("M: y, observed against predicted\n");
    expect(drawn).toContain("observed = predicted");
    expect(drawn).toContain("M: w against z\n");
    await plot(spec, { x, z, y: [2, 1, 5, 3, 8], w: [1, 0, 2.1, 1, 3] }, { width: 30 });
  });

  it("takes a predictor that never changes for a constant", async () => {
    const spec = `model M { data "d.csv" { x, z, y } param a = 1 param b = 1 fit y ~ a * z + b * x }`;
    expect(await plot(spec, { x, z: [2, 2, 2, 2, 2], y: [0, 1, 2, 3, 5] })).toContain("M: y against x\n");
  });

  it("draws `residual` statements against their column, or the rows", async () => {
    const one = await plot(`model M { data "d.csv" { x } param a = 1 residual x - a }`, { x });
    expect(one).toContain("against x\n");
    expect(one).not.toContain("data");
    const two = await plot(`model M { data "d.csv" { x, y } param a = 1 residual x - a * y }`, {
      x,
      y: [1, 2, 2, 3, 4],
    });
    expect(two).toContain("against row\n");
  });

  it("has logarithmic axes where the data span decades", async () => {
    const spec = `model M { data "d.csv" { x, y } param a = 1 param b = -1 fit y ~ a * x^b }`;
    const wide = [0.001, 0.01, 0.1, 1, 10, 100];
    const drawn = await plot(spec, { x: wide, y: wide.map((v, i) => (2 + i / 50) / v) });
    expect(drawn).toMatch(/0\.001 +0\.01 +0\.1 +1 +10 +100/);
    // A power law is a straight line: the six points are equally far apart.
    const rows = drawn.split("\n").slice(2, 12);
    const points = rows.flatMap((row, i) => (row.includes("o") ? [[row.indexOf("o"), i]] : []));
    expect(points.length).toBe(6);
    const steps = points.slice(1).map(([column = 0], i) => column - (points[i]?.[0] ?? 0));
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1);
  });

  it("draws error bars of a declared sigma, and residuals in its units", async () => {
    const drawn = await plot(`${lineOf(line).slice(0, -1)} sigma 1 absolute }`, { x, y: [0, 2, 2, 2, 4] });
    expect(drawn).toContain("residual / sigma");
    const barred = (text: string) => text.split("\n").filter((row) => /[│┤].*│/.test(row)).length;
    expect(barred(drawn)).toBeGreaterThan(3);
    // 36 bars are the most.
    const many = Array.from({ length: 37 }, (_, i) => i);
    const without = await plot(`${lineOf(line).slice(0, -1)} sigma 1 absolute }`, { x: many, y: many });
    expect(barred(without)).toBe(0);
  });

  it("shows curves with peaks narrower than a column and is not distorted by poles", async () => {
    const grid = Array.from({ length: 200 }, (_, i) => i / 2);
    const peak = `model M { data "d.csv" { x, y } param a = 90 param b = 0 fit y ~ b + a * exp(-((x - 50) / 0.2)^2) }`;
    const y = grid.map((v) => 1 + 100 * Math.exp(-(((v - 50) / 0.2) ** 2)));
    const high = (await plot(peak, { x: grid, y })).split("\n").slice(4, 6).join("");
    expect(high).toMatch(/⡇/);
    const pole = `model M { data "d.csv" { x, y } param a = 1 fit y ~ a / (x - 2.5) }`;
    const drawn = await plot(pole, { x, y: x.map((v) => 1 / (v - 2.5) + 0.01 * v) });
    expect(drawn).toMatch(/^ +2 ┤/m);
    expect(drawn).not.toMatch(/^ +\d{2,} ┤/m);
  });

  it.each([
    ["one row", [1], [2]],
    ["a constant column", [3, 3, 3, 3], [1, 2, 3, 4]],
    ["constant observations", x, [7, 7, 7, 7, 7]],
    ["tiny numbers", x.map((v) => v * 1e-30), [0, 1, 2, 3, 5].map((v) => v * 1e-30)],
    ["huge numbers", x.map((v) => v * 1e150), [0, 1, 2, 3, 5].map((v) => v * 1e150)],
  ])("draws %s", async (_, x, y) => {
    const drawn = await plot(`model M { data "d.csv" { x, y } param a = 1 fit y ~ a * (1 + 0 * x) solver trf }`, {
      x,
      y,
    });
    expect(drawn).toMatch(/o/);
    expect(drawn).toMatch(/┤/);
    expect(drawn).not.toMatch(/NaN|Infinity/);
  });

  it("says that a fit did not converge", async () => {
    const drawn = await plot(lineOf(line), { x, y: [0, 1, 2, 3, 5] }, { options: { maxEvals: 1 } });
    expect(drawn).toContain("M: y against x (the fit did not converge)\n");
  });

  it("draws a million points as dots, at once", async () => {
    const n = 1e6;
    const many = Float64Array.from({ length: n }, (_, i) => i / n);
    const spec = lineOf(line);
    const fitter = await loadModel(spec);
    const data = { x: many, y: many.map((v, i) => 1 + v + ((i * 7919) % 1000) / 1000) };
    const result = fitter.fit(data);
    const start = performance.now();
    const text = terminalPlot(
      { fitter, result, data, options: {} },
      { width: 80, height: 25, unicode: true, paint: (_, text) => text },
    );
    // 0.3 s on an idle machine; several tests run at once.
    expect(performance.now() - start).toBeLessThan(8000);
    expect(text).toContain("⣿⣿⣿");
    expect(text).toMatch(/••••/);
    expect(text?.length).toBeLessThan(3000);
  });
});
