import { describe, expect, it } from "vitest";
import {
  betaInc,
  chi2Cdf,
  chi2Quantile,
  chi2Sf,
  fCdf,
  fQuantile,
  fSf,
  gammaIncP,
  gammaIncQ,
  normalCdf,
  normalQuantile,
  normalSf,
  studentTCdf,
  studentTQuantile,
  studentTSf,
} from "../../math/index.js";
import { expectClose, expectTable } from "../helpers/math-table.js";

// The requirement is 1e-13. The largest measured errors are 5.6e-14 (Student's t at 1e-274, where
// the exponent of 630 has 1e-16 relative error) and below 2e-14 elsewhere.
const TOLERANCE = 1e-13;

describe("against tables of 25 digits", () => {
  it("normal cdf", () => expectTable("normal_cdf.csv", 30, normalCdf, 2e-15, { absolute: 2 ** -1073 }));
  it("normal quantile", () => expectTable("normal_quantile.csv", 34, normalQuantile, 2e-15));
  it("t cdf", () => expectTable("student_t_cdf.csv", 108, (df, t) => studentTCdf(t, df), TOLERANCE));
  it("t quantile", () => expectTable("student_t_quantile.csv", 775, (df, p) => studentTQuantile(p, df), TOLERANCE));
  const chi2 = { args: 2 };
  it("chi2 cdf", () => expectTable("chi2_cdf_sf.csv", 222, (df, x) => chi2Cdf(x, df), TOLERANCE, chi2));
  it("chi2 sf", () => expectTable("chi2_cdf_sf.csv", 222, (df, x) => chi2Sf(x, df), TOLERANCE, { ...chi2, column: 3 }));
  it("chi2 quantile", () => expectTable("chi2_quantile.csv", 255, (df, p) => chi2Quantile(p, df), TOLERANCE));
  it("F cdf", () => expectTable("f_cdf_sf.csv", 130, (a, b, x) => fCdf(x, a, b), TOLERANCE, { args: 3 }));
  it("F sf", () => expectTable("f_cdf_sf.csv", 130, (a, b, x) => fSf(x, a, b), TOLERANCE, { args: 3, column: 4 }));
  it("F quantile", () => expectTable("f_quantile.csv", 143, (a, b, p) => fQuantile(p, a, b), TOLERANCE));
  it("incomplete gamma", () => expectTable("gammainc_p.csv", 90, gammaIncP, TOLERANCE));
  it("incomplete beta", () => expectTable("betainc.csv", 81, betaInc, TOLERANCE));
});

const degrees = [0.3, 1, 2, 3.5, 10, 77, 1000, 1e6];
const tails = [1e-200, 1e-20, 1e-6, 0.01, 0.2, 0.3, 0.49];

describe("identities", () => {
  it("a quantile has the probability it was asked for, in both tails", () => {
    for (const p of tails) {
      // The quantile is rounded; at z this changes the tail by z^2 units, which is 900 at 1e-200.
      expectClose(normalCdf(normalQuantile(p)), p, 1e-13, `normal ${p}`);
      for (const df of degrees) {
        const t = studentTQuantile(p, df);
        // Below a third of a degree of freedom the quantile at 1e-200 is larger than the largest
        // double.
        if (t > -Infinity) expectClose(studentTCdf(t, df), p, 3e-13, `t(${df}) ${p}`);
        else expect([p, df]).toEqual([1e-200, 0.3]);
        const x = chi2Quantile(p, df);
        // Quantiles go down to 1e-307.
        if (x > 1e-300) expectClose(chi2Cdf(x, df), p, 2e-11, `chi2(${df}) ${p}`);
        const f = fQuantile(p, df, 7);
        if (f > 1e-300) expectClose(fCdf(f, df, 7), p, 1e-12, `F(${df}, 7) ${p}`);
      }
    }
  });

  it("the two tails add up to one", () => {
    for (const df of degrees) {
      for (const x of [1e-3, 0.1, 0.9, 1, 1.7, 12]) {
        expectClose(studentTCdf(x, df) + studentTSf(x, df), 1, 1e-14, `t(${df}) at ${x}`);
        expectClose(chi2Cdf(x * df, df) + chi2Sf(x * df, df), 1, 1e-14, `chi2(${df}) at ${x * df}`);
        expectClose(fCdf(x, df, 5) + fSf(x, df, 5), 1, 1e-14, `F(${df}, 5) at ${x}`);
        expectClose(gammaIncP(df, x) + gammaIncQ(df, x), 1, 1e-14, `gamma ${df}, ${x}`);
      }
    }
  });

  it("chi2 with 2 degrees of freedom is exponential, t with 2 algebraic, t^2 is F", () => {
    for (const x of [1e-8, 0.3, 1, 2.5, 40, 300, 1400]) {
      expectClose(chi2Sf(x, 2), Math.exp(-x / 2), 1e-14, `chi2(2) at ${x}`);
      expectClose(chi2Cdf(x, 2), -Math.expm1(-x / 2), 1e-14, `chi2(2) at ${x}`);
      // P(T > t) = 1 / (s (s + t)), s = sqrt(2 + t^2).
      const s = Math.sqrt(2 + x * x);
      expectClose(studentTSf(x, 2), 1 / (s * (s + x)), 1e-14, `t(2) at ${x}`);
      for (const df of degrees) expectClose(2 * studentTSf(x, df), fSf(x * x, 1, df), 2e-13, `t(${df})^2 at ${x}`);
    }
  });

  it("keeps the digits of deep tails with large parameters, where one factor underflows before the product", () => {
    // From the series DLMF 8.7.1 and 8.17.8 at 60 digits (mpmath). An exponent of 700 has a
    // relative error of 2e-13.
    expectClose(gammaIncP(2000, 780), 1.359258326568909e-290, 2e-13, "P(2000, 780)");
    expectClose(gammaIncP(1500, 500), 6.32870323310097e-284, 2e-13, "P(1500, 500)");
    expectClose(betaInc(3000, 1e5, 0.0145), 6.19496107891039e-262, 2e-13, "I(3000, 1e5)");
    expectClose(betaInc(400, 400, 0.08), 6.307346495946796e-215, 2e-13, "I(400, 400)");
    expectClose(betaInc(2000, 3, 0.85), 3.1201456561370107e-137, 2e-13, "I(2000, 3)");
    expect([gammaIncP(1e5, 2000), chi2Cdf(1000, 1e6), betaInc(1e4, 1e6, 0.003)]).toEqual([0, 0, 0]);
  });

  it("t approaches the normal", () => {
    for (const p of [0.001, 0.025, 0.4, 0.975]) {
      // The relative difference is of order z^2 / (4 df).
      expectClose(studentTQuantile(p, 1e15), normalQuantile(p), 1e-14, `p = ${p}`);
      expect(studentTQuantile(p, Infinity)).toBe(normalQuantile(p));
    }
  });
});

