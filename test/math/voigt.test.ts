import { describe, expect, it } from "vitest";
import { voigt, voigtDgamma, voigtDsigma, voigtDx } from "../../math/index.js";
import { expectClose, table } from "../helpers/math-table.js";

describe("the Voigt profile", () => {
  it("and its partial derivatives agree with tables of 25 digits", () => {
    const rows = table("voigt.csv");
    expect(rows.length).toBe(89);
    const functions = [voigt, voigtDx, voigtDsigma, voigtDgamma];
    for (const [x = NaN, sigma = NaN, gamma = NaN, ...expected] of rows) {
      // The error of a derivative that passes through zero is measured relative to the profile
      // divided by the width, which is the size of the terms that cancel.
      const width = Math.abs(sigma) + Math.abs(gamma);
      const floor = (k: number): number => (k === 0 ? 0 : (1e-14 * Math.abs(expected[0] as number)) / width);
      functions.forEach((f, k) => {
        const what = `${f.name}(${x}, ${sigma}, ${gamma})`;
        // 1e-13: z itself is rounded, and a Gaussian tail at z multiplies that by 2 z^2.
        expectClose(f(x, sigma, gamma), expected[k] as number, 1e-13, what, floor(k));
      });
    }
  });

  it("keeps the digits of derivatives that pass through no zero", () => {
    // The derivative with respect to x at small gamma and large x is 1e-17 of the profile's scale,
    // so its relative accuracy is tested.
    for (const [x = NaN, sigma = NaN, gamma = NaN, , dx = NaN, dsigma = NaN] of table("voigt.csv")) {
      if (gamma <= 0 || Math.abs(x) < 10 * (sigma + gamma)) continue;
      expectClose(voigtDx(x, sigma, gamma), dx, 1e-13, `dx at ${x}, ${sigma}, ${gamma}`);
      expectClose(voigtDsigma(x, sigma, gamma), dsigma, 1e-13, `dsigma at ${x}, ${sigma}, ${gamma}`);
    }
  });

  it("is the Lorentzian without sigma and the Gaussian without gamma", () => {
    for (const x of [0, 0.2, -1, 3.5, 20]) {
      expectClose(voigt(x, 0, 1.5), 1.5 / (Math.PI * (x * x + 2.25)), 1e-15, `Lorentzian at ${x}`);
      expectClose(voigtDx(x, 0, 1.5), (-3 * x) / (Math.PI * (x * x + 2.25) ** 2), 1e-15, `its derivative at ${x}`);
      expect(voigtDsigma(x, 0, 1.5)).toBe(0);
      const gaussian = Math.exp((-x * x) / 8) / (2 * Math.sqrt(2 * Math.PI));
      expectClose(voigt(x, 2, 0), gaussian, 2e-14, `Gaussian at ${x}`);
      expectClose(voigtDx(x, 2, 0), (-x / 4) * gaussian, 2e-14, `its derivative at ${x}`);
      expectClose(voigtDsigma(x, 2, 0), ((x * x) / 8 - 0.5) * gaussian, 2e-14, `by sigma at ${x}`);
    }
    expect(voigt(0, 0, 0)).toBe(Infinity);
    expect(voigt(1, 0, 0)).toBe(0);
  });

  it("passes smoothly where the Lorentzian takes over", () => {
    for (const f of [voigt, voigtDx, voigtDsigma]) {
      // The two sides differ by 2e-6 in sigma, and so by at most that in the derivative with
      // respect to sigma, and by 1e-24 in the others.
      const tolerance = f === voigtDsigma ? 3e-6 : 1e-14;
      expectClose(f(1.2, 1.200001e-9, 0.7), f(1.2, 1.199999e-9, 0.7), tolerance, f.name);
    }
  });

  it("is even in x, its slope odd, and smooth across gamma = 0", () => {
    for (const [sigma, gamma] of [
      [1, 0.5],
      [0.3, 2],
      [1.2, -0.1],
    ] as const) {
      for (const x of [0.1, 1.7, 6]) {
        expect(voigt(-x, sigma, gamma)).toBe(voigt(x, sigma, gamma));
        expect(voigtDx(-x, sigma, gamma)).toBe(-voigtDx(x, sigma, gamma));
      }
    }
    // The second difference over h is h^2 V'' < 1e-8, with a rounding error of 1e-16.
    const h = 1e-4;
    expectClose(voigt(0.7, 1, h) + voigt(0.7, 1, -h), 2 * voigt(0.7, 1, 0), 1e-8, "second difference");
  });

  it("has area 1", () => {
    // The trapezoidal rule on a grid of 1/16 is exact to rounding for such a smooth function; the
    // Lorentzian tails beyond 1e3 add 2 gamma / (pi 1e3).
    let sum = 0;
    for (let k = -16000; k <= 16000; k++) sum += voigt(k / 16, 1, 0.25) / 16;
    expectClose(sum + (2 * 0.25) / (Math.PI * (1000 + 1 / 32)), 1, 1e-9, "area");
  });

  it("gives NaN for NaN", () => {
    for (const f of [voigt, voigtDx, voigtDsigma, voigtDgamma]) {
      expect(f(NaN, 1, 1)).toBeNaN();
      expect(f(1, NaN, 1)).toBeNaN();
      expect(f(1, 1, NaN)).toBeNaN();
    }
  });
});
