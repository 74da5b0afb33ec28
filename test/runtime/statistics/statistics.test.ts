// Statistics, compared with closed forms: the straight line, weights, known standard deviations,
// predictions, and the effects of robust losses.
import { describe, expect, it } from "vitest";
import { createFitter, type FitOptions, type FitResult } from "../../../runtime/index.js";
import { formulaProblem, type ModelRule } from "../../helpers/formula-problem.js";
import { loadModel } from "../../helpers/load-models.js";

// Ten points about a line, and the 0.975 quantile of Student's t with 8 degrees of freedom (from
// tables).
const x = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
const y = Float64Array.of(2.1, 3.9, 6.2, 7.8, 10.1, 12.2, 13.8, 16.1, 18.2, 19.7);
const sy = Float64Array.of(0.1, 0.2, 0.1, 0.3, 0.1, 0.2, 0.1, 0.4, 0.1, 0.2);
const t8 = 2.306004135204166;
const z = 1.959963984540054;

const params = [
  { name: "a", start: 0 },
  { name: "b", start: 0 },
];
const line = (statement: object, rest: Partial<ModelRule> = {}) =>
  createFitter(
    formulaProblem({
      params,
      columns: ["x", "y", "sy"],
      rows: [{ predicted: "a + b*x", observed: "y", ...statement }],
      ...rest,
    }),
  );
const data = { x, y, sy };
const sum = (f: (i: number) => number) => x.reduce((total, _, i) => total + f(i), 0);
const at = (values: ArrayLike<number>, i: number) => values[i] as number;

/** The weighted straight line in closed form. */
function closedForm(weight: (i: number) => number) {
  const s = sum(weight);
  const mean = sum((i) => weight(i) * at(x, i)) / s;
  const sxx = sum((i) => weight(i) * (at(x, i) - mean) ** 2);
  const b = sum((i) => weight(i) * (at(x, i) - mean) * at(y, i)) / sxx;
  const a = sum((i) => weight(i) * at(y, i)) / s - b * mean;
  const chi2 = sum((i) => weight(i) * (at(y, i) - a - b * at(x, i)) ** 2);
  return { a, b, chi2, s, mean, sxx, va: 1 / s + mean ** 2 / sxx, vb: 1 / sxx };
}

function expectParam(result: FitResult, name: string, value: number, stderr: number, quantile: number) {
  const estimate = result.params[name];
  expect(estimate?.value).toBeCloseTo(value, 10);
  expect((estimate?.stderr as number) / stderr).toBeCloseTo(1, 10);
  expect(estimate?.ci95?.[0]).toBeCloseTo(value - quantile * stderr, 9);
  expect(estimate?.ci95?.[1]).toBeCloseTo(value + quantile * stderr, 9);
}

