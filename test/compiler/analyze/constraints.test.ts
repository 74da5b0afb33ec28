import { describe, expect, test } from "vitest";
import { analyzeText, complaints, model } from "../../helpers/analyze.js";

/** The diagnostics for statements after line 5 of a model with known standard deviations. */
function check(...statements: readonly string[]): string[] {
  return complaints(
    model(
      "input t: s, y: V",
      "param a: V = 1 param b: V/s = 2",
      "fit y ~ a + b * t",
      "sigma 0.1 absolute",
      ...statements,
    ),
  );
}

describe("prior", () => {
  test("is a statement after the others, with the deviation as its sigma", () => {
    const text = model(
      "input t, y",
      "param a = 1",
      "param b = 1",
      "const s = 0.5",
      "prior b ~ normal(2 * s, s / 10)",
      "residual a - 3",
      "fit y ~ a + b * t",
      "sigma 0.1 absolute",
    );
    const { models, diagnostics } = analyzeText(text);
    expect(diagnostics).toEqual([]);
    const statements = models[0]?.statements ?? [];
    expect(statements.map(({ kind, rate }) => [kind, rate])).toEqual([
      ["fit", "row"],
      ["residual", "once"],
      ["prior", "once"],
    ]);
    expect(statements[2]?.noise).toMatchObject({ model: "sigma", scale: "absolute" });
    expect(statements[2]?.loss).toEqual({ kind: "builtin", name: "linear", scale: null });
  });

  test("what holds for the model does not hold for it, and its parameter is used", () => {
    expect(check("param c = 1", "prior c ~ normal(0, 1)", "loss huber(1)")).toEqual([]);
  });

  test("of what is not a free parameter", () => {
    expect(check("prior B ~ normal(2, 1)")).toEqual(["6:7-8 FIT2001 unknown name 'B' (did you mean 'b'?)"]);
    expect(check("prior t ~ normal(2, 1)")).toEqual(["6:7-8 FIT2041 't' is a column, but 'prior' takes parameters"]);
    expect(check("derive tau = a / b", "prior tau ~ normal(2, 1)")).toEqual([
      "7:7-10 FIT2041 'tau' is a derive, but 'prior' takes parameters",
    ]);
    expect(check("param c = 1 fixed", "prior c ~ normal(2, 1)", "derive d = c")).toEqual([
      "7:7-8 FIT3040 'c' is fixed, so 'prior' has no effect on it (remove the word 'fixed', or the prior)",
    ]);
  });

  test("with another distribution, or other values", () => {
    expect(check("prior a ~ gamma(2, 1)")).toEqual([
      "6:11-16 FIT2042 'gamma' is not a distribution for a prior (write 'prior k ~ normal(mean, deviation)': normal is the only one)",
    ]);
    expect(check("prior a ~ normal(2)")).toEqual([
      "6:1-20 FIT2043 'normal' takes a mean and a standard deviation, not 1 value",
    ]);
    expect(check("prior a ~ normal(2, 0)", "prior b ~ normal(1/0, -1)")).toEqual([
      "6:21-22 FIT3042 the standard deviation of this prior must be positive and finite, but it is 0",
      "7:18-21 FIT3042 the mean of this prior must be finite, but it is inf",
      "7:23-25 FIT3042 the standard deviation of this prior must be positive and finite, but it is -1",
    ]);
    expect(check("prior a ~ normal(a, 1)", "prior b ~ normal(1, 2 * b)")).toEqual([
      "6:18-19 FIT2018 the mean of a prior must be constant, but 'a' is a parameter",
      "7:25-26 FIT2018 the standard deviation of a prior must be constant, but 'b' is a parameter",
    ]);
    expect(check("prior a ~ normal(1 > 0, 1)")).toHaveLength(1);
  });

  test("twice", () => {
    expect(check("prior a ~ normal(2, 1)", "prior a ~ normal(2, 1)")).toEqual([
      "7:1-23 FIT3041 'a' has a second prior; the first is on line 6 (keep one, or combine them: the mean weighted by 1/deviation^2, and the deviation 1/sqrt(1/s1^2 + 1/s2^2))",
    ]);
  });

  test("in another unit", () => {
    expect(check("const m: s = 1", "prior a ~ normal(m, 1)")).toEqual([
      "7:18-19 FIT2030 both sides of '~' need the same unit, but 'a' is in 'V' and 'm' in 's'",
    ]);
    expect(check("const w: mV = 1", "prior a ~ normal(1, w)")).toEqual([
      "7:21-22 FIT2030 both sides of '~' need the same unit, but 'a' is in 'V' and 'w' in 'mV', which is 0.001 V (units never convert values: use one unit, or multiply by a 'const factor: V/mV = 0.001')",
    ]);
  });

  test.each([
    ["", "1"],
    ["sigma 0.1 relative", "the given values"],
    ["weight 2", "the given values"],
    ['covariance "C.csv" relative', "the given values"],
  ])("beside deviations that are not known: %s", (noise, assumed) => {
    const text = model("input t, y", "param a = 1", "fit y ~ a * t", noise, "prior a ~ normal(2, 1)");
    expect(complaints(text)).toEqual([
      `6:1-23 FIT9040 the standard deviations of the data are not known; the prior of 'a' is weighed as if they were ${assumed} (give the data their standard deviations: 'sigma ... absolute')`,
    ]);
    expect(analyzeText(text).models[0]?.statements.at(-1)?.noise).toMatchObject({ scale: "relative" });
  });

  test("beside a covariance matrix that is known", () => {
    const text = model("input t, y", "param a = 1", "fit y ~ a * t", 'covariance "C.csv"', "prior a ~ normal(2, 1)");
    expect(complaints(text)).toEqual([]);
    expect(analyzeText(text).models[0]?.statements.at(-1)?.noise).toMatchObject({ scale: "absolute" });
  });

  test("alone is nothing to fit to", () => {
    expect(complaints(model("param a = 1", "prior a ~ normal(2, 1)"))).toEqual([
      "1:7-8 FIT2021 model 'M' has nothing to fit: it has neither 'fit' nor 'residual' (add 'fit observed ~ predicted')",
    ]);
  });
});

