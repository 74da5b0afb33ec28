// `fitMany` refuses what `fit` refuses, with the same error, whatever the data sets are; and the
// result of a data set does not depend on the others.
import { fitMany } from "fitc/runtime";
import { describe, expect, it } from "vitest";
import type { FitOptions, ManyOptions } from "../../../runtime/index.js";
import { type DataSet, entry, pack, peak, peakData } from "../../helpers/batches.js";
import { loadModel, loadModels } from "../../helpers/load-models.js";

const Peak = await loadModel(peak);
const set = peakData(3, 24);
const { data } = pack([set]);

describe("one set of checks", () => {
  it.each<[unknown, string]>([
    [{ xScale: { width: "1" } }, "FIT5031"],
    [{ xScale: { width: 1n } }, "FIT5031"],
    [{ covariance: [1] }, "FIT5047"],
    [{ covariance: [1n] }, "FIT5050"],
    [{ covariance: { length: 1e12 } }, "FIT5007"],
    [{ bounds: { width: null } }, "FIT5029"],
    [{ bounds: { width: [0, 1n] } }, "FIT5029"],
    [{ bounds: { width: [Number.NaN, 1] } }, "FIT5003"],
    [{ bounds: { width: [2, 1] } }, "FIT5004"],
    [{ bounds: { width: [2, 3] }, start: { width: 1 } }, "FIT5005"],
    [{ start: { width: 10n } }, "FIT5002"],
    [{ start: { width: Number.NaN } }, "FIT5002"],
    [{ start: { width: null } }, "FIT5002"],
    [{ sandwich: "HC3", loss: "huber" }, "FIT5044"],
    [{ solver: "lm", bounds: { width: [0, 5] } }, "FIT5026"],
    [{ solver: "lm", loss: "huber" }, "FIT5027"],
    [{ solver: "trf", factor: 2 }, "FIT5028"],
    [{ fixed: ["height", "centre", "width", "offset"] }, "FIT5013"],
    [{ kernel: "wasm", compat: "scipy" }, "FIT5056"],
  ])("%o", async (options, code) => {
    const refused = expect.objectContaining({ name: "FitError", code }) as Error;
    expect(() => Peak.fit(set, options as FitOptions)).toThrow(refused);
    await expect(Peak.fitAsync(set, options as FitOptions)).rejects.toEqual(refused);
    await expect(fitMany(Peak, data, [0, 24], options as ManyOptions)).rejects.toEqual(refused);
    // Not even an empty batch, or one of an empty data set, is fitted.
    const none = { x: [], y: [] };
    await expect(fitMany(Peak, none, [0], options as ManyOptions)).rejects.toEqual(refused);
    await expect(fitMany(Peak, none, [0, 0], options as ManyOptions)).rejects.toEqual(refused);
  });

  it("start values for each data set are numbers, of which each may be wrong", async () => {
    const two = pack([set, set]);
    const call = (centre: unknown) => fitMany(Peak, two.data, two.offsets, { start: { centre } } as ManyOptions);
    await expect(call([0, 1n])).rejects.toThrow("FIT5002: the start value of 'centre' is the bigint 1n");
    await expect(call([0, "1"])).rejects.toThrow("FIT5002: the start value of 'centre' is \"1\"");
    expect((await call([0, Number.NaN])).status[1]).toBe(-4);
  });
});

describe("a data set gives the same bits alone and among others", () => {
  const empty = { x: [], y: [] };
  const flat = { x: [1, 2, 3, 4, 5, 6], y: [2, 2, 2, 2, 2, 2] };
  const sets: readonly DataSet[] = [peakData(1, 6), flat, empty, peakData(2, 12), peakData(4, 48), peakData(5, 300)];
  /** Sets that some batches put first: what it is may not matter. */
  const all = [...sets, ...Array.from({ length: 2500 }, (_, seed) => peakData(seed, 14))];

  it.each<ManyOptions>([
    {},
    { kernel: "wasm" },
    { kernel: "typescript" },
    { bounds: { width: [0.2, 3] } },
    { solver: "trf" },
    { fixed: ["offset"] },
  ])("%o", async (options) => {
    const packed = pack(all);
    const backwards = pack([...all].reverse());
    const batches = [
      await fitMany(Peak, packed.data, packed.offsets, { ...options, threads: 1 }),
      await fitMany(Peak, packed.data, packed.offsets, { ...options, threads: 3 }),
    ];
    const reversed = await fitMany(Peak, backwards.data, backwards.offsets, { ...options, threads: 1 });
    for (const [i, each] of sets.entries()) {
      const own = pack([each]);
      const alone = entry(await fitMany(Peak, own.data, own.offsets, options), 0);
      for (const batch of batches) expect(entry(batch, i), `data set ${i}`).toEqual(alone);
      expect(entry(reversed, all.length - 1 - i), `data set ${i}, backwards`).toEqual(alone);
    }
  });

  it("if only some data sets have bounds", async () => {
    // Where every y is positive, b has no upper bound.
    const models = await loadModels(`model Mixed {
      input x, y
      param a = 1
      param b = 0.5 in [-inf, if min(y) > 0 then inf else 9]
      fit y ~ a * exp(-b * x)
    }`);
    const Mixed = [...models.values()][0] ?? Peak;
    const x = [0, 1, 2, 3, 4, 5, 6];
    const decays = [0, 1, 2, 3].map((k) => ({
      x,
      y: x.map((at, i) => 3 * Math.exp(-at / 2) + (k % 2 ? 0.1 : -0.2) * Math.cos(5 * i + k)),
    }));
    expect(new Set(decays.map(({ y }) => Math.min(...y) > 0)).size).toBe(2);
    const orders = [decays, [...decays].reverse()].map((order) => pack(order));
    const [forwards, backwards] = await Promise.all(orders.map((o) => fitMany(Mixed, o.data, o.offsets)));
    for (const [i, each] of decays.entries()) {
      const own = pack([each]);
      const alone = entry(await fitMany(Mixed, own.data, own.offsets), 0);
      expect(forwards && entry(forwards, i)).toEqual(alone);
      expect(backwards && entry(backwards, decays.length - 1 - i)).toEqual(alone);
    }
  });
});

it("data sets that keep no row have the status of bad data", async () => {
  const model = await loadModel(peak.replace("input x, y", 'data "p.csv" { x\n y\n where x > 0 }'));
  const { data: columns, offsets } = pack([
    set,
    { x: [], y: [] },
    { x: [-1, -2], y: [1, 2] },
    { x: [1, 2], y: [1, Number.NaN] },
  ]);
  for (const options of [{}, { loss: "soft_l1" }] as const) {
    expect(Array.from((await fitMany(model, columns, offsets, options)).status).slice(1)).toEqual([-3, -3, -3]);
  }
});
