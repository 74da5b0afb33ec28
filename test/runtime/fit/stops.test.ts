// Fits that stop away from a minimum: steps that still promise a reduction, and losses that leave
// no residual any influence.
import { describe, expect, it } from "vitest";
import { createFitter, type FitProblem, type FitResult } from "../../../runtime/index.js";
import { formulaProblem, type ModelRule } from "../../helpers/formula-problem.js";

const x = Float64Array.from({ length: 30 }, (_, i) => i / 10);
const shape = x.map((value, i) => 3 * Math.exp(-value) + 0.5 + 0.01 * Math.cos(9 * i));
const decay = (solver: "lm" | "trf", lower = -Infinity): FitProblem =>
  formulaProblem({
    params: [
      { name: "A", start: 1, lower },
      { name: "k", start: 1.2 },
      { name: "c", start: 0 },
    ],
    columns: ["x", "y"],
    rows: [{ predicted: "A*exp(-k*x) + c", observed: "y" }],
    solver: { method: solver, explicit: true },
  });
const codes = ({ warnings }: FitResult) => warnings.map(({ code }) => code);

describe.each(["lm", "trf"] as const)("%s", (solver) => {
  it.each([1e18, 1e24])("a start smaller than the data by %d is no silent success", (scale) => {
    const problem = decay(solver, solver === "trf" ? 0 : -Infinity);
    const result = createFitter(problem).fit({ x, y: shape.map((value) => value * scale) });
    const right = Math.abs((result.params["A"]?.value as number) / (3 * scale) - 1) < 0.01;
    if (result.success && !right) expect(codes(result)).toContain("FIT9011");
    if (right) expect(codes(result)).not.toContain("FIT9011");
  });

  it("one value beyond all others does not hide that a line was not fitted", () => {
    const problem = formulaProblem({
      params: [
        { name: "a", start: 1 },
        { name: "b", start: 1 },
      ],
      columns: ["x", "y"],
      rows: [{ predicted: "a + b*x", observed: "y" }],
      solver: { method: solver, explicit: true },
    });
    const result = createFitter(problem).fit({ x: [1, 2, 3], y: [1.2e19, 3, 5] });
    // The slope of the least-squares line is (y3 - y1) / 2.
    const right = Math.abs((result.params["b"]?.value as number) / -6e18 - 1) < 1e-6;
    expect(right || !result.success || codes(result).includes("FIT9011")).toBe(true);
  });

  it("nothing is said of a minimum, whatever the units", () => {
    for (const scale of [1e-12, 1, 1e12]) {
      const y = shape.map((value) => value * scale);
      const result = createFitter(decay(solver)).fit({ x, y }, { start: { A: scale, c: 0 } });
      expect([result.success, codes(result)]).toEqual([true, []]);
    }
  });

  // Under SciPy's rules, because our own polish would remove the difference.
  it("a loose tolerance that leaves a thousandth of the cost is told", () => {
    const result = createFitter(decay(solver)).fit({ x, y: shape }, { ftol: 0.9, xScale: "jac", compat: "scipy" });
    expect(result.success).toBe(true);
    expect(result.warnings[0]?.message).toMatch(
      /^the fit stopped while the cost still falls: a full step promises to reduce it by [\d.]+ %$/,
    );
  });
});

describe("on a bound", () => {
  it("SciPy's rules say what their errors are, and nothing of a fall that the bound forbids", () => {
    // The unconstrained optimum has A near 3.
    const problem = formulaProblem({
      params: [
        { name: "A", start: 1, lower: 0, upper: 1.5 },
        { name: "k", start: 1.2 },
        { name: "c", start: 0 },
      ],
      columns: ["x", "y"],
      rows: [{ predicted: "A*exp(-k*x) + c", observed: "y" }],
      solver: { method: "trf", explicit: true },
    });
    const result = createFitter(problem).fit({ x, y: shape }, { compat: "scipy" });
    expect(result.params["A"]?.stderr).toBeGreaterThan(0);
    expect(result.warnings.map(({ message }) => message)).toEqual([
      "'A' is at its upper bound, 1.5: the standard errors are SciPy's, which ignore bounds",
    ]);
  });
});

describe("SciPy's rules", () => {
  it.each(["lm", "trf"] as const)("have no finite error for what the data do not determine, under %s", (method) => {
    const problem = formulaProblem({
      params: [
        { name: "A", start: 2 },
        { name: "B", start: 1 },
        { name: "k", start: 2 },
      ],
      columns: ["x", "y"],
      rows: [{ predicted: "A*B*exp(-k*x)", observed: "y" }],
      solver: { method, explicit: true },
    });
    const result = createFitter(problem).fit({ x, y: shape }, { compat: "scipy" });
    expect(codes(result)).toContain("FIT9007");
    expect([result.params["A"]?.stderr, result.params["B"]?.stderr]).toEqual([Infinity, Infinity]);
    expect(Number.isFinite(result.params["k"]?.stderr)).toBe(true);
  });
});

describe("a loss of one's own", () => {
  const rule: ModelRule = {
    params: [
      { name: "a", start: 50 },
      { name: "b", start: 0 },
    ],
    columns: ["x", "y"],
    rows: [{ predicted: "a + b*x", observed: "y", loss: "soft_l1", lossScale: 0.1 }],
    solver: { method: "trf", explicit: true },
  };
  const withLoss = (...rho: ((z: number) => number)[]): FitProblem => ({
    ...formulaProblem(rule),
    losses: [(z: number, out: Float64Array) => out.set(rho.map((f) => f(z)))],
  });
  const welsch = withLoss(
    (z) => 1 - Math.exp(-z),
    (z) => Math.exp(-z),
    (z) => -Math.exp(-z),
  );
  const truncated = withLoss(
    (z) => Math.min(z, 1),
    (z) => (z < 1 ? 1 : 0),
    () => 0,
  );
  const falling = withLoss(
    (z) => z - z * z,
    (z) => 1 - 2 * z,
    () => -2,
  );
  const data = { x, y: x.map((value, i) => 1 + 2 * value + 0.02 * Math.sin(5 * i)) };

  it.each<[string, FitProblem]>([
    ["1 - exp(-z)", welsch],
    ["truncated", truncated],
    ["falling", falling],
  ])("%s, under which no residual matters from a poor start, is no silent success", (_, problem) => {
    const result = createFitter(problem).fit(data, { search: false });
    const warning = result.warnings.find(({ code }) => code === "FIT9014");
    expect(warning?.message).toBe(
      "the loss is flat, or decreases, at 30 of 30 residuals, which have no influence on the fit",
    );
  });

  it.each<[string, FitProblem]>([
    ["1 - exp(-z)", welsch],
    ["truncated", truncated],
  ])("%s, is no matter from a good start, even with outliers", (_, problem) => {
    const y = data.y.map((value, i) => (i % 4 === 0 ? value + 40 : value));
    const result = createFitter(problem).fit({ x, y }, { start: { a: 1, b: 2 } });
    expect([result.success, codes(result)]).toEqual([true, []]);
    expect(result.params["b"]?.value).toBeCloseTo(2, 1);
  });
});
