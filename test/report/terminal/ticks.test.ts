import { describe, expect, it } from "vitest";
import { scaleOf } from "../../../report/terminal/scale.js";
import { ticksOf } from "../../../report/terminal/ticks.js";

const labels = (least: number, greatest: number, { most = 5, logarithmic = false } = {}) =>
  ticksOf({ least, greatest, logarithmic }, most).map(({ label }) => label);

describe("ticks", () => {
  it("are multiples of 1, 2 or 5 times a power of ten, with the digits that tell them apart", () => {
    expect(labels(0, 10)).toEqual(["0", "2", "4", "6", "8", "10"]);
    expect(labels(-0.26, 0.26)).toEqual(["-0.2", "0.0", "0.2"]);
    expect(labels(999.94, 1000.01)).toEqual(["999.94", "999.96", "999.98", "1000.00"]);
    expect(labels(0.003, 0.0081)).toEqual(["0.004", "0.006", "0.008"]);
  });

  it("have exponents where numbers are too long without", () => {
    expect(labels(0, 4.4e-30, { most: 4 })).toEqual(["0", "2e-30", "4e-30"]);
    expect(labels(-1.1e300, 2.3e300, { most: 4 })).toEqual(["-1e300", "0", "1e300", "2e300"]);
    expect(labels(9.5e-18, 2.1e-17, { most: 3 })).toEqual(["1.0e-17", "1.5e-17", "2.0e-17"]);
    expect(labels(0, 3.2e6, { most: 3 })).toEqual(["0", "2000000"]);
  });

  it("are powers of ten on a logarithmic axis, with numbers between if there is room", () => {
    expect(labels(0.9, 120, { logarithmic: true })).toEqual(["1", "3", "10", "30", "100"]);
    expect(labels(1e-9, 1e9, { logarithmic: true })).toEqual(["1e-8", "1e-4", "1", "10000", "1e8"]);
  });

  it("are few and finite on every axis", () => {
    for (const [least, greatest] of [
      [0, 0],
      [1, 1],
      [-3e-310, 3e-310],
      [1e16, 1e16 + 4],
      [1, 1 + 4e-16],
      [-1.7e308, 1.7e308],
      [5e-324, 5e-324],
      [0, 1e-299],
    ] as const) {
      const scale = scaleOf({ least, greatest }, false);
      expect(scale.least).toBeLessThan(scale.greatest);
      const ticks = ticksOf(scale, 5);
      expect(ticks.length).toBeLessThanOrEqual(6);
      for (const { value, label } of ticks) {
        expect(value).toBeGreaterThanOrEqual(scale.least);
        expect(value).toBeLessThanOrEqual(scale.greatest);
        // A label says what the value is, to its last digit.
        expect(Math.abs(Number(label) - value)).toBeLessThanOrEqual((scale.greatest - scale.least) / 20);
      }
    }
  });
});
