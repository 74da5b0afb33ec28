// Every public function with wrong values in place of each argument, each option and each part of a
// result: it refuses them with a FitError or, where the table below says so, takes them. It throws
// nothing else, rejects no promise that nobody has, and neither hangs nor takes all memory.
import * as runtime from "fitc/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as callable from "../../../runtime/contract/callable.js";
import { isRefusal } from "../../helpers/batches.js";
import { loadModel } from "../../helpers/load-models.js";
import { emptyRecords, type WrongValue, wrongValues } from "../../helpers/wrong-values.js";

type Args = readonly unknown[];
type Kernel = "auto" | "wasm" | "typescript";
type Any = Readonly<Record<string, unknown>>;

/** A public function: right arguments, what they are, and the options that it has. */
interface Call {
  readonly run: (args: Args) => unknown;
  readonly args: Args;
  /** What each argument is, except for the options, which come last. */
  readonly kinds: readonly Kind[];
  readonly options: readonly string[];
  /** True if it does not work without options. */
  readonly needsOptions?: true;
}
type Kind = "fitter" | "problem" | "result" | "data" | "predictors" | "offsets" | "name" | "point";

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

const strays: unknown[] = [];
const stray = (reason: unknown) => {
  strays.push(reason);
};
beforeAll(() => {
  process.on("unhandledRejection", stray);
});
afterAll(() => {
  process.off("unhandledRejection", stray);
});

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
    kinds: ["fitter", "result", "data", ...names.map((): Kind => "name")],
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
    compareFits: { run: exported("compareFits"), args: [result, result], kinds: ["result", "result"], options: [] },
  };
}

/** The wrong values that are right in some places: all others must be refused. */
const accepted: Readonly<Record<string, readonly string[]>> = {
  // There is nothing to predict, or there are three rows.
  "predictors'": ["[]", "a detached array", "shared bytes"],
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

/** Calls a function; returns "taken", or the error it threw or rejected with. */
async function outcome(call: Call, args: Args): Promise<unknown> {
  try {
    await call.run(args);
    return "taken";
  } catch (error) {
    return error;
  }
}

/** Whether the table says that a value is right in a place. */
function isAccepted(place: string, call: Call, { name }: WrongValue): boolean {
  if (call.needsOptions === true) return false;
  return accepted[place]?.includes(name) === true || (name === "undefined" && call.options.includes(place));
}

/** What is wrong with the outcome of a call, or null. */
async function fault(place: string, call: Call, args: Args, wrong: WrongValue): Promise<string | null> {
  const time = performance.now();
  const memory = process.memoryUsage().arrayBuffers;
  const found = await outcome(call, args);
  const spent = [performance.now() - time, process.memoryUsage().arrayBuffers - memory] as const;
  // No call here needs more than some milliseconds and a megabyte; a busy machine may be slow.
  if (spent[0] > 5000 || spent[1] > 2 ** 28) return `${wrong.name}: ${spent[0]} ms, ${spent[1]} bytes`;
  const isRefused = isRefusal(found) && /^FIT[45]\d{3}$/.test(found.code);
  if (!isRefused && found !== "taken") return `${wrong.name}: ${String(found)}`;
  // A part of a result may be right, or not be read at all; see below for those that must be.
  const mayBeEither = place in result || place === "part";
  if (mayBeEither || isRefused !== isAccepted(place, call, wrong)) return null;
  return `${wrong.name}: ${isRefused ? found.message : "taken"}`;
}

/** Puts each wrong value in one place of the arguments; returns what went wrong. */
async function faults(place: string, call: Call, put: (value: unknown) => Args): Promise<readonly string[]> {
  const found: string[] = [];
  for (const wrong of wrongValues) {
    const problem = await fault(place, call, put(wrong.make()), wrong);
    if (problem !== null) found.push(`${place} = ${problem}`);
  }
  return found;
}

const replaced = (args: Args, at: number, value: unknown): Args => args.map((each, i) => (i === at ? value : each));

/** Puts wrong values into the parts of an object, two levels deep. */
async function faultsInside(call: Call, at: number, whole: Any, place: (name: string) => string) {
  const found: string[] = [];
  for (const [name, part] of Object.entries(whole)) {
    const put = (value: unknown) => replaced(call.args, at, { ...whole, [name]: value });
    found.push(...(await faults(place(name), call, put)));
    if (typeof part !== "object" || part === null || ArrayBuffer.isView(part)) continue;
    for (const inner of Object.keys(part)) {
      const copy = (value: unknown) => Object.assign(Array.isArray(part) ? [...part] : { ...part }, { [inner]: value });
      found.push(...(await faults("part", call, (value) => put(copy(value)))));
    }
  }
  return found;
}

async function allFaults(call: Call): Promise<readonly string[]> {
  expect(await outcome(call, call.args)).toBe("taken");
  const found: string[] = [];
  for (const [at, kind] of call.kinds.entries()) {
    found.push(...(await faults(kind, call, (value) => replaced(call.args, at, value))));
    const inside = call.args[at] as Any;
    if (kind === "data" || kind === "predictors")
      found.push(...(await faultsInside(call, at, inside, () => `${kind}'`)));
    if (kind === "result") found.push(...(await faultsInside(call, at, inside, (name) => name)));
  }
  const at = call.kinds.length;
  if (call.args.length > at) found.push(...(await faults("options", call, (value) => replaced(call.args, at, value))));
  for (const option of call.options) {
    const put = (value: unknown) => replaced(call.args, at, { ...(call.args[at] as Any), [option]: value });
    found.push(...(await faults(option, call, put)));
  }
  return found;
}

describe("wrong arguments", () => {
  it("are tried with every public function", () => {
    const others = [...Object.keys(callable), "FitError"];
    const all = [...Object.entries(functions), ...Object.entries(methods)];
    const named = all.flatMap(([name, value]) => (typeof value === "function" && !others.includes(name) ? [name] : []));
    expect(Object.keys(calls("auto")).sort()).toEqual([...new Set(named)].sort());
  });

  it.each(Object.keys(calls("auto")))("of %s are refused", { timeout: 120_000 }, async (name) => {
    expect(await allFaults(calls("auto")[name] as Call)).toEqual([]);
  });

  it.each(
    (["wasm", "typescript"] as const).flatMap((kernel) =>
      ["fit", "fitMany", "profile"].map((name) => [name, kernel] as const),
    ),
  )("of %s are refused with the kernel %s", { timeout: 120_000 }, async (name, kernel) => {
    expect(await allFaults(calls(kernel)[name] as Call)).toEqual([]);
  });

  it("reject no promise that nobody has", async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(strays).toEqual([]);
  });
});
