// Degrees of freedom are the residuals minus the rank of the Jacobian. Independent values: `lm` of
// R, which drops an aliased column, and the same model without the parameter that the data leave
// open.
import { bootstrap, compareFits, contour, fitMany, profile } from "fitc/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import type { FitResult, Fitter } from "../../../runtime/index.js";
import { loadModels } from "../../helpers/load-models.js";

const models = `
model Line { input x, y  param a = 1  param b = 1  fit y ~ a * x + b }
model Unused { input x, y  param a = 1  param b = 1  param c = 0.01  fit y ~ a * x + b }
model Aliased { input x, y  param a = 1  param d = 2  param b = 1  derive s = a + d  fit y ~ (a + d) * x + b }
model Product { input x, y  param a = 1  param d = 2  derive s = a * d  fit y ~ a * d * x }
model Boxed { input x, y  param a = 1  param b = 1  param c = 0.5 in [-2, 3]  fit y ~ a * x + b  solver trf }
model Robust { input x, y  param a = 1  param b = 1  fit y ~ a * x + b  loss soft_l1(0.05) }
model RobustUnused { input x, y  param a = 1  param b = 1  param c = 1  fit y ~ a * x + b  loss soft_l1(0.05) }
model Shifted { input x, y  param a = -3  param b = 5  param c = 0.5  param r = 0.7  param m = 1
  fit y ~ a + b * r^(x - m) + c * x }
`;
const data = { x: [1, 2, 3, 4], y: [2, 4.1, 6.2, 8.1] };

