// Batches given as an array of data sets: the same as the same rows in one set of columns.
import { fitMany } from "fitc/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import type { Fitter } from "../../../runtime/index.js";
import { pack, peak, peakData } from "../../helpers/batches.js";
import { loadModel } from "../../helpers/load-models.js";

let model: Fitter;
beforeAll(async () => {
  model = await loadModel(peak);
});

const sets = [12, 30, 17].map((points, seed) => peakData(seed, points));
const [first, second, third] = sets as [(typeof sets)[0], (typeof sets)[0], (typeof sets)[0]];

async function refusal(...args: readonly unknown[]): Promise<string> {
  const call = (fitMany as (...args: readonly unknown[]) => Promise<unknown>)(model, ...args);
  return call.then(
    () => "no refusal",
    (error: Error) => error.message,
  );
}

describe("an array of data sets", () => {
  it.each([{}, { kernel: "typescript", start: { centre: [0.5, -0.5, 0] } }, { loss: "huber", threads: 1 }] as const)(
    "gives what packed columns give, to the bit: %j",
    async (options) => {
      const { data, offsets } = pack(sets);
      expect(await fitMany(model, sets, options)).toEqual(await fitMany(model, data, offsets, options));
    },
  );

  it("takes what fit takes: a Map, typed arrays, columns that the model does not use", async () => {
    const mixed = [
      new Map(Object.entries(first)),
      { ...second, other: [1] },
      { x: Float64Array.from(third["x"] ?? []), y: Float32Array.from({ length: 17 }, (_, i) => i) },
    ];
    const plain = [first, second, { x: third["x"] ?? [], y: Array.from({ length: 17 }, (_, i) => i) }];
    expect(await fitMany(model, mixed)).toEqual(await fitMany(model, plain));
  });

  it("may be empty, and so may a data set, whose status is -3", async () => {
    expect((await fitMany(model, [])).count).toBe(0);
    const { status } = await fitMany(model, [first, { x: [], y: [] }, third]);
    expect([...status].map((each) => each > 0)).toEqual([true, false, true]);
    expect(status[1]).toBe(-3);
  });

  it("is fitted on worker threads with the same digits", async () => {
    const many = Array.from({ length: 2500 }, (_, seed) => peakData(seed, 8));
    expect(await fitMany(model, many, { threads: 2 })).toEqual(await fitMany(model, many, { threads: 1 }));
  });

  it.each([
    ["missing column", { x: [1] }, "FIT4001: data set 1: the data have no column 'y'; there is 'x'"],
    ["lengths", { x: [1], y: [1, 2] }, "FIT4002: data set 1: columns differ in length: 'x' has 1 rows, 'y' has 2"],
    ["text", { x: [1], y: ["2"] }, "FIT4003: data set 1: column 'y', row 1: \"2\" is not a number"],
    ["no array", { x: [1], y: 2 }, "FIT4005: data set 1: column 'y' is 2, not an array"],
    ["nothing", undefined, "FIT4009: data set 1: the data must be an object or a Map of columns, not undefined"],
    ["an array", [[1], [2]], "FIT4009: data set 1: the data must be an object or a Map of columns, not an array"],
  ])("is refused for a wrong element, whose index is in the message: %s", async (_, wrong, message) => {
    expect(await refusal([first, wrong, third])).toContain(message);
  });

  it("is refused with offsets, which would be ignored", async () => {
    expect(await refusal(sets, [0, 12, 42, 59])).toContain("FIT5020: options must be an object, not an array");
    expect(await refusal(sets, [0, 12, 42, 59], { threads: 1 })).toContain(
      "FIT5071: the last argument of fitMany must be left out, because an array of data sets takes no offsets",
    );
  });

  it("is refused with start values for another number of data sets", async () => {
    expect(await refusal(sets, { start: { centre: [1, 2] } })).toContain("FIT5065: there are 2 start values");
  });
});
