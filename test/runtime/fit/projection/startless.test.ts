// Fits of models in which the linear parameters have no start values: with projection, and in cases
// without it.
import { describe, expect, it } from "vitest";
import type { FitOptions, FitResult } from "../../../../runtime/index.js";
import { createFitter } from "../../../../runtime/index.js";
import { loadModel } from "../../../helpers/load-models.js";
import { digits, readReference, readReferenceCsv } from "../../../helpers/reference.js";

const x = Float64Array.from({ length: 60 }, (_, i) => i / 10);
/** A decay of amplitude 2.5 and rate 0.8 above 0.3, with a disturbance of 0.02. */
const y = x.map((t, i) => 2.5 * Math.exp(-0.8 * t) + 0.3 + 0.02 * Math.sin(7 * i));
const data = { x, y };

async function fitted(params: string, statements: string, options: FitOptions = {}): Promise<FitResult> {
  return (await loadModel(`model M { input x, y  ${params}  ${statements} }`)).fit(data, options);
}

const decay = "fit y ~ A * exp(-k * x) + c";

/**
 * Compares values and covariances by relative differences, for estimates that converge to about
 * 1e-12.
 */
function expectSame(actual: FitResult, expected: FitResult, tolerance = 1e-9): void {
  for (const name of expected.free) {
    const [a, b] = [actual.params[name], expected.params[name]];
    expect(Math.abs((a?.value ?? NaN) / (b?.value ?? NaN) - 1), name).toBeLessThan(tolerance);
  }
  for (const [i, row] of (expected.covariance ?? []).entries()) {
    for (const [j, value] of row.entries()) {
      const size = Math.sqrt((row[i] as number) * (expected.covariance?.[j]?.[j] ?? NaN)) || 1;
      expect(Math.abs((actual.covariance?.[i]?.[j] ?? NaN) - value) / size).toBeLessThan(tolerance);
    }
  }
  expect(actual.activeMask).toEqual(expected.activeMask);
  expect(actual.warnings.map(({ code }) => code)).toEqual(expected.warnings.map(({ code }) => code));
}

describe("a fit without linear start values", () => {
  it("is the joint fit", async () => {
    const joint = await fitted("param A = 2  param k = 1  param c = 0", decay);
    const projected = await fitted("param A  param k = 1  param c", decay);
    expectSame(projected, joint);
    expect(projected.success).toBe(true);
  });

  it("starts where the linear parameters fit best at the start of the others", async () => {
    const { params } = await fitted("param A  param k = 1  param c", decay);
    // The straight line of y against exp(-x), from its normal equations.
    const e = x.map((t) => Math.exp(-t));
    const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const slope =
      mean(e.map((value, i) => (value - mean(e)) * (y[i] as number))) / mean(e.map((value) => (value - mean(e)) ** 2));
    expect(params["A"]?.init).toBeCloseTo(slope, 12);
    expect(params["c"]?.init).toBeCloseTo(mean(y) - slope * mean(e), 12);
    expect(params["k"]?.init).toBe(1);
  });

  it("keeps the start values that there are, from the spec or from the call", async () => {
    const some = await fitted("param A  param k = 1  param c = 0.25", decay);
    expect(some.params["c"]?.init).toBe(0.25);
    const given = await fitted("param A  param k = 1  param c", decay, { start: { A: 2, c: 0 } });
    expect(given.params["A"]?.init).toBe(2);
    expectSame(given, some);
  });

  it("counts every evaluation, and shows one sequence of whole iterates", async () => {
    const model = await loadModel(`model M { input x, y  param A  param k = 5  param c  ${decay} }`);
    const seen: {
      readonly iteration: number;
      readonly nfev: number;
      readonly cost: number;
      readonly x: Float64Array;
    }[] = [];
    const result = model.fit(data, { onIteration: (step) => void seen.push(step) });
    expect(seen.map(({ iteration }) => iteration)).toEqual(seen.map((_, i) => i + 1));
    for (const [i, step] of seen.entries()) {
      expect(step.x).toHaveLength(3);
      expect(step.nfev).toBeGreaterThan(seen[i - 1]?.nfev ?? 0);
      const r = model.residuals(step.x, data);
      expect(r.reduce((sum, value) => sum + value * value, 0) / 2 / step.cost).toBeCloseTo(1, 10);
    }
    expect(result.nfev).toBeGreaterThanOrEqual(seen.at(-1)?.nfev ?? NaN);
  });

  it("stops where the caller says, at a whole iterate", async () => {
    const model = await loadModel(`model M { input x, y  param A  param k = 5  param c  ${decay} }`);
    let last: Float64Array | undefined;
    const result = model.fit(data, {
      onIteration: ({ iteration, x: at }) => {
        last = at;
        return iteration === 2 ? "stop" : undefined;
      },
    });
    expect(result.stoppedBy).toBe("caller");
    expect(result.success).toBe(false);
    expect(result.x).toEqual(Array.from(last ?? []));
  });

  it("ends when the evaluations are used up", async () => {
    const result = await fitted("param A  param k = 5  param c", decay, { maxEvals: 4 });
    expect(result.status).toBe(0);
    expect(result.nfev).toBeLessThanOrEqual(6);
  });

  it("is one solution where all parameters are linear", async () => {
    const joint = await fitted("param a = 1  param b = 1", "fit y ~ a + b * x");
    const projected = await fitted("param a  param b", "fit y ~ a + b * x");
    expectSame(projected, joint);
    expect(projected.params["a"]?.init).toBeCloseTo(joint.params["a"]?.value ?? NaN, 12);
  });

  it("may have residuals that occur once, and priors", async () => {
    const once = "residual (A - 2) / 0.01  residual k * c";
    expectSame(
      await fitted("param A  param k = 1  param c", `${decay}  ${once}`),
      await fitted("param A = 2  param k = 1  param c = 0", `${decay}  ${once}`),
    );
    const prior = "prior A ~ normal(2.4, 0.01)";
    expectSame(
      await fitted("param A  param k = 1  param c", `${decay}  ${prior}`),
      await fitted("param A = 2  param k = 1  param c = 0", `${decay}  ${prior}`),
    );
  });

  it("may have a robust loss: the start is that of least squares", async () => {
    const loss = "loss soft_l1(0.01)";
    const robust = await fitted("param A  param k = 1  param c", `${decay}  ${loss}`);
    expectSame(robust, await fitted("param A = 2  param k = 1  param c = 0", `${decay}  ${loss}`), 1e-7);
    const plain = await fitted("param A  param k = 1  param c", decay);
    expect(robust.params["A"]?.init).toBe(plain.params["A"]?.init);
  });

  it("takes SciPy's steps from that start under SciPy's rules", async () => {
    const projected = await fitted("param A  param k = 1  param c", decay, { compat: "scipy" });
    const { A, c } = projected.params;
    const joint = await fitted("param A = 1  param k = 1  param c = 1", decay, {
      compat: "scipy",
      start: { A: A?.init ?? NaN, c: c?.init ?? NaN },
    });
    expect(projected.x).toEqual(joint.x);
  });
});

