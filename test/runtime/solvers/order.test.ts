// Ordered parameters, which are fitted as the steps between them: the results must be those of the
// fit without an order, with the labels that the order requires.
import { describe, expect, it } from "vitest";
import type { FitOptions, FitResult, Fitter } from "../../../runtime/index.js";
import { loadModel } from "../../helpers/load-models.js";

/** Two Gaussian peaks of different heights at 3 and 6, with a deterministic ripple as noise. */
const x = Float64Array.from({ length: 61 }, (_, i) => i / 6);
const gauss = (height: number, centre: number, v: number) => height * Math.exp(-((v - centre) ** 2) / 0.98);
const y = x.map((v, i) => gauss(5, 3, v) + gauss(2, 6, v) + 0.02 * Math.sin(37 * i));

const peaks = (starts: readonly [string, string], ...statements: readonly string[]) => `
model Peaks {
  input x, y
  param c1 = ${starts[0]}
  param c2 = ${starts[1]}
  param h1 = 3
  param h2 = 3
  param w = 1
  fn peak(h, c) = h * exp(-((x - c) / w)^2)
  fit y ~ peak(h1, c1) + peak(h2, c2)
  ${statements.join("\n  ")}
}`;

/** The name with the other label: exchanges 1 and 2 in the names of parameters. */
const other = (name: string) => (name.endsWith("1") ? `${name.slice(0, -1)}2` : name.replace("2", "1"));

function expectSame(actual: FitResult, expected: FitResult, rename = (name: string) => name): void {
  for (const [name, { value, stderr }] of Object.entries(actual.params)) {
    const twin = expected.params[rename(name)];
    // Two fits, each accurate to rounding, so ten digits agree.
    expect(Math.abs(value / (twin?.value ?? Number.NaN) - 1), name).toBeLessThan(1e-9);
    expect(Math.abs((stderr ?? Number.NaN) / (twin?.stderr ?? Number.NaN) - 1), name).toBeLessThan(1e-8);
  }
  expect(actual.cost).toBeCloseTo(expected.cost, 12);
}

const inOrder = "order c1 < c2";

describe("two exchangeable peaks", () => {
  // From these starts, the fit without an order ends with the peak at 6 as the first one.
  const starts: readonly [string, string] = ["2", "4"];
  const heights = { start: { h1: 5, h2: 1 } };

  it("keep their order where without it the labels end exchanged", async () => {
    const free = (await loadModel(peaks(starts))).fit({ x, y }, heights);
    expect(free.x[0]).toBeGreaterThan(free.x[1] as number);
    const ordered = (await loadModel(peaks(starts, inOrder))).fit({ x, y }, heights);
    expect(ordered.success).toBe(true);
    expect(ordered.x[0]).toBeLessThan(ordered.x[1] as number);
    expect(ordered.warnings).toEqual([]);
    expectSame(ordered, free, other);
  });

  it.each<[string, FitOptions]>([
    ["lm", { solver: "lm" }],
    ["trf", { solver: "trf" }],
    ["dogbox", { solver: "dogbox" }],
    ["with scales", { solver: "trf", xScale: { c1: 2, c2: 3, w: 0.5 } }],
    ["a robust loss", { loss: { name: "soft_l1", scale: 0.05 } }],
  ])("give the result of the fit without an order: %s", async (_, options) => {
    const free = (await loadModel(peaks(["2.5", "6.5"]))).fit({ x, y }, options);
    expectSame((await loadModel(peaks(["2.5", "6.5"], inOrder))).fit({ x, y }, options), free);
  });

  it("keep it between common bounds, which hold as for any parameter", async () => {
    const bounds = (interval: string): readonly [string, string] => [`2.5 in ${interval}`, `5.5 in ${interval}`];
    const free = (await loadModel(peaks(["2.5", "5.5"]))).fit({ x, y });
    expectSame((await loadModel(peaks(bounds("[0, 10]"), inOrder))).fit({ x, y }), free);
    expectSame((await loadModel(peaks(bounds("[-inf, 10]"), inOrder))).fit({ x, y }), free);
    expectSame((await loadModel(peaks(bounds("[0, inf)"), inOrder))).fit({ x, y }), free);
    for (const [interval, name, end] of [
      ["[0, 5.9]", "c2", 5.9],
      ["[3.2, 10]", "c1", 3.2],
    ] as const) {
      const unordered = (await loadModel(peaks([`3.5 in ${interval}`, `5.5 in ${interval}`]))).fit({ x, y });
      const ordered = (await loadModel(peaks([`3.5 in ${interval}`, `5.5 in ${interval}`], inOrder))).fit({ x, y });
      expect(ordered.params[name]?.value).toBe(end);
      expect(ordered.params[name]?.stderr).toBeNull();
      expect(ordered.cost).toBeCloseTo(unordered.cost, 12);
      expect(ordered.x).toHaveLength(5);
      for (const [j, value] of ordered.x.entries()) expect(value).toBeCloseTo(unordered.x[j] as number, 8);
    }
  });

  it("show their iterates as parameters, in order", async () => {
    const seen: number[][] = [];
    const fitter = await loadModel(peaks(starts, inOrder));
    const result = fitter.fit({ x, y }, { ...heights, onIteration: ({ x }) => void seen.push([...x]) });
    expect(seen.length).toBeGreaterThan(3);
    for (const point of seen) expect(point[0]).toBeLessThan(point[1] as number);
    expect(seen.at(-1)?.[0]).toBeCloseTo(result.x[0] as number, 6);
  });

  it("come to one minimum from many starts", async () => {
    const fitter = await loadModel(peaks(["2 in [0, 10]", "7 in [0, 10]"], inOrder));
    const result = fitter.fit({ x, y }, { starts: 12, seed: 3 });
    const best = (result.minima ?? []).filter(({ cost }) => cost <= result.cost * (1 + 1e-6));
    expect(best).toHaveLength(1);
    expect(result.x[0]).toBeLessThan(result.x[1] as number);
  });

  it("with one of them held, the other stays on its side", async () => {
    const fitter = await loadModel(peaks(["2", "4"], inOrder));
    const above = fitter.fit({ x, y }, { fixed: ["c1"], start: { c1: 4, c2: 4.5 } });
    expect(above.params["c2"]?.value).toBeGreaterThan(4);
    const below = fitter.fit({ x, y }, { fixed: ["c2"], start: { c1: 4, c2: 4.5 } });
    expect(below.params["c1"]?.value).toBeLessThan(4.5);
    expect(below.success).toBe(true);
  });
});