describe("the straight line", () => {
  it("without deviations has the errors of the textbook", () => {
    const result = line({}).fit(data);
    const f = closedForm(() => 1);
    const s2 = f.chi2 / 8;
    expectParam(result, "a", f.a, Math.sqrt(s2 * f.va), t8);
    expectParam(result, "b", f.b, Math.sqrt(s2 * f.vb), t8);
    expect(result.dof).toBe(8);
    expect(result.sigma).toBe("none");
    expect(result.reducedChi2).toBeCloseTo(s2, 13);
    expect(result.covariance?.[0]?.[1]).toBeCloseTo((-s2 * f.mean) / f.sxx, 13);
    expect(result.correlation?.[0]?.[1]).toBeCloseTo(-f.mean / f.sxx / Math.sqrt(f.va * f.vb), 12);
    const meanY = sum((i) => at(y, i)) / 10;
    expect(result.r2).toBeCloseTo(1 - f.chi2 / sum((i) => (at(y, i) - meanY) ** 2), 12);
    expect(result.aic).toBeCloseTo(10 * Math.log(f.chi2 / 10) + 4, 9);
    expect(result.bic).toBeCloseTo(10 * Math.log(f.chi2 / 10) + 2 * Math.log(10), 9);
    expect(result.rank).toBe(2);
  });

  it("with relative deviations rescales by the reduced chi-square, with absolute ones does not", () => {
    const f = closedForm((i) => 1 / at(sy, i) ** 2);
    const relative = line({ sigma: "sy" }).fit(data);
    expectParam(relative, "b", f.b, Math.sqrt((f.chi2 / 8) * f.vb), t8);
    expect(relative.sigma).toBe("relative");
    const absolute = line({ sigma: "sy", absolute: true }).fit(data);
    expectParam(absolute, "a", f.a, Math.sqrt(f.va), z);
    expect([absolute.sigma, absolute.chi2]).toEqual(["absolute", relative.chi2]);
    expect(absolute.chi2).toBeCloseTo(f.chi2, 9);
    expect(absolute.rss).toBeCloseTo(
      sum((i) => (at(y, i) - f.a - f.b * at(x, i)) ** 2),
      11,
    );
  });

  it("with weights is that of deviations 1 / sqrt(weight)", () => {
    const weighted = line({ weight: "1/sy^2" }).fit(data);
    const relative = line({ sigma: "sy" }).fit(data);
    for (const name of ["a", "b"])
      expect(weighted.params[name]?.stderr).toBeCloseTo(relative.params[name]?.stderr as number, 12);
    expect(weighted.chi2).toBeCloseTo(relative.chi2, 9);
  });

  it("gives intervals at the level asked for", () => {
    const [usual, wide] = [line({}).fit(data), line({}).fit(data, { level: 0.99 })];
    // The 0.995 quantile of Student's t with 8 degrees of freedom.
    const half = (result: FitResult) =>
      (result.params["b"]?.ci95?.[1] as number) - (result.params["b"]?.value as number);
    expect(half(wide) / half(usual)).toBeCloseTo(3.3553873313333957 / t8, 9);
    expect(wide.level).toBe(0.99);
  });
});

describe("rows of weight 0", () => {
  // Six of the ten rows have a weight; the others are far off.
  const weighs = (i: number) => i % 5 < 3;
  const w = x.map((_, i) => (weighs(i) ? 1 : 0));
  const off = y.map((value, i) => (weighs(i) ? value : value + 100));
  const pick = (values: Float64Array) => values.filter((_, i) => weighs(i));
  const few = { x: pick(x), y: pick(y), sy: pick(w) };

  it.each([{}, { loss: "soft_l1", lossScale: 0.1 }])("are as if they were not there: %o", (loss) => {
    const solver = { method: "trf", explicit: true } as const;
    const all = line({ weight: "sy", ...loss }, { solver }).fit({ x, y: off, sy: w });
    const alone = line({ weight: "sy", ...loss }, { solver }).fit(few);
    const close = (value: number | null | undefined) => expect.closeTo(value as number, 9);
    expect(all).toMatchObject({ dof: 4, residuals: 6, rows: 10, r2: close(alone.r2), rss: close(alone.rss) });
    expect(all).toMatchObject({ aic: close(alone.aic), bic: close(alone.bic), chi2: close(alone.chi2) });
    for (const name of ["a", "b"])
      expect(all.params[name]?.stderr).toBeCloseTo(alone.params[name]?.stderr as number, 9);
  });

  it("alone are nothing to fit to", () => {
    expect(() => line({ weight: "sy" }).fit({ x, y, sy: x.map(() => 0) })).toThrow(
      "FIT5016: every weight is 0, so there is nothing to fit (give some rows a positive weight)",
    );
  });

  it("do not count as residuals for lm", () => {
    expect(() => line({ weight: "sy" }).fit({ x, y, sy: x.map((_, i) => (i === 0 ? 1 : 0)) })).toThrow(
      "FIT5012: there are fewer residuals (1) than free parameters (2)",
    );
  });
});

