// Calls that the types forbid, as a program without types might make them. They must be reported,
// never misread or ignored.
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
    const message = `FIT5066: the first argument must be a fitter exported by a compiled module, not ${found}${needs}`;
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
    expect(compared(fitter, fit)).toBe("FIT5067: argument 1 of compareFits must be the result of a fit, not an object");
    expect(compared(fit, [fit])).toBe("FIT5067: argument 2 of compareFits must be the result of a fit, not an array");
    expect(compared()).toContain("FIT5067: argument 1 of compareFits must be the result of a fit, not undefined");
  });
});

describe("options", () => {
  it.each<[unknown, string]>([
    [null, "FIT5020: options must be an object, not null"],
    ["lm", 'FIT5020: options must be an object, not "lm"'],
    [{ maxEval: 1 }, "FIT5017: unknown option 'maxEval' (did you mean 'maxEvals'?)"],
    [{ toString: 1 }, "FIT5017: unknown option 'toString'"],
    [{ compat: "R" }, `FIT5007: option 'compat' must be 'scipy', not "R"`],
    [{ level: "0.9" }, `FIT5007: option 'level' must be a number between 0 and 1, not "0.9"`],
    [{ ftol: "1e-8" }, `FIT5007: option 'ftol' must be a finite number of at least 0, or null, not "1e-8"`],
    [{ fixed: "A" }, `FIT5007: option 'fixed' must be an array of parameter names, not "A"`],
    [
      { start: [1, 2] },
      "FIT5007: option 'start' must be an object or a Map with a number for each parameter named, not an array",
    ],
    [{ start: { A: "3" } }, `FIT5002: the start value of 'A' is "3" (give it a finite start value)`],
    [{ starts: 1e9 }, "FIT5007: option 'starts' must be a whole number from 1 to 10000, not 1000000000"],
    [{ onIteration: true }, "FIT5007: option 'onIteration' must be a function, not true"],
  ])("%o", async (options, message) => {
    const wrong = options as never;
    expect(messageOf(() => fitter.fit(data, wrong))).toContain(message);
    await expect(fitter.fitAsync(data, wrong)).rejects.toThrow(message);
  });

  it("that would take days are refused", () => {
    const result = fitter.fit(data);
    expect(messageOf(() => bootstrap(fitter, result, data, { samples: 1e9 }))).toBe(
      "FIT5007: option 'samples' must be a whole number from 2 to 1000000, not 1000000000",
    );
    expect(messageOf(() => contour(fitter, result, data, "A", "b", { points: 1e9 }))).toBe(
      "FIT5007: option 'points' must be a whole number from 3 to 10000, not 1000000000",
    );
  });

  it("of fitAsync and predict are checked too", async () => {
    await expect(fitter.fitAsync(data, { signal: 5 as never })).rejects.toThrow(
      "FIT5007: option 'signal' must be an AbortSignal, not 5",
    );
    const result = fitter.fit(data);
    expect(messageOf(() => fitter.predict(result, data, { levle: 0.9 } as never))).toBe(
      "FIT5017: unknown option 'levle' (did you mean 'level'?)",
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
    const message = `FIT4009: the data must be an object or a Map of columns, not ${shown} (pass an object or a Map with an array for each column)`;
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
    const message = `FIT5018: the point must have one number for each of the 2 free parameters ('A', 'b'), not ${found}`;
    expect(messageOf(() => fitter.residuals(x as never, data))).toBe(message);
    expect(messageOf(() => fitter.jacobian(x as never, data))).toBe(message);
  });
});

describe("the fit that a prediction is made from", () => {
  const predictFrom = (fit: unknown) => messageOf(() => fitter.predict(fit as never, { x: [1] } as never));
  const needs = ", not the result of a fit of model 'M' as compiled here";

  it("is one", () => {
    expect(predictFrom({})).toBe(`FIT5019: this is an object${needs}`);
    expect(predictFrom(null)).toBe(`FIT5019: this is null${needs}`);
    expect(predictFrom(3)).toBe(`FIT5019: this is 3${needs}`);
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
      const message = `FIT5019: this is an object whose '${name}' is ${shown}${needs}`;
      expect(predictFrom(altered)).toBe(message);
      expect(messageOf(() => profile(fitter, altered, data, "A"))).toBe(message);
    }
    const readBack = JSON.parse(JSON.stringify(result)) as typeof result;
    expect(profile(fitter, readBack, data, "A").upper).toBe(profile(fitter, result, data, "A").upper);
  });

  it("is asked for by a bootstrap too", () => {
    expect(messageOf(() => bootstrap(fitter, null as never, data))).toBe(`FIT5019: this is null${needs}`);
  });
});
