// The result of a data set is the same, to the bit, whatever the other data sets of its batch are:
// in any order, among any others, on any number of threads.
import { fitMany } from "fitc/runtime";
import { describe, expect, it } from "vitest";
import type { ManyOptions } from "../../../runtime/index.js";
import { type DataSet, entry, noise, pack, peak, peakData } from "../../helpers/batches.js";
import { loadModel } from "../../helpers/load-models.js";

const random = noise(12);
const below = (n: number): number => Math.floor(((random() + 1) / 2) * n);

/** All kinds of data sets, of sizes on both sides of every limit at which another way is taken. */
function randomSet(i: number): DataSet {
  const sizes = [0, 1, 3, 4, 5, 12, 25, 26, 48, 127, 128, 129, 700, 9000];
  const set = peakData(i, sizes[i % sizes.length]);
  const { x = [], y = [] } = set;
  const change = (f: (at: number, row: number) => number): DataSet => ({ x, y: y.map(f) });
  switch (below(8)) {
    case 0:
      return change((at, row) => (row === 3 ? Number.NaN : at));
    case 1:
      return change((at, row) => (row === 2 ? Number.POSITIVE_INFINITY : at));
    case 2:
      return change(() => 2);
    case 3:
      return change((at) => at * 1e-170);
    case 4:
      return change((at) => -at);
    default:
      return set;
  }
}

const sets = Array.from({ length: 50 }, (_, i) => randomSet(i));
const centres = sets.map(() => random());

/** Numbers of data sets, drawn without order; each may be there more than once. */
const drawn = (count: number): readonly number[] => Array.from({ length: count }, () => below(sets.length));

function shuffled(): readonly number[] {
  const order = sets.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

/** The data sets with these numbers, and the start values that go with them. */
async function fitted(spec: string, chosen: readonly number[], options: ManyOptions, ofEach: boolean) {
  const Model = await model(spec);
  const { data, offsets } = pack(chosen.map((i) => sets[i] as DataSet));
  const start = ofEach ? { centre: chosen.map((i) => centres[i] as number) } : {};
  return await fitMany(Model, data, offsets, { ...options, start });
}

const models = new Map<string, ReturnType<typeof loadModel>>();
function model(spec: string) {
  const known = models.get(spec) ?? loadModel(spec);
  models.set(spec, known);
  return known;
}

// Where the first x is -5 and every y is positive, the width has no bounds.
const bounded = peak.replace("/ 8", "/ 8 in [if min(y) > 0 then -inf else 0, if min(y) > 0 then inf else 9]");
const weighted = peak.replace(/\n\}$/, "\n  weight if y > 1.5 then 1 else 0.5\n}");

describe("a data set gives the same bits in every batch", () => {
  it.each<readonly [string, string, ManyOptions, boolean]>([
    ["as it is", peak, {}, false],
    ["with start values of its own", peak, {}, true],
    ["with bounds in the call", peak, { bounds: { width: [0.1, 4] } }, false],
    ["with bounds that some data sets have", bounded, {}, false],
    ["with bounds that some data sets have, and starts", bounded, {}, true],
    ["with weights", weighted, {}, false],
    ["with a robust loss", peak, { loss: "soft_l1" }, false],
    ["with the TypeScript kernels", peak, { kernel: "typescript" }, true],
    ["with the WebAssembly kernel", peak, { kernel: "wasm" }, false],
    ["with a search", peak, { search: true, maxEvals: 60 }, false],
  ])("%s", { timeout: 240_000 }, async (_, spec, options, ofEach) => {
    const alone = await Promise.all(
      sets.map(async (_, i) => entry(await fitted(spec, [i], { ...options, threads: 1 }, ofEach), 0)),
    );
    // A batch has a second thread if it has more than a thousand data sets.
    const isSlow = options.loss !== undefined || options.search === true;
    const batches = [shuffled(), shuffled(), drawn(7), drawn(20), ...(isSlow ? [] : [drawn(1100)])];
    for (const chosen of batches) {
      const fits = await fitted(spec, chosen, { ...options, threads: 2 }, ofEach);
      for (const [k, i] of chosen.entries()) expect(entry(fits, k), `data set ${i} at ${k}`).toEqual(alone[i]);
    }
    expect(new Set(alone.map(({ status }) => status)).size).toBeGreaterThan(2);
  });
});
