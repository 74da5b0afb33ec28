import { describe, expect, test } from "vitest";
import { analyzeText, complaints, model } from "../../helpers/analyze.js";

function check(...statements: readonly string[]): string[] {
  return complaints(model("input t, y, s", "param k = 1", ...statements));
}

const fit = "fit y ~ k * t * s";

describe("sigma and weight", () => {
  test("for the model, or for a statement", () => {
    const text = model(
      "input t, y, s",
      "param k = 1",
      "fit y ~ k * t",
      "fit y ~ k { weight 2 }",
      "fit y ~ k^2 { sigma s relative }",
      "fit y ~ k^3 { loss cauchy }",
      "weight s",
      "loss huber(2)",
    );
    const { models, diagnostics } = analyzeText(text);
    expect(diagnostics).toEqual([]);
    const summary = models[0]?.statements.map(({ noise, loss }) => [
      noise?.model,
      noise?.value.kind,
      loss.kind === "builtin" ? loss.name : null,
      loss.scale === null ? 1 : "scale",
    ]);
    expect(summary).toEqual([
      ["weight", "ref", "huber", "scale"],
      ["weight", "number", "huber", "scale"],
      ["sigma", "ref", "huber", "scale"],
      ["weight", "ref", "cauchy", 1],
    ]);
  });

  test("fixed parameters may stand in them", () => {
    expect(check("param c = 2 fixed", "sigma c * s absolute", fit)).toEqual([]);
  });

  test("sigma without its word", () => {
    expect(check("sigma s", "fit y ~ k * t { sigma 2 }")).toEqual([
      "4:1-8 FIT3010 'sigma' needs the word 'absolute' or 'relative' (write 'absolute' if the standard deviations are known: the standard errors are computed from them directly. Write 'relative' if only their ratios are known: the standard errors are scaled by the scatter of the residuals)",
      "5:17-24 FIT3010 'sigma' needs the word 'absolute' or 'relative' (write 'absolute' if the standard deviations are known: the standard errors are computed from them directly. Write 'relative' if only their ratios are known: the standard errors are scaled by the scatter of the residuals)",
    ]);
  });

  test("a free parameter inside", () => {
    const fix = "(fix the parameter, or use a column or a constant)";
    expect(check("sigma k * s absolute", fit)).toEqual([
      `4:7-8 FIT3011 'sigma' must not depend on a free parameter, but 'k' does ${fix}`,
    ]);
    expect(check("let w = 1 / k", "fit y ~ k * t * s { weight w }")).toEqual([
      `5:28-29 FIT3011 'weight' must not depend on a free parameter, but 'w' does (parameter 'k') ${fix}`,
    ]);
  });

  test("one's own that falls", () => {
    const help = "(use a loss that never decreases; it may become constant far out)";
    expect(check("loss(0.1) z => z - z^2", fit)).toEqual([
      `4:16-23 FIT3027 a loss must not decrease as z grows, but at z = 1 its slope is -1 ${help}`,
    ]);
    expect(check("loss z => if z < 1 then z else 0.01", fit)).toEqual([
      `4:11-36 FIT3027 a loss must not decrease as z grows, but at z = 1 it is 0.01, less than at smaller values ${help}`,
    ]);
    expect(check("loss z => if z < 5 then z else -1", fit)).toEqual([
      `4:11-34 FIT3027 a loss must not decrease as z grows, but at z = 10 it is -1, less than at smaller values ${help}`,
    ]);
    // Losses that become flat (Welsch, Tukey, a cut-off) or overflow.
    for (const rho of ["1 - exp(-z)", "if z < 3 then (1 - (1 - z/3)^3) else 1", "if z < 1 then z else 1", "expm1(z)"]) {
      expect(check(`loss z => ${rho}`, fit)).toEqual([]);
    }
  });

  test("more than one", () => {
    const fix = "(keep one)";
    expect(check("sigma s relative", "weight s", fit)).toEqual([
      `5:1-9 FIT3012 'weight' here and 'sigma' on line 4: a statement can have only one of 'sigma' and 'weight' ${fix}`,
    ]);
    expect(check("fit y ~ k * t { sigma s relative sigma 2 relative }")).toEqual([
      `4:34-50 FIT3012 'sigma' here and 'sigma' on line 4: a statement can have only one of 'sigma' and 'weight' ${fix}`,
    ]);
  });

  test("without its word beside an absolute one, which is one mistake", () => {
    const problems = check("fit y ~ k * t { sigma s absolute }", "fit y ~ k { sigma s }");
    expect(problems.map((problem) => problem.slice(0, 17))).toEqual(["5:13-20 FIT3010 '"]);
  });

  test("absolute mixed with anything else", () => {
    const fix = "(give every statement of the model 'sigma ... absolute', or none)";
    expect(
      check(
        "fit y ~ k * t",
        "fit y ~ k { sigma s absolute }",
        "fit y ~ k { weight s }",
        "residual k - 1 { sigma 1 relative }",
      ),
    ).toEqual([
      `4:1-14 FIT3013 this statement has no sigma, but the one on line 5 has an absolute sigma ${fix}`,
      `6:1-23 FIT3013 this statement has a weight, but the one on line 5 has an absolute sigma ${fix}`,
      `7:1-36 FIT3013 this statement has a relative sigma, but the one on line 5 has an absolute sigma ${fix}`,
    ]);
  });

  test.each([
    ["sigma -0.1 absolute", "4:7-11 FIT3014 'sigma' must be positive and finite, but it is -0.1"],
    ["sigma 0 absolute", "4:7-8 FIT3014 'sigma' must be positive and finite, but it is 0"],
    ["sigma 1/0 absolute", "4:7-10 FIT3014 'sigma' must be positive and finite, but it is inf"],
    ["weight 2 - 3", "4:8-13 FIT3014 'weight' must be finite and not negative, but it is -1"],
  ])("a constant: %s", (statement, message) => {
    expect(check(statement, fit)).toEqual([message]);
  });

  test("a weight of zero leaves rows out", () => {
    expect(check("weight 0", fit)).toEqual([]);
  });

  test("a residual without a column under a sigma that varies by row", () => {
    expect(check("sigma s absolute", "fit y ~ k * t", "residual k - 0.5")).toEqual([
      "6:1-17 FIT3015 this 'residual' has no column, so it is a single residual, but its 'sigma' varies from row to row ('s') (give it its own 'sigma': '{ sigma 1 absolute }')",
    ]);
    expect(check("weight s", "fit y ~ k * t", "residual k - 0.5")).toEqual([
      "6:1-17 FIT3015 this 'residual' has no column, so it is a single residual, but its 'weight' varies from row to row ('s') (give it its own 'weight': '{ weight 1 }')",
    ]);
    expect(check("sigma s absolute", "fit y ~ k * t", "residual k - 0.5 { sigma 1 absolute }")).toEqual([]);
  });
});

