// Calls that the types forbid, as a program without types may make them: told, never read wrong or passed over.
import { describe, expect, it } from "vitest";
import {
  bootstrap,
  compareFits,
  contour,
  createFitter,
  diagnostics,
  FitError,
  fitMany,
  fitParallel,
  linearization,
  profile,
  profiles,
} from "../../../runtime/index.js";
import { formulaProblem } from "../../helpers/formula-problem.js";

const data = { x: [1, 2, 3, 4], y: [2.1, 3.9, 6.2, 7.8] };
const problem = formulaProblem({
  params: [
    { name: "A", start: 1 },
    { name: "b", start: 0 },
  ],
  columns: ["x", "y"],
  rows: [{ predicted: "A*x + b", observed: "y" }],
});
const fitter = createFitter(problem);

function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof FitError) return error.message;
    throw error;
  }
  throw new Error("the call was expected to be refused");
}

describe("the fitter", () => {
  const data = { x: [1, 2], y: [1, 2] };
  const others: readonly (readonly [unknown, string])[] = [
    [undefined, "undefined"],
    [null, "null"],
    ["Decay", '"Decay"'],
    [new Map(), "an object"],
    [fitter.problem, "an object"],
    [{ Decay: fitter }, "an object"],
    [{ problem: null }, "an object"],
    [{ problem: { abi: problem.abi } }, "an object"],
  ];
  const needs = ' (pass the fitter first, as in `profile(Decay, fit, data, "tau")`)';

  it.each(others)("is no %j", async (other, found) => {
    const message = `FIT5066: the first argument is ${found}; it must be a fitter, what a compiled module exports${needs}`;
    const fit = fitter.fit(data);
    const none = other as never;
    expect(messageOf(() => profile(none, fit, data, "A" as never))).toBe(message);
    expect(messageOf(() => profiles(none, fit, data))).toBe(message);
    expect(messageOf(() => contour(none, fit, data, "A" as never, "b" as never))).toBe(message);
    expect(messageOf(() => bootstrap(none, fit, data))).toBe(message);
    expect(messageOf(() => diagnostics(none, fit, data))).toBe(message);
    expect(messageOf(() => linearization(none, fit, data))).toBe(message);
    await expect(fitParallel(none, data)).rejects.toThrow(message);
    await expect(fitMany(none, data, [0, 2])).rejects.toThrow(message);
  });

  it("is no result, and is not for compareFits", () => {
    const fit = fitter.fit(data);
    expect(messageOf(() => profile(fit as never, fitter as never, data, "A" as never))).toContain("FIT5066");
    const compared = (...fits: readonly unknown[]) =>
      messageOf(() => compareFits(...(fits as Parameters<typeof compareFits>)));
    expect(compared(fitter, fit)).toBe(
      "FIT5067: argument 1 of compareFits is an object; it must be the result of a fit",
    );
    expect(compared(fit, [fit])).toBe("FIT5067: argument 2 of compareFits is an array; it must be the result of a fit");
    expect(compared()).toContain("FIT5067: argument 1 of compareFits is undefined");
  });
});

describe("options", () => {
  it.each<[unknown, string]>([
    [null, "FIT5020: use one of null; they are an object"],
    ["lm", 'FIT5020: use one of "lm"; they are an object'],
    [{ maxEval: 1 }, "FIT5017: there is no option 'maxEval' (did you mean 'maxEvals'?)"],
    [{ toString: 1 }, "FIT5017: there is no option 'toString'"],
    [{ compat: "R" }, `FIT5007: the option compat is "R"; it knows 'scipy'`],
    [{ level: "0.9" }, 'FIT5007: the option level is "0.9"; it lies between 0 and 1'],
    [{ ftol: "1e-8" }, 'FIT5007: the option ftol is "1e-8"; a tolerance is a finite number from 0 on'],
    [{ fixed: "A" }, 'FIT5007: the option fixed is "A"; it is an array of names of parameters'],
    [{ start: [1, 2] }, "FIT5007: the option start is an array; it is an object or a Map of numbers by parameter"],
    [{ start: { A: "3" } }, `FIT5002: the start value of 'A' is "3" (give it a finite start value)`],
    [{ starts: 1e9 }, "FIT5007: the option starts is 1000000000; it is a whole number from 1 to 10000"],
    [{ onIteration: true }, "FIT5007: the option onIteration is true; it is a function"],
  ])("%o", async (options, message) => {
    const wrong = options as never;
    expect(messageOf(() => fitter.fit(data, wrong))).toContain(message);
    await expect(fitter.fitAsync(data, wrong)).rejects.toThrow(message);
  });

  it("that would take days are refused", () => {
    const result = fitter.fit(data);
    expect(messageOf(() => bootstrap(fitter, result, data, { samples: 1e9 }))).toBe(
      "FIT5007: the option samples is 1000000000; it is a whole number from 2 to 1000000",
    );
    expect(messageOf(() => contour(fitter, result, data, "A", "b", { points: 1e9 }))).toBe(
      "FIT5007: the option points is 1000000000; it is a whole number from 3 to 10000",
    );
  });

  it("of fitAsync and predict are checked too", async () => {
    await expect(fitter.fitAsync(data, { signal: 5 as never })).rejects.toThrow(
      "FIT5007: the option signal is 5; it is an AbortSignal",
    );
    const result = fitter.fit(data);
    expect(messageOf(() => fitter.predict(result, data, { levle: 0.9 } as never))).toBe(
      "FIT5017: there is no option 'levle' (did you mean 'level'?)",
    );
  });
});

