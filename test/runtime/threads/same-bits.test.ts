// The result is the same to the bit for any number of threads, and the same as that of `fit` with
// the WebAssembly kernel.
import { fitParallel } from "fitc/runtime";
import { describe, expect, it } from "vitest";
import type { FitOptions } from "../../../runtime/index.js";
import { CountingWorkers } from "../../helpers/counting-workers.js";
import { loadModel } from "../../helpers/load-models.js";
import { noisy, uniform } from "../../helpers/threads-data.js";

const decay = (x: number) => 2.5 * Math.exp(-0.7 * x) + 0.5;

it("a million random rows give the same bits with 1, 2 and 5 threads, all of which work", async () => {
  const model = await loadModel(`model M {
    input x, y
    param a = 1
    param k = 1
    param c = 0
    fit y ~ a * exp(-k * x) + c
  }`);
  const data = noisy(1_000_000, decay);
  const expected = model.fit(data, { kernel: "wasm" });
  expect(expected.success).toBe(true);
  const workers = new CountingWorkers();
  for (const threads of [1, 2, 5]) {
    const begun = fitParallel(model, data, { threads, worker: workers.make });
    expect(await begun, `${threads} threads`).toEqual(expected);
    await workers.started();
  }
  // By now all wait for work.
  expect(workers.count).toBe(4);
  expect(await fitParallel(model, data, { threads: 5, worker: workers.make })).toEqual(expected);
  expect(workers.count).toBe(4);
  for (const folded of workers.folded) expect(folded).toBeGreaterThan(0);
});

/** Two full chunks and a short one; some rows are outliers. */
const rows = 2 * 65_536 + 1000;
const data = noisy(rows, decay);
const outliers = { ...data, y: data.y.map((y, i) => (i % 50 === 0 ? y + 5 : y)) };
const gaps = { ...data, y: data.y.map((y, i) => (i % 70 === 3 ? Number.NaN : y)) };
const next = uniform(5);
const sigma = data.x.map(() => 0.05 + 0.1 * next());

const free = `
  param a = 1
  param k = 1
  param c = 0
  fit y ~ a * exp(-k * x) + c`;
interface Case {
  readonly what: string;
  readonly spec: string;
  readonly data?: Readonly<Record<string, Float64Array>>;
  readonly options?: FitOptions;
}
const cases: readonly Case[] = [
  { what: "lm", spec: `input x, y ${free}` },
  {
    what: "an active bound",
    spec: "input x, y param a = 1 in [0, 2] param k = 1 param c = 0 fit y ~ a * exp(-k * x) + c",
  },
  { what: "trf", spec: `input x, y ${free} solver trf` },
  { what: "dogbox", spec: `input x, y ${free}`, options: { solver: "dogbox", bounds: { a: [0, 5], k: [0, 3] } } },
  { what: "a robust loss", spec: `input x, y ${free} loss huber(0.2)`, data: outliers },
  {
    what: "a loss of the call",
    spec: `input x, y ${free}`,
    options: { loss: { name: "soft_l1", scale: 0.3 } },
    data: outliers,
  },
  {
    what: "a robust loss, its sandwich HC0",
    spec: `input x, y ${free}`,
    options: { loss: "cauchy", sandwich: "HC0" },
    data: outliers,
  },
  { what: "a prior", spec: `input x, y ${free} prior k ~ normal(0.5, 0.001)` },
  {
    what: "parameters in order",
    spec: "input x, y param a = 1 param k = 1.2 param c = 1 order c < k fit y ~ a * exp(-k * x) + c",
  },
  { what: "several starts", spec: `input x, y ${free} solver lm { starts: 6, seed: 3 }` },
  { what: "deviations", spec: `input x, y, s ${free} { sigma s absolute }`, data: { ...data, s: sigma } },
  { what: "weights", spec: `input x, y, s ${free} { weight s }`, data: { ...data, s: sigma } },
  { what: "rows left out", spec: `data "d.csv" { x, y where x > 0.5 missing drop } ${free}`, data: gaps },
  { what: "a fixed parameter", spec: `input x, y ${free}`, options: { fixed: ["c"], start: { c: 0.5 } } },
  { what: "two statements", spec: `input x, y ${free} fit x ~ k / 0.35 + 0 * c` },
  { what: "a stop on evaluations", spec: `input x, y ${free}`, options: { maxEvals: 3 } },
  // Too far from the minimum for a joint fit, so variable projection is used.
  { what: "a start that fails", spec: `input x, y param a = 1 param k = 40 param c = 0 fit y ~ a * exp(-k * x) + c` },
];

describe("three chunks of rows", () => {
  it.each(cases)("give the same bits: $what", async ({ spec, data: own = data, options = {} }) => {
    const model = await loadModel(`model M { ${spec} }`);
    const expected = model.fit(own, { ...options, kernel: "wasm" });
    for (const threads of [1, 2, 5]) {
      expect(await fitParallel(model, own, { ...options, threads }), `${threads} threads`).toEqual(expected);
    }
  });
});

/** Models that cannot be sent to a worker. */
const alone: readonly (Case & { readonly kernel: "wasm" | "typescript" })[] = [
  { what: "a loss of its own", spec: `input x, y ${free} loss(0.5) z => log1p(z)`, kernel: "wasm" },
  {
    what: "a parameter without a start",
    spec: "input x, y param a param k = 1 fit y ~ a * exp(-k * x)",
    kernel: "wasm",
  },
  { what: "SciPy's rules", spec: `input x, y ${free}`, options: { compat: "scipy" }, kernel: "typescript" },
  {
    what: "the TypeScript kernel",
    spec: `input x, y ${free}`,
    options: { kernel: "typescript" },
    kernel: "typescript",
  },
];

describe("one thread alone", () => {
  it.each(alone)("gives the same bits: $what", async ({ spec, options = {}, kernel }) => {
    const model = await loadModel(`model M { ${spec} }`);
    const workers = new CountingWorkers();
    const expected = model.fit(data, options.compat === undefined ? { ...options, kernel } : options);
    const threaded = await fitParallel(model, data, { ...options, threads: 3, worker: workers.make });
    expect(threaded).toEqual(expected);
    expect(workers.count).toBe(0);
  });

  it("fits few rows as `fit` does", async () => {
    const model = await loadModel(`model M { input x, y ${free} }`);
    const workers = new CountingWorkers();
    for (const rows of [4, 500, 65_536]) {
      const few = { x: data.x.subarray(0, rows), y: data.y.subarray(0, rows) };
      expect(await fitParallel(model, few, { threads: 5, worker: workers.make })).toEqual(model.fit(few));
    }
    expect(workers.count).toBe(0);
  });
});
