// Figures of fits: their numbers compared with SciPy's, and what they promise to everyone who sees
// one.
import { describe, expect, it } from "vitest";
import { drawSvg } from "../../../report/draw/draw-svg.js";
import { layOut } from "../../../report/draw/layout.js";
import type { FigureSpec, JsonObject } from "../../../report/figures/spec.js";
import { figureStyle } from "../../../report/figures/style.js";
import { type Figure, figures, plotSpec, type ReportedFit } from "../../../report/index.js";
import { contour, profile } from "../../../runtime/index.js";
import { exampleSpecs } from "../../helpers/example-specs.js";
import { fittedExample, fittedSpec } from "../../helpers/fitted-models.js";
import { overlappingTexts, textBoxes, textsOutside } from "../../helpers/svg.js";
import { elementsOf, parseXml } from "../../helpers/xml.js";

const rowsOf = (spec: FigureSpec, name: string) =>
  ((spec["datasets"] as JsonObject)[name] ?? []) as unknown as readonly Readonly<Record<string, number>>[];
const ofKind = (all: readonly Figure[], kind: string) => {
  const found = all.find((figure) => figure.kind === kind);
  if (found === undefined) throw new Error(`no figure of kind ${kind}`);
  return found;
};
const plot = ({ fitter, result, data, options }: ReportedFit, more: Parameters<typeof plotSpec>[3] = {}) =>
  plotSpec(fitter, result, data, { ...options, ...more });
const subtitleOf = (spec: FigureSpec) => (spec["title"] as JsonObject)["subtitle"] as readonly string[];
const range = (count: number) => Array.from({ length: count }, (_, i) => i);

const [decay] = await fittedExample("exponential-decay/model.fit");
if (decay === undefined) throw new Error("the example has no model");
const line = "model Line { input x: s, y: V  param a = 1  param b = 0  fit y ~ a * x + b }";
/** Like a random number in [-1, 1]. */
const noise = (i: number) => Math.sin(12.9898 * i * i + 1.3 * i);