describe("with heights that need no start values", () => {
  it("the centres are kept in order all the same", async () => {
    const spec = (order: string) => peaks(["2", "4"], order).replace("h1 = 3", "h1").replace("h2 = 3", "h2");
    const expected = (await loadModel(peaks(["2.5", "6.5"]))).fit({ x, y });
    expectSame((await loadModel(spec(inOrder))).fit({ x, y }), expected);
  });
});

describe("a chain of three", () => {
  const three = (...statements: readonly string[]) => `
model Sum {
  input x, y
  param k1 = 0.2
  param k2 = 1
  param k3 = 5
  param a = 1  param b = 1  param c = 1
  fit y ~ a * exp(-k1 * x) + b * exp(-k2 * x) + c * exp(-k3 * x)
  ${statements.join("\n  ")}
}`;
  const decay = x.map(
    (v, i) => 2 * Math.exp(-0.3 * v) + Math.exp(-1.5 * v) + 3 * Math.exp(-6 * v) + 1e-4 * Math.sin(5 * i),
  );

  it("gives the result of the fit without an order", async () => {
    const free = (await loadModel(three())).fit({ x, y: decay });
    expectSame((await loadModel(three("order k1 < k2 < k3"))).fit({ x, y: decay }), free);
  });

  it("falls into two where the middle one is held", async () => {
    const options: FitOptions = { fixed: ["k2"], start: { k2: 1.5 } };
    const free = (await loadModel(three())).fit({ x, y: decay }, options);
    const ordered = (await loadModel(three("order k1 < k2 < k3"))).fit({ x, y: decay }, options);
    expect(ordered.free).toEqual(["k1", "k3", "a", "b", "c"]);
    for (const [j, value] of ordered.x.entries()) {
      expect(Math.abs(value / (free.x[j] as number) - 1)).toBeLessThan(1e-9);
    }
  });
});

describe("an order that the data contradict", () => {
  const line = x.map((v, i) => 1 + 2 * v + 0.05 * Math.sin(7 * i));
  const spec = (bounds: string, solver: string) => `
model Line {
  input x, y
  param a = 1 ${bounds}
  param b = 3 ${bounds}
  fit y ~ a * x + b
  solver ${solver}
  order a < b
}`;

  // The best line with equal intercept and slope, in closed form: sum y (x + 1) / sum (x + 1)^2.
  const sum = (f: (v: number, i: number) => number) => x.reduce((total, v, i) => total + f(v, i), 0);
  const best = sum((v, i) => (line[i] as number) * (v + 1)) / sum((v) => (v + 1) ** 2);

  it.each([
    ["lm", ""],
    ["trf", ""],
    ["trf", "in [-10, 10]"],
    ["dogbox", ""],
  ])("ends where both are equal, and says so: %s %s", async (solver, bounds) => {
    const result = (await loadModel(spec(bounds, solver))).fit({ x, y: line });
    // How far the step shrinks depends on the tolerances: to at most 1e-6, which dogbox reaches.
    for (const value of result.x) expect(Math.abs(value / best - 1)).toBeLessThan(1e-6);
    expect(result.x[0]).toBeLessThanOrEqual(result.x[1] as number);
    expect(result.warnings.map(({ code }) => code)).toEqual(["FIT9041"]);
  });
});

describe("what cannot be kept in order", () => {
  const refusal = (fitter: Fitter, options: FitOptions, data: { x: Float64Array; y: Float64Array } = { x, y }) => {
    try {
      fitter.fit(data, options);
    } catch (error) {
      return String(error);
    }
    return "fitted";
  };

  it("start values out of order, from the data or from the call", async () => {
    const fitter = await loadModel(peaks(["min(x) + 2", "max(x) - 3"], inOrder));
    expect(refusal(fitter, { start: { c1: 8 } })).toBe(
      "FitError: FIT5053: 'c2' starts at 7, which is not above 'c1' at 8 (give start values in the order that the spec requires)",
    );
    expect(refusal(fitter, { start: { c1: 7 } })).toContain("FIT5053");
    expect(refusal(fitter, {}, { x: x.map((v) => v / 10), y })).toContain("FIT5053");
  });

  it("bounds of a call that differ", async () => {
    const fitter = await loadModel(peaks(["2", "7"], inOrder));
    expect(refusal(fitter, { bounds: { c1: [0, 5] } })).toBe(
      "FitError: FIT5054: 'c1' and 'c2' are in one order, but their bounds differ: [0, 5] and [-inf, inf] (give all parameters of the chain the same bounds, or none)",
    );
    expect(refusal(fitter, { bounds: { c1: [0, 9], c2: [0, 9] } })).toBe("fitted");
    expect(refusal(fitter, { bounds: { c1: [0, 5] }, fixed: ["c2"] })).toBe("fitted");
  });
});
