// A normal prior is one additional residual. So the fit is the mode of the posterior; if the model
// is linear and the standard deviations of the data are known, its covariance is that of the
// posterior.
import { describe, expect, it } from "vitest";
import { loadModel } from "../../helpers/load-models.js";

const t = Float64Array.of(1, 2, 3, 4, 5, 6);
const y = Float64Array.of(2.1, 3.9, 6.2, 7.8, 10.1, 12.2);
const sy = Float64Array.of(0.1, 0.2, 0.1, 0.3, 0.1, 0.2);
const [m, s] = [1.8, 0.05];

const spec = (...statements: readonly string[]) => `
model Line {
  input t, y, sy
  param a = 0
  param b = 1
  fit y ~ a + b * t
  ${statements.join("\n  ")}
}`;

/**
 * The posterior of a straight line with known standard deviations: precision X'WX + diag(0, 1/s^2),
 * and its mean.
 */
function posterior() {
  let [aa, ab, bb, ay, by] = [0, 0, 1 / s ** 2, 0, m / s ** 2];
  for (const [i, ti] of t.entries()) {
    const w = 1 / (sy[i] as number) ** 2;
    const yi = y[i] as number;
    aa += w;
    ab += w * ti;
    bb += w * ti * ti;
    ay += w * yi;
    by += w * ti * yi;
  }
  const determinant = aa * bb - ab * ab;
  return {
    a: (bb * ay - ab * by) / determinant,
    b: (aa * by - ab * ay) / determinant,
    covariance: [
      [bb / determinant, -ab / determinant],
      [-ab / determinant, aa / determinant],
    ],
  };
}

describe("a prior", () => {
  it("gives the mean and the covariance of the posterior of a linear model", async () => {
    const fitter = await loadModel(spec("sigma sy absolute", `prior b ~ normal(${m}, ${s})`));
    const result = fitter.fit({ t, y, sy });
    const exact = posterior();
    // Rounding: the sums of six terms lose at most two of sixteen digits.
    expect(result.x[0]).toBeCloseTo(exact.a, 12);
    expect(result.x[1]).toBeCloseTo(exact.b, 12);
    for (const [i, row] of exact.covariance.entries()) {
      for (const [j, value] of row.entries()) {
        expect(Math.abs((result.covariance?.[i]?.[j] ?? Number.NaN) / value - 1)).toBeLessThan(1e-12);
      }
    }
    expect(result.sigma).toBe("absolute");
    // The prior counts as one more observation.
    expect(result.residuals).toBe(7);
    expect(result.dof).toBe(5);
  });

  it("counts in chi2, and neither in rss nor in r2, which are about the data", async () => {
    const fitter = await loadModel(spec("sigma sy absolute", `prior b ~ normal(${m}, ${s})`));
    const { x, rss, chi2, r2, cost } = fitter.fit({ t, y, sy });
    const raw = Array.from(t, (ti, i) => (x[0] as number) + (x[1] as number) * ti - (y[i] as number));
    const sum = (f: (i: number) => number) => raw.reduce((total, _, i) => total + f(i), 0);
    const mean = sum((i) => y[i] as number) / 6;
    expect(rss).toBeCloseTo(
      sum((i) => (raw[i] as number) ** 2),
      12,
    );
    expect(chi2).toBeCloseTo(
      sum((i) => ((raw[i] as number) / (sy[i] as number)) ** 2) + (((x[1] as number) - m) / s) ** 2,
      10,
    );
    expect(cost).toBeCloseTo(chi2 / 2, 12);
    expect(r2).toBeCloseTo(1 - rss / sum((i) => ((y[i] as number) - mean) ** 2), 12);
  });

  it("stays a normal distribution whatever the loss of the data, the spec's or the call's", async () => {
    const withPrior = await loadModel(spec("sigma sy absolute", "loss cauchy(0.5)", `prior b ~ normal(${m}, ${s})`));
    const written = await loadModel(
      spec("sigma sy absolute", "loss cauchy(0.5)", `residual b - ${m} { sigma ${s} absolute  loss linear }`),
    );
    const plain = await loadModel(spec("sigma sy absolute", `prior b ~ normal(${m}, ${s})`));
    const expected = written.fit({ t, y, sy });
    expect(withPrior.fit({ t, y, sy }).x).toEqual(expected.x);
    const asked = plain.fit({ t, y, sy }, { loss: { name: "cauchy", scale: 0.5 } });
    expect(asked.x).toEqual(expected.x);
    expect(asked.loss).toBe("cauchy");
  });

  it("does not make deviations of the data known, nor given", async () => {
    const fitter = await loadModel(spec(`prior b ~ normal(${m}, ${s})`));
    const result = fitter.fit({ t, y, sy });
    expect(result.sigma).toBe("none");
    // The covariance of the prior and the data with standard deviations of 1, times the reduced
    // chi-square.
    const again = await loadModel(spec("sigma 1 absolute", `prior b ~ normal(${m}, ${s})`));
    const known = again.fit({ t, y, sy });
    const ratio = (result.covariance?.[0]?.[0] ?? Number.NaN) / (known.covariance?.[0]?.[0] ?? Number.NaN);
    expect(ratio).toBeCloseTo(result.reducedChi2 ?? Number.NaN, 12);
  });

  it("determines what the data do not", async () => {
    const product = (...statements: readonly string[]) => `
model M {
  input t, y
  param A = 1  param B = 1
  fit y ~ A * B * t
  sigma 0.1 absolute
  ${statements.join("\n")}
}`;
    const result = (await loadModel(product("prior B ~ normal(2, 0.2)"))).fit({ t, y });
    expect(result.rank).toBe(2);
    expect(result.params["B"]?.value).toBeCloseTo(2, 8);
    expect(result.params["B"]?.stderr).toBeCloseTo(0.2, 8);
    expect((await loadModel(product())).fit({ t, y }).rank).toBe(1);
  });
});