describe("the figure of data and fit", () => {
  // scipy.optimize.curve_fit with tolerances of 1e-15, and the delta method with
  // scipy.stats.t.ppf(0.975, 47); six digits.
  const expected = [
    [0, 3.22704, 3.01378, 3.44029, 2.74499, 3.70908],
    [1, 2.10149, 2.00812, 2.19487, 1.65922, 2.54377],
    [2, 1.42283, 1.33703, 1.50863, 0.982091, 1.86357],
    [4, 0.766877, 0.625185, 0.90857, 0.311941, 1.22181],
  ];

  it("has the curve and the bands of SciPy", () => {
    const curve = rowsOf(plot(decay), "curve0");
    for (const values of expected) {
      const found = curve.find(({ x }) => x === values[0]);
      const names = ["x", "fit", "lower", "upper", "predictionLower", "predictionUpper"];
      // The last of six digits may be rounded otherwise.
      for (const [i, name] of names.entries()) {
        expect(Math.abs((found?.[name] ?? Number.NaN) - (values[i] ?? 0))).toBeLessThan(1.1e-5);
      }
    }
  });

  it("has all rows, with residuals that are observed minus fitted", () => {
    const rows = rowsOf(plot(decay), "rows0");
    expect(rows.length).toBe(50);
    expect(rows.slice(0, 3).map(({ residual }) => residual)).toEqual([0.125775, -0.132302, -0.00252433]);
    expect(rows[20]).toMatchObject({ x: 1.63265, observed: 1.09453, fitted: 1.63332, row: 21 });
  });

  it("says what is fitted, and the values with errors and units", () => {
    const { text, subtitle } = plot(decay)["title"] as JsonObject;
    expect(text).toEqual(["Fluorescence decay of a dye, one channel"]);
    expect(subtitle).toEqual(["y = a exp(−b t) + c", "a = 2.83 ± 0.18 V, b = 0.506 ± 0.090 s⁻¹, c = 0.39 ± 0.21 V"]);
  });

  it("has the units on its axes, those of headers only once", async () => {
    const texts = textBoxes(await drawSvg(plot(decay))).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(["time (s)", "signal (V)", "95 % prediction", "fit", "data"]));
  });

  it("has the level that is asked for", async () => {
    const texts = textBoxes(await drawSvg(plot(decay, { level: 0.683 }))).map(({ text }) => text);
    expect(texts).toContain("68.3 % confidence");
  });

  it("has a curve for each value of a second predictor", async () => {
    const [nelson] = await fittedExample("nelson/model.fit");
    const spec = plot(nelson as ReportedFit);
    const names = Object.keys(spec["datasets"] as JsonObject);
    expect(names.filter((name) => name.startsWith("curve"))).toHaveLength(4);
    // 128 rows, 32 at each of four temperatures.
    expect(range(4).map((s) => rowsOf(spec, `rows0-${s}`).length)).toEqual([32, 32, 32, 32]);
    const texts = textBoxes(await drawSvg(spec)).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(["log(y)", "temp = 180", "temp = 275"]));
  });

  it("shows observed against predicted values for two predictors with many values", async () => {
    const [x, z] = [range(30).map((i) => noise(i)), range(30).map((i) => noise(i + 40))];
    const y = x.map((value, i) => value + 2 * (z[i] ?? 0) + 0.1 * noise(i + 80));
    const spec = plot(
      await fittedSpec("model P { input x, z, y  param a = 1  param b = 1  fit y ~ a * x + b * z }", { x, z, y }),
    );
    expect(rowsOf(spec, "rows0").every(({ x, fitted }) => x === fitted)).toBe(true);
    const texts = textBoxes(await drawSvg(spec)).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(["predicted y", "observed y"]));
  });

  it("does not miss a peak that is narrower than its grid", async () => {
    // Full width 0.02 at a range of 100; two rows are on it.
    const x = [...range(101), 50.004, 50.016].sort((a, b) => a - b);
    const y = x.map((at, i) => 10 * Math.exp(-(((at - 50.01) / 0.01) ** 2)) + 0.001 * noise(i));
    const spec =
      "model P { input x, y  param h = 10  param c = 50.01  param w = 0.01  fit y ~ h * exp(-((x - c)/w)^2) }";
    const fit = rowsOf(plot(await fittedSpec(spec, { x, y })), "curve0").map((row) => row["fit"] ?? 0);
    expect(Math.max(...fit)).toBeGreaterThan(9.9);
  });

  it("has logarithmic axes where data span decades, never for data that are not positive", async () => {
    const x = range(40).map((i) => 10 ** (i / 10));
    const power = (more: number) =>
      fittedSpec("model P { input x, y  param a = 1  param k = -1  fit y ~ a * x^k  sigma 0.1 * y relative }", {
        x,
        y: x.map((value, i) => (3 / value) * (1 + 0.1 * noise(i)) + more),
      });
    const types = (fit: ReportedFit) =>
      [...JSON.stringify(plot(fit)).matchAll(/"scale":\{"type":"(\w+)"/g)].map(([, type]) => type);
    expect(types(await power(0))).toEqual(["log", "log", "log", "linear"]);
    expect(types(decay)).toEqual(["linear", "linear", "linear", "linear"]);
    const negative = await fittedSpec(line, { x: x.map((value) => -value), y: x.map((value) => value - 2) });
    expect(types(negative)).not.toContain("log");
  });

  it("has bars of one standard deviation, if sigma is declared", async () => {
    const [weighted] = await fittedExample("weighted-decay/model.fit");
    const [row] = rowsOf(plot(weighted as ReportedFit), "rows0");
    // The first sigma of the file is 0.1.
    expect((row?.["high"] ?? 0) - (row?.["low"] ?? 0)).toBeCloseTo(0.2, 5);
  });
});

