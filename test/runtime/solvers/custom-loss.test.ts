// The tests of SciPy's test_least_squares.py in which `cubic_soft_l1`, a loss given as a function,
// takes part (test_options, test_fun, test_grad, test_jac and test_robustness of LossFunctionMixin,
// for trf and dogbox), with the loss written in the spec. SciPy 1.17.1 gave the numbers.
import { linearization } from "fitc/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import type { Fitter } from "../../../runtime/index.js";
import { loadModels } from "../../helpers/load-models.js";

const rho = "z => 3 * ((1 + z)^(1/3) - 1)";
const models = `
model Trivial { param x = 2  residual x^2 + 5  loss(1) ${rho} }
model TrivialInlier { param x = 2  residual x^2 + 5  loss(6) ${rho} }
model Lm { param x = 2  residual x^2 + 5  solver lm }
model Exponential1 { input x, y  param a = 0  param b = 0  fit y ~ a + exp(b * x)  loss(1) ${rho} }
model Exponential01 { input x, y  param a = 0  param b = 0  fit y ~ a + exp(b * x)  loss(0.1) ${rho} }
model Varied { input x, y  param a = 0  param b = 0  fit y ~ a + exp(b * x)  loss(1) z => (1 + z)^(1 / (2 + 0 * z)) * 2 - 2 }
model SoftL1 { input x, y  param a = 0  param b = 0  fit y ~ a + exp(b * x)  loss soft_l1(1) }
`;

// ExponentialFittingProblem(1, 0.1, noise, rng=12220903).
const x = [
  -1, -0.8, -0.6, -0.3999999999999999, -0.19999999999999996, 0, 0.20000000000000018, 0.40000000000000013,
  0.6000000000000001, 0.8, 1,
];
const problems = [
  {
    name: "Exponential01",
    y: [
      1.9421113005031017, 1.9932144836822936, 4.802863221961903, 1.874486108012201, 1.98645125232568, 1.981135242369392,
      2.189329313539642, 1.8126144957089978, 1.961871101065873, 2.1431424092459888, 2.047847774644359,
    ],
    plain: [1.2289762, -0.3126699],
    robust: { trf: [0.9954065882443518, 0.04750008361127238], dogbox: [0.9954065882393863, 0.047500083597477726] },
    nfev: { trf: 6, dogbox: 6 },
    best: [0.9954065851261853, 0.04750007330440213],
  },
  {
    name: "Exponential1",
    y: [
      2.2775762427073816, 2.624097719343215, 30.55275141736079, 1.0977561277511036, 2.042724463496002,
      1.8113524236939205, 3.7114810751556186, -0.24115201064151304, 1.0621820917504934, 2.681840483385262,
      1.5319394837627578,
    ],
    plain: [2.8925333, -1.5767515],
    robust: { trf: [0.882813124999455, -0.4478860812356873], dogbox: [0.8828081321739603, -0.4478972381847535] },
    nfev: { trf: 4, dogbox: 6 },
    best: [0.8828084001362492, -0.4478965616375234],
  },
] as const;

const solvers = ["trf", "dogbox"] as const;

describe.each(solvers)("cubic_soft_l1 with %s", (method) => {
  let all: ReadonlyMap<string, Fitter>;
  const of = (name: string): Fitter => all.get(name) ?? expect.fail(name);
  const scipy = { compat: "scipy", solver: method } as const;
  const none = new Map<string, number[]>();
  const f = 2 ** 2 + 5;
  beforeAll(async () => {
    all = await loadModels(models);
  });

  it("test_options: finds the minimum", () => {
    const result = of("Trivial").fit(none, scipy);
    expect(Math.abs(result.x[0] ?? NaN)).toBeLessThan(1e-15);
    expect([result.nfev, result.status]).toEqual([2, 1]);
    // Four roundings.
    expect(Math.abs(result.cost / 2.9437441026110553 - 1)).toBeLessThan(1e-15);
    expect(Math.abs(of("Trivial").fit(none, { solver: method }).x[0] ?? NaN)).toBeLessThan(1e-15);
  });

  it("test_fun: residuals are those without the loss", () => {
    const result = of("Trivial").fit(none, scipy);
    const { fun } = linearization(of("Trivial"), result, none);
    expect([...fun]).toEqual([(result.x[0] ?? NaN) ** 2 + 5]);
  });

  // assert_allclose of NumPy: 1e-7; these agree to a few roundings.
  const few = 1e-14;

  it("test_grad: the gradient is that of the cost", () => {
    const { gradient } = of("Trivial").fit(none, { ...scipy, maxEvals: 1 });
    const exact = (2 * 2 * f) / (1 + f ** 2) ** (2 / 3);
    expect(Math.abs((gradient[0] ?? NaN) / exact - 1)).toBeLessThan(few);
  });

  it.each([
    ["Trivial", 4 * Number.EPSILON ** 0.5],
    ["TrivialInlier", 4 * (1 - (f / 6) ** 2 / 3) ** 0.5 * (1 + (f / 6) ** 2) ** (-5 / 6)],
  ])("test_jac: J is a root of the Hessian of the cost, %s", (name, exact) => {
    const result = of(name).fit(none, { ...scipy, maxEvals: 1 });
    const { jac } = linearization(of(name), result, none);
    expect(Math.abs((jac[0] ?? NaN) / exact - 1)).toBeLessThan(few);
  });

  it.each(problems)("test_robustness: comes closer to the truth than least squares, $name", (problem) => {
    const data = { x, y: problem.y };
    const distance = ([a = NaN, b = NaN]: readonly number[]) => Math.hypot(a - 1, b - 0.1);
    const result = of(problem.name).fit(data, scipy);
    expect(result.optimality).toBeLessThan(1e-2);
    expect(distance(result.x)).toBeLessThan(distance(problem.plain));
    expect(result.nfev).toBe(problem.nfev[method]);
    // The iterates are SciPy's: they differ by the order of summation.
    for (const [j, value] of problem.robust[method].entries()) expect(result.x[j]).toBeCloseTo(value, 9);
    for (const kernel of ["typescript", "wasm"] as const) {
      // By our tolerances, the minimum, which Newton's method found with 30 digits.
      const own = of(problem.name).fit(data, { solver: method, kernel });
      for (const [j, value] of problem.best.entries()) expect(own.x[j]).toBeCloseTo(value, 12);
      expect(own.success).toBe(true);
    }
  });

  it("a power whose exponent varies is differentiated twice: soft_l1 written with one", () => {
    const data = { x, y: problems[1].y };
    const [written, named] = ["Varied", "SoftL1"].map((name) => of(name).fit(data, { solver: method }).x);
    for (const j of [0, 1]) expect(written?.[j]).toBeCloseTo(named?.[j] ?? NaN, 9);
  });
});

it("lm takes no loss, as in SciPy", async () => {
  const fitter = (await loadModels(models)).get("Trivial");
  expect(() => fitter?.fit(new Map(), { solver: "lm" })).toThrow(/lm/);
});
