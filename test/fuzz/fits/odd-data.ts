import type { Random } from "../../../math/random.js";
import { pick } from "../choose.js";
import { logUniform, uniform } from "./draw.js";
import type { Data, RandomFit } from "./random-fit.js";

/** Ways in which data are odd, each of which a user has had. */
const oddities: Readonly<Record<string, (random: Random, fit: RandomFit) => RandomFit>> = {
  "zeros in x": (random, fit) => changed(fit, "x", (x) => x.map((value) => (random.uniform() < 0.3 ? 0 : value))),
  "zeros in y": (random, fit) => changed(fit, "y", (y) => y.map((value) => (random.uniform() < 0.3 ? 0 : value))),
  "all y are 0": (_, fit) => changed(fit, "y", (y) => y.map(() => 0)),
  "constant y": (_, fit) => changed(fit, "y", (y) => y.map(() => y[0] as number)),
  "constant x": (_, fit) => changed(fit, "x", (x) => x.map(() => x[0] as number)),
  "each row twice": (_, fit) => chosen(fit, (rows) => [...rows, ...rows]),
  "rows in disorder": (random, fit) => chosen(fit, (rows) => random.permutation(rows.length)),
  "one row": (_, fit) => chosen(fit, (rows) => rows.slice(0, 1)),
  "fewer rows than parameters": (random, fit) =>
    chosen(fit, (rows) => rows.slice(0, 1 + random.below(Object.keys(fit.truth).length))),
  "as many rows as parameters": (_, fit) => chosen(fit, (rows) => rows.slice(0, Object.keys(fit.truth).length)),
  "an offset of x": (random, fit) => {
    const offset = uniform(random, -1, 1) * 10 ** random.below(12);
    return changed(fit, "x", (x) => x.map((value) => value + offset));
  },
  "an offset of y": (random, fit) => {
    const offset = uniform(random, -1, 1) * 10 ** random.below(16);
    return changed(fit, "y", (y) => y.map((value) => value + offset));
  },
  "a scale of x": (random, fit) => {
    const scale = logUniform(random, 1e-100, 1e100);
    return changed(fit, "x", (x) => x.map((value) => scale * value));
  },
  "a scale of y": (random, fit) => {
    const scale = logUniform(random, 1e-100, 1e100);
    return changed(fit, "y", (y) => y.map((value) => scale * value));
  },
  "y up to 1e300": (random, fit) => changed(fit, "y", (y) => y.map((value) => value * 10 ** uniform(random, 150, 300))),
  outliers: (random, fit) => {
    const far = 100 * Math.max(...(fit.data["y"] ?? []).map(Math.abs));
    return changed(fit, "y", (y) => y.map((value) => (random.uniform() < 0.2 ? far : value)));
  },
  "whole numbers": (_, fit) => changed(fit, "y", (y) => y.map(Math.round)),
  "noise alone": (random, fit) => changed(fit, "y", (y) => y.map(() => uniform(random, -1, 1))),
  infinities: (random, fit) =>
    changed(fit, pick(random, ["x", "y"]), (column) =>
      column.map((value) => (random.uniform() < 0.1 ? pick(random, [Infinity, -Infinity]) : value)),
    ),
  denormals: (random, fit) => changed(fit, "y", (y) => y.map(() => random.below(10) * Number.MIN_VALUE)),
  "weights, some 0": (random, fit) => weighted(fit, () => (random.uniform() < 0.2 ? 0 : random.uniform())),
  "weights of all sizes": (random, fit) => weighted(fit, () => logUniform(random, 1e-12, 1e12)),
  "deviations of all sizes": (random, fit) =>
    fit.family.curve === undefined
      ? withColumn({ ...fit, noise: "absolute" }, "sy", () => logUniform(random, 1e-9, 1e9))
      : fit,
};

/** The same fit with data that are odd in one way. */
export function withOddData(random: Random, fit: RandomFit): { readonly fit: RandomFit; readonly oddity: string } {
  const oddity = pick(random, Object.keys(oddities));
  const change = oddities[oddity];
  if (change === undefined) throw new Error(`no oddity ${oddity}`);
  return { fit: change(random, fit), oddity };
}

function changed(fit: RandomFit, name: string, change: (column: Float64Array) => Float64Array): RandomFit {
  const column = fit.data[name];
  return column === undefined ? fit : { ...fit, data: { ...fit.data, [name]: change(column) } };
}

function withColumn(fit: RandomFit, name: string, value: () => number): RandomFit {
  const { x = new Float64Array() } = fit.data;
  return { ...fit, data: { ...fit.data, [name]: x.map(value) } };
}

const weighted = (fit: RandomFit, weight: () => number): RandomFit =>
  fit.family.curve === undefined ? withColumn({ ...fit, noise: "weight" }, "sy", weight) : fit;

/** The same fit with the rows that are chosen, in that order. */
export function chosen(fit: RandomFit, choose: (rows: readonly number[]) => ArrayLike<number>): RandomFit {
  const rows = Array.from(choose(Array.from(fit.data["x"] ?? [], (_, i) => i)));
  const data: Data = Object.fromEntries(
    Object.entries(fit.data).map(([name, column]) => [name, Float64Array.from(rows, (row) => column[row] as number)]),
  );
  return { ...fit, data };
}