describe("a figure says what it does not show", () => {
  const remarksOf = (fit: ReportedFit) => ofKind(figures(fit), "fit").remarks.join(" ");

  it("if the data do not determine a parameter, without which there is no band between the rows", async () => {
    const spec = "model P { input x, y  param a = 1  param b = 1  fit y ~ a * x + b * x * (x - 1) * (x - 2) }";
    const x = range(12).map((i) => i % 3);
    const fit = await fittedSpec(spec, { x, y: x.map((at, i) => 2 * at + 0.1 * noise(i)) });
    expect(remarksOf(fit)).toBe("No band is shown: the data do not determine b.");
    const svg = await drawSvg(plot(fit));
    const shown = textBoxes(svg).map(({ text }) => text);
    expect(shown).toContain("No band is shown: the data do not determine b.");
    expect(shown.join(" ")).toMatch(/b = \S+ \(not determined\)/);
    expect(shown.join(" ")).not.toContain("confidence");
  });

  it("if no degrees of freedom are left", async () => {
    const fit = await fittedSpec(line, { x: [1, 2], y: [2, 3] });
    expect(remarksOf(fit)).toContain("no degrees of freedom");
    const svg = await drawSvg(plot(fit));
    expect(
      textBoxes(svg)
        .map(({ text }) => text)
        .join(" "),
    ).toContain("No band is shown: no degrees of freedom");
    expect(svg).not.toContain("95 %");
  });

  it("if the error of a new observation is known at the rows only", async () => {
    const [weighted] = await fittedExample("weighted-decay/model.fit");
    expect(remarksOf(weighted as ReportedFit)).toContain("No prediction band");
  });

  it("if the fit did not converge, in the colour of a warning", async () => {
    const x = range(20);
    const spec =
      "model P { input x, y  param a = 1  param b = 1  fit y ~ a * exp(b * x)  solver trf { max_evals: 2 search: off } }";
    const fit = await fittedSpec(spec, { x, y: x.map((i) => Math.exp(-i / 5)) });
    expect(fit.result.success).toBe(false);
    const title = plot(fit)["title"] as JsonObject;
    expect(title["subtitleColor"]).toBe("#d55e00");
    expect(subtitleOf(plot(fit))[0]).toBe("NOT A FIT: the solver did not converge");
  });

  it("if points are left out; extremes are not", async () => {
    const count = 100_000;
    const x = Float64Array.from(range(count), (i) => i / count);
    const y = x.map((at, i) => 2 * at + 0.1 * noise(i) + (i === 54_321 ? 5 : 0));
    const fit = await fittedSpec(line, { x, y });
    const all = figures(fit);
    const main = ofKind(all, "fit");
    expect(main.remarks).toEqual(["1,000 of 100,000 points are shown, the extremes among them."]);
    expect(rowsOf(main.spec, "rows0").map(({ row }) => row)).toContain(54_322);
    for (const { spec } of all) expect(JSON.stringify(spec).length).toBeLessThan(300_000);
    expect(figures(fit)).toEqual(all);
  });
});