describe("degrees of freedom", () => {
  let all: ReadonlyMap<string, Fitter>;
  const of = (name: string): Fitter => all.get(name) ?? expect.fail(name);
  const fitOf = (name: string): FitResult => of(name).fit(data);
  const codes = ({ warnings }: FitResult) => warnings.map(({ code }) => code);
  beforeAll(async () => {
    all = await loadModels(models);
  });

  it("are those of R's lm where a parameter has no influence", () => {
    const { params, dof, rank, reducedChi2 } = fitOf("Unused");
    expect([dof, rank]).toEqual([2, 2]);
    // summary(lm(y ~ x)): sigma^2 = 0.012 / 2. The errors of R have 10 digits.
    expect(reducedChi2).toBeCloseTo(0.006, 12);
    expect(params["a"]?.stderr).toBeCloseTo(0.03464101615, 10);
    expect(params["b"]?.stderr).toBeCloseTo(0.09486832981, 10);
    expect(params["c"]?.stderr).toBe(Number.POSITIVE_INFINITY);
  });

  // A triangular factor is inverted if the rank is full, and decomposed otherwise: a few roundings.
  const same = 1e-13;

  it.each([
    ["an unused parameter", "Unused"],
    ["a parameter that only a sum contains", "Aliased"],
  ])("with %s, all statistics are those of the model without it", (_, name) => {
    const [plain, other] = [fitOf("Line"), fitOf(name)];
    expect(other.dof).toBe(plain.dof);
    for (const key of ["reducedChi2", "aic", "bic"] as const) expect(other[key]).toBeCloseTo(plain[key] ?? NaN, 9);
    expect(other.aicc).toBe(plain.aicc);
    const [b, expected] = [other.params["b"], plain.params["b"]];
    expect(Math.abs((b?.stderr ?? NaN) / (expected?.stderr ?? NaN) - 1)).toBeLessThan(same);
    expect(b?.ci95?.[1]).toBeCloseTo(expected?.ci95?.[1] ?? NaN, 12);
    const at = { x: [2.5, 7] };
    const [band, bandOfPlain] = [of(name).predict(other, at), of("Line").predict(plain, at)];
    for (const i of [0, 1]) {
      expect(band.upper[i]).toBeCloseTo(bandOfPlain.upper[i] ?? NaN, 12);
      expect(band.prediction?.upper[i]).toBeCloseTo(bandOfPlain.prediction?.upper[i] ?? NaN, 12);
    }
    expect(profile(of(name), other, data, "b").lower).toBeCloseTo(
      profile(of("Line"), plain, data, "b").lower,
      // Two searches for the same end, each to 1e-10 of the level.
      9,
    );
  });

  it("also scale the sandwich of a robust loss", () => {
    const [plain, other] = [fitOf("Robust"), fitOf("RobustUnused")];
    expect([plain.dof, other.dof]).toEqual([2, 2]);
    const [error, expected] = [other.params["a"]?.stderr ?? NaN, plain.params["a"]?.stderr ?? NaN];
    expect(Math.abs(error / expected - 1)).toBeLessThan(1e-9);
  });

  it("follow the number of parameters under SciPy's rules", () => {
    const options = { compat: "scipy" } as const;
    expect(of("Unused").fit(data, options).dof).toBe(1);
    expect(of("Line").fit(data, options).dof).toBe(2);
  });

  it("remain where as many parameters as residuals are fewer in effect", () => {
    const few = { x: [1, 2, 4], y: [2, 4.1, 8.1] };
    const result = of("Unused").fit(few);
    expect(result.dof).toBe(1);
    expect(codes(result)).not.toContain("FIT9010");
    const [error, expected] = [result, of("Line").fit(few)].map(({ params }) => params["a"]?.stderr ?? NaN);
    expect(Math.abs((error as number) / (expected as number) - 1)).toBeLessThan(same);
    const none = of("Line").fit({ x: [1, 2], y: [2, 4.1] });
    expect([none.dof, none.covariance]).toEqual([0, null]);
    expect(codes(none)).toContain("FIT9010");
    // Three unknowns, of which two residuals determine two.
    const fewer = of("Boxed").fit({ x: [1, 2], y: [2, 4.1] });
    expect([fewer.dof, fewer.rank]).toEqual([0, 2]);
    expect(codes(fewer)).toContain("FIT9009");
  });

  it("are the same in a batch", async () => {
    const { dof, stderr, reducedChi2 } = await fitMany(of("Unused"), data, [0, 4]);
    const result = fitOf("Unused");
    expect([dof[0], reducedChi2[0], stderr[0]]).toEqual([result.dof, result.reducedChi2, result.params["a"]?.stderr]);
  });

  it("count the parameters of a comparison", () => {
    const { fits, tests } = compareFits(fitOf("Line"), fitOf("Unused"), fitOf("Product"));
    expect(fits.map(({ parameters }) => parameters)).toEqual([2, 2, 1]);
    expect(tests.map(({ simple, complex }) => [simple, complex])).toEqual([
      [2, 0],
      [2, 1],
    ]);
  });

  it("give the errors of a model in which two of five parameters are one", () => {
    const y = [
      2.5047286498801027, 1.6801854785303743, 0.8076638450878533, 0.8944597788548971, 0.6252325808041939,
      0.8096805795890302, 1.2193260375281765, 1.3754511545476644, 1.8080775250692236, 2.012791680297227,
      2.7426428679699226,
    ];
    const { params, dof, rank } = of("Shifted").fit({ x: y.map((_, i) => i + 1), y });
    expect([rank, dof]).toEqual([4, 7]);
    // Gauss-Newton in 60 digits, with the four columns that are independent.
    const errors = { a: 1.422087912661461, c: 0.11713551507973101, r: 0.06359179838365123 };
    for (const [name, error] of Object.entries(errors)) {
      expect(Math.abs((params[name]?.stderr ?? NaN) / error - 1)).toBeLessThan(1e-6);
    }
    expect(params["m"]?.stderr).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("the profile of a parameter that the data do not determine", () => {
  let all: ReadonlyMap<string, Fitter>;
  const of = (name: string): Fitter => all.get(name) ?? expect.fail(name);
  beforeAll(async () => {
    all = await loadModels(models);
  });

  it.each([
    ["Unused", "c"],
    ["Aliased", "a"],
    ["Aliased", "d"],
    ["Product", "a"],
    ["Product", "d"],
  ])("%s: that of %s has no ends, and takes two refits", (model, name) => {
    const fitter = of(model);
    const found = profile(fitter, fitter.fit(data), data, name);
    expect([found.lower, found.upper]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect([found.lowerAt, found.upperAt, found.linear]).toEqual(["open", "open", null]);
    expect(found.points.length).toBe(3);
    expect(found.nfev).toBeLessThan(40);
  });

  it("ends at its bounds", () => {
    const found = profile(of("Boxed"), of("Boxed").fit(data), data, "c");
    expect([found.lower, found.upper, found.lowerAt, found.upperAt]).toEqual([-2, 3, "bound", "bound"]);
  });

  it("is the same for a result that was read from JSON", () => {
    const fitter = of("Unused");
    const read = JSON.parse(JSON.stringify(fitter.fit(data))) as FitResult;
    expect(profile(fitter, read, data, "c").upper).toBe(Number.POSITIVE_INFINITY);
  });

  it("does not spoil that of a determined combination", () => {
    const fitter = of("Product");
    const found = profile(fitter, fitter.fit(data), data, "s");
    const { stderr, value } = fitter.fit(data).derived["s"] ?? expect.fail();
    // The model is linear in s: the linear interval, by the t quantile of three degrees of freedom.
    expect(found.upper - value).toBeCloseTo(3.182446305284263 * (stderr ?? NaN), 8);
  });

  it("leaves nothing to draw a contour or a bootstrap of", () => {
    const fitter = of("Unused");
    const result = fitter.fit(data);
    expect(() => contour(fitter, result, data, "a", "c")).toThrow(/the data do not determine 'c'/);
    expect(contour(fitter, result, data, "a", "b", { points: 8 }).points.length).toBe(8);
    expect(() => bootstrap(fitter, result, data)).toThrow(/do not determine the parameters/);
  });
});
