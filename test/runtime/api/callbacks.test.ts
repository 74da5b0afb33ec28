// What the caller's own code does while a call runs: callbacks that throw or return promises, data
// that are given away, and options, results and descriptions that are changed.
import { bootstrap, diagnostics, fitMany, fitParallel, intervals, profile } from "fitc/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FitOptions, FitResult, ManyOptions } from "../../../runtime/index.js";
import { pack, peak, peakData } from "../../helpers/batches.js";
import { loadModel } from "../../helpers/load-models.js";

const Peak = await loadModel(peak);
const { data } = pack([peakData(1)]);
const many = pack(Array.from({ length: 300 }, (_, seed) => peakData(seed, 12)));
const own = new TypeError("the caller's own error");

/** None of these fits takes the fast path, so the batch yields several times. */
const slow = { loss: "soft_l1" } as const;
const long = pack([peakData(1, 140_000)]).data;

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

type Run = (option: Readonly<Record<string, unknown>>) => unknown;
const runs: Readonly<Record<string, Run>> = {
  "fit onIteration": (option) => Peak.fit(data, option as FitOptions),
  "fitAsync onIteration": (option) => Peak.fitAsync(data, option as FitOptions),
  "fitAsync signal": (option) => Peak.fitAsync(data, option as FitOptions),
  "fitParallel onIteration": (option) => fitParallel(Peak, data, option),
  "fitParallel worker": (option) => fitParallel(Peak, long, { ...option, threads: 2 }),
  "fitMany onProgress": (option) => fitMany(Peak, many.data, many.offsets, option as ManyOptions),
  "fitMany signal": (option) => fitMany(Peak, many.data, many.offsets, { ...slow, ...option }),
};

/** The option in which a function is passed. */
function passed(name: string, callback: () => unknown): Readonly<Record<string, unknown>> {
  const option = name.split(" ")[1] ?? "";
  return { [option]: option === "signal" ? { throwIfAborted: callback } : callback };
}

async function errorOf(run: () => unknown): Promise<unknown> {
  try {
    await run();
  } catch (error) {
    return error;
  }
  return "no error";
}

