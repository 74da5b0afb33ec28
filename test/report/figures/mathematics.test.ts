// Equations, units and numbers as a journal prints them.
import { describe, expect, it } from "vitest";
import {
  prettyExpression,
  prettyNumber,
  prettyUnit,
  superscript,
  valueWithError,
} from "../../../report/figures/mathematics.js";

describe("an expression", () => {
  it.each([
    ["a * exp(-b * t) + c", "a exp(−b t) + c"],
    ["Vm * conc / (K + conc)", "Vm · conc / (K + conc)"],
    ["2 * pi * x^2", "2 π x²"],
    ["(1 + b2 * x)^-2", "(1 + b2 x)⁻²"],
    ["a * x^2 * b", "a x² b"],
    ["x^-0.5 + 2^y^3", "x^−0.5 + 2^y³"],
    ["x^2^3", "x^2³"],
    ["(a + b) * (c + d)", "(a + b) · (c + d)"],
    ["2 * 3", "2 · 3"],
    ["sqrt(x) * 1.5e-6", "√(x) · 1.5×10⁻⁶"],
    ["if x <= 1 then a else b", "if x ≤ 1 then a else b"],
    ["`a b` * `x\\`y`", "a b · x`y"],
    ["-__proto__ * constructor", "−__proto__ · constructor"],
    ["a * \u0433\u0440\u0430\u0434(x)", "a \u0433\u0440\u0430\u0434(x)"],
  ])("%s", (text, shown) => {
    expect(prettyExpression(text)).toBe(shown);
  });

  it("of any length takes little time", () => {
    expect(prettyExpression(`${"(".repeat(1e6)}x`).length).toBeLessThan(3000);
  });
});

describe("a unit", () => {
  it.each([
    [null, ""],
    ["1", ""],
    ["1/s", "s⁻¹"],
    ["1/s^2", "s⁻²"],
    ["m/s^2", "m/s²"],
    ["s^-1", "s⁻¹"],
    ["kg*m/s^2", "kg·m/s²"],
    ["m^(1/2)", "m^(1/2)"],
    ["J/(mol*K)", "J/(mol·K)"],
    ["degC", "°C"],
  ])("%s", (unit, shown) => {
    expect(prettyUnit(unit)).toBe(shown);
  });
});

describe("a value with its error", () => {
  it.each([
    [2.8349, 0.1751, "2.83 ± 0.18"],
    [-0.0577, 0.004, "−0.0577 ± 0.0040"],
    [5.502e-4, 7.27e-6, "(5.502 ± 0.073)×10⁻⁴"],
    [5.6e-9, 6.1e-9, "(5.6 ± 6.1)×10⁻⁹"],
    [-1.2345e-30, 2e-33, "(−1.2345 ± 0.0020)×10⁻³⁰"],
    [6.02214e23, 1.5e20, "(6.0221 ± 0.0015)×10²³"],
    [50.002954, 4.3e-5, "50.002954 ± 0.000043"],
    [1.5e300, 1e298, "(1.500 ± 0.010)×10³⁰⁰"],
    [0.1, null, "0.1"],
    [1 / 3, Number.POSITIVE_INFINITY, "0.333"],
  ])("%d, %d", (value, stderr, shown) => {
    expect(valueWithError(value, stderr)).toBe(shown);
  });

  it("has a true minus sign, and powers of ten", () => {
    expect(prettyNumber("-1.5e-6")).toBe("−1.5×10⁻⁶");
    expect(superscript(-120)).toBe("⁻¹²⁰");
  });
});