describe("losses", () => {
  test.each(["linear", "soft_l1", "huber(0.5)", "cauchy(2 * pi)", "arctan", "(2) z => log1p(z)", "z => z"])(
    "loss %s",
    (loss) => {
      expect(check(`loss ${loss}`, fit)).toEqual([]);
    },
  );

  test("one's own hides names by its variable", () => {
    const text = model("input t, y", "param k = 1", "loss k => 2 * (sqrt(1 + k) - 1)", "fit y ~ k * t");
    const { models, diagnostics } = analyzeText(text);
    expect(diagnostics).toEqual([]);
    const loss = models[0]?.statements[0]?.loss;
    expect(loss?.kind === "custom" ? loss.variable.name.text : null).toBe("k");
  });

  test("unknown", () => {
    expect(check("loss hubert(1)", fit)).toEqual(["4:6-12 FIT3020 unknown loss 'hubert' (did you mean 'huber'?)"]);
    expect(check("loss absolute", fit)).toEqual([
      "4:6-14 FIT3020 unknown loss 'absolute' (use one of linear, soft_l1, huber, cauchy, arctan, or write your own: 'loss(C) z => ...')",
    ]);
  });

  test.each([
    ["huber(0)", "4:12-13", "0"],
    ["huber(-1)", "4:12-14", "-1"],
    ["cauchy(inf)", "4:13-16", "inf"],
    ["(0) z => z", "4:7-8", "0"],
  ])("the scale of %s", (loss, place, value) => {
    expect(check(`loss ${loss}`, fit)).toEqual([
      `${place} FIT3021 the scale of a loss must be positive and finite, but it is ${value}`,
    ]);
  });

  test("a scale of the linear loss", () => {
    expect(check("loss linear(2)", fit)).toEqual([
      "4:13-14 FIT3022 the linear loss has no scale (write 'loss linear')",
    ]);
  });

  test("one's own that is not 0 at 0, or has another slope there", () => {
    expect(check("loss z => 1 + z", fit)).toEqual([
      "4:11-16 FIT3023 a loss must be 0 at z = 0, but this one is 1 (subtract 1)",
    ]);
    expect(check("loss(1) u => 2 * log1p(u)", fit)).toEqual([
      "4:14-26 FIT3024 a loss must have slope 1 at u = 0, but the slope of this one is 2",
    ]);
    expect(check("loss z => sqrt(z)", fit)).toEqual([
      "4:11-18 FIT3024 a loss must have slope 1 at z = 0, but the slope of this one is inf",
    ]);
    expect(check("loss z => 0", fit)).toEqual([
      "4:11-12 FIT3024 a loss must have slope 1 at z = 0, but the slope of this one is 0",
    ]);
  });

  test("more than one", () => {
    expect(check("loss huber(1)", "loss linear", "fit y ~ k * t * s { loss linear loss cauchy }")).toEqual([
      "5:1-12 FIT3025 there is a second 'loss'; the first is on line 4 (keep one; give a 'fit' its own loss in braces)",
      "6:33-44 FIT3025 there is a second 'loss'; the first is on line 6 (keep one; give a 'fit' its own loss in braces)",
    ]);
  });
});
