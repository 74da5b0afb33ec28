// Powers of a quantity in units far from 1 have columns of very different size, and products of
// two of them underflow or overflow although no square does.
import { describe, expect, it } from "vitest";
import type { Fitter } from "../../../runtime/index.js";
import { loadModel } from "../../helpers/load-models.js";

const x = Array.from({ length: 163 }, (_, i) => 1 + i / 400);
const y = x.map((value, i) => 3 - value + 2 * value ** 2 - value ** 3 + Math.sin(7 * i) / 10);

const cubic = async (): Promise<Fitter> =>
  loadModel(`model C {
    input x, y  param a = 1  param b = 0  param c = 0  param d = 0
    fit y ~ a + b*x + c*x^2 + d*x^3
  }`);

describe.each(["wasm", "typescript"] as const)("kernel %s", (kernel) => {
  it.each([-282, -200, 200, 282])("fits a cubic in x times 2^%i", async (power) => {
    const fitter = await cubic();
    for (const solver of ["lm", "trf", "dogbox"] as const) {
      const plain = fitter.fit({ x, y }, { kernel, solver });
      const fit = fitter.fit({ x: x.map((value) => value * 2 ** power), y }, { kernel, solver });
      expect(fit.success).toBe(true);
      // The condition is 1e7, so that half of the digits of d are rounding, and all of the cost.
      expect(fit.cost / plain.cost).toBeCloseTo(1, 10);
      const d = (fit.params["d"]?.value ?? 0) * 2 ** (3 * power);
      expect(d / (plain.params["d"]?.value ?? 0)).toBeCloseTo(1, 6);
    }
  });
});
