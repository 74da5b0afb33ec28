// Model comparison, compared with numpy 2.4.6 (polynomials by lstsq, criteria from their
// definitions) and scipy.stats 1.17.1.
import { describe, expect, it } from "vitest";
import { compareFits, createFitter, type FitResult } from "../../../runtime/index.js";
import { formulaProblem, type StatementRule } from "../../helpers/formula-problem.js";
import { digits } from "../../helpers/reference.js";

const x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const y = [2.1, 3.9, 6.2, 7.8, 10.1, 12.2, 13.8, 16.1, 18.2, 19.7];
const sy = [0.1, 0.2, 0.1, 0.3, 0.1, 0.2, 0.1, 0.4, 0.1, 0.2];

function polynomial(degree: number, statement: Partial<StatementRule> = {}, rows = 10): FitResult {
  const terms = ["a", "b*x", "c*x^2", "d*x^3"].slice(0, degree + 1);
  const fitter = createFitter(
    formulaProblem({
      params: terms.map((term) => ({ name: term.slice(0, 1), start: 0 })),
      columns: ["x", "y", "sy"],
      rows: [{ predicted: terms.join(" + "), observed: "y", ...statement }],
      solver: { method: "trf", explicit: true },
    }),
  );
  return fitter.fit({ x: x.slice(0, rows), y: y.slice(0, rows), sy: sy.slice(0, rows) });
}

describe("three polynomials", () => {
  const { fits, tests, criterion } = compareFits(polynomial(0), polynomial(1), polynomial(2));

  it("have their criteria, and weights that add up to one", () => {
    expect(criterion).toBe("aicc");
    const expected = [
      [1, 36.859336726050564, 38.57362244033628, 37.16192181904461, 65.05460666292421, 7.043661705197473e-15],
      [2, -30.480984222587942, -26.480984222587942, -29.87581403659985, 0, 0.9423816857322231],
      [3, -28.891844410866923, -20.891844410866923, -27.984089131884787, 5.589139811721019, 0.05761831426776962],
    ];
    for (const [i, [parameters, aic, aicc, bic, delta, weight]] of expected.entries()) {
      const fit = fits[i];
      expect([fit?.parameters, fit?.dof]).toEqual([parameters, 10 - (parameters as number)]);
      // A chi-square from residuals of a thousandth of the data has twelve digits; its logarithm
      // has the same absolute accuracy.
      for (const [found, number] of [
        [fit?.aic, aic],
        [fit?.aicc, aicc],
        [fit?.bic, bic],
        [fit?.delta, delta],
      ]) {
        expect(found).toBeCloseTo(number as number, 9);
      }
      expect(digits(fit?.weight as number, weight as number)).toBeGreaterThan(8);
    }
  });

  it("have the F test of each pair, from the simpler to the other", () => {
    expect(tests.map(({ simple, complex }) => [simple, complex])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    const [first, , last] = tests;
    expect(first?.f?.dof).toEqual([1, 8]);
    expect(digits(first?.f?.statistic as number, 8205.000762195137)).toBeGreaterThan(9);
    expect(digits(first?.f?.p as number, 2.4625204893855845e-13)).toBeGreaterThan(8);
    expect(digits(last?.f?.statistic as number, 0.29359209807905834)).toBeGreaterThan(9);
    expect(digits(last?.f?.p as number, 0.6047380149686095)).toBeGreaterThan(10);
    expect(last?.likelihoodRatio).toBeNull();
  });
});

it("known deviations have the likelihood ratio, whichever fit comes first", () => {
  const { tests } = compareFits(
    polynomial(2, { sigma: "sy", absolute: true }),
    polynomial(1, { sigma: "sy", absolute: true }),
  );
  expect(tests).toHaveLength(1);
  expect([tests[0]?.simple, tests[0]?.complex]).toEqual([1, 0]);
  // The difference of two chi-squares of 15: eleven of thirteen digits are left.
  expect(digits(tests[0]?.likelihoodRatio?.statistic as number, 0.0213301085463371)).toBeGreaterThan(8);
  expect(digits(tests[0]?.likelihoodRatio?.p as number, 0.8838832522293635)).toBeGreaterThan(9);
  expect(digits(tests[0]?.f?.p as number, 0.9239039153600863)).toBeGreaterThan(9);
});

it("falls back on AIC where a fit has too few residuals for AICc, and on nothing for an exact one", () => {
  // Four residuals: AICc for n parameters needs more than n + 2.
  const few = compareFits(polynomial(0, {}, 4), polynomial(1, {}, 4));
  expect(few.criterion).toBe("aic");
  expect(few.fits[1]?.aicc).toBeNull();
  expect(few.fits[0]?.delta).toBeGreaterThan(0);
  const exact: FitResult = { ...polynomial(1), chi2: 0, aic: null, aicc: null, bic: null };
  const { fits, tests } = compareFits(polynomial(0), exact);
  expect(fits.map(({ delta, weight }) => [delta, weight])).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(tests[0]?.f).toBeNull();
});

it("tests nothing between models of as many parameters", () => {
  const one = polynomial(1);
  expect(compareFits(one, { ...one, model: "Other" }).tests).toEqual([]);
});

it.each([
  [() => [polynomial(0), polynomial(1, {}, 9)], "they have 10 and 9 residuals"],
  [() => [polynomial(0), polynomial(1, { sigma: "sy" })], "their noise differs: not declared and relative"],
  [() => [polynomial(0), polynomial(1, { loss: "huber", lossScale: 1 })], "'M' has a robust loss, huber"],
  [() => [{ ...polynomial(0), success: false }, polynomial(1)], "the fit of 'M' failed: converged"],
] satisfies [() => [FitResult, FitResult], string][])("refuses what cannot be compared: %#", (make, difference) => {
  const [a, b] = make();
  expect(() => compareFits(a, b)).toThrow(`FIT5045: 'M' and 'M' cannot be compared: ${difference}`);
});