describe("figures of standardised residuals", () => {
  it("name the rows that stand out by their numbers in the data", () => {
    // r / sqrt(s2 (1 - h)) with h from the Jacobian, by NumPy: -2.56821 at the 21st row.
    const spec = plot(decay, { kind: "residuals" });
    expect(rowsOf(spec, "outliers0")).toEqual([{ x: 1.63265, z: -2.56821, row: 21 }]);
    expect(
      rowsOf(spec, "rows0")
        .slice(0, 2)
        .map(({ z }) => z),
    ).toEqual([0.672855, -0.682563]);
    expect(rowsOf(plot(decay, { kind: "fitted" }), "outliers0")[0]).toMatchObject({ x: 1.63332, row: 21 });
  });

  it("count the rows that `where` leaves out", async () => {
    const x = range(30);
    const y = x.map((i) => i + 0.1 * noise(i) + (i === 17 ? 3 : 0));
    const spec = 'model Kept { data "d.csv" { x, y where x >= 10 } param a = 1  param b = 0  fit y ~ a * x + b }';
    expect(rowsOf(plot(await fittedSpec(spec, { x, y }), { kind: "residuals" }), "outliers0")).toMatchObject([
      { row: 18 },
    ]);
  });

  it("against normal quantiles have the plotting positions of R", async () => {
    // qnorm(ppoints(50)): a = 1/2 above ten; and 1.96 standard errors of a quantile by SciPy.
    const rows = rowsOf(plot(decay, { kind: "quantiles" }), "quantiles0");
    expect(rows[0]).toEqual({ x: -2.32635, z: -2.56821, lower: -3.36113, upper: -1.29157 });
    expect(rows.slice(1, 3).map(({ x }) => x)).toEqual([-1.88079, -1.64485]);
    // qnorm(ppoints(6)): a = 3/8.
    const six = await fittedSpec(line, { x: range(6), y: [0, 1.2, 1.9, 3.1, 3.8, 5.3] });
    const quantiles = rowsOf(plot(six, { kind: "quantiles" }), "quantiles0").map(({ x }) => x);
    expect(quantiles).toEqual([-1.28155, -0.643345, -0.201893, 0.201893, 0.643345, 1.28155]);
  });
});

describe("other kinds", () => {
  const { fitter, result, data } = decay;

  it("correlations are a triangle, with names as texts", async () => {
    const texts = textBoxes(await drawSvg(plot(decay, { kind: "correlations" }))).map(({ text }) => text);
    // From the covariance of SciPy's fit.
    expect(texts).toEqual(expect.arrayContaining(["−0.73", "−0.87", "0.96", "a", "b", "c", "−1", "0", "1"]));
  });

  it("a profile ends at its interval, where chi-square has risen by the square of Student's t", () => {
    const own = profile(fitter, result, data, "tau");
    const rows = rowsOf(plot(decay, { kind: "profile", profile: own }), "points");
    // scipy.stats.t.ppf(0.975, 47)**2 = 4.0471
    expect(rows[0]?.["y"]).toBeCloseTo(4.0471, 4);
    expect(rows[0]?.["x"]).toBeCloseTo(own.lower, 4);
    expect(rows.at(-1)?.["x"]).toBeCloseTo(own.upper, 4);
  });

  it("a contour is closed, beside the ellipse of the linear approximation", () => {
    const own = contour(fitter, result, data, "a", "b");
    const spec = plot(decay, { kind: "contour", contour: own });
    const region = rowsOf(spec, "region");
    expect(region).toHaveLength(own.points.length + 1);
    expect({ ...region.at(-1), order: 0 }).toEqual(region[0]);
    // The ellipse reaches sqrt(2 F) standard errors: scipy.stats.f.ppf(0.95, 2, 47) = 3.19506.
    const reach = Math.max(...rowsOf(spec, "ellipse").map(({ x }) => x ?? 0)) - (result.params["a"]?.value ?? 0);
    expect(reach / (result.params["a"]?.stderr ?? 0)).toBeCloseTo(Math.sqrt(2 * 3.19506), 3);
  });

  it("that a fit does not have are refused with a reason", async () => {
    const [system] = await fittedExample("linear-system/model.fit");
    expect(figures(system as ReportedFit)).toEqual([]);
    expect(() => plot(system as ReportedFit)).toThrow(/FIT5072.*no columns/);
    expect(() => plot(decay, { kind: "profile" })).toThrow(/FIT5072.*result of `profile`/);
    const noDof = await fittedSpec(line, { x: [1, 2], y: [2, 3] });
    expect(() => plot(noDof, { kind: "residuals" })).toThrow(/FIT5072.*standardise/);
    expect(() => plot(noDof, { kind: "pie" as "fit" })).toThrow(/FIT5\d+.*pie/);
  });
});