describe("predict", () => {
  const points = { x: Float64Array.of(0, 5.5, 20) };

  it("has the bands of the textbook", () => {
    const fitter = line({});
    const f = closedForm(() => 1);
    const s2 = f.chi2 / 8;
    const band = fitter.predict(fitter.fit(data), points);
    for (const [i, value] of points.x.entries()) {
      const mean = f.a + f.b * value;
      const variance = s2 * (1 / 10 + (value - f.mean) ** 2 / f.sxx);
      expect(band.value[i]).toBeCloseTo(mean, 10);
      expect(band.stderr[i]).toBeCloseTo(Math.sqrt(variance), 10);
      expect(band.lower[i]).toBeCloseTo(mean - t8 * Math.sqrt(variance), 9);
      expect(band.upper[i]).toBeCloseTo(mean + t8 * Math.sqrt(variance), 9);
      expect(band.prediction?.lower[i]).toBeCloseTo(mean - t8 * Math.sqrt(variance + s2), 9);
      expect(band.prediction?.upper[i]).toBeCloseTo(mean + t8 * Math.sqrt(variance + s2), 9);
    }
  });

  it("needs the deviations of new observations for their band alone", () => {
    const fitter = line({ sigma: "sy", absolute: true });
    const result = fitter.fit(data);
    expect(fitter.predict(result, points).prediction).toBeNull();
    const given = fitter.predict(result, { ...points, sy: Float64Array.of(1, 2, 3) });
    const f = closedForm((i) => 1 / at(sy, i) ** 2);
    const variance = 1 / f.s + (20 - f.mean) ** 2 / f.sxx;
    expect((given.prediction?.upper[2] as number) - (given.value[2] as number)).toBeCloseTo(
      z * Math.sqrt(variance + 9),
      8,
    );
  });

  it("works from a result that was stored", () => {
    const fitter = line({});
    const result = fitter.fit(data);
    expect(fitter.predict(JSON.parse(JSON.stringify(result)), points)).toEqual(fitter.predict(result, points));
  });

  it("is determined where the parameters are not", () => {
    const fitter = createFitter(
      formulaProblem({
        params: [
          { name: "A", start: 1 },
          { name: "B", start: 1 },
        ],
        columns: ["x", "y"],
        rows: [{ predicted: "A*B*x", observed: "y" }],
      }),
    );
    const band = fitter.predict(fitter.fit(data), points);
    expect(band.stderr[0]).toBe(0);
    expect(Number.isFinite(band.stderr[2])).toBe(true);
    expect(band.lower[0]).toBe(0);
  });

  it("names the responses where there are several, or none of that name", () => {
    const two = createFitter(
      formulaProblem({
        params,
        columns: ["x", "y", "sy"],
        rows: [
          { predicted: "a + b*x", observed: "y" },
          { predicted: "a - b*x", observed: "sy" },
        ],
      }),
    );
    const result = two.fit(data);
    expect(two.predict(result, { x: [2] }, { response: "sy" }).value[0]).toBeCloseTo(
      (result.params["a"]?.value as number) - 2 * (result.params["b"]?.value as number),
      12,
    );
    expect(() => two.predict(result, { x: [2] }, { response: "sz" })).toThrow(
      "FIT5014: the model has no response 'sz'; it has 'y', 'sy' (did you mean 'sy'?)",
    );
    expect(() => two.predict(result, {} as never, { response: "y" })).toThrow("FIT4001: the data have no column 'x'");
  });
});