describe("a function of the caller", () => {
  it.each(Object.entries(runs))("that returns a promise is refused: %s", async (name, run) => {
    // biome-ignore lint/suspicious/noThenProperty: a promise of another kind
    for (const make of [async () => "stop", () => Promise.reject(own), () => ({ then: () => undefined })]) {
      const error = await errorOf(() => run(passed(name, make)));
      expect(error).toMatchObject({ name: "FitError", code: "FIT5069" });
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(strays).toEqual([]);
  });

  it.each(Object.entries(runs))("that throws is heard: %s", async (name, run) => {
    const failing = () => {
      throw own;
    };
    const error = await errorOf(() => run(passed(name, failing)));
    // What cannot make a worker is told with its reason; all else passes as it is.
    if (name.endsWith("worker")) expect(error).toMatchObject({ code: "FIT5059" });
    else expect(error).toBe(own);
  });

  it("that makes no worker is refused, whatever it returns", async () => {
    for (const worker of [null, 3, {}, { postMessage() {} }, { on() {}, postMessage() {} }]) {
      const error = await errorOf(() => fitParallel(Peak, long, { threads: 2, worker: (() => worker) as never }));
      expect(error).toMatchObject({ name: "FitError", code: "FIT5059" });
    }
  });
});

describe("data that are given away while a call runs", () => {
  const changed = { name: "FitError", code: "FIT5070", column: "y" };
  const giveAway = ({ buffer }: Float64Array) => structuredClone(null, { transfer: [buffer as ArrayBuffer] });
  const copy = (columns: typeof data) => ({
    x: Float64Array.from(columns["x"] ?? []),
    y: Float64Array.from(columns["y"] ?? []),
  });

  it("are an error of fit, where a callback does it", async () => {
    const { x, y } = copy(data);
    expect(await errorOf(() => Peak.fit({ x, y }, { onIteration: () => giveAway(y) as never }))).toMatchObject(changed);
  });

  it.each(["typescript", "wasm"] as const)("are an error of fitAsync (%s)", async (kernel) => {
    const { x, y } = copy(data);
    const call = errorOf(() => Peak.fitAsync({ x, y }, { kernel }));
    giveAway(y);
    expect(await call).toMatchObject(changed);
  });

  it.each([1, 2])("are an error of fitParallel (%i threads)", async (threads) => {
    const { x, y } = copy(long);
    const call = errorOf(() => fitParallel(Peak, { x, y }, { threads }));
    giveAway(y);
    expect(await call).toMatchObject(changed);
  });

  it.each([{}, slow, { kernel: "typescript" }, { threads: 2 }] as const)(
    "are an error of fitMany (%o)",
    async (with_) => {
      const { x, y } = copy(many.data);
      const call = errorOf(() => fitMany(Peak, { x, y }, many.offsets, with_));
      giveAway(y);
      expect(await call).toMatchObject(changed);
      const again = copy(many.data);
      const onProgress = () => void giveAway(again.y);
      const late = await errorOf(() => fitMany(Peak, again, many.offsets, { ...slow, ...with_, onProgress }));
      expect(late).toMatchObject(changed);
    },
  );
});

it("data that are given away while workers fit them are an error of fitMany", async () => {
  const sets = pack(Array.from({ length: 3000 }, (_, seed) => peakData(seed, 30)));
  const [x, y] = [sets.data["x"] ?? new Float64Array(0), sets.data["y"] ?? new Float64Array(0)];
  let calls = 0;
  const onProgress = () => {
    if (++calls === 2) structuredClone(null, { transfer: [y.buffer as ArrayBuffer] });
  };
  const error = await errorOf(() => fitMany(Peak, { x, y }, sets.offsets, { threads: 2, onProgress }));
  expect(error).toMatchObject({ name: "FitError", code: "FIT5070" });
});

describe("a result that was changed", () => {
  const result = Peak.fit(data);
  const { uncertainty } = result;
  const tampered: readonly (readonly [string, Partial<Record<keyof FitResult, unknown>>])[] = [
    ["no root", { uncertainty: { ...uncertainty, root: null } }],
    ["an empty root", { uncertainty: { ...uncertainty, root: [] } }],
    ["a root of empty rows", { uncertainty: { ...uncertainty, root: [[], [], [], []] } }],
    ["a ragged root", { uncertainty: { ...uncertainty, root: [[1], [1, 2], [1], [1]] } }],
    ["a root of texts", { uncertainty: { ...uncertainty, root: uncertainty.root.map((row) => row.map(String)) } }],
    ["no scales", { uncertainty: { ...uncertainty, scales: [] } }],
    ["no undetermined directions", { uncertainty: { ...uncertainty, undetermined: undefined } }],
    ["no free parameters", { free: [], activeMask: [], uncertainty: { root: [], undetermined: [], scales: [] } }],
    ["another order", { free: [...result.free].reverse() }],
    ["a mask of texts", { activeMask: ["0", "0", "0", "0"] }],
    ["a short mask", { activeMask: [0] }],
    ["an estimate without a value", { params: { ...result.params, width: {} } }],
    ["a bound beyond the value", { params: { ...result.params, width: { ...result.params["width"], lower: 1e9 } } }],
  ];

  it.each(tampered)("is refused: %s", (_, change) => {
    const wrong = { ...result, ...change } as unknown as FitResult;
    const refused = expect.objectContaining({ name: "FitError", code: "FIT5019" }) as Error;
    expect(() => Peak.predict(wrong, data)).toThrow(refused);
    expect(() => profile(Peak, wrong, data, "width")).toThrow(refused);
    expect(() => diagnostics(Peak, wrong, data)).toThrow(refused);
    expect(() => bootstrap(Peak, wrong, data, { samples: 5 })).toThrow(refused);
  });

  it("is taken as a Proxy, frozen, or read from JSON", () => {
    const band = Peak.predict(result, data);
    expect(Peak.predict(new Proxy(result, {}), data)).toEqual(band);
    expect(Peak.predict(Object.freeze({ ...result }), data)).toEqual(band);
    expect(Peak.predict(JSON.parse(JSON.stringify(result)) as FitResult, data)).toEqual(band);
    expect(() => intervals({} as FitResult, { level: 0.9 })).toThrow("FIT5067: argument 1 of intervals must be ");
  });
});

it("what is thrown while an argument is read is the cause of the error", async () => {
  const start = Object.defineProperty({}, "width", {
    enumerable: true,
    get() {
      throw own;
    },
  });
  const refused = { name: "FitError", code: "FIT5068", cause: own };
  expect(await errorOf(() => Peak.fit(data, { start }))).toMatchObject(refused);
  expect(await errorOf(() => fitMany(Peak, many.data, many.offsets, { start }))).toMatchObject(refused);
});

it("the description of a model is frozen, and apart from the model", () => {
  const { info, problem } = Peak;
  for (const part of [info, info.columns, info.columnInfo, info.columnInfo[0], info.free, info.responses]) {
    expect(Object.isFrozen(part)).toBe(true);
  }
  expect(info.columnInfo[0]).not.toBe(problem.columns[0]);
});
