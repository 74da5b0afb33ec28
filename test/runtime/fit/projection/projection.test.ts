// Compares the projected cost and its gradient with those of the joint problem, at points that are
// not minima.
import { describe, expect, it } from "vitest";
import { BasisFold } from "../../../../runtime/fit/projection/basis-fold.js";
import { Projection } from "../../../../runtime/fit/projection/project.js";
import { type Fold, typescriptFold } from "../../../../runtime/fold/fold.js";
import type { FitProblem } from "../../../../runtime/index.js";
import { loadModel } from "../../../helpers/load-models.js";

/** Two decays and a background with a smooth disturbance. */
function decays(rows: number): { readonly x: Float64Array; readonly y: Float64Array } {
  const x = Float64Array.from({ length: rows }, (_, i) => (5 * i) / rows);
  return { x, y: x.map((t) => 3 * Math.exp(-0.4 * t) + 2 * Math.exp(-2 * t) + 0.5 + 0.1 * Math.sin(9 * t)) };
}

const spec = `model M { input x, y
  param A  param k = 0.7  param B  param q = 1.5  param c  param s = 1.2
  fit y ~ A * exp(-k * x) + B * exp(-q * x) + c * s + s^2 * x { sigma 0.5 + x relative }
  residual (A - 2 * k) / 3 }`;

interface Case {
  readonly problem: FitProblem;
  readonly columns: readonly Float64Array[];
  readonly rows: number;
  /** All parameters; the linear ones that are solved for are overwritten. */
  readonly p: Float64Array;
}

/**
 * The projected state at a point, and the gradient of the joint problem at (alpha, beta(alpha)).
 */
function both({ problem, columns, rows, p }: Case, betas: readonly number[], alphas: readonly number[]) {
  const { separable, free } = problem;
  if (separable === null) throw new Error("not separated");
  const fold = new BasisFold(problem, separable, columns, rows, betas, alphas);
  const projection = new Projection(fold.fold(p), betas.length);
  const state = projection.state(alphas.length, fold.derivatives);
  const whole = p.slice();
  for (const [c, i] of betas.entries()) whole[free[separable.linear[i] ?? -1] ?? -1] = projection.beta[c] ?? NaN;
  const all = free.map((_, j) => j);
  const joint = typescriptFold(problem, columns, rows, all).linearize(whole);
  const at = (positions: readonly number[], some: readonly number[]) =>
    some.map((i) => joint.gradient(positions[i] ?? -1));
  return { state, projection, joint, alpha: at(separable.nonlinear, alphas), beta: at(separable.linear, betas), whole };
}

/** The size of the terms that sum to a component of the gradient. */
function scale(joint: ReturnType<Fold["linearize"]>, j: number): number {
  return joint.columnNorm(j) * Math.sqrt(2 * joint.cost);
}

