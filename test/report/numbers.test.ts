// Compares the digits of a report with an independent implementation of the rule: two significant
// digits of the standard error, and the value to the same decimal place (as the Particle Data Group
// rounds, without its rule of 354).
import { describe, expect, it } from "vitest";
import {
  formatNumber,
  formatPercent,
  formatToPlace,
  formatWithError,
  lastPlace,
} from "../../report/document/numbers.js";

describe("a value with its standard error", () => {
  it.each([
    [2.50123456, 0.0032049, "2.5012", "0.0032"],
    [238.94212918, 2.7070075241, "238.9", "2.7"],
    [5.5015643181e-4, 7.2668688436e-6, "0.0005502", "7.3e-6"],
    [1.2345678e-13, 2.1e-16, "1.2346e-13", "2.1e-16"],
    [123456.7, 1234, "123500", "1200"],
    [6.02214e23, 1.5e20, "6.0221e23", "1.5e20"],
    [9.9999, 0.0996, "10.00", "0.10"],
    [-0.3, 12, "-0.3", "12"],
    [0.96, 0.4, "0.96", "0.40"],
    [96, 40, "96", "40"],
    [0.0996, 10, "0.1", "10"],
    [0, 0.5, "0", "0.50"],
  ])("%d with %d", (value, stderr, shownValue, shownError) => {
    expect(formatWithError(value, stderr)).toEqual([shownValue, shownError]);
  });

  it("shows no more digits than a double carries", () => {
    expect(formatWithError(1 / 3, 1e-30)).toEqual(["0.333333333333333", "1.0e-30"]);
  });

  it("shows six digits where there is no error, and three where it is infinite", () => {
    expect(formatWithError(1 / 3, null)).toEqual(["0.333333", ""]);
    expect(formatWithError(1 / 3, 0)).toEqual(["0.333333", "0"]);
    expect(formatWithError(1 / 3, Number.POSITIVE_INFINITY)).toEqual(["0.333", "inf"]);
    expect(formatWithError(1 / 3, Number.NaN)).toEqual(["0.333", "nan"]);
  });
});

describe("a number alone", () => {
  it.each([
    [0, "0"],
    [-0, "0"],
    [1, "1"],
    [1e6, "1000000"],
    [9999999, "1e7"],
    [1e-4, "0.0001"],
    [9.5e-5, "9.5e-5"],
    [1234.5678, "1234.57"],
    [Number.NaN, "nan"],
    [Number.NEGATIVE_INFINITY, "-inf"],
    [5e-324, "4.94066e-324"],
    [Number.MAX_VALUE, "1.79769e308"],
  ])("%d", (value, shown) => {
    expect(formatNumber(value)).toBe(shown);
  });
});

it("rounds the ends of an interval to the place of the error", () => {
  expect(formatToPlace(2.4949321, lastPlace(0.0032))).toBe("2.4949");
  expect(formatToPlace(-0.00001, lastPlace(0.0032))).toBe("-1e-5");
});

it("writes ratios as percentages", () => {
  expect(formatPercent(0.00128)).toBe("0.13 %");
  expect(formatPercent(1234)).toBe(">999 %");
  expect(formatPercent(Number.POSITIVE_INFINITY)).toBe("inf");
});