describe("bounds", () => {
  it("of a nonlinear parameter hold while projecting", async () => {
    const joint = await fitted("param A = 2  param k = 0.5 in [0, 0.6]  param c = 0", decay);
    const projected = await fitted("param A  param k = 0.5 in [0, 0.6]  param c", decay);
    expect(projected.params["k"]?.value).toBe(0.6);
    expectSame(projected, joint);
  });

  it("of a linear parameter hold at the end", async () => {
    const joint = await fitted("param A = 1 in [0, 2]  param k = 1  param c = 0", decay);
    const projected = await fitted("param A in [0, inf)  param k = 1  param c", decay, { bounds: { A: [0, 2] } });
    expect(projected.params["A"]?.value).toBe(2);
    expectSame(projected, joint);
    expectSame(
      await fitted("param A in [0, inf)  param k = 1  param c in (-inf, 1]", decay),
      await fitted("param A = 2  param k = 1  param c = 0", decay),
    );
  });

  it("of a linear parameter hold its start", async () => {
    // The best A for k = 1 is 2.8, outside its bounds.
    const { params } = await fitted("param A in [-inf, 1]  param k = 1  param c", decay);
    expect(params["A"]?.init).toBeLessThan(1);
    expect(params["A"]?.value).toBe(1);
  });
});

describe("what is held", () => {
  it("keeps its value: a linear parameter", async () => {
    const held = { fixed: ["c"], start: { c: 0.25 } };
    expectSame(
      await fitted("param A  param k = 1  param c", decay, held),
      await fitted("param A = 2  param k = 1  param c = 0", decay, held),
    );
  });

  it("keeps its value: the nonlinear ones", async () => {
    const result = await fitted("param A  param k = 1  param c", decay, { fixed: ["k"] });
    expect(result.params["A"]?.value).toBeCloseTo(result.params["A"]?.init ?? NaN, 12);
    expect(result.success).toBe(true);
  });

  it("must have one", async () => {
    const model = await loadModel(`model M { input x, y  param A  param k = 1  param c  ${decay} }`);
    expect(() => model.fit(data, { fixed: ["A"] })).toThrow(/FIT5034: 'A' is to be fixed, but it has no value/);
    expect(() => model.fit(data, { start: { A: NaN } })).toThrow(/FIT5002/);
  });
});