describe("order", () => {
  const peaks = "param c1: s = 1 param c2: s = 2 param c3: s = 3 residual c1 + c2 + c3 { sigma 1 absolute }";

  test("chains, as the symbols of the model", () => {
    const text = model(
      "param a = 1 param b = 2 param c = 3 param d = 0 param e = 1",
      "residual a + b + c + d + e",
      "order a < b < c",
      "order d < e",
    );
    const { models, diagnostics } = analyzeText(text);
    expect(diagnostics).toEqual([]);
    expect(models[0]?.order.map((chain) => chain.map(({ name }) => name.text))).toEqual([
      ["a", "b", "c"],
      ["d", "e"],
    ]);
  });

  test("of what is not a free parameter", () => {
    expect(check(peaks, "order c1 < t", "order c2 < cc3", "param k: s = 9 fixed", "order c3 < k")).toEqual([
      "7:12-13 FIT2041 't' is a column, but 'order' takes parameters",
      "8:12-15 FIT2001 unknown name 'cc3' (did you mean 'c3'?)",
      "10:12-13 FIT3040 'k' is fixed, so 'order' has no effect on it (remove the word 'fixed', or the order)",
    ]);
  });

  test("of one parameter twice", () => {
    const fix = "(write one chain: 'order a < b < c')";
    expect(check(peaks, "order c1 < c2 < c1")).toEqual([
      `7:17-19 FIT3043 'c1' is ordered twice; first on line 7 ${fix}`,
    ]);
    expect(check(peaks, "order c1 < c2", "order c2 < c3")).toEqual([
      `8:7-9 FIT3043 'c2' is ordered twice; first on line 7 ${fix}`,
    ]);
  });

  test("of start values that are not in it, or are missing", () => {
    expect(check(peaks, "order c2 < c1 < c3")).toEqual([
      "7:12-14 FIT3045 'c1' starts at 1, which is not above 'c2' at 2 (give 'c2' the smaller start value)",
    ]);
    expect(
      check("param d: s = 1", "param e: s in [0, 1]", "residual d + e { sigma 1 absolute }", "order d < e"),
    ).toEqual([
      "9:11-12 FIT3044 'e' is in an order and has no start value (give it one: 'param e = 1')",
      "9:11-12 FIT3046 'd' and 'e' are in one order, but their bounds differ: no bounds and [0, 1] (give all parameters of the chain the same bounds, or none)",
    ]);
  });

  test("of parameters with other bounds", () => {
    const bounded = (first: string, second: string) =>
      complaints(
        model("input x, y", `param a = 1 in ${first}`, `param b = 2 in ${second}`, "fit y ~ a + b * x", "order a < b"),
      );
    expect(bounded("[0, 5]", "[0, 5.0]")).toEqual([]);
    expect(bounded("(min(x), inf)", "(min(x), inf)")).toEqual([]);
    expect(bounded("(min(x), inf)", "(0, inf)")).toEqual([
      "6:11-12 FIT3046 'a' and 'b' are in one order, but their bounds differ: (min(x), inf) and (0, inf) (give all parameters of the chain the same bounds, or none)",
    ]);
    expect(bounded("(-inf, inf)", "[0, 3]")).toEqual([
      "6:11-12 FIT3046 'a' and 'b' are in one order, but their bounds differ: no bounds and [0, 3] (give all parameters of the chain the same bounds, or none)",
    ]);
  });

  test("in other units", () => {
    expect(check(peaks, "order c1 < a")).toEqual([
      "7:12-13 FIT2030 both sides of '<' need the same unit, but 'c1' is in 's' and 'a' in 'V'",
      "7:12-13 FIT3045 'a' starts at 1, which is not above 'c1' at 1 (give 'c1' the smaller start value)",
    ]);
  });
});

