// The call of fitMany: what it refuses, its progress reports, and how it is stopped.
import { fitMany } from "fitc/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import type { Fitter, ManyOptions } from "../../../runtime/index.js";
import { pack, peak, peakData } from "../../helpers/batches.js";
import { loadModel } from "../../helpers/load-models.js";

let model: Fitter;
beforeAll(async () => {
  model = await loadModel(peak);
});

/** The message of the error with which a call is refused. */
async function refusal(data: unknown, offsets: unknown, options: unknown = {}): Promise<string> {
  const call = fitMany(model, data as Record<string, number[]>, offsets as number[], options as ManyOptions);
  return call.then(
    () => "no refusal",
    (error: Error) => `${error.name} ${error.message}`,
  );
}

const three = pack([1, 2, 3].map((seed) => peakData(seed, 10)));

describe("a call of fitMany is refused", () => {
  it.each([
    [undefined, "FIT5063: offsets must be a non-empty array of numbers, not undefined"],
    [10, "FIT5063: offsets must be a non-empty array of numbers, not 10"],
    [[], "FIT5063: offsets must be a non-empty array of numbers, not an empty array"],
    [[1, 10, 20, 30], "FIT5064: offset 0 must be 0, where the first data set begins, not 1"],
    [
      [0, 20, 10, 30],
      "FIT5064: offset 2 must be a whole number of at least 20, where the previous data set begins, not 10",
    ],
    [
      [0, 10.5, 20, 30],
      "FIT5064: offset 1 must be a whole number of at least 0, where the previous data set begins, not 10.5",
    ],
    [
      [0, Number.NaN, 30],
      "FIT5064: offset 1 must be a whole number of at least 0, where the previous data set begins, not NaN",
    ],
    [
      [0, "10", 30],
      'FIT5064: offset 1 must be a whole number of at least 0, where the previous data set begins, not "10"',
    ],
    [[0, 10, 20], "FIT5064: offset 2 must be the number of rows, 30, not 20"],
    [[0, 10, 20, 40], "FIT5064: offset 3 must be the number of rows, 30, not 40"],
    [[0], "FIT5064: offset 0 must be the number of rows, 30, not 0"],
  ])("for offsets %j", async (offsets, message) => {
    expect(await refusal(three.data, offsets)).toContain(`FitError ${message}`);
  });

  it.each([
    [{ x: three.data["x"] }, "FIT4001: the data have no column 'y'; there is 'x'"],
    [{ ...three.data, y: [1, 2] }, "FIT4002: "],
    [{ ...three.data, y: Array.from({ length: 30 }, () => "a") }, "FIT4003: "],
    [{ ...three.data, y: 3 }, "FIT4005: "],
    [null, "FIT4009: "],
  ])("for columns that are none: %#", async (data, message) => {
    expect(await refusal(data, three.offsets)).toContain(`FitError ${message}`);
  });

  it.each([
    [{ start: { centre: [1, 2] } }, "FIT5065: there are 2 start values of 'centre' for 3 data sets"],
    [{ start: { centre: "1" } }, "FIT5002: "],
    [{ start: { center: 1 } }, "FIT5001: the model has no parameter 'center' (did you mean 'centre'?)"],
    [{ start: [1, 2, 3] }, "FIT5007: option 'start' must be "],
    [{ fixed: ["center"] }, "FIT5001: "],
    [{ fixed: ["height", "centre", "width", "offset"] }, "FIT5013: "],
    [{ bounds: { width: 3 } }, "FIT5029: "],
    [{ xScale: { center: 1 } }, "FIT5001: "],
    [{ xScale: { width: -1 } }, "FIT5031: "],
    [{ solver: "lm", loss: "huber" }, "FIT5027: "],
    [{ level: 0.9 }, "FIT5017: unknown option 'level'"],
    [{ onIteration: () => "stop" }, "FIT5017: unknown option 'onIteration'"],
    [{ onProgress: 3 }, "FIT5007: option 'onProgress' must be a function, not 3"],
    [{ signal: {} }, "FIT5007: option 'signal' must be an AbortSignal, not an object"],
    [{ maxEvals: 0 }, "FIT5007: option 'maxEvals' must be a whole number of at least 1, not 0"],
    [3, "FIT5020: "],
  ])("for options %j", async (options, message) => {
    expect(await refusal(three.data, three.offsets, options)).toContain(`FitError ${message}`);
  });
});

describe("on the way fitMany", () => {
  const many = pack(Array.from({ length: 400 }, (_, seed) => peakData(seed, 12)));
  // None of these fits takes the fast path, so they are slow enough for the event loop to run
  // several times.
  const options = { loss: "soft_l1" } as const;

  it("tells its progress, which rises and ends with all", async () => {
    const reported: number[] = [];
    const onProgress = (done: number, count: number) => {
      expect(count).toBe(400);
      reported.push(done);
    };
    await fitMany(model, many.data, many.offsets, { ...options, onProgress });
    expect(reported.length).toBeGreaterThan(1);
    expect(reported).toEqual([...reported].sort((a, b) => a - b));
    expect(reported.at(-1)).toBe(400);
  });

  it("lets the event loop have its turn", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    await fitMany(model, many.data, many.offsets, options);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });

  it("is stopped by a signal, at once or midway, with its reason", async () => {
    const reported: number[] = [];
    const reason = new Error("enough");
    const onProgress = (done: number) => {
      reported.push(done);
    };
    const aborted = AbortSignal.abort(reason);
    await expect(fitMany(model, many.data, many.offsets, { ...options, signal: aborted, onProgress })).rejects.toBe(
      reason,
    );
    expect(reported).toEqual([]);

    const controller = new AbortController();
    const stopping = (done: number) => {
      reported.push(done);
      controller.abort(reason);
    };
    const { signal } = controller;
    const call = fitMany(model, many.data, many.offsets, { ...options, signal, onProgress: stopping });
    await expect(call).rejects.toBe(reason);
    expect(reported).toHaveLength(1);
    expect(reported[0]).toBeLessThan(400);
  });
});
