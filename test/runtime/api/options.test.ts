// The options of a call override the spec: each gives, to the bit, the result of the same model
// compiled with that setting, and options that make no sense are refused.
import { describe, expect, it } from "vitest";
import { createFitter, type FitError, type FitOptions, type FitResult } from "../../../runtime/index.js";
import { formulaProblem } from "../../helpers/formula-problem.js";
import { loadModel } from "../../helpers/load-models.js";

const t = Array.from({ length: 30 }, (_, i) => i / 5);
const y = t.map((value, i) => 2.5 * Math.exp(-0.7 * value) + 0.5 + 0.1 * Math.cos(7 * i) + (i === 12 ? 2 : 0));
const data = { t, y };

interface Parts {
  readonly A?: string;
  readonly k?: string;
  readonly c?: string;
  readonly statements?: string;
}

const decay = ({ A = "1", k = "1", c = "0", statements = "" }: Parts = {}) =>
  loadModel(`model Decay { input t, y
    param A = ${A}
    param k = ${k}
    param c = ${c}
    derive tau = 1 / k
    fit y ~ A * exp(-k * t) + c
    ${statements}
  }`);
const Decay = await decay();

/** A result without the hash of the spec's text. */
function numbers({ specSha256: _, ...rest }: FitResult): unknown {
  return rest;
}

describe("an option is what the spec would have said", () => {
  it.each<[FitOptions, Parts]>([
    [{ loss: "soft_l1" }, { statements: "loss soft_l1" }],
    [{ loss: { name: "soft_l1", scale: 0.2 } }, { statements: "loss soft_l1(0.2)" }],
    [{ loss: { name: "huber", scale: 0.2 } }, { statements: "loss huber(0.2)" }],
    [{ loss: { name: "cauchy", scale: 0.2 } }, { statements: "loss cauchy(0.2)" }],
    [{ loss: { name: "arctan" } }, { statements: "loss arctan" }],
    [{ loss: "linear" }, {}],
    [{ bounds: { k: [0.8, 2] } }, { k: "1 in [0.8, 2]" }],
    [{ bounds: new Map([["k", [0.8, 2]]]) }, { k: "1 in [0.8, 2]" }],
    [{ bounds: { k: [0, Infinity], c: [-1, 0.3] } }, { k: "1 in [0, inf]", c: "0 in [-1, 0.3]" }],
    [
      { bounds: { k: [0, 5] }, loss: "huber" },
      { k: "1 in [0, 5]", statements: "loss huber" },
    ],
    [{ solver: "trf" }, { statements: "solver trf" }],
    [{ solver: "dogbox" }, { statements: "solver dogbox" }],
    [
      { solver: "dogbox", bounds: { c: [-1, 0.3] } },
      { c: "0 in [-1, 0.3]", statements: "solver dogbox" },
    ],
    [{ solver: "lm", factor: 0.1 }, { statements: "solver lm { factor: 0.1 }" }],
    [{ solver: "lm", ftol: 1e-3 }, { statements: "solver lm { ftol: 1e-3 }" }],
    [{ solver: "trf", ftol: null, xtol: 1e-5 }, { statements: "solver trf { ftol: off, xtol: 1e-5 }" }],
    [{ solver: "trf", gtol: 1e-3 }, { statements: "solver trf { gtol: 1e-3 }" }],
    [{ solver: "trf", maxEvals: 4 }, { statements: "solver trf { max_evals: 4 }" }],
    [{ solver: "trf", xScale: 3 }, { statements: "solver trf { x_scale: 3 }" }],
    [{ solver: "trf", xScale: { k: 3, c: 0.1 } }, { statements: "solver trf { x_scale: { k: 3, c: 0.1 } }" }],
    [{ solver: "trf", xScale: "jac" }, { statements: "solver trf { x_scale: jac }" }],
    [{ start: { A: 3, k: 0.5 } }, { A: "3", k: "0.5" }],
    [{ start: { c: 0.4 }, fixed: ["c"] }, { c: "0.4 fixed" }],
  ])("%o", async (options, parts) => {
    const compiled = await decay(parts);
    expect(numbers(Decay.fit(data, options))).toEqual(numbers(compiled.fit(data)));
    expect(numbers(await Decay.fitAsync(data, options))).toEqual(numbers(compiled.fit(data)));
  });

  it.each<[FitOptions, Parts, FitOptions]>([
    [{ loss: "linear" }, { statements: "loss huber(0.1)" }, {}],
    [{ loss: "linear" }, { statements: "loss(1) z => log1p(z)" }, {}],
    [
      { loss: { name: "cauchy", scale: 0.3 } },
      { statements: "loss huber(0.1)" },
      { loss: { name: "cauchy", scale: 0.3 } },
    ],
    [{ bounds: { k: [-Infinity, Infinity] } }, { k: "1 in (0, 5]" }, {}],
    [{ bounds: { k: [0.8, 2] } }, { k: "1 in (0, 5]" }, { bounds: { k: [0.8, 2] } }],
    [{ solver: "lm", ftol: null }, { statements: "solver trf { ftol: 1e-3 }" }, { solver: "lm", ftol: null }],
    [{ maxEvals: 3 }, { statements: "solver lm { max_evals: 2 }" }, { solver: "lm", maxEvals: 3 }],
  ])("%o over %o", async (options, parts, same) => {
    const compiled = await decay(parts);
    expect(numbers(compiled.fit(data, options))).toEqual(numbers(Decay.fit(data, same)));
  });

  it("a statement's own loss gives way too", async () => {
    const two = (first: string, second: string) =>
      loadModel(`model Two { input t, y, z
        param a = 1
        param b = 1
        fit y ~ a + b * t { ${first} }
        fit z ~ a - b * t { ${second} }
      }`);
    const pair = { t, y, z: y.map((value) => 2 - value) };
    const own = await two("loss huber(0.3)", "");
    const both = await two("loss cauchy(2)", "loss cauchy(2)");
    const result = own.fit(pair, { loss: { name: "cauchy", scale: 2 } });
    expect(numbers(result)).toEqual(numbers(both.fit(pair)));
    expect([result.loss, result.lossScale, result.solver]).toEqual(["cauchy", 2, "trf"]);
    expect(own.fit(pair).loss).toBe("mixed");
  });
});

