import { describe, expect, it } from "vitest";
import { isLogarithmic } from "../../../report/rows/axis-scale.js";

const even = (from: number, to: number) => Array.from({ length: 50 }, (_, i) => from + (i / 49) * (to - from));

describe("an axis", () => {
  it("is logarithmic where values span decades evenly", () => {
    expect(isLogarithmic(even(-3, 2).map((x) => 10 ** x))).toBe(true);
    expect(isLogarithmic([1, 10, 100])).toBe(true);
    expect(isLogarithmic([1e-300, 1, 1e300])).toBe(true);
    expect(isLogarithmic([1, Number.NaN, 10, 100])).toBe(true);
  });

  it("is linear elsewhere", () => {
    expect(isLogarithmic(even(0.01, 10))).toBe(false); // evenly spaced, although it spans three decades
    expect(isLogarithmic([1, 3, 10, 30])).toBe(false); // less than two decades
    expect(isLogarithmic([0, 1, 10, 100])).toBe(false); // a control without dose
    expect(isLogarithmic([-1, 1, 100])).toBe(false);
    expect(isLogarithmic([1, 10, Number.POSITIVE_INFINITY])).toBe(false);
    expect(isLogarithmic([...even(10, 11), 1000])).toBe(false); // one outlier
    expect(isLogarithmic([0.001, ...even(10, 11)])).toBe(false);
    expect(isLogarithmic([5])).toBe(false);
    expect(isLogarithmic([])).toBe(false);
  });
});