describe("data", () => {
  it.each<[unknown, string]>([
    [null, "null"],
    [undefined, "undefined"],
    ["x.csv", '"x.csv"'],
    [[[1, 2]], "an array"],
  ])("%o", (given, shown) => {
    const message = `FIT4009: the data are ${shown}, not columns by name (pass an object or a Map of arrays)`;
    expect(messageOf(() => fitter.fit(given as never))).toBe(message);
    expect(messageOf(() => fitter.predict(fitter.fit(data), given as never))).toBe(message);
  });
});

describe("a point", () => {
  it.each<[unknown, string]>([
    [[3], "1 number"],
    [[1, 2, 3], "3 numbers"],
    [["1", 2], "an array"],
    [undefined, "undefined"],
  ])("%o", (x, found) => {
    const message = `FIT5018: the point is ${found}; the model has 2 free parameters: 'A', 'b'`;
    expect(messageOf(() => fitter.residuals(x as never, data))).toBe(message);
    expect(messageOf(() => fitter.jacobian(x as never, data))).toBe(message);
  });
});

describe("the fit that a prediction is made from", () => {
  const predictFrom = (fit: unknown) => messageOf(() => fitter.predict(fit as never, { x: [1] } as never));
  const needs = "; pass one of model 'M' as it was compiled";

  it("is one", () => {
    for (const fit of [{}, null, 3]) expect(predictFrom(fit)).toBe(`FIT5019: this is no result of a fit${needs}`);
  });

  it("is of the same model, compiled from the same text", () => {
    const result = fitter.fit(data);
    expect(predictFrom({ ...result, model: "Decay" })).toBe(`FIT5019: this is a result of model 'Decay'${needs}`);
    expect(predictFrom({ ...result, specSha256: "0" })).toBe(
      `FIT5019: this is a result of another version of the spec${needs}`,
    );
  });

  it("is as a fit returns it", () => {
    const result = fitter.fit(data);
    const wrong: readonly (readonly [string, unknown, string])[] = [
      ["params", null, "null"],
      ["params", { A: result.params["A"] }, "an object"],
      ["free", ["A", "A"], "an array"],
      ["free", ["A", "z"], "an array"],
      ["free", "Ab", '"Ab"'],
      ["uncertainty", null, "null"],
      ["solver", "simplex", '"simplex"'],
      ["loss", undefined, "undefined"],
      ["level", 7, "7"],
      ["rows", "4", '"4"'],
      ["dof", Number.NaN, "NaN"],
      ["cost", "1", '"1"'],
      ["activeMask", null, "null"],
    ];
    for (const [name, value, shown] of wrong) {
      const altered = { ...result, [name]: value } as never;
      const message = `FIT5019: this is no result as a fit returns it: its '${name}' is ${shown}${needs}`;
      expect(predictFrom(altered)).toBe(message);
      expect(messageOf(() => profile(fitter, altered, data, "A"))).toBe(message);
    }
    const readBack = JSON.parse(JSON.stringify(result)) as typeof result;
    expect(profile(fitter, readBack, data, "A").upper).toBe(profile(fitter, result, data, "A").upper);
  });

  it("is asked for by a bootstrap too", () => {
    expect(messageOf(() => bootstrap(fitter, null as never, data))).toBe(`FIT5019: this is no result of a fit${needs}`);
  });
});