it("a prior counts as in least squares whatever the loss", () => {
  const model = (loss: string, prior: boolean) => {
    const problem = formulaProblem({
      params: [{ name: "a", start: 1 }],
      columns: ["t", "y"],
      rows: [{ predicted: "a", observed: "y", loss }],
      once: ["(a - 3) / 0.01"],
      solver: { method: "trf", explicit: false },
    });
    const kinds = problem.statements.map((statement, s) =>
      prior && s === 1 ? { ...statement, kind: "prior" as const } : statement,
    );
    return createFitter({ ...problem, statements: kinds });
  };
  const asked = model("linear", true).fit(data, { loss: "huber" });
  const written = model("huber", false).fit(data);
  expect([asked.x, asked.cost]).toEqual([written.x, written.cost]);
  expect([asked.loss, written.loss]).toEqual(["huber", "mixed"]);
});

describe("scales by parameter", () => {
  const scaled = (xScale: FitOptions["xScale"], solver: "lm" | "trf" | "dogbox") =>
    numbers(Decay.fit(data, { solver, ...(xScale === undefined ? {} : { xScale }) }));

  it.each(["lm", "trf", "dogbox"] as const)("are 1 where they are not given, under %s", (solver) => {
    expect(scaled({ A: 3, k: 3, c: 3 }, solver)).toEqual(scaled(3, solver));
    expect(scaled(new Map([["k", 1]]), solver)).toEqual(scaled(1, solver));
    expect(scaled({ k: 0.01 }, solver)).not.toEqual(scaled(1, solver));
  });

  it("have no say for a parameter that is held", () => {
    const held = (xScale: FitOptions["xScale"] & object) => numbers(Decay.fit(data, { fixed: ["c"], xScale }));
    expect(held({ c: 5 })).toEqual(held({}));
  });
});

describe("the solver, where none is named, is the one that can", () => {
  it.each<[string, Parts, FitOptions, string]>([
    ["nothing", {}, {}, "lm"],
    ["a loss", {}, { loss: "huber" }, "trf"],
    ["bounds", {}, { bounds: { k: [0, 5] } }, "trf"],
    ["no bounds at all", {}, { bounds: { k: [-Infinity, Infinity] } }, "lm"],
    ["bounds of what is held", {}, { bounds: { k: [0, 5] }, fixed: ["k"] }, "lm"],
    ["bounds of the spec", { k: "1 in [0, 5]" }, {}, "trf"],
    ["bounds of the spec taken away", { k: "1 in [0, 5]" }, { bounds: { k: [-Infinity, Infinity] } }, "lm"],
    [
      "bounds of the spec, one of two taken away",
      { k: "1 in [0, 5]", c: "0 in [-1, 1]" },
      { bounds: { k: [-Infinity, Infinity] } },
      "trf",
    ],
    ["a loss of the spec taken away", { statements: "loss huber" }, { loss: "linear" }, "lm"],
    ["a loss of the spec, and bounds", { statements: "loss huber" }, { bounds: { k: [0, 5] } }, "trf"],
    ["a solver of the spec", { statements: "solver dogbox" }, { loss: "linear" }, "dogbox"],
  ])("%s", async (_, parts, options, solver) => {
    expect((await decay(parts)).fit(data, options).solver).toBe(solver);
  });
});

