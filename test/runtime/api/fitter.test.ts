// The fitter as a program uses it: the result as plain data, callbacks, aborting, and the residuals
// themselves.
import { describe, expect, it } from "vitest";
import { createFitter, type FitProblem } from "../../../runtime/index.js";
import { formulaProblem } from "../../helpers/formula-problem.js";

const x = Float64Array.from({ length: 200 }, (_, i) => i / 50);
const y = x.map((value, i) => 2.5 * Math.exp(-1.3 * value) + 0.5 + 0.05 * Math.cos(11 * i));
const data = { x, y };
const decay = formulaProblem({
  params: [
    { name: "A", start: 1 },
    { name: "k", start: 1 },
    { name: "c", start: 0 },
  ],
  columns: ["x", "y"],
  rows: [{ predicted: "A*exp(-k*x) + c", observed: "y" }],
  derived: { tau: "1/k" },
});

describe("a result", () => {
  const result = createFitter(decay).fit(data);

  it("is plain data", () => {
    expect(structuredClone(result)).toEqual(result);
    expect(JSON.parse(JSON.stringify(result))).toEqual(JSON.parse(JSON.stringify(structuredClone(result))));
  });

  it("agrees with its own residuals", () => {
    const fitter = createFitter(decay);
    const r = fitter.residuals(result.x, data);
    const J = fitter.jacobian(result.x, data);
    const cost = r.reduce((sum, value) => sum + value * value, 0) / 2;
    expect(result.cost / cost).toBeCloseTo(1, 13);
    expect([result.rss, result.chi2]).toEqual([result.chi2, result.rss]);
    expect(result.chi2 / (2 * cost)).toBeCloseTo(1, 13);
    const gradient = [0, 1, 2].map((j) => r.reduce((sum, value, i) => sum + value * (J[3 * i + j] as number), 0));
    // The rounding of a sum of 200 terms of at most 2.
    for (const [j, slope] of gradient.entries())
      expect(Math.abs(slope), `${j}`).toBeLessThan(result.optimality + 1e-13);
  });

  it("propagates errors to derived quantities", () => {
    const k = result.params["k"];
    const tau = result.derived["tau"];
    expect(tau?.value).toBeCloseTo(1 / (k?.value as number), 14);
    expect((tau?.stderr as number) / ((k?.stderr as number) / (k?.value as number) ** 2)).toBeCloseTo(1, 12);
  });
});

describe("fitAsync", () => {
  it("gives the same result", async () => {
    expect(await createFitter(decay).fitAsync(data)).toEqual(createFitter(decay).fit(data));
  });

  it("yields between iterations, and stops at an abort with its reason", async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    const reason = new Error("enough");
    const promise = createFitter(decay).fitAsync(data, {
      signal: controller.signal,
      onIteration: ({ iteration }) => {
        seen.push(iteration);
        setTimeout(() => controller.abort(reason), 0);
      },
    });
    await expect(promise).rejects.toBe(reason);
    expect(seen.length).toBeLessThan(createFitter(decay).fit(data).njev - 1);
  });

  it("rejects at once where it is aborted already, and on bad data", async () => {
    await expect(createFitter(decay).fitAsync(data, { signal: AbortSignal.abort("no") })).rejects.toBe("no");
    await expect(createFitter(decay).fitAsync({ x } as never)).rejects.toThrow("FIT4001");
  });
});

describe("onIteration", () => {
  it.each(["lm", "trf"] as const)("sees falling costs, and may stop the fit, under %s", (method) => {
    const fitter = createFitter({ ...decay, solver: { method, explicit: true } });
    const costs: number[] = [];
    fitter.fit(data, { onIteration: ({ cost }) => void costs.push(cost) });
    expect(costs).toEqual([...costs].sort((a, b) => b - a));
    const stopped = fitter.fit(data, { onIteration: ({ iteration }) => (iteration === 2 ? "stop" : undefined) });
    expect([stopped.success, stopped.status, stopped.stoppedBy, stopped.cost]).toEqual([false, -2, "caller", costs[1]]);
  });
});

describe("several statements", () => {
  // Two statements with columns and one without, with two free parameters and a fixed one.
  const problem: FitProblem = formulaProblem({
    params: [
      { name: "a", start: 1 },
      { name: "f", start: 10, fixed: true },
      { name: "b", start: 1 },
    ],
    columns: ["x", "y"],
    rows: [{ predicted: "a*x + f", observed: "y" }, { predicted: "b*x" }],
    once: ["a - b"],
  });
  const fitter = createFitter({ ...problem, keep: (d, row) => (d[0]?.[row] as number) >= 0 });
  const rows = { x: [1, -5, 2], y: [3, 0, 4] };

  it("stand at row * statements + statement, those that occur once last", () => {
    expect([...fitter.residuals([2, 5], rows)]).toEqual([2 + 10 - 3, 5, 4 + 10 - 4, 10, -3]);
    expect([...fitter.jacobian([2, 5], rows)]).toEqual([1, 0, 0, 1, 2, 0, 0, 2, 1, -1]);
    expect([...fitter.rowIndex(rows)]).toEqual([0, 2]);
  });

  it("minimise the sum of all squares", () => {
    const result = fitter.fit(rows);
    // Normal equations by hand: (5 + 1) a - b = sum x (y - 10) = -19, -a + (5 + 1) b = 0.
    expect(result.params["a"]?.value).toBeCloseTo((-19 * 6) / 35, 12);
    expect(result.params["b"]?.value).toBeCloseTo(-19 / 35, 12);
    expect([result.residuals, result.rows, result.dof, result.r2]).toEqual([5, 2, 3, null]);
  });
});

it("info lists what the model has", () => {
  expect(createFitter(decay).info).toMatchObject({
    name: "M",
    columns: ["x", "y"],
    params: ["A", "k", "c"],
    free: ["A", "k", "c"],
    derived: ["tau"],
    responses: ["y"],
    source: null,
  });
});
