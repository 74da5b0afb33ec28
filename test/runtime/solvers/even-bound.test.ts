// A width whose best value is its bound 0. The model is even in it, so the derivative there is 0
// whatever the data are. The other parameters and their errors are those of the model with the
// width left out, which is another expression.
import { fitMany, profile } from "fitc/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import type { FitResult, Fitter } from "../../../runtime/index.js";
import { loadModel } from "../../helpers/load-models.js";

/** A deterministic scatter about 0 between -1 and 1. */
const scatter = (i: number) => Math.sin(12.9898 * (i + 1)) ** 3;
const points = 60;
const x = Array.from({ length: points }, (_, i) => -4 + (8 * i) / (points - 1));
/** A Lorentzian with a narrower top, which no Gaussian part can give. */
const peak = (extra: number, noise: number) =>
  x.map((v, i) => 2 / (1 + (v / 0.6) ** 2) + extra * Math.exp(-((v / 0.3) ** 2)) + noise * scatter(i));

const voigt = (start: number, rest = "") => `model V { input x, y
  param A = 3  param c = 0.1  param s = ${start} in [0, 10]  param g = 0.3 in [0, 10]
  fit y ~ A * voigt(x - c, s, g) ${rest} }`;
const lorentz = `model L { input x, y  param A = 3  param c = 0.1  param g = 0.3 in [0, 10]
  fit y ~ A * g / (pi * ((x - c)^2 + g^2)) }`;

function expectAtBound(result: FitResult, name: string, side: "lower" | "upper", value: number): void {
  const estimate = result.params[name] ?? expect.fail(name);
  expect([result.success, estimate.value, estimate.atBound, estimate.stderr]).toEqual([true, value, side, null]);
  const codes = result.warnings.map(({ code }) => code);
  expect(codes).toContain("FIT9004");
  for (const code of ["FIT9007", "FIT9012", "FIT9011"]) expect(codes).not.toContain(code);
}