describe("what cannot be meant is refused", () => {
  const bounded: Parts = { k: "1 in [0, 5]", c: "0.5 fixed" };

  it.each<[Parts, unknown, string]>([
    [
      {},
      { solver: "lm", bounds: { k: [0, 5] } },
      "FIT5026: solver 'lm' does not support bounds, but parameter 'k' has them (use solver 'trf' or 'dogbox', or remove the bounds)",
    ],
    [
      bounded,
      { solver: "lm" },
      "FIT5026: solver 'lm' does not support bounds, but parameter 'k' has them (use solver 'trf' or 'dogbox', or remove the bounds)",
    ],
    [
      { statements: "solver lm" },
      { bounds: { A: [0, Infinity] } },
      "FIT5026: solver 'lm' does not support bounds, but parameter 'A' has them (use solver 'trf' or 'dogbox', or remove the bounds)",
    ],
    [
      {},
      { solver: "lm", loss: "huber" },
      "FIT5027: solver 'lm' supports only the linear loss, but 'huber' is robust (use solver 'trf' or 'dogbox', or the linear loss)",
    ],
    [
      { statements: "loss(1) z => log1p(z)" },
      { solver: "lm" },
      "FIT5027: solver 'lm' supports only the linear loss, but 'custom' is robust (use solver 'trf' or 'dogbox', or the linear loss)",
    ],
    [
      {},
      { solver: "trf", factor: 1 },
      "FIT5028: option 'factor' is for solver 'lm' only, but this fit uses 'trf' (remove it, or pass solver: 'lm')",
    ],
    [
      {},
      { loss: "cauchy", factor: 1 },
      "FIT5028: option 'factor' is for solver 'lm' only, but this fit uses 'trf' (remove it, or pass solver: 'lm')",
    ],
    [
      {},
      { bounds: { k: [0] } },
      "FIT5029: the bounds of 'k' must be a pair of numbers, not [0] (write [lower, upper], with -Infinity or Infinity for no bound)",
    ],
    [
      {},
      { bounds: { k: ["0", null] } },
      "FIT5029: the bounds of 'k' must be a pair of numbers, not [\"0\", null] (write [lower, upper], with -Infinity or Infinity for no bound)",
    ],
    [
      {},
      { bounds: { k: [0, 1, 2, 3] } },
      "FIT5029: the bounds of 'k' must be a pair of numbers, not [0, 1, 2, ...] (write [lower, upper], with -Infinity or Infinity for no bound)",
    ],
    [
      {},
      { bounds: { k: 5 } },
      "FIT5029: the bounds of 'k' must be a pair of numbers, not 5 (write [lower, upper], with -Infinity or Infinity for no bound)",
    ],
    [
      {},
      { bounds: [0, 5] },
      "FIT5007: option 'bounds' must be an object or a Map with a pair [lower, upper] for each parameter named, not an array",
    ],
    [{}, { bounds: { kk: [0, 5] } }, "FIT5001: the model has no parameter 'kk' (did you mean 'k'?)"],
    [{}, { bounds: { k: [2, 2] } }, "FIT5004: the lower bound of 'k', 2, is not below the upper bound, 2"],
    [{}, { bounds: { k: [Number.NaN, 2] } }, "FIT5003: the lower bound of 'k' is not a number"],
    [{}, { bounds: { k: [2, 3] } }, "FIT5005: 'k' starts at 1, outside its bounds [2, 3]"],
    [bounded, { start: { k: 7 } }, "FIT5005: 'k' starts at 7, outside its bounds [0, 5]"],
    [
      bounded,
      { bounds: { c: [0, 1] } },
      "FIT5030: 'c' is fixed by the spec, but the call gives it bounds (remove it from the call, or remove `fixed` from the spec)",
    ],
    [
      bounded,
      { xScale: { c: 1 } },
      "FIT5030: 'c' is fixed by the spec, but the call gives it a scale (remove it from the call, or remove `fixed` from the spec)",
    ],
    [{}, { xScale: { k: 0 } }, "FIT5031: the scale of 'k' must be a positive number, not 0"],
    [{}, { xScale: { k: "jac" } }, "FIT5031: the scale of 'k' must be a positive number, not \"jac\""],
    [{}, { xScale: new Map([["k", Infinity]]) }, "FIT5031: the scale of 'k' must be a positive number, not inf"],
    [{}, { xScale: { a: 1 } }, "FIT5001: the model has no parameter 'a' (did you mean 'A'?)"],
    [
      {},
      { xScale: -1 },
      "FIT5007: option 'xScale' must be 'jac', a positive number, or an object or a Map with a positive number for each parameter named, not -1",
    ],
    [{}, { solver: "bfgs" }, "FIT5007: option 'solver' must be one of 'lm', 'trf', 'dogbox', not \"bfgs\""],
    [
      {},
      { loss: "hubert" },
      "FIT5007: option 'loss' must be one of 'linear', 'soft_l1', 'huber', 'cauchy', 'arctan', or { name, scale } with a robust loss and a positive scale, not \"hubert\"",
    ],
    [
      {},
      { loss: { name: "huber", scale: 0 } },
      "FIT5007: option 'loss' must be one of 'linear', 'soft_l1', 'huber', 'cauchy', 'arctan', or { name, scale } with a robust loss and a positive scale, not an object",
    ],
    [
      {},
      { loss: { name: "linear", scale: 2 } },
      "FIT5007: option 'loss' must be one of 'linear', 'soft_l1', 'huber', 'cauchy', 'arctan', or { name, scale } with a robust loss and a positive scale, not an object",
    ],
    [{}, { factor: 0 }, "FIT5007: option 'factor' must be a positive number, not 0"],
    [{}, { maxEvals: 2.5 }, "FIT5007: option 'maxEvals' must be a whole number of at least 1, not 2.5"],
    [{}, { search: "off" }, "FIT5007: option 'search' must be true or false, not \"off\""],
    [{}, { ftol: Infinity }, "FIT5007: option 'ftol' must be a finite number of at least 0, or null, not inf"],
  ])("%o with %o", async (parts, options, message) => {
    const model = await decay(parts);
    let refusal: unknown = null;
    try {
      model.fit(data, options as FitOptions);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(Error);
    expect((refusal as FitError).message).toBe(message);
    await expect(model.fitAsync(data, options as FitOptions)).rejects.toThrow(message);
  });
});

describe("bounds of the call", () => {
  it("include their ends, where the spec's exclude them", async () => {
    const open = await decay({ k: "1 in (0, 5]" });
    expect(() => open.fit(data, { start: { k: 0 } })).toThrow("FIT5006");
    const result = open.fit(data, { start: { k: 0 }, bounds: { k: [0, 5] } });
    expect(result.success).toBe(true);
  });

  it("are in the result, with the bound on which a parameter ended", () => {
    const result = Decay.fit(data, { bounds: { k: [0, 0.5] }, start: { k: 0.3 } });
    expect(result.params["k"]).toMatchObject({ value: 0.5, lower: 0, upper: 0.5, atBound: "upper" });
    expect(result.activeMask).toEqual([0, 1, 0]);
  });

  it("hold for parameters by names that objects treat specially", async () => {
    const odd = await loadModel(
      "model M { input t, y\n param `__proto__` = 1\n param constructor = 1\n fit y ~ `__proto__` * t + constructor }",
    );
    const result = odd.fit(data, { bounds: new Map([["__proto__", [0, 2]]]), xScale: new Map([["constructor", 2]]) });
    expect(Object.getOwnPropertyDescriptor(result.params, "__proto__")?.value).toMatchObject({ lower: 0, upper: 2 });
  });
});

describe("a fit that its caller stops", () => {
  it.each(["lm", "trf", "dogbox"] as const)("by %s returns its best iterate, marked", async (solver) => {
    for (const compat of [undefined, "scipy"] as const) {
      const seen: { x: number[]; cost: number }[] = [];
      const options: FitOptions = {
        solver,
        ...(compat === undefined ? {} : { compat }),
        onIteration: ({ iteration, x, cost, stepNorm, radius, nfev }) => {
          expect([stepNorm > 0, radius > 0, nfev > iteration]).toEqual([true, true, true]);
          seen.push({ x: [...x], cost });
          return seen.length % 3 === 0 ? "stop" : undefined;
        },
      };
      const stopped = Decay.fit(data, options);
      expect(seen).toHaveLength(3);
      const { success, status, stoppedBy, message, x, cost } = stopped;
      expect({ success, status, stoppedBy, message }).toEqual({
        success: false,
        status: -2,
        stoppedBy: "caller",
        message: "stopped by the caller",
      });
      expect({ x, cost }).toEqual(seen[2]);
      expect(await Decay.fitAsync(data, options)).toEqual(stopped);
    }
  });
});
