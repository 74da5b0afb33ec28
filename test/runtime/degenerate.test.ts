// What the data do not determine: dead parameters, parameters that only occur as a product, exact fits, too few rows.
import { describe, expect, it } from "vitest";
import { createFitter, type FitOptions, type FitResult } from "../../src/runtime/index.js";
import { formulaProblem, type ModelRule } from "./support/formula-problem.js";

const x = Float64Array.from({ length: 12 }, (_, i) => i / 4);
// A decay with a fixed pattern of errors.
const y = x.map((value, i) => 3 * Math.exp(-value) + 0.02 * Math.sin(7 * i));

const trf = { method: "trf", explicit: true } as const;
const codes = (result: FitResult) => result.warnings.map(({ code }) => code);
const fitted = (rule: Omit<ModelRule, "columns">, options: FitOptions = {}, rows = 12) =>
  createFitter(formulaProblem({ columns: ["x", "y"], ...rule })).fit(
    { x: x.slice(0, rows), y: y.slice(0, rows) },
    options,
  );
const param = (name: string, start: number) => ({ name, start });

describe.each(["lm", "trf"] as const)("%s", (method) => {
  const solver = { method, explicit: true };

  it("gives a dead parameter an infinite error, and the others theirs", () => {
    const rows = [{ predicted: "a*exp(-b*x) + 0*c", observed: "y" }];
    const result = fitted({ params: [param("a", 1), param("b", 2), param("c", 5)], rows, solver });
    const without = fitted({
      params: [param("a", 1), param("b", 2)],
      rows: [{ predicted: "a*exp(-b*x)", observed: "y" }],
      solver,
    });
    expect(result.success).toBe(true);
    expect(result.rank).toBe(2);
    expect(result.params["c"]).toMatchObject({ value: 5, stderr: Infinity, ci95: [-Infinity, Infinity] });
    expect(result.covariance?.[2]).toEqual([0, 0, Infinity]);
    expect(result.warnings.map(({ message }) => message)).toEqual(["the data do not determine 'c'"]);
    // The same errors but for the degree of freedom that the dead parameter costs.
    const factor = Math.sqrt(without.dof / result.dof);
    for (const name of ["a", "b"]) {
      expect((result.params[name]?.stderr as number) / (without.params[name]?.stderr as number)).toBeCloseTo(factor, 8);
    }
  });

  it("determines a product whose factors it does not", () => {
    const result = fitted({
      params: [param("A", 2), param("B", 1), param("k", 2)],
      rows: [{ predicted: "A*B*exp(-k*x)", observed: "y" }],
      derived: { product: "A*B", ratio: "A/B", rate: "2*k" },
      solver,
    });
    const whole = fitted({
      params: [param("P", 2), param("k", 2)],
      rows: [{ predicted: "P*exp(-k*x)", observed: "y" }],
      solver,
    });
    const factor = Math.sqrt(whole.dof / result.dof);
    expect(codes(result)).toEqual(["FIT9007"]);
    expect(result.warnings[0]?.message).toBe("the data determine 'A' and 'B' only through A*B");
    expect([result.params["A"]?.stderr, result.params["B"]?.stderr]).toEqual([Infinity, Infinity]);
    // A reduction of the cost by less than 1e-14 leaves the parameters with half its digits, about 1e-7 of their errors.
    expect(result.derived["product"]?.value).toBeCloseTo(whole.params["P"]?.value as number, 8);
    expect(result.derived["product"]?.stderr).toBeCloseTo((whole.params["P"]?.stderr as number) * factor, 8);
    expect(result.derived["ratio"]?.stderr).toBe(Infinity);
    expect(result.derived["rate"]?.stderr).toBeCloseTo(2 * (whole.params["k"]?.stderr as number) * factor, 8);
    // More of the one is less of the other.
    expect(result.covariance?.[0]?.[1]).toBe(-Infinity);
    expect(result.correlation?.[0]?.[1]).toBeCloseTo(-1, 9);
    expect(Number.isFinite(result.covariance?.[0]?.[2])).toBe(true);
  });

  it("reaches residuals of zero", () => {
    const exact = x.map((value) => 3 * Math.exp(-value));
    const problem = formulaProblem({
      params: [param("a", 1), param("b", 0.5)],
      columns: ["x", "y"],
      rows: [{ predicted: "a*exp(-b*x)", observed: "y" }],
      solver,
    });
    const result = createFitter(problem).fit({ x, y: exact });
    expect(result.success).toBe(true);
    expect(result.params["a"]?.value).toBeCloseTo(3, 12);
    // Residuals at the rounding of the data: no warning is to be drawn from their direction.
    expect(result.warnings).toEqual([]);
  });

  it("starts at the solution", () => {
    const problem = formulaProblem({ params: [param("u", 2), param("v", 3)], once: ["u - 2", "u*v - 6"], solver });
    const result = createFitter(problem).fit({});
    expect([result.success, result.status, result.nfev, result.cost]).toEqual([true, 1, 1, 0]);
  });

  it("has no error to give where there are as many residuals as parameters", () => {
    const result = fitted(
      { params: [param("a", 1), param("b", 1)], rows: [{ predicted: "a*exp(-b*x)", observed: "y" }], solver },
      {},
      2,
    );
    expect(result.success).toBe(true);
    expect([result.dof, result.reducedChi2, result.covariance, result.params["a"]?.stderr]).toEqual([
      0,
      null,
      null,
      Infinity,
    ]);
    expect(codes(result)).toEqual(["FIT9010"]);
  });

  it("gives known deviations their errors even then", () => {
    const rows = [{ predicted: "a + b*x", observed: "y", sigma: "0.05", absolute: true }];
    const result = fitted({ params: [param("a", 1), param("b", 1)], rows, solver }, {}, 2);
    // The line through (0, y0) and (1/4, y1): the offset has the deviation of y0.
    expect(result.params["a"]?.stderr).toBeCloseTo(0.05, 13);
    expect(result.params["b"]?.stderr).toBeCloseTo(0.05 * Math.SQRT2 * 4, 11);
    expect(codes(result)).toEqual([]);
  });

  it("fits one row by one parameter", () => {
    const result = fitted({ params: [param("a", 1)], rows: [{ predicted: "a", observed: "y" }], solver }, {}, 1);
    expect([result.success, result.rows, result.r2]).toEqual([true, 1, null]);
    expect(result.params["a"]?.value).toBeCloseTo(y[0] as number, 14);
  });
});

