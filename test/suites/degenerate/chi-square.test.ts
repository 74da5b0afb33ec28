// Known standard deviations that do not match the residuals: FIT9032.
import { describe, expect, it } from "vitest";
import { loadModel } from "../../helpers/load-models.js";

const fitter = await loadModel("model M { input y, s  param a = 1  fit y ~ a  sigma s absolute } ");
const relative = await loadModel("model M { input y, s  param a = 1  fit y ~ a  sigma s relative }");

/** Data about 0 with a given chi-square about their mean, for standard deviations of 1. */
function dataOf(rows: number, chi2: number) {
  const raw = Float64Array.from({ length: rows }, (_, i) => Math.sin(7 * i));
  const mean = raw.reduce((sum, value) => sum + value, 0) / rows;
  const spread = raw.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { y: raw.map((value) => (value - mean) * Math.sqrt(chi2 / spread)), s: new Float64Array(rows).fill(1) };
}

const verdicts = (rows: number, chi2: number) =>
  fitter
    .fit(dataOf(rows, chi2))
    .warnings.filter(({ code }) => code === "FIT9032")
    .map(({ message }) => message);

const tooSmall = "the declared standard deviations are too small, or the model is wrong";
const tooLarge = "the declared standard deviations are too large, or the errors are not independent";

describe("reduced chi-square far from 1 under known deviations", () => {
  // SciPy 1.17.1: chi2.isf(5e-4, 10) = 31.419813, chi2.ppf(5e-4, 10) = 1.264965.
  it.each([
    [31.5, [`the reduced chi-square is 3.15 with 10 degrees of freedom, far from 1: ${tooSmall}`]],
    [31.3, []],
    [10, []],
    [1.27, []],
    [1.26, [`the reduced chi-square is 0.126 with 10 degrees of freedom, far from 1: ${tooLarge}`]],
  ])("is told where chance goes so far once in a thousand fits: %d", (chi2, expected) => {
    expect(verdicts(11, chi2)).toEqual(expected);
  });

  // With 10,000 degrees of freedom, standard deviations that are 10 % larger change chi-square by
  // 15 of its standard deviations.
  it.each([
    [12000, 0],
    [12200, 1],
    [8300, 0],
    [8200, 1],
  ])("is not told of deviations wrong by less than a tenth: %d", (chi2, count) => {
    expect(verdicts(10_001, chi2)).toHaveLength(count);
  });

  it("nothing is said where only the ratios of the deviations are known, or the loss is robust", () => {
    expect(relative.fit(dataOf(11, 100)).warnings.map(({ code }) => code)).not.toContain("FIT9032");
    const robust = fitter.fit(dataOf(11, 100), { loss: "huber" });
    expect(robust.warnings.map(({ code }) => code)).not.toContain("FIT9032");
  });
});
