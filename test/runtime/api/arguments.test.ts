// Every public function with wrong values in place of each argument, each option and each part of a
// result: it refuses them with a FitError or, where the table below says so, takes them. It throws
// nothing else, rejects no promise that nobody has, and neither hangs nor takes all memory.
import * as runtime from "fitc/runtime";
import { afterAll, describe, expect, it } from "vitest";
import * as callable from "../../../runtime/contract/callable.js";
import { isRefusal } from "../../helpers/batches.js";
import { loadModel } from "../../helpers/load-models.js";
import {
  type Any,
  type Args,
  allFaults,
  type Call,
  type Expected,
  strayRejections,
} from "../../helpers/wrong-arguments.js";
import { emptyRecords } from "../../helpers/wrong-values.js";

type Kernel = "auto" | "wasm" | "typescript";

const ofFit = ["start", "fixed", "level", "bounds", "solver", "loss", "ftol", "xtol", "gtol", "maxEvals", "xScale"];
const more = ["factor", "starts", "seed", "search", "covariance", "sandwich", "kernel", "compat", "onIteration"];
const fitOptions = [...ofFit, ...more];
const threadOptions = ["threads", "worker", "signal"];
const manyOptions = fitOptions.filter((name) => name !== "level" && name !== "onIteration");
const fitted = ["covariance", "kernel"];

const x = Float64Array.from({ length: 12 }, (_, i) => i / 4);
const y = x.map((at, i) => 2 * Math.exp(-at) + 0.01 * Math.cos(9 * i));
const data = { x, y };

const fitter = await loadModel(`model Decay {
  input x, y
  param a = 1
  param b = 1 in [0, 9]
  derive tau = 1 / b
  fit y ~ a * exp(-b * x)
}`);
const result = fitter.fit(data) as unknown as Any;

const strays = strayRejections();
afterAll(() => strays.stop());

type Functions = Readonly<Record<string, (...args: Args) => unknown>>;
const methods = fitter as unknown as Functions;
const functions = runtime as unknown as Functions;
const method = (name: string) => (args: Args) => methods[name]?.(...args);
const exported = (name: string) => (args: Args) => functions[name]?.(...args);

/** All public functions. The test below finds one that is missing. */
function calls(kernel: Kernel): Readonly<Record<string, Call>> {
  const onResult = (name: string, own: readonly string[], extra: Any = {}, names: readonly string[] = []): Call => ({
    run: exported(name),
    args: [fitter, result, data, ...names, { kernel, ...extra }],
    kinds: ["fitter", "result", "data", ...names.map(() => "name")],
    options: [...own, ...fitted],
  });
  const atPoint = (name: string): Call => ({
    run: method(name),
    args: [[1, 2], data, {}],
    kinds: ["point", "data"],
    options: ["covariance"],
  });
  return {
    fit: { run: method("fit"), args: [data, { kernel }], kinds: ["data"], options: fitOptions },
    fitAsync: {
      run: method("fitAsync"),
      args: [data, { kernel }],
      kinds: ["data"],
      options: [...fitOptions, "signal"],
    },
    predict: {
      run: method("predict"),
      args: [result, { x }, {}],
      kinds: ["result", "predictors"],
      options: ["response", "level"],
    },
    residuals: atPoint("residuals"),
    jacobian: atPoint("jacobian"),
    rowIndex: { run: method("rowIndex"), args: [data], kinds: ["data"], options: [] },
    createFitter: { run: exported("createFitter"), args: [fitter.problem], kinds: ["problem"], options: [] },
    fitParallel: {
      run: exported("fitParallel"),
      args: [fitter, data, { kernel }],
      kinds: ["fitter", "data"],
      options: [...fitOptions, ...threadOptions],
    },
    fitMany: {
      run: exported("fitMany"),
      args: [fitter, data, [0, 6, 6, 12], { kernel }],
      kinds: ["fitter", "data", "offsets"],
      options: [...manyOptions, ...threadOptions, "onProgress"],
    },
    "fitMany of a list": {
      run: exported("fitMany"),
      args: [fitter, [data, new Map(Object.entries(data))], { kernel }],
      kinds: ["fitter", "sets"],
      options: [...manyOptions, ...threadOptions, "onProgress"],
    },
    profile: onResult("profile", ["level"], {}, ["a"]),
    profiles: onResult("profiles", ["level"]),
    contour: onResult("contour", ["level", "points"], { points: 3 }, ["a", "tau"]),
    bootstrap: onResult("bootstrap", ["level", "kind", "samples", "seed"], { samples: 10 }),
    diagnostics: onResult("diagnostics", []),
    linearization: onResult("linearization", []),
    intervals: {
      run: exported("intervals"),
      args: [result, { level: 0.9 }],
      kinds: ["result"],
      options: ["level"],
      needsOptions: true,
    },
    FitError: {
      run: ([message, details]) => new runtime.FitError(message as never, details as never),
      args: [runtime.runtimeMessages.nothingToFit(), { location: null, row: 1 }],
      kinds: ["message", "details"],
      options: [],
    },
    compareFits: { run: exported("compareFits"), args: [result, result], kinds: ["result", "result"], options: [] },
  };
}

