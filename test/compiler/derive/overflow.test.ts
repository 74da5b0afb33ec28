// Models that are finite everywhere although an exponential or a power in them overflows. Their
// derivatives must also be finite.
import { describe, expect, test } from "vitest";
import { evaluate } from "../../../compiler/ir/evaluate.js";
import { logistic, softplus } from "../../../math/index.js";
import { scheduled, show, simplified } from "../../helpers/algebra-models.js";
import { blockOf } from "../../helpers/blocks.js";

/** The prediction of the model at one x, and its derivatives with respect to the parameters. */
function predict(expression: string, params: Readonly<Record<string, number>>, x: number): number[] {
  const declared = Object.entries(params).map(([name, value]) => `param ${name} = ${value}`);
  const model = simplified(`model M { input x, y\n${declared.join("\n")}\nfit y ~ ${expression} }`);
  const [statement] = model.statements;
  const roots = Object.keys(params).map((_, j) => statement?.predictedGradient.get(j));
  const ids = [statement?.predicted, ...roots].map((id) => model.simplified(id as never));
  return evaluate(model.pool, ids, { params: Object.values(params), columns: [[x], [0]], row: 0, rows: 1 });
}

describe("derivatives where an inner value overflows", () => {
  const vanishing: readonly (readonly [string, Readonly<Record<string, number>>, number])[] = [
    // u = 728: exp(u) is infinite.
    ["A / (1 + exp(-(x - m) / s))", { A: 4, m: 801, s: 1.1 }, 0],
    // exp(u) is 1e200, and its square is infinite.
    ["A / (1 + exp(-(x - m) / s))", { A: 4, m: 460.5, s: 1 }, 0],
    ["A / (1 + exp(-(x - m) / s))^2", { A: 4, m: 460.5, s: 1 }, 0],
    ["A / (1 + exp(-(x - m) / s))^2", { A: 4, m: 801, s: 1 }, 0],
    ["A / (1 + Q * exp(-(x - m) / s))^v", { A: 4, m: 801, s: 1, Q: 2, v: 1.5 }, 0],
    ["A / (1 + Q * exp(-(x - m) / s))^v", { A: 4, m: 460.5, s: 1, Q: 2, v: 2.5 }, 0],
    ["A * x^3 / (exp(x / T) - 1)", { A: 1, T: 0.2 }, 150],
    ["A * x^3 / expm1(x / T)", { A: 1, T: 0.2 }, 150],
    ["A * x^3 / (exp(x / T) - 1)", { A: 1, T: 0.2 }, 92.1],
    ["A * exp(-exp(-(x - m) / s))", { A: 4, m: 801, s: 1 }, 0],
    ["A / cosh((x - m) / s)", { A: 4, m: 801, s: 1 }, 0],
    ["A / (1 + sinh((x - m) / s)^2)", { A: 4, m: 801, s: 1 }, 0],
    ["A / (1 + (x / K)^n)", { A: 4, K: 0.01, n: 80 }, 100],
    // At a dose of 0.
    ["A / (1 + (K / x)^n)", { A: 4, K: 3, n: 2.5 }, 0],
    ["A / (1 + K / x)", { A: 4, K: 3 }, 0],
    ["A * exp(-E / x)", { A: 4, E: 3 }, 0],
  ];

  test.each(vanishing)("%s with %o at x = %d is 0 with all its derivatives", (expression, params, x) => {
    // All values are below 1e-190, so 0 is acceptable.
    for (const value of predict(expression, params, x)) expect(Math.abs(value)).toBeLessThan(1e-190);
  });

  test("where the function does not vanish its derivatives are those of the limit", () => {
    // 5 - 4 f with f = 0: only the derivative with respect to the height is not 0.
    const [value, byA, byM] = predict("A * (1 - 1 / (1 + exp(-(x - m))))", { A: 5, m: 801 }, 0);
    expect([value, byA]).toEqual([5, 1]);
    expect(Math.abs(byM as number)).toBe(0);
    expect(predict("atan(A * exp(x))", { A: 2 }, 800)).toEqual([Math.PI / 2, 0]);
  });

  test("a derivative that is infinite stays so", () => {
    expect(predict("A * exp(k * x)", { A: 1, k: 1 }, 800)).toEqual([Infinity, Infinity, Infinity]);
    expect(predict("sqrt(A * exp(k * x))", { A: 1, k: 1 }, 800)[0]).toBe(Infinity);
  });

  test("nothing is guarded where no adjoint depends on what overflows", () => {
    for (const expression of [
      "a * exp(-b * x) + c",
      "a * exp(-((x - b) / c)^2 / 2)",
      "a * exp(-b * x) * exp(-c * x^2)",
      "a * x^b / c",
      "a / (b + c * x)",
    ]) {
      const { value } = scheduled(
        `model M { input x, y  param a = 1  param b = 1  param c = 2  fit y ~ ${expression} - c }`,
      );
      expect(show(blockOf(value).linearize).join("\n")).not.toContain("OrZero");
    }
  });
});

describe("log(1 + exp(u))", () => {
  // Values to 17 digits: u + exp(-u) - exp(-2 u)/2 ... for large u, exp(u) for small; log(1 + e)
  // and log(1 + 1/e) between.
  const table: readonly (readonly [number, number, number])[] = [
    [-740, Math.exp(-740), Math.exp(-740)],
    [-40, 4.248354255291589e-18, 4.248354255291589e-18],
    [-1, 0.31326168751822286, 0.2689414213699951],
    [0, Math.LN2, 0.5],
    [1, 1.3132616875182228, 0.7310585786300049],
    [40, 40, 1],
    [460.5, 460.5, 1],
    [1000, 1000, 1],
    [1e300, 1e300, 1],
  ];
  const spellings = ["log(1 + exp(u * x))", "log(exp(u * x) + 1)", "log1p(exp(u * x))"];

  test.each(table)("at u = %d", (u, exact, slope) => {
    // Two roundings for each of exp, log1p and the sum.
    const close = (actual: number | undefined, expected: number) =>
      expect(Math.abs((actual as number) - expected)).toBeLessThanOrEqual(2 * Number.EPSILON * expected);
    close(softplus(u), exact);
    close(logistic(u), slope);
    for (const expression of spellings) {
      const [value, derivative] = predict(expression, { u }, 1);
      close(value, exact);
      close(derivative, slope);
    }
  });

  test("infinite arguments and NaN", () => {
    expect([-Infinity, Infinity, Number.NaN].map(softplus)).toEqual([0, Infinity, Number.NaN]);
    expect([-Infinity, Infinity, Number.NaN].map(logistic)).toEqual([0, 1, Number.NaN]);
  });

  test("it has a second derivative: as a loss", () => {
    const { value, diagnostics } = scheduled(
      "model M { input x, y  param a = 1  fit y ~ a * x  loss z => 2 * (log(1 + exp(z)) - log(2)) }",
    );
    expect(diagnostics).toEqual([]);
    const [rho] = value.losses;
    const ids = rho?.stores.map((store) => store.value) ?? [];
    const env = { params: [], columns: [], row: 0, rows: 0 };
    const at = (z: number) => evaluate(value.start.pool, ids, { ...env, variables: new Map([["z", z]]) });
    expect(at(0)).toEqual([0, 1, 0.5]);
    expect(at(800)).toEqual([2 * (800 - Math.LN2), 2, 0]);
  });
});
