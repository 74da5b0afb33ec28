// The fits of a batch are the same to the bit regardless of the number of threads and of how the
// rows are passed to them.
import { fitMany } from "fitc/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import type { Fitter, ManyFits, ManyOptions } from "../../../runtime/index.js";
import { alone, type DataSet, entry, entryAlone, pack, peak, peakData } from "../../helpers/batches.js";
import { CountingWorkers } from "../../helpers/counting-workers.js";
import { impostor } from "../../helpers/impostor.js";
import { loadModel } from "../../helpers/load-models.js";

/** Enough data sets to start five threads, some of them bad or unusual. */
function mixed(count: number): DataSet[] {
  return Array.from({ length: count }, (_, seed) => {
    const { x = [], y = [] } = peakData(seed, seed % 5 === 0 ? 12 : 26 + (seed % 7));
    switch (seed % 150) {
      case 3:
        return { x, y: y.map((value, i) => (i === 2 ? Number.NaN : value)) };
      case 11:
        return { x: [], y: [] };
      case 17:
        return { x, y: y.map(() => 2) };
      case 23:
        return { x: x.slice(0, 3), y: y.slice(0, 3) };
      case 31:
        return { x, y: y.map((value, i) => (i === 4 ? Number.POSITIVE_INFINITY : value)) };
      default:
        return { x, y };
    }
  });
}

const sets = mixed(4500);
const { data, offsets } = pack(sets);

/** Compares the bytes: NaN equals NaN, and 0 does not equal -0. */
function expectSameBits(actual: ManyFits, expected: ManyFits): void {
  const bytes = (array: ArrayBufferView) => Buffer.from(array.buffer, array.byteOffset, array.byteLength);
  for (const name of ["params", "stderr", "status", "cost", "reducedChi2", "dof", "nfev"] as const) {
    expect(bytes(actual[name]).equals(bytes(expected[name])), name).toBe(true);
  }
  expect([actual.count, actual.free]).toEqual([expected.count, expected.free]);
}

function shared(columns: Readonly<Record<string, Float64Array>>): Record<string, Float64Array> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => {
      const copy = new Float64Array(new SharedArrayBuffer(column.byteLength));
      copy.set(column);
      return [name, copy];
    }),
  );
}

describe("threads", () => {
  let model: Fitter;
  let one: ManyFits;
  beforeAll(async () => {
    model = await loadModel(peak);
    one = await fitMany(model, data, offsets, { threads: 1 });
  });

  it("are told apart by nothing: one of them gives what fit gives", () => {
    for (let i = 0; i < sets.length; i += 7) {
      // A batch uses this kernel for data sets of any size, and `fit` for larger ones.
      const result = alone(model, sets[i] ?? {}, { kernel: "wasm" });
      expect(entry(one, i), `data set ${i}`).toEqual(entryAlone(result, one.free, one.status[i] ?? 0));
    }
    const statuses = new Set(one.status);
    expect(statuses.has(-3) && statuses.has(2)).toBe(true);
  });

  it.each([2, 3, 5])("give the same bits: %i of them", async (threads) => {
    expectSameBits(await fitMany(model, data, offsets, { threads }), one);
    expectSameBits(await fitMany(model, shared(data), offsets, { threads }), one);
  });

  it("take part, and stay for the next batch", async () => {
    const workers = new CountingWorkers();
    const options = { threads: 3, worker: workers.make };
    expectSameBits(await fitMany(model, data, offsets, options), one);
    await workers.started();
    for (const columns of [data, shared(data)]) {
      workers.folded.fill(0);
      expectSameBits(await fitMany(model, columns, offsets, options), one);
      expect(workers.folded).toHaveLength(2);
      expect(Math.max(...workers.folded)).toBeGreaterThan(0);
    }
  });

  it("fail as one: a worker that cannot do what it is asked is an error", async () => {
    const worker = impostor(({ kind }) =>
      kind === "batch" ? { kind: "loaded" } : { kind: "failed", message: "no memory" },
    );
    const call = fitMany(model, data, offsets, { threads: 2, worker });
    await expect(call).rejects.toMatchObject({ name: "FitError", code: "FIT5060" });
  });

  it.each<readonly [string, ManyOptions]>([
    ["start values for each", { start: { centre: Float64Array.from(sets, (_, i) => (i % 10) / 10), width: 1 } }],
    ["bounds", { bounds: { width: [0.5, 1.3], offset: [-1, 2] } }],
    ["trf", { solver: "trf" }],
    ["a fixed parameter", { fixed: ["offset"] }],
    ["the TypeScript kernels", { kernel: "typescript" }],
  ])("give the same bits with %s", async (_, options) => {
    const alone = await fitMany(model, data, offsets, { ...options, threads: 1 });
    expectSameBits(await fitMany(model, data, offsets, { ...options, threads: 2 }), alone);
  });

  it("filter the rows of a batch once for all", async () => {
    const spec = peak.replace("input x, y", 'data "peaks.csv" { x\n y\n where x > -4.5\n missing drop }');
    const filtered = await loadModel(spec);
    const alone = await fitMany(filtered, data, offsets, { threads: 1 });
    expect(alone.status[3]).toBeGreaterThan(0);
    expectSameBits(await fitMany(filtered, data, offsets, { threads: 2 }), alone);
  });

  it("tell their progress, which rises and ends with all, and are stopped by a signal", async () => {
    const reported: number[] = [];
    const onProgress = (done: number) => {
      reported.push(done);
    };
    await fitMany(model, data, offsets, { threads: 2, onProgress });
    expect(reported).toEqual([...reported].sort((a, b) => a - b));
    expect(reported.at(-1)).toBe(sets.length);

    const reason = new Error("enough");
    const controller = new AbortController();
    const stopping = () => controller.abort(reason);
    const call = fitMany(model, data, offsets, { threads: 2, signal: controller.signal, onProgress: stopping });
    await expect(call).rejects.toBe(reason);
  });

  it("are refused where their number or their making is wrong", async () => {
    const call = (options: unknown) => fitMany(model, data, offsets, options as ManyOptions);
    await expect(call({ threads: 0 })).rejects.toThrow(
      "FIT5007: option 'threads' must be a whole number from 1 to 1024, not 0",
    );
    await expect(call({ threads: 1.5 })).rejects.toThrow(
      "FIT5007: option 'threads' must be a whole number from 1 to 1024, not 1.5",
    );
    await expect(call({ worker: 3 })).rejects.toThrow(
      "FIT5007: option 'worker' must be a function that returns a worker, not 3",
    );
    const failing = () => {
      throw new Error("no such file");
    };
    await expect(call({ threads: 2, worker: failing })).rejects.toThrow("FIT5059: ");
  });
});