describe("models that the data do not determine", () => {
  it("two equal exponentials are fitted as one, and said to be undetermined", async () => {
    const two = "fit y ~ A * exp(-k * x) + B * exp(-q * x) + c";
    const result = await fitted("param A  param k = 1  param B  param q = 1  param c", two, { fixed: ["q"] });
    const one = await fitted("param A  param k = 1  param c", decay);
    // A and B have the same column as long as k equals q, and different ones once the fit changes
    // k.
    expect(result.cost).toBeLessThanOrEqual(one.cost * (1 + 1e-9));
    expect(result.params["A"]?.init).toBeCloseTo(result.params["B"]?.init ?? NaN, 10);
    expect([...result.x, result.cost].every(Number.isFinite)).toBe(true);
  });

  it("a basis that vanishes gives 0, not NaN", async () => {
    const nothing = { x: new Float64Array(20), y: Float64Array.from({ length: 20 }, (_, i) => Math.sin(i)) };
    const model = await loadModel(
      "model M { input x, y  param A  param k = 1  param c  fit y ~ A * x * exp(-k * x) + c }",
    );
    const result = model.fit(nothing);
    expect(result.params["A"]?.value).toBe(0);
    expect(result.params["A"]?.stderr).toBe(Infinity);
    expect(result.params["c"]?.value).toBeCloseTo(nothing.y.reduce((sum, value) => sum + value, 0) / 20, 12);
  });

  it("what is not finite at the start is an error that names the place", async () => {
    const model = await loadModel("model M { input x, y  param A  param k = 1  fit y ~ A * log(k - x) }");
    expect(() => model.fit(data)).toThrow(/FIT5010/);
  });
});

describe("a joint fit that fails", () => {
  /**
   * A model with start values from which a joint fit of all parameters fails, and the same model
   * without the basis that projection needs.
   */
  async function load(params: string, statements: string) {
    const { problem } = await loadModel(`model M { input x, y  ${params}  ${statements} }`);
    return { model: createFitter(problem), joint: createFitter({ ...problem, separable: null }) };
  }

  it.each([
    ["runs off", "param b1 = -500  param b2 = 1e-4", "fit y ~ b1 * (1 - exp(-b2 * x))", "Misra1a"],
    [
      "comes to where the data say nothing",
      "param b1 = 1e-6  param b2 = 1",
      "fit y ~ b1 * (1 - exp(-b2 * x))",
      "BoxBOD",
    ],
    [
      "stops where the cost still falls",
      "param b1 = 5e8  param b2 = 1e-4",
      "fit y ~ b1 * (1 - (1 + b2 * x / 2)^(-2))",
      "Misra1b",
    ],
    ["is not finite", "param b1 = -2e-3  param b2 = 50  param b3 = 0.8", "fit y ~ b1 * (b2 + x)^(-1 / b3)", "Bennett5"],
  ])("because it %s is rescued by projection", async (_, params, statements, name) => {
    const { model, joint } = await load(params, statements);
    const nist = readReferenceCsv(`nist/${name}.csv`);
    const { certified } = readReference<{ certified: { residual_sum_of_squares: number } }>(`nist/${name}.json`);
    const failed = joint.fit(nist, { search: false });
    expect(digits(failed.rss, certified.residual_sum_of_squares)).toBeLessThan(1);
    const result = model.fit(nist);
    expect(result.success).toBe(true);
    expect(digits(result.rss, certified.residual_sum_of_squares)).toBeGreaterThan(8);
    expect(result.nfev).toBeGreaterThan(failed.nfev);
  });

  it("is left as it is where SciPy's rules or a limit of evaluations say so", async () => {
    const { model, joint } = await load("param b1 = -500  param b2 = 1e-4", "fit y ~ b1 * (1 - exp(-b2 * x))");
    const nist = readReferenceCsv("nist/Misra1a.csv");
    for (const options of [{ compat: "scipy" }, { maxEvals: 200 }] as const) {
      expect(model.fit(nist, options).x).toEqual(joint.fit(nist, options).x);
    }
  });
});

describe("beside other features", () => {
  const two = "fit y ~ A * exp(-k * x) + B * exp(-q * x)";
  // Without the disturbance of `data`, which would leave the second decay undetermined.
  const decays = { x, y: x.map((t, i) => 2 * Math.exp(-0.5 * t) + 3 * Math.exp(-2.5 * t) + 0.001 * Math.sin(7 * i)) };

  it("correlated observations are projected as they are weighed", async () => {
    const n = x.length;
    // The covariance of an autoregressive process: 0.6^|i - j|.
    const covariance = Float64Array.from({ length: n * n }, (_, at) => 0.6 ** Math.abs(Math.floor(at / n) - (at % n)));
    const spec = (start: string) =>
      `model M { input x, y  param A${start}  param k = 1  param c${start}  ${decay}  covariance "C.csv" relative }`;
    const projected = (await loadModel(spec(""))).fit(data, { covariance });
    const joint = (await loadModel(spec(" = 1"))).fit(data, { covariance });
    const plain = await fitted("param A = 1  param k = 1  param c = 1", decay);
    expect(Math.abs((joint.params["A"]?.value ?? NaN) - (plain.params["A"]?.value ?? NaN))).toBeGreaterThan(1e-4);
    expectSame(projected, joint);
  });

  it("nonlinear parameters are kept in order while projecting", async () => {
    const spec = (start: string) =>
      `model M { input x, y  param A${start}  param k = 1  param B${start}  param q = 2  order k < q  ${two} }`;
    const projected = (await loadModel(spec(""))).fit(decays);
    const joint = (await loadModel(spec(" = 1"))).fit(decays);
    expect(projected.params["k"]?.value).toBeLessThan(1);
    expectSame(projected, joint, 1e-7);
  });
});
