// fitMany gives the same result for a data set as fit, to the bit, regardless of the other data
// sets.
import { fitMany } from "fitc/runtime";
import { describe, expect, it } from "vitest";
import {
  alone,
  type DataSet,
  entry,
  entryAlone,
  expectSame,
  isRefusal,
  noise,
  pack,
  peak,
  peakData,
} from "../../helpers/batches.js";
import { loadModel } from "../../helpers/load-models.js";

const seeds = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe("fitMany", () => {
  it("gives what fit gives, for good data sets and bad ones", async () => {
    const model = await loadModel(peak);
    const good = peakData(1);
    const with_ = (name: string, at: number, value: number): DataSet => ({
      ...good,
      [name]: (good[name] ?? []).map((old, i) => (i === at ? value : old)),
    });
    const constant = { x: good["x"] ?? [], y: (good["y"] ?? []).map(() => 3) };
    const sets: DataSet[] = [
      good,
      with_("y", 7, Number.NaN),
      with_("y", 7, Number.POSITIVE_INFINITY),
      with_("x", 7, Number.NEGATIVE_INFINITY),
      { x: [], y: [] },
      { x: [1, 2, 3], y: [1, 2, 1] },
      { x: [1, 2, 3, 4], y: [1, 2, 1, 1] },
      { x: [1, 1, 1, 1, 1], y: [1, 2, 1, 1, 3] },
      constant,
      { x: good["x"] ?? [], y: (good["y"] ?? []).map((y) => y * 1e200) },
      { x: good["x"] ?? [], y: (good["y"] ?? []).map((y) => y * 1e-200) },
      ...seeds(20).map((seed) => peakData(seed, 5 + 60 * seed)),
    ];
    const statuses = await expectSame(model, sets);
    expect(statuses.slice(0, 6)).toEqual([expect.any(Number), -3, -3, -3, -3, -3]);
    expect(statuses.slice(11).every((status) => status > 0)).toBe(true);
  });

  it("says bad data where fit says so, and a bad start likewise", async () => {
    const model = await loadModel(`model M {
      input x, y, s
      param a = first(y) / first(x) in [0, 10]
      param b = 1
      fit y ~ a * exp(-b * x)
      sigma s relative
    }`);
    const x = [1, 2, 3, 4, 5];
    const y = [3, 2, 1.5, 1.2, 1];
    const s = [1, 1, 1, 1, 1];
    const sets: readonly (readonly [DataSet, string | null])[] = [
      [{ x, y, s }, null],
      [{ x, y, s: [1, 1, 0, 1, 1] }, "FIT5008"],
      [{ x: [0, 2, 3, 4, 5], y, s }, "FIT5002"],
      [{ x, y: [30, 2, 1.5, 1.2, 1], s }, "FIT5005"],
      [{ x: [1, 2, 3, 4, Number.NaN], y, s }, "FIT4004"],
      [{ x: [1, -1000, 3, 4, 5], y, s }, "FIT5010"],
      [{ x: [], y: [], s: [] }, "FIT4006"],
    ];
    const statuses = await expectSame(
      model,
      sets.map(([set]) => set),
    );
    for (const [i, [set, code]] of sets.entries()) {
      const result = alone(model, set);
      expect(isRefusal(result) ? result.code : null).toBe(code);
      const expected = code === null ? 1 : code === "FIT5008" || code.startsWith("FIT4") ? -3 : -4;
      expect(code === null ? Math.sign(statuses[i] ?? 0) : statuses[i], String(code)).toBe(expected);
    }
  });

  it.each([
    ["few evaluations", { maxEvals: 3 }],
    ["a fixed parameter", { fixed: ["offset"] }],
    ["bounds, some of them active", { bounds: { width: [0.1, 1.3], offset: [-1, 0.5] } }],
    ["trf", { solver: "trf" }],
    ["dogbox", { solver: "dogbox" }],
    ["dogbox with bounds", { solver: "dogbox", bounds: { width: [0.1, 1.3], offset: [-1, 0.5] } }],
    ["a robust loss", { loss: { name: "soft_l1", scale: 0.1 } }],
    ["loose tolerances", { ftol: 1e-6, xtol: 1e-6 }],
    ["tolerances of 1e-10", { ftol: 1e-10, xtol: 1e-10 }],
    ["the rules of SciPy", { compat: "scipy" }],
    ["several starts", { starts: 3, seed: 5 }],
    ["the sandwich", { sandwich: "HC3" }],
    ["a scale", { xScale: { width: 2 } }],
    ["a start for all", { start: { centre: 0.1, offset: 0 } }],
  ] as const)("takes the options of a fit: %s", async (_, options) => {
    await expectSame(
      await loadModel(peak),
      seeds(8).map((seed) => peakData(seed)),
      options,
    );
  });

  it("takes a start value for each data set", async () => {
    const model = await loadModel(peak);
    const sets = seeds(5).map((seed) => peakData(seed));
    const centre = [0.1, -0.3, Number.NaN, 0.5, 1];
    const { data, offsets } = pack(sets);
    for (const start of [
      { centre, width: 1.1 },
      new Map<string, number | Float64Array>([
        ["centre", Float64Array.from(centre)],
        ["width", 1.1],
      ]),
    ]) {
      const fits = await fitMany(model, data, offsets, { start });
      for (const [i, set] of sets.entries()) {
        const result = alone(model, set, { start: { centre: centre[i] ?? 0, width: 1.1 } });
        expect(entry(fits, i)).toEqual(entryAlone(result, fits.free, -4));
      }
      expect(fits.status[2]).toBe(-4);
    }
  });

  const specs: readonly (readonly [string, string])[] = [
    ["where and missing drop", "where x > -4\n missing drop"],
    ["weights, some of them 0", "weight max(x + 4, 0)"],
    ["known deviations", "sigma 0.1 absolute"],
    ["a prior", "prior width ~ normal(1, 0.1)"],
    ["a loss", "loss huber(0.05)"],
    ["solver trf", "solver trf"],
  ];
  it.each(specs)("keeps to the spec: %s", async (_, statement) => {
    const spec = statement.startsWith("where")
      ? peak.replace("input x, y", `data "peaks.csv" { x\n y\n ${statement} }`)
      : peak.replace(/\n}$/, `\n${statement}\n}`);
    const model = await loadModel(spec);
    const sets = seeds(6).map((seed) => peakData(seed));
    const random = noise(3);
    const gaps = sets.map(({ x = [], y = [] }) => ({ x, y: y.map((value) => (random() > 0.8 ? Number.NaN : value)) }));
    const statuses = await expectSame(model, [...sets, ...gaps]);
    expect(statuses.slice(6).every((status) => (statement.startsWith("where") ? status > 0 : status === -3))).toBe(
      true,
    );
  });

  it("fits what one data set shares among statements, keeps an order, and finds linear parameters without starts", async () => {
    const random = noise(11);
    const x = Array.from({ length: 40 }, (_, i) => i / 4);
    const sets = seeds(6).map(() => {
      const [a, k, q] = [1 + random() / 2, 1 + random() / 2, 4 + random()];
      return {
        x,
        y: x.map((at) => a * Math.exp(-k * at) + 0.01 * random()),
        z: x.map((at) => 2 * Math.exp(-k * at) + Math.exp(-q * at) + 0.01 * random()),
      };
    });
    for (const spec of [
      "model A { input x, y, z\n param a = 1\n param k = 0.5\n param b = 1\n fit y ~ a * exp(-k * x)\n fit z ~ b * exp(-k * x) }",
      "model B { input x, z\n param k = 0.5\n param q = 2\n param a\n param b\n fit z ~ a * exp(-k * x) + b * exp(-q * x) }",
      "model C { input x, z\n param k = 0.5\n param q = 2\n param a = 1\n param b = 1\n fit z ~ a * exp(-k * x) + b * exp(-q * x)\n order k < q }",
      "model D { input x, y\n param a = 0\n param b = 0\n param k = 1\n fit y ~ a * b * exp(-k * x) }",
      "model E { input x, y\n param a = 1\n param k = 1\n derive tau = 1 / k\n fit y ~ a * exp(-k * x)\n prior k ~ normal(1, 0.3) }",
    ]) {
      const statuses = await expectSame(await loadModel(spec), sets);
      expect(
        statuses.every((status) => status > 0),
        spec,
      ).toBe(true);
    }
  });

  it("fits nothing in an empty batch", async () => {
    const model = await loadModel(peak);
    const fits = await fitMany(model, { x: [], y: [] }, [0]);
    expect(fits).toEqual({
      count: 0,
      free: ["height", "centre", "width", "offset"],
      params: new Float64Array(0),
      stderr: new Float64Array(0),
      status: new Int8Array(0),
      cost: new Float64Array(0),
      reducedChi2: new Float64Array(0),
      dof: new Int32Array(0),
      nfev: new Uint32Array(0),
    });
  });
});
