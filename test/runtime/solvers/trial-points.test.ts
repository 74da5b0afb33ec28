// Trial points at which the model or a derivative is not finite: the step must be rejected and
// shortened.
import { describe, expect, it } from "vitest";
import { createFitter } from "../../../runtime/index.js";
import { withBlocks } from "../../helpers/blocks.js";
import { formulaProblem } from "../../helpers/formula-problem.js";

const x = Float64Array.from({ length: 10 }, (_, i) => i + 1);

describe.each(["lm", "trf"] as const)("%s", (method) => {
  const solver = { method, explicit: true };

  it("steps back from where the model is not finite", () => {
    // The first Gauss-Newton step of log from 20 leads to a negative parameter.
    const problem = formulaProblem({
      params: [{ name: "a", start: 20 }],
      columns: ["x", "y"],
      rows: [{ predicted: "log(a*x)", observed: "y" }],
      solver,
    });
    const result = createFitter(problem).fit({ x, y: x.map((v) => Math.log(0.5 * v)) });
    expect(result.success).toBe(true);
    expect(result.params["a"]?.value).toBeCloseTo(0.5, 10);
  });

  it("steps back from where a derivative is not finite though the residuals are", () => {
    // A linear problem, so every full step leads exactly to 1, where the derivative is made
    // undefined.
    const linear = formulaProblem({ params: [{ name: "a", start: 3 }], once: ["a - 1"], solver });
    const problem = withBlocks(linear, ({ linearize }) => ({
      linearize(p, d, from, to, r, J) {
        linearize(p, d, from, to, r, J);
        if (p[0] === 1) J[0] = Number.NaN;
      },
    }));
    const visited: number[] = [];
    const result = createFitter(problem).fit({}, { onIteration: ({ x: [a = Number.NaN] }) => void visited.push(a) });
    expect(visited.length).toBeGreaterThan(0);
    expect(visited).not.toContain(1);
    expect(result.params["a"]?.value).toBeCloseTo(1, 4);
  });

  it("does not call it convergence where they bar the way", () => {
    // The residual decreases towards a = 0 but is NaN below 1, so the descent ends at a cliff.
    const problem = formulaProblem({
      params: [{ name: "a", start: 2 }],
      columns: ["x", "y"],
      rows: [{ predicted: "a*x + 0*sqrt(a - 1)", observed: "y" }],
      solver,
    });
    const result = createFitter(problem).fit({ x, y: x.map(() => 0) });
    expect([result.success, result.status, result.stoppedBy]).toEqual([false, -1, "not finite"]);
    expect(result.params["a"]?.value).toBeGreaterThanOrEqual(1);
    expect(Number.isFinite(result.cost)).toBe(true);
  });

  it("counts every evaluation, and stops when they are used up", () => {
    const problem = formulaProblem({
      params: [
        { name: "a", start: 1 },
        { name: "b", start: 1 },
      ],
      once: ["10*(b - a^2)", "1 - a + 4"],
      solver,
    });
    const points: number[] = [];
    let linearised = 0;
    const counted = withBlocks(problem, ({ residuals, linearize }) => ({
      residuals(p, ...rest) {
        points.push(p[0] as number);
        residuals(p, ...rest);
      },
      linearize(p, ...rest) {
        points.push(p[0] as number);
        linearised++;
        linearize(p, ...rest);
      },
    }));
    const result = createFitter(counted).fit({}, { maxEvals: 4 });
    expect([result.success, result.status, result.stoppedBy, result.nfev]).toEqual([false, 0, "max_evals", 4]);
    // Each trial point is evaluated once, or twice if its residuals were computed before its
    // derivatives.
    expect(new Set(points).size).toBeLessThanOrEqual(4);
    expect(linearised).toBeGreaterThanOrEqual(result.njev);
  });
});