/** The wrong values that are right in some places. */
const accepted: Expected["accepted"] = {
  // There is nothing to predict, or there are three rows.
  "predictors'": ["[]", "a detached array", "shared bytes"],
  // No data sets at all.
  sets: ["[]"],
  options: ["undefined", ...emptyRecords],
  start: [...emptyRecords],
  bounds: [...emptyRecords],
  xScale: [...emptyRecords, "1.5", "1e12"],
  fixed: ["[]"],
  ftol: ["null", "1.5", "1e12"],
  xtol: ["null", "1.5", "1e12"],
  gtol: ["null", "1.5", "1e12"],
  maxEvals: ["1e12"],
  seed: ["1e12"],
  search: ["true"],
  onIteration: ["a function"],
  onProgress: ["a function"],
  // Workers are made only for a thousand data sets.
  worker: ["a function"],
};

const expected: Expected = {
  isRefusal: (found) => isRefusal(found) && /^FIT[45]\d{3}$/.test(found.code),
  accepted,
  placeInside(kind, part) {
    if (kind === "result") return part;
    if (kind === "details") return "part";
    return ["data", "predictors", "sets"].includes(kind) ? `${kind}'` : null;
  },
  // A part of a result may be right, or not be read at all; so may the details of an error.
  mayBeEither: (place) => place in result || place === "part" || place === "details",
};

describe("wrong arguments", () => {
  it("are tried with every public function", () => {
    // Not meant for programs: emitted modules call them, some for each row, with numbers.
    const others = Object.keys(callable);
    const all = [...Object.entries(functions), ...Object.entries(methods)];
    const named = all.flatMap(([name, value]) => (typeof value === "function" && !others.includes(name) ? [name] : []));
    const tried = Object.keys(calls("auto")).map((name) => name.split(" ")[0]);
    expect([...new Set(tried)].sort()).toEqual([...new Set(named)].sort());
  });

  it.each(Object.keys(calls("auto")))("of %s are refused", { timeout: 120_000 }, async (name) => {
    expect(await allFaults(expected, calls("auto")[name] as Call)).toEqual([]);
  });

  it.each(
    (["wasm", "typescript"] as const).flatMap((kernel) =>
      ["fit", "fitMany", "fitMany of a list", "profile"].map((name) => [name, kernel] as const),
    ),
  )("of %s are refused with the kernel %s", { timeout: 120_000 }, async (name, kernel) => {
    expect(await allFaults(expected, calls(kernel)[name] as Call)).toEqual([]);
  });

  it("reject no promise that nobody has", async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(strays.reasons).toEqual([]);
  });
});