describe("awkward data", () => {
  const shapes: Readonly<Record<string, (i: number) => readonly [number, number]>> = {
    "a single value of x": (i) => [3, 6 + noise(i)],
    "a constant y": (i) => [i, 5],
    "tiny numbers": (i) => [i * 1e-30, i * 1e-25 + 1e-27 * noise(i)],
    "large numbers": (i) => [i * 1e100, i * 1e120 + 1e118 * noise(i)],
    "a large offset": (i) => [1.7e9 + i, 1e5 + i + noise(i)],
    "negative numbers": (i) => [-i, -2 * i + noise(i)],
  };
  it.each(Object.entries(shapes))("%s", async (_, at) => {
    const pairs = range(25).map(at);
    const fit = await fittedSpec(line, { x: pairs.map(([x]) => x), y: pairs.map(([, y]) => y) });
    for (const { spec } of figures(fit, { style: figureStyle({ millimetres: 85 }) })) await expectLegible(spec);
  });

  it("a single row", async () => {
    const fit = await fittedSpec("model P { input x, y  param a = 1  fit y ~ a * x }", { x: [3], y: [6] });
    await expectLegible(plot(fit));
  });
});

describe("names", () => {
  const hostile = [
    "<script>alert(1)</script>",
    "]]>",
    "a.b[0]",
    "datum['x']",
    "__proto__",
    "constructor",
    "toString",
    "\\u0041",
    "' + 1 + '",
    "x".repeat(3000),
  ];

  it.each(hostile)("%s are texts, never paths or expressions", async (name) => {
    const quoted = (text: string) => `\`${text.replaceAll("\\", "\\\\")}\``;
    const spec = `model ${quoted(name)} { input ${quoted(name)}, y  param ${quoted(`p${name}`)} = 1  param q = 1  fit y ~ ${quoted(`p${name}`)} * ${quoted(name)} + q }`;
    const x = range(12);
    const { fitter, ...others } = await fittedSpec(
      spec,
      Object.fromEntries([
        [name, x],
        ["y", x.map((i) => i + noise(i))],
      ]),
    );
    for (const { spec, kind } of figures({ fitter, ...others }, { style: figureStyle({ millimetres: 85 }) })) {
      const svg = await expectLegible(spec);
      expect(elementsOf(parseXml(svg), "script")).toEqual([]);
      const shown = textBoxes(svg)
        .map(({ text }) => text)
        .join("\n");
      if (name.length < 40 && kind === "fit") expect(shown).toContain(name);
      // Fields, expressions and data sets have names of their own.
      const fields = [...JSON.stringify(spec).matchAll(/"(?:field|labelExpr|name)":"([^"]*)"/g)].map(
        ([, field]) => field,
      );
      expect(fields.filter((field) => field?.includes(name.slice(0, 20)))).toEqual([]);
    }
  });
});

/**
 * Texts are in the frame, none is on another, and the specification is one that Vega has no doubts
 * about.
 */
async function expectLegible(spec: FigureSpec): Promise<string> {
  expect((await layOut(spec)).warnings).toEqual([]);
  const svg = await drawSvg(spec);
  expect(textsOutside(svg)).toEqual([]);
  expect(overlappingTexts(svg)).toEqual([]);
  expect(svg).not.toMatch(/NaN|undefined|\[object/);
  return svg;
}

describe.each([...exampleSpecs.keys()].filter((path) => !path.startsWith("typescript-program")))("%s", (path) => {
  it("has figures that are legible in a column of a journal", async () => {
    const style = figureStyle({ millimetres: 85, points: 7 });
    for (const fit of await fittedExample(path)) {
      for (const { spec, caption } of figures(fit, { style })) {
        expect(caption).toMatch(/^[A-Z].*\.$/);
        expect(JSON.stringify(spec).length).toBeLessThan(300_000);
        expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
        await expectLegible(spec);
      }
    }
  });
});
