import { contour } from "fitc/runtime";
import { describe, expect, it } from "vitest";
import { loadModel } from "../../helpers/load-models.js";
import { readReferenceCsv } from "../../helpers/reference.js";

/** 2 F for 2 and n degrees of freedom, which has a closed form. */
const twiceF = (level: number, n: number) => n * ((1 - level) ** (-2 / n) - 1);

const x = [1, 2, 3, 4, 5, 6];
const y = [1.1, 1.9, 3.2, 3.8, 5.3, 5.7];
const line = "model Line { input x, y  param a = 0  param b = 0  derive at3 = a + 3 * b  fit y ~ a + b * x }";

describe("the contour of a linear model", () => {
  it("is the ellipse of its covariance", async () => {
    const fitter = await loadModel(line);
    const fit = fitter.fit({ x, y });
    const [[aa = 0, ab = 0] = [], [, bb = 0] = []] = fit.covariance ?? [];
    const det = aa * bb - ab * ab;
    const { points, center } = contour(fitter, fit, { x, y }, "a", "b", { points: 24 });
    expect(points).toHaveLength(24);
    for (const { values, at } of points) {
      const [u, v] = [values[0] - center[0], values[1] - center[1]];
      const distance = (bb * u * u - 2 * ab * u * v + aa * v * v) / det;
      expect(at).toBe("level");
      // The refits are accurate to the rounding of the cost, so the ellipse is accurate to about
      // the square root of that.
      expect(distance / twiceF(0.95, 4)).toBeCloseTo(1, 7);
    }
  });

  it("takes chi-square for known deviations, and derived quantities", async () => {
    const fitter = await loadModel(line.replace("}", "  sigma 0.2 absolute }"));
    const fit = fitter.fit({ x, y });
    const { points, center } = contour(fitter, fit, { x, y }, "at3", "b", { points: 8, level: 0.9 });
    const sxx = x.reduce((sum, value) => sum + (value - 3.5) ** 2, 0);
    for (const { values } of points) {
      // S rises by [n (d at mean)^2 + sxx db^2] / sigma^2.
      const db = values[1] - center[1];
      const dmean = values[0] - center[0] + 0.5 * db;
      expect((6 * dmean ** 2 + sxx * db ** 2) / 0.04).toBeCloseTo(-2 * Math.log(0.1), 7);
    }
  });
});

describe("the contour of a nonlinear model", () => {
  it("is where the sum of squares itself has risen, where no other parameter is free", async () => {
    const fitter = await loadModel(
      "model BoxBOD { input x, y  param b1 = 100  param b2 = 0.75  fit y ~ b1 * (1 - exp(-b2 * x)) }",
    );
    const data = readReferenceCsv("nist/BoxBOD.csv");
    const fit = fitter.fit(data);
    const { points } = contour(fitter, fit, data, "b1", "b2", { points: 16 });
    for (const { values, at } of points) {
      const sum = fitter.residuals(values, data).reduce((total, r) => total + r * r, 0);
      expect(at).toBe("level");
      expect((sum - fit.chi2) / (fit.reducedChi2 ?? 0)).toBeCloseTo(twiceF(0.95, 4), 7);
    }
  });

  const t = Array.from({ length: 12 }, (_, i) => i / 2);
  const decay = (bounds: string) =>
    `model Decay { input t, y  param A = 2  param k = 0.5 ${bounds}  param c = 0.1  derive tau = 1 / k  fit y ~ A * exp(-k * t) + c }`;
  const data = { t, y: t.map((value, i) => 2.5 * Math.exp(-0.7 * value) + 0.3 + 0.1 * Math.sin(37 * i * i + i)) };

  it("is where the least cost of fits with the pair fixed has risen", async () => {
    const fitter = await loadModel(decay(""));
    const fit = fitter.fit(data);
    const { points } = contour(fitter, fit, data, "k", "c", { points: 12 });
    for (const { values } of points) {
      const refit = fitter.fit(data, { fixed: ["k", "c"], start: { k: values[0], c: values[1] } });
      expect((2 * (refit.cost - fit.cost)) / (fit.reducedChi2 ?? 0)).toBeCloseTo(twiceF(0.95, 9), 7);
    }
  });

  it("is the same region in another parameter", async () => {
    const fitter = await loadModel(decay(""));
    const fit = fitter.fit(data);
    const { points } = contour(fitter, fit, data, "tau", "c", { points: 12 });
    for (const { values } of points) {
      const refit = fitter.fit(data, { fixed: ["k", "c"], start: { k: 1 / values[0], c: values[1] } });
      expect((2 * (refit.cost - fit.cost)) / (fit.reducedChi2 ?? 0)).toBeCloseTo(twiceF(0.95, 9), 6);
    }
  });

  it("is cut where a bound is, and marked", async () => {
    const fitter = await loadModel(decay("in [0, 0.8]"));
    const fit = fitter.fit(data);
    const { points, center } = contour(fitter, fit, data, "k", "c");
    const cut = points.filter(({ at }) => at === "bound");
    expect(cut.length).toBeGreaterThan(5);
    expect(cut.every(({ values }) => Math.abs(values[0] - 0.8) < 1e-12)).toBe(true);
    expect(points.every(({ values }) => values[0] <= 0.8)).toBe(true);
    expect(points.filter(({ at }) => at === "level").length).toBe(points.length - cut.length);
    expect(center[0]).toBe(fit.params["k"]?.value);
  });
});

it("a contour of what does not vary independently is refused", async () => {
  const fitter = await loadModel(line.replace("derive at3 = a + 3 * b", "derive twice = 2 * a"));
  const fit = fitter.fit({ x, y });
  expect(() => contour(fitter, fit, { x, y }, "a", "a")).toThrow(/FIT5039.*the same/);
  expect(() => contour(fitter, fit, { x, y }, "a", "twice")).toThrow(/FIT5039.*perfectly correlated/);
  expect(() => contour(fitter, fit, { x, y }, "a", "z" as never)).toThrow("FIT5038");
  expect(() => contour(fitter, fit, { x, y }, "a", "b", { points: 2 })).toThrow("FIT5007");
});