describe("ends and wrong arguments", () => {
  it("of the normal", () => {
    expect([0, 1, 0.5, -0.1, 1.1, NaN].map(normalQuantile)).toEqual([-Infinity, Infinity, 0, NaN, NaN, NaN]);
    expect([-Infinity, Infinity, NaN, -40].map(normalCdf)).toEqual([0, 1, NaN, 0]);
    expect([-Infinity, Infinity, NaN, 40].map(normalSf)).toEqual([1, 0, NaN, 0]);
    expectClose(normalQuantile(Number.MIN_VALUE), -38.46740561714434, 1e-15, "the least p");
  });

  it("of Student's t", () => {
    expect([0, 1, 0.5, -0.1, 1.1, NaN].map((p) => studentTQuantile(p, 5))).toEqual([
      -Infinity,
      Infinity,
      0,
      NaN,
      NaN,
      NaN,
    ]);
    expect([-Infinity, Infinity, 0, NaN].map((t) => studentTCdf(t, 5))).toEqual([0, 1, 0.5, NaN]);
    expect([0, -1, NaN].map((df) => studentTQuantile(0.9, df))).toEqual([NaN, NaN, NaN]);
    expect([0, -1, NaN].map((df) => studentTCdf(1, df))).toEqual([NaN, NaN, NaN]);
    // Near 1/2 the quantile is p - 1/2 divided by the density 8 / (3 pi sqrt 5).
    expectClose(
      studentTQuantile(0.5 + 2 ** -50, 5),
      (2 ** -50 * 3 * Math.PI * Math.sqrt(5)) / 8,
      1e-14,
      "near the median",
    );
  });

  it("of chi2 and F", () => {
    expect([0, 1, -1, 2, NaN].map((p) => chi2Quantile(p, 3))).toEqual([0, Infinity, NaN, NaN, NaN]);
    expect([0, 1, -1, 2, NaN].map((p) => fQuantile(p, 3, 4))).toEqual([0, Infinity, NaN, NaN, NaN]);
    expect([-1, 0, Infinity, NaN].map((x) => chi2Cdf(x, 3))).toEqual([0, 0, 1, NaN]);
    expect([-1, 0, Infinity, NaN].map((x) => chi2Sf(x, 3))).toEqual([1, 1, 0, NaN]);
    expect([-1, 0, Infinity, NaN].map((x) => fCdf(x, 3, 4))).toEqual([0, 0, 1, NaN]);
    expect([-1, 0, Infinity, NaN].map((x) => fSf(x, 3, 4))).toEqual([1, 1, 0, NaN]);
    expect([0, -2, NaN].map((df) => chi2Cdf(1, df))).toEqual([NaN, NaN, NaN]);
    expect([betaInc(2, 3, 1.5), betaInc(0, 1, 0.5), gammaIncP(2, -1), gammaIncP(1e300, 1e300)]).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
  });
});