describe("covariance", () => {
  const line = (...statements: readonly string[]) =>
    complaints(model("input t, y", "param a = 1", "param b = 1", ...statements));

  test("is absolute unless it says otherwise", () => {
    const covarianceOf = (text: string) =>
      analyzeText(model("input t, y", "param a = 1", "fit y ~ a * t", text)).models[0]?.covariance;
    expect(covarianceOf('covariance "C.csv"')).toMatchObject({ path: "C.csv", absolute: true });
    expect(covarianceOf('covariance "C.csv" absolute')).toMatchObject({ absolute: true });
    expect(covarianceOf('covariance "C.csv" relative')).toMatchObject({ absolute: false });
    expect(covarianceOf("")).toBeNull();
  });

  test("beside what excludes it", () => {
    expect(line("fit y ~ a + b * t", 'covariance "C.csv"', 'covariance "D.csv"')).toEqual([
      "7:1-19 FIT3047 a second 'covariance'; the first is on line 6 (keep one)",
    ]);
    const place = "6:1-19";
    const one = "is for a model with one 'fit' or 'residual' over the rows, but this one has";
    expect(line("fit y ~ a + b * t", 'covariance "C.csv"', "residual a - b")).toEqual([
      `${place} FIT3048 'covariance' ${one} 2 statements`,
    ]);
    expect(complaints(model("param a = 1", "residual a - 1", 'covariance "C.csv"'))).toEqual([
      `4:1-19 FIT3048 'covariance' ${one} a statement without a column`,
    ]);
    const exclude = (what: string) => `${place} FIT3049 'covariance' cannot be combined with ${what} (keep one)`;
    expect(line("fit y ~ a + b * t", 'covariance "C.csv"', "sigma 1 absolute")).toEqual([exclude("'sigma'")]);
    expect(line("fit y ~ a + b * t { weight 2 }", 'covariance "C.csv"')).toEqual([exclude("'weight'")]);
    expect(line("fit y ~ a + b * t", 'covariance "C.csv"', "loss cauchy(2)")).toEqual([exclude("a robust loss")]);
    expect(line("fit y ~ a + b * t", 'covariance "C.csv"', "loss linear")).toEqual([]);
  });
});
