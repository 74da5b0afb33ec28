// Ticks of the axes of figures.
import { describe, expect, it } from "vitest";
import { padded } from "../../../report/figures/axis.js";
import { linearTicks, logTicks } from "../../../report/figures/ticks.js";

describe("ticks of a linear axis", () => {
  it.each([
    [[-0.12, 4.12], 8, ["0.0", "0.5", "1.0", "1.5", "2.0", "2.5", "3.0", "3.5", "4.0"], 0],
    [[-0.7, 0.7], 3, ["−0.5", "0.0", "0.5"], 0],
    [[0, 3e-30], 3, ["0", "1", "2", "3"], -30],
    [[0, 2.1e5], 4, ["0", "50", "100", "150", "200"], 3],
    [[99_990, 100_030], 4, ["99990", "100000", "100010", "100020", "100030"], 0],
    [[-1.5e300, 1.5e300], 3, ["−1", "0", "1"], 300],
  ] as const)("%j, about %d", (domain, count, labels, exponent) => {
    const ticks = linearTicks(domain, count);
    expect(ticks.labels).toEqual(labels);
    expect(ticks.exponent).toBe(exponent);
    // What a label says is what is at its tick.
    for (const [i, value] of ticks.values.entries()) {
      expect(Number(`${ticks.labels[i]?.replace("−", "-")}e${exponent}`)).toBeCloseTo(value, 10);
    }
  });

  it("say how much a value exceeds a large one, if they would be long otherwise", () => {
    const { offset, labels } = linearTicks([1.7e9 - 0.5, 1.7e9 + 15], 4);
    expect(offset).toBe(1.7e9);
    expect(labels).toEqual(["0", "5", "10", "15"]);
  });

  it("are few and finite, whatever the domain is", () => {
    const least = Number.MIN_VALUE;
    const ranges = [0, 1, -1, least, Number.MAX_VALUE, -Number.MAX_VALUE, 1e15, 1e-300].flatMap((low) =>
      [low, low + 1, 2 * low, low * (1 + Number.EPSILON)].map((high) => [low, high].sort((a, b) => a - b)),
    );
    for (const [low = 0, high = 0] of ranges) {
      const domain = padded([low, high], "linear", 0.05);
      expect(domain[1]).toBeGreaterThan(domain[0]);
      const { values, labels } = linearTicks(domain, 6);
      expect(values.length).toBeLessThan(20);
      expect(labels.join("")).not.toMatch(/NaN|Infinity/);
    }
  });
});

describe("ticks of a logarithmic axis", () => {
  it("are at powers of ten, which are labelled, and between", () => {
    const { values, labels } = logTicks([0.05, 200], 6);
    expect(labels.filter((label) => label !== "")).toEqual(["0.1", "1", "10", "100"]);
    expect(values).toContain(0.5);
    expect(values[0]).toBe(0.05);
    expect(values.at(-1)).toBe(200);
  });

  it("are powers of ten with superscripts over many decades", () => {
    const { labels } = logTicks([1e-9, 1e9], 6);
    expect(labels.filter((label) => label !== "")).toEqual(["10⁻⁹", "10⁻⁶", "10⁻³", "10⁰", "10³", "10⁶", "10⁹"]);
  });

  it("are few and labelled over all of double precision", () => {
    const { values, labels } = logTicks(padded([1e-300, 1e300], "log", 0.05), 6);
    expect(labels).toEqual(["10⁻³⁰⁰", "10⁻²⁰⁰", "10⁻¹⁰⁰", "10⁰", "10¹⁰⁰", "10²⁰⁰", "10³⁰⁰"]);
    expect(values).toEqual([1e-300, 1e-200, 1e-100, 1, 1e100, 1e200, 1e300]);
  });

  it("are at 1, 2 and 5 over few decades", () => {
    expect(logTicks([1, 60], 6).labels.filter((label) => label !== "")).toEqual(["1", "2", "5", "10", "20", "50"]);
  });
});