describe("robust losses", () => {
  it("have the sandwich of least squares where no residual is large", () => {
    // With C far above the residuals, psi = r and psi' = 1 to 1e-8.
    const plain = line({}).fit(data, { sandwich: "HC1" });
    const robust = line({ loss: "soft_l1", lossScale: 1e4 }, { solver: { method: "trf", explicit: true } }).fit(data);
    for (const name of ["a", "b"]) {
      expect(robust.params[name]?.value).toBeCloseTo(plain.params[name]?.value as number, 7);
      expect((robust.params[name]?.stderr as number) / (plain.params[name]?.stderr as number)).toBeCloseTo(1, 6);
    }
    expect([robust.loss, robust.lossScale]).toEqual(["soft_l1", 1e4]);
  });

  it("gives the mean by Huber's loss the error of the sandwich", () => {
    // One parameter, J = 1: the variance is N / (N - 1) sum psi^2 / (sum psi')^2.
    const values = Float64Array.of(0.1, -0.2, 0.3, -0.1, 0, 0.2, -0.3, 0.1, 9, -0.1);
    const fitter = createFitter(
      formulaProblem({
        params: [{ name: "m", start: 0 }],
        columns: ["y"],
        rows: [{ predicted: "m", observed: "y", loss: "huber", lossScale: 1 }],
        solver: { method: "trf", explicit: true },
      }),
    );
    const result = fitter.fit({ y: values });
    // The nine inner residuals and the clipped one sum to 0.
    const m = (values.reduce((total, value) => total + value, 0) - 9 + 1) / 9;
    expect(result.params["m"]?.value).toBeCloseTo(m, 8);
    const squares = values.reduce((total, value) => total + Math.min(1, (m - value) ** 2), 0);
    expect(result.params["m"]?.stderr).toBeCloseTo(Math.sqrt((10 / 9) * squares) / 9, 8);
  });
});

describe("a parameter on a bound", () => {
  const bounded = (options: FitOptions = {}) =>
    line(
      {},
      {
        params: [
          { name: "a", start: 1, lower: 0.5 },
          { name: "b", start: 1 },
        ],
        solver: { method: "trf", explicit: true },
        derived: { twice: "2*a", both: "a + b" },
      },
    ).fit(data, options);

  it("is put onto it, has no error, and is a constant to the others", () => {
    const result = bounded();
    // The unconstrained optimum has a near 0. With a = 1/2: b = sum x (y - a) / sum x^2, and 9
    // degrees of freedom.
    const sxx = sum((i) => at(x, i) ** 2);
    const b = sum((i) => at(x, i) * (at(y, i) - 0.5)) / sxx;
    const s2 = sum((i) => (at(y, i) - 0.5 - b * at(x, i)) ** 2) / 9;
    expect(result.params["a"]).toMatchObject({ value: 0.5, stderr: null, ci95: null, atBound: "lower" });
    expect(result.params["b"]?.value).toBeCloseTo(b, 8);
    expect(result.params["b"]?.stderr).toBeCloseTo(Math.sqrt(s2 / sxx), 8);
    expect(result.dof).toBe(9);
    expect(result.covariance).toEqual([
      [0, 0],
      [0, expect.closeTo(s2 / sxx, 10)],
    ]);
    expect(result.derived["twice"]).toEqual({ value: 1, stderr: null, ci95: null });
    expect(result.derived["both"]?.stderr).toBeCloseTo(Math.sqrt(s2 / sxx), 8);
    expect(result.warnings.map(({ message }) => message)).toEqual([
      "'a' is at its lower bound, 0.5: it has no standard error, and those of the others are computed with it fixed there",
    ]);
    expect(result.optimality).toBeLessThan(1e-6);
  });

  it("has curve_fit's error under its rules, which leave the bound out of account", () => {
    const result = bounded({ compat: "scipy" });
    const f = closedForm(() => 1);
    const s2 = (2 * result.cost) / 8;
    expect(result.params["a"]?.stderr).toBeCloseTo(Math.sqrt(s2 * f.va), 8);
    expect(result.dof).toBe(8);
  });
});

describe("a derived quantity that is no number", () => {
  it("is told, and the fit is no success", async () => {
    const model = await loadModel("model M { input x, y  param a = 1  derive l = log(a)  fit y ~ a * x }");
    const fit = model.fit({ x: [1, 2, 3], y: [-1, -2.1, -2.9] });
    expect(fit.params["a"]?.value).toBeLessThan(0);
    expect(fit.warnings.map(({ code }) => code)).toContain("FIT9013");
    expect(fit.success).toBe(false);
  });
});
