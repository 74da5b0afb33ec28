// Other reports of degenerate fits: infinite covariances, parameters that run off to infinity,
// starts far away, quantities without a value.
import { describe, expect, it } from "vitest";
import type { FitResult } from "../../../runtime/index.js";
import { loadModel } from "../../helpers/load-models.js";

const x = Float64Array.from({ length: 12 }, (_, i) => i / 4);
const y = x.map((value, i) => 3 * Math.exp(-value) + 0.02 * Math.sin(7 * i));
const codes = ({ warnings }: FitResult) => warnings.map(({ code }) => code);
const modelOf = (body: string) => loadModel(`model M { input x, y  ${body} }`);

describe.each(["lm", "trf", "dogbox"] as const)("%s", (solver) => {
  it("has an infinite covariance only between parameters that are not determined", async () => {
    const result = (await modelOf("param A = 2  param B = 1  param k = 2  fit y ~ A*B*exp(-k*x)")).fit(
      { x, y },
      { solver },
    );
    const [first, second, third] = result.covariance ?? [];
    // An increase of one is a decrease of the other.
    expect(first?.slice(0, 2)).toEqual([Infinity, -Infinity]);
    expect(second?.slice(0, 2)).toEqual([-Infinity, Infinity]);
    expect(third?.every(Number.isFinite)).toBe(true);
    expect(result.correlation?.[0]?.[1]).toBeCloseTo(-1, 9);
  });

  it("starts at the solution of a system of equations", async () => {
    const fitter = await loadModel("model M { param u = 2  param v = 3  residual u - 2  residual u*v - 6 }");
    const result = fitter.fit({}, { solver });
    expect([result.success, result.status, result.nfev, result.cost]).toEqual([true, 1, 1, 0]);
  });

  it("says that a fit ran off to where a parameter no longer matters", async () => {
    // The first step, from 1 to 3, ends where b has no influence on the model, and the cost is
    // lower there.
    const fitter = await modelOf("param b = 1  fit 0*y ~ (if b < 2 then 3 - b else 0.5)*x");
    const result = fitter.fit({ x, y }, { solver });
    const ranOff = codes(result).includes("FIT9012");
    // At b = 3 the first branch would be 0, but is not taken: no step leads there.
    expect(ranOff || !result.success || codes(result).includes("FIT9011")).toBe(true);
    if (ranOff) expect(result.params["b"]?.stderr).toBe(Infinity);
  });

  it("leaves an error larger than the value of a parameter that the data want infinite", async () => {
    const fitter = await modelOf("param b = 0.01  fit y ~ exp(-b*(x + 100))");
    const result = fitter.fit({ x, y: x.map((_, i) => (i % 3 === 0 ? 0.001 : -0.002)) }, { solver });
    expect(codes(result).some((code) => code === "FIT9005" || code === "FIT9012")).toBe(true);
  });

  it("is an exact fit where every residual is 0, however small the data", async () => {
    const fitter = await modelOf("param a = 1e-200  fit y ~ a*x");
    const result = fitter.fit({ x, y: x.map((value) => 1e-200 * value) }, { solver });
    expect([result.success, result.cost, result.params["a"]?.value]).toEqual([true, 0, 1e-200]);
    expect(result.warnings).toEqual([]);
  });

  it.each([1e-30, 1e-12, 1e12, 1e18])(
    "is right, or says so, where the data are %d and the start is 1",
    async (unit) => {
      const fitter = await modelOf("param A = 1 in [0, inf)  param k = 1.2  param c = 0  fit y ~ A*exp(-k*x) + c");
      const unbounded = new Map([["A", [-Infinity, Infinity] as const]]);
      const data = { x, y: y.map((value) => value * unit) };
      const result = fitter.fit(data, solver === "lm" ? { solver, bounds: unbounded } : { solver });
      // The best A is 3.0074 units, from SciPy 1.17.1 at unit 1.
      const right = Math.abs((result.params["A"]?.value as number) / (3.0074 * unit) - 1) < 1e-3;
      const warned = codes(result).includes("FIT9011") || result.params["A"]?.stderr === Infinity;
      expect(right || !result.success || warned, `${result.params["A"]?.value}`).toBe(true);
      if (right) expect(codes(result)).not.toContain("FIT9011");
    },
  );

  it("gives a derived quantity without a value no error, and says that it is the reason", async () => {
    const fitter = await modelOf("param a = 1  derive q = log(-a)  fit y ~ a*exp(-x)");
    const result = fitter.fit({ x, y }, { solver });
    expect(result.derived["q"]).toEqual({ value: Number.NaN, stderr: null, ci95: null });
    expect([result.success, result.status > 0]).toEqual([false, true]);
    expect(result.message).toMatch(/^converged.*; but the derived quantity 'q' is NaN$/);
  });
});

describe("a lower cost on the way", () => {
  // One minimum at b = 3, with a cost of 6. Below 0 the cost falls to 0.06 at b = -5, beyond which
  // the model is undefined.
  const spec = "param b = 2 in [-8, 8]  fit 0*y ~ (if b > 0 then (b - 3)^2 + 1 else sqrt(b + 5) + 0.1) + 0*x";

  it("is told where the fit that met it failed", async () => {
    const result = (await modelOf(spec)).fit({ x, y }, { starts: 8 });
    expect(result.params["b"]?.value).toBeCloseTo(3, 6);
    expect(result.cost).toBeCloseTo(6, 10);
    const [warning] = result.warnings.filter(({ code }) => code === "FIT9033");
    expect(warning?.message).toMatch(
      /^the fit met a lower cost, [\d.]+, than the 6\.00000 of the result, but did not converge there$/,
    );
  });

  it("is not told of one fit, nor where the best of several is the result", async () => {
    expect(codes((await modelOf(spec)).fit({ x, y }))).not.toContain("FIT9033");
    const decay = await modelOf("param a = 1 in [0, 10]  param k = 1 in [0, 10]  fit y ~ a*exp(-k*x)");
    expect(decay.fit({ x, y }, { starts: 8 }).warnings).toEqual([]);
  });
});