describe("fewer residuals than parameters under trf", () => {
  it("finds one of the solutions, and says so", () => {
    const rows = [{ predicted: "a*exp(-b*x) + c", observed: "y" }];
    const result = fitted({ params: [param("a", 1), param("b", 1), param("c", 0)], rows, solver: trf }, {}, 2);
    expect(result.success).toBe(true);
    expect(result.cost).toBeLessThan(1e-20);
    expect(result.rank).toBe(2);
    expect(codes(result)).toContain("FIT9009");
    for (const name of ["a", "b", "c"]) expect(result.params[name]?.stderr).toBe(Infinity);
  });

  it("knows what is determined all the same where the deviations are known", () => {
    const rows = [{ predicted: "a + b + c*x", observed: "y", sigma: "0.5", absolute: true }];
    const result = fitted(
      { params: [param("a", 1), param("b", 1), param("c", 0)], rows, derived: { sum: "a + b" }, solver: trf },
      {},
      2,
    );
    expect(result.derived["sum"]?.stderr).toBeCloseTo(0.5, 12);
    expect(result.params["a"]?.stderr).toBe(Infinity);
  });
});

describe("a fit that runs off", () => {
  it.each(["lm", "trf"] as const)("to where a parameter no longer matters says so, under %s", (method) => {
    // The first step, from 1 to 3, lands where b has no part in the model any more, and the cost is lower there.
    const result = fitted({
      params: [param("b", 1)],
      rows: [{ predicted: "if(b < 2, 3 - b, 0.5)*x", observed: "0*y" }],
      solver: { method, explicit: true },
    });
    expect(result.params["b"]?.stderr).toBe(Infinity);
    expect(result.warnings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "FIT9012: the residuals no longer depend on 'b': every derivative has become 0, so that the fit may have run off",
    ]);
  });

  it("towards infinity leaves an error larger than the value", () => {
    // The data want exp(-b x) to be negative: the larger b, the better.
    const problem = formulaProblem({
      params: [param("b", 0.01)],
      columns: ["x", "y"],
      rows: [{ predicted: "exp(-b*(x + 100))", observed: "y" }],
    });
    const result = createFitter(problem).fit({ x, y: x.map((_, i) => (i % 3 === 0 ? 0.001 : -0.002)) });
    expect(codes(result)).toContain("FIT9005");
  });
});

describe("a sum of squares that is no number to go by", () => {
  const exp = formulaProblem({
    params: [param("a", 1e-200)],
    columns: ["x", "y"],
    rows: [{ predicted: "a*x", observed: "y" }],
  });
  const scaled = (factor: number) => ({ x, y: y.map((value) => value * factor) });

  it.each([
    ["small", 1e-200],
    ["large", 1e200],
  ])("is too %s, where the data are near %d", (size, factor) => {
    expect(() => createFitter(exp).fit(scaled(factor))).toThrow(
      `FIT5021: the sum of squares at the start is too ${size} to go by (scale the data, by units that bring them nearer to 1)`,
    );
  });

  it("is none where every residual is 0", () => {
    const result = createFitter(exp).fit({ x, y: x.map((value) => 1e-200 * value) });
    expect([result.success, result.cost, result.params["a"]?.value]).toEqual([true, 0, 1e-200]);
  });
});

describe("a derived quantity without a value", () => {
  it("has no error, and the message says that it is the reason", () => {
    const result = fitted({
      params: [param("a", 1)],
      rows: [{ predicted: "a*exp(-x)", observed: "y" }],
      derived: { q: "log(0 - a)" },
    });
    expect(result.derived["q"]).toEqual({ value: Number.NaN, stderr: null, ci95: null });
    expect([result.success, result.status > 0]).toEqual([false, true]);
    expect(result.message).toMatch(/^converged.*; but the derived quantity 'q' is NaN$/);
  });
});