describe.each(["trf", "dogbox"] as const)("a width that ends on its bound 0, by %s", (solver) => {
  const data = { x, y: peak(0.2, 0.02) };
  let plain: FitResult;
  beforeAll(async () => {
    plain = (await loadModel(lorentz)).fit(data);
  });

  it.each([1, 0.1, 0.01, 1e-6, 0, 5, 9.9])("of a Voigt profile, from %d", async (start) => {
    const model = await loadModel(voigt(start));
    const result = model.fit(data, { solver });
    expectAtBound(result, "s", "lower", 0);
    expect([result.rank, result.dof]).toEqual([3, points - 3]);
    for (const name of ["A", "c", "g"]) {
      const [found, exact] = [result, plain].map((fit) => fit.params[name === "A" ? "A" : name] ?? expect.fail());
      // The voigt of the runtime has 13 digits and more.
      expect(Math.abs((found?.value ?? NaN) - (exact?.value ?? NaN))).toBeLessThan(1e-9 * (exact?.stderr ?? NaN));
      expect(Math.abs((found?.stderr ?? NaN) / (exact?.stderr ?? NaN) - 1)).toBeLessThan(1e-9);
    }
  });

  it.each([
    ["loose tolerances", { ftol: 1e-8, xtol: 1e-8, gtol: 1e-8 }],
    ["only gtol", { ftol: null, xtol: null, gtol: 1e-9 }],
    ["several starts", { starts: 5, seed: 1 }],
  ])("with %s", async (_, options) => {
    const result = (await loadModel(voigt(1))).fit(data, { solver, ...options });
    expectAtBound(result, "s", "lower", 0);
  });

  it("in other models that are even in it", async () => {
    // cos(s x) is 1 - s^2 x^2 / 2, the data curve upwards; and with the bound above.
    const up = { x, y: x.map((v, i) => 1 + 0.02 * v * v + 0.01 * scatter(i)) };
    const cosine = await loadModel(
      "model C { input x, y  param a = 1  param s = 0.3 in [0, 4]  fit y ~ a * cos(s * x) }",
    );
    expectAtBound(cosine.fit(up, { solver }), "s", "lower", 0);
    const above = await loadModel(
      "model C { input x, y  param a = 1  param s = -0.3 in [-4, 0]  fit y ~ a * cos(s * x) }",
    );
    expectAtBound(above.fit(up, { solver }), "s", "upper", 0);
    // Widths added in quadrature: a resolution of 0.5 is already more than the data show.
    const narrow = { x, y: x.map((v, i) => Math.exp(-0.5 * (v / 0.45) ** 2) + 0.01 * scatter(i)) };
    const width = await loadModel(`model W { input x, y  param a = 1  param w = 1 in [0, 9]
      fit y ~ a * exp(-0.5 * x^2 / (w^2 + 0.25)) }`);
    expectAtBound(width.fit(narrow, { solver }), "w", "lower", 0);
    const shifted = await loadModel(`model W { input x, y  param a = 1  param w = 8 in [7, 9]
      fit y ~ a * exp(-0.5 * x^2 / ((w - 7)^2 + 0.25)) }`);
    expectAtBound(shifted.fit(narrow, { solver }), "w", "lower", 7);
  });

  it("of perfect data", async () => {
    const result = (await loadModel(voigt(1))).fit({ x, y: peak(0, 0) }, { solver });
    expect(result.success).toBe(true);
    expect(result.params["s"]?.value).toBeLessThan(1e-3);
    expect(result.params["g"]?.value).toBeCloseTo(0.6, 5);
  });

  it("but a minimum inside is found, even from a start on the bound", async () => {
    const gaussian = { x, y: x.map((v, i) => Math.exp(-0.5 * (v / 0.8) ** 2) + 0.01 * scatter(i)) };
    for (const start of [0, 1]) {
      const model = await loadModel(`model W { input x, y  param a = 1  param w = ${start} in [0, 9]
        fit y ~ a * exp(-0.5 * x^2 / (w^2 + 0.25)) }`);
      const { params, activeMask } = model.fit(gaussian, { solver });
      expect(activeMask).toEqual([0, 0]);
      // 0.8^2 = w^2 + 0.25
      expect(Math.abs((params["w"]?.value ?? NaN) - Math.sqrt(0.39))).toBeLessThan(4 * (params["w"]?.stderr ?? 0));
    }
  });
});

describe("a parameter on a bound that does nothing", () => {
  const data = { x, y: peak(0.2, 0.02) };
  const fitOf = async (params: string, model: string): Promise<readonly [Fitter, FitResult]> => {
    const fitter = await loadModel(`model M { input x, y  ${params}  fit y ~ ${model}  solver dogbox }`);
    return [fitter, fitter.fit(data)];
  };

  it.each([
    ["is not used", "param a = 1  param u = 0 in [0, 1]", "a * x"],
    ["is multiplied by 0", "param a = 1  param u = 0 in [0, 1]", "a * x + 0 * u"],
    [
      "is multiplied by a parameter that is 0",
      "param a = 1  param b = 0 fixed  param u = 1 in [0, 1]",
      "a * x + b * u^2",
    ],
    ["acts where there are no data", "param a = 1  param u = 0 in [0, 1]", "a * x + max(0, u + x - 9)^2"],
  ])("%s: it is not determined, and not at its bound", async (_, params, model) => {
    const [, result] = await fitOf(params, model);
    expect([result.params["u"]?.atBound, result.params["u"]?.stderr]).toEqual([null, Number.POSITIVE_INFINITY]);
  });
});

it("fitMany and the profile agree with the fit", async () => {
  const data = { x, y: peak(0.2, 0.02) };
  const model = await loadModel(voigt(1));
  const result = model.fit(data);
  const { params, stderr, dof } = await fitMany(model, data, [0, points]);
  expect([...params]).toEqual(result.x);
  expect([stderr[2], stderr[0], dof[0]]).toEqual([Number.NaN, result.params["A"]?.stderr, result.dof]);
  const { lower, lowerAt, upper, upperAt } = profile(model, result, data, "s");
  expect([lower, lowerAt, upperAt]).toEqual([0, "bound", "level"]);
  expect(upper).toBeGreaterThan(0);
  expect(upper).toBeLessThan(1);
});