describe("the projected problem", () => {
  // More than one panel, and more than one chunk, so that states are merged.
  it.each([40, 1000, 70_000])("has the cost and the gradient of the joint one, %i rows", async (rows) => {
    const { problem } = await loadModel(spec);
    const { x, y } = decays(rows);
    const p = Float64Array.of(NaN, 0.7, NaN, 1.5, NaN, 1.2);
    const found = both({ problem, columns: [x, y], rows, p }, [0, 1, 2], [0, 1, 2]);
    const { joint, state } = found;
    expect(problem.separable?.linear).toEqual([0, 2, 4]);
    // Both are sums over the rows in double precision.
    expect(Math.abs(state.cost / joint.cost - 1)).toBeLessThan(1e-13);
    for (const [j, slope] of found.alpha.entries()) {
      const size = scale(joint, problem.separable?.nonlinear[j] ?? -1);
      expect(Math.abs(slope)).toBeGreaterThan(1e-4 * size);
      expect(Math.abs(state.gradient(j) - slope) / size).toBeLessThan(1e-13);
    }
    for (const [i, slope] of found.beta.entries()) {
      expect(Math.abs(slope) / scale(joint, problem.separable?.linear[i] ?? -1)).toBeLessThan(1e-13);
    }
  });

  it("has Kaufman's Jacobian: that of the joint problem less its projection on the linear columns", async () => {
    const { problem } = await loadModel(spec);
    const { x, y } = decays(40);
    const { state, joint } = both(
      { problem, columns: [x, y], rows: 40, p: Float64Array.of(NaN, 0.7, NaN, 1.5, NaN, 1.2) },
      [0, 1, 2],
      [0, 1, 2],
    );
    // J'PJ is the Schur complement of the linear block in J'J, computed here from the joint factor
    // with the linear columns first.
    const order = [0, 2, 4, 1, 3, 5];
    const column = (factor: typeof joint, j: number) =>
      Float64Array.from({ length: factor.n }, (_, i) => (i <= j ? factor.entry(i, j) : 0));
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? NaN), 0);
    const G = order.map((i) => order.map((j) => dot(column(joint, i), column(joint, j))));
    for (let k = 0; k < 3; k++) {
      for (let i = k + 1; i < 6; i++) {
        const factor = (G[i]?.[k] ?? NaN) / (G[k]?.[k] ?? NaN);
        for (let j = 0; j < 6; j++) (G[i] as number[])[j] = (G[i]?.[j] ?? NaN) - factor * (G[k]?.[j] ?? NaN);
      }
    }
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        const size = state.columnNorm(i) * state.columnNorm(j);
        // Normal equations, with a condition number of 1e4 here.
        expect(Math.abs(dot(column(state, i), column(state, j)) - (G[3 + i]?.[3 + j] ?? NaN)) / size).toBeLessThan(
          1e-9,
        );
      }
    }
  });

  it("has the slope of its cost, by differences", async () => {
    const { problem } = await loadModel(spec);
    const { x, y } = decays(40);
    const at = (alpha: readonly number[]) =>
      both(
        {
          problem,
          columns: [x, y],
          rows: 40,
          p: Float64Array.of(NaN, alpha[0] ?? NaN, NaN, alpha[1] ?? NaN, NaN, alpha[2] ?? NaN),
        },
        [0, 1, 2],
        [0, 1, 2],
      ).state;
    const alpha = [0.7, 1.5, 1.2];
    const h = 1e-4;
    for (let j = 0; j < 3; j++) {
      const shifted = (by: number) => at(alpha.map((value, i) => value + (i === j ? by : 0))).cost;
      // The five-point formula: both the truncation error, h^4, and the rounding error, divided by
      // h, are about 1e-11.
      const slope = (8 * (shifted(h) - shifted(-h)) - (shifted(2 * h) - shifted(-2 * h))) / (12 * h);
      expect(Math.abs(at(alpha).gradient(j) / slope - 1)).toBeLessThan(1e-7);
    }
  });

  it("has what is held in phi_0, with its derivatives", async () => {
    const { problem } = await loadModel(spec);
    const { x, y } = decays(1000);
    // B is 1.7 and q is 1.5 in both.
    const p = Float64Array.of(NaN, 0.7, 1.7, 1.5, NaN, 1.2);
    const found = both({ problem, columns: [x, y], rows: 1000, p }, [0, 2], [0, 2]);
    expect(found.whole[2]).toBe(1.7);
    expect(Math.abs(found.state.cost / found.joint.cost - 1)).toBeLessThan(1e-13);
    for (const [j, position] of [0, 2].entries()) {
      const size = scale(found.joint, problem.separable?.nonlinear[position] ?? -1);
      expect(Math.abs(found.state.gradient(j) - (found.alpha[j] ?? NaN)) / size).toBeLessThan(1e-13);
    }
    // Only c is left to be solved for; k and B move with phi_0.
    const single = both(
      { problem, columns: [x, y], rows: 1000, p: Float64Array.of(2.5, 0.7, 1.7, 1.5, NaN, 1.2) },
      [2],
      [0, 1, 2],
    );
    for (const [j, slope] of single.alpha.entries()) {
      const size = scale(single.joint, problem.separable?.nonlinear[j] ?? -1);
      expect(Math.abs(single.state.gradient(j) - slope) / size).toBeLessThan(1e-13);
    }
  });

  it("solves a rank-deficient basis by the shortest beta, and keeps cost and gradient", async () => {
    const { problem } = await loadModel(spec);
    const { x, y } = decays(40);
    const equal = both(
      { problem, columns: [x, y], rows: 40, p: Float64Array.of(NaN, 0.7, NaN, 0.7, NaN, 1.2) },
      [0, 1, 2],
      [0, 1, 2],
    );
    // The residual (A - 2 k) / 3 distinguishes A and B; without it their columns are equal.
    expect(equal.projection.fullRank).toBe(true);
    const { problem: bare } = await loadModel(spec.replace("residual (A - 2 * k) / 3", ""));
    const two = both(
      { problem: bare, columns: [x, y], rows: 40, p: Float64Array.of(NaN, 0.7, NaN, 0.7, NaN, 1.2) },
      [0, 1, 2],
      [0, 1, 2],
    );
    expect(two.projection.fullRank).toBe(false);
    const [a = NaN, b = NaN] = two.projection.beta;
    expect(Math.abs(a / b - 1)).toBeLessThan(1e-12);
    expect(Math.abs(two.state.cost / two.joint.cost - 1)).toBeLessThan(1e-13);
    for (const [j, slope] of two.alpha.entries()) {
      const size = scale(two.joint, bare.separable?.nonlinear[j] ?? -1);
      expect(Math.abs(two.state.gradient(j) - slope) / size).toBeLessThan(1e-12);
    }
    // One of the two columns spans the same space.
    const one = both(
      { problem: bare, columns: [x, y], rows: 40, p: Float64Array.of(NaN, 0.7, 0, 0.7, NaN, 1.2) },
      [0, 2],
      [0, 1, 2],
    );
    expect(Math.abs(one.state.cost / two.state.cost - 1)).toBeLessThan(1e-12);
    expect(Math.abs((one.projection.beta[0] ?? NaN) / (a + b) - 1)).toBeLessThan(1e-11);
  });
});
