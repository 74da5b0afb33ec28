import { describe, expect, test } from "vitest";
import { gradient } from "../../../compiler/derive/gradient.js";
import { evaluate } from "../../../compiler/ir/evaluate.js";
import { type ExprId, ExprPool } from "../../../compiler/ir/pool.js";
import { losses } from "../../../compiler/losses/index.js";
import { runPasses } from "../../../compiler/simplify/passes.js";
import { type LossName, lossNames } from "../../../runtime/contract/losses.js";
import { scheduled } from "../../helpers/algebra-models.js";

/** rho, rho' and rho'' as the compiler computes them. */
function loss(name: LossName, z: number): readonly number[] {
  const pool = new ExprPool();
  const variable = pool.variable("z");
  const rho = losses[name].rho(pool, variable);
  const slope = gradient(pool, rho, [variable]).get(variable) ?? pool.constant(0);
  const curvature = gradient(pool, slope, [variable]).get(variable) ?? pool.constant(0);
  const roots = [rho, slope, curvature];
  const simplified = runPasses(pool, roots);
  const ids = roots.map((id) => simplified.get(id) as ExprId);
  return evaluate(pool, ids, { params: [], columns: [], row: 0, rows: 0, variables: new Map([["z", z]]) });
}

// The closed forms, as documented for SciPy's least_squares.
const closed: Readonly<Record<LossName, (z: number) => readonly [number, number, number]>> = {
  linear: (z) => [z, 1, 0],
  soft_l1: (z) => [(2 * z) / (Math.sqrt(1 + z) + 1), (1 + z) ** -0.5, -0.5 * (1 + z) ** -1.5],
  huber: (z) => (z <= 1 ? [z, 1, 0] : [2 * Math.sqrt(z) - 1, z ** -0.5, -0.5 * z ** -1.5]),
  cauchy: (z) => [Math.log1p(z), 1 / (1 + z), -1 / (1 + z) ** 2],
  arctan: (z) => [Math.atan(z), 1 / (1 + z * z), (-2 * z) / (1 + z * z) ** 2],
};

describe.each(lossNames)("%s", (name) => {
  const exact = closed[name];

  test.each([0, 1e-300, 1e-20, 1e-8, 0.5, 1, 1 + 2 ** -52, 3, 1e6, 1e12, 1e60])("at z = %d", (z) => {
    const actual = loss(name, z);
    // Each side has about five roundings.
    for (const [k, expected] of exact(z).entries()) {
      expect(Math.abs((actual[k] as number) - expected)).toBeLessThanOrEqual(8 * Number.EPSILON * Math.abs(expected));
    }
  });

  test("rho(0) = 0 and rho'(0) = 1; all three are finite up to the largest z", () => {
    expect(loss(name, 0).slice(0, 2)).toEqual([0, 1]);
    for (const z of [1e100, 1e200, 1e308, Number.MAX_VALUE]) {
      for (const value of loss(name, z)) expect(Number.isFinite(value)).toBe(true);
    }
  });
});

test("the losses of the language", () => {
  expect(lossNames).toEqual(["linear", "soft_l1", "huber", "cauchy", "arctan"]);
  expect(Object.keys(losses)).toEqual(lossNames);
});

test("a loss without a second derivative is refused", () => {
  const { diagnostics } = scheduled(
    "model M { input x, y  param a = 1  fit y ~ a * x  loss(1) z => z + 0 * trigamma(1 + z) }",
  );
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    "FIT3026 this loss cannot be differentiated twice: the derivative of 'tetragamma' is not available",
  ]);
});
