import { describe, expect, test } from "vitest";
import { scheduled } from "../../helpers/algebra-models.js";
import { listReferences, readReference } from "../../helpers/reference.js";

interface NistModel {
  readonly predictors: readonly string[];
  readonly parameters: readonly string[];
  readonly starts: readonly (readonly number[])[];
  readonly model: string;
  readonly response_expression: string;
}

const nist = listReferences("nist").filter((name) => name !== "scipy_scores");

const warnings = (body: string): readonly string[] =>
  scheduled(`model M { input x, y  ${body} }`).diagnostics.map(({ code, message }) => `${code} ${message}`);

describe("parameters that the model cannot tell apart", () => {
  test.each([
    ["a product", "param a = 1  param b = 2  param k = 1  fit y ~ a * b * exp(-k * x)", ["'a' and 'b'"]],
    ["a sum", "param a = 1  param b = 2  param k = 1  fit y ~ (a + b) * exp(-k * x)", ["'a' and 'b'"]],
    ["a quotient", "param a = 1  param b = 2  fit y ~ a / b * x", ["'a' and 'b'"]],
    ["a scale in the exponent", "param a = 1  param b = 2  param k = 1  fit y ~ a * exp(b - k * x)", ["'a' and 'b'"]],
    [
      "a common factor",
      "param a = 1  param b = 2  param c = 3  fit y ~ (a + b * x) / (1 + x) / c",
      ["'a', 'b' and 'c'"],
    ],
    [
      "two groups",
      "param a = 1  param b = 2  param k = 1  param c = 1  param d = 2  fit y ~ a * b * exp(-k * x) + c - d",
      ["'a' and 'b'", "'c' and 'd'"],
    ],
    [
      "a phase beside both of sine and cosine",
      "param a = 1  param b = 2  param f = 1  param g = 0.2  fit y ~ a * sin(f * x + g) + b * cos(f * x)",
      ["'a', 'b' and 'g'"],
    ],
    ["in both branches", "param a = 1  param b = 2  fit y ~ if x < 1 then a * b * x else a * b", ["'a' and 'b'"]],
    ["start values from the data", "param a = max(y)  param b = mean(x)  fit y ~ a * b * x", ["'a' and 'b'"]],
  ])("%s", (_, body, groups) => {
    expect(warnings(body)).toEqual(groups.map((names) => `FIT9006 the model cannot tell parameters ${names} apart`));
  });

  test.each([
    ["one of the product is fixed", "param a = 1  param b = 2 fixed  param k = 1  fit y ~ a * b * exp(-k * x)"],
    ["another statement tells them", "param a = 1  param b = 2  fit y ~ a * b * x  residual a - 1"],
    [
      "equal start values",
      "param a = 1  param b = 1  param k = 1  param l = 1  fit y ~ a * exp(-k * x) + b * exp(-l * x)",
    ],
    [
      "an ill-conditioned polynomial",
      `${Array.from({ length: 13 }, (_, i) => `param p${i} = 1`).join(" ")} fit y ~ ${Array.from({ length: 13 }, (_, i) => `p${i} * x^${i}`).join(" + ")}`,
    ],
    ["a branch that random data do not reach", "param a = 1  param b = 1  fit y ~ if x < 5000 then a * b * x else a"],
    [
      "a step far from the data",
      "param a = 1  param b = 2  param m = 50 in [40, 60]  param k = 5  fit y ~ a + b / (1 + exp(-k * (x - m)))",
    ],
    ["a parameter without effect, which has its own warning", "param a = 1  param b = 2  fit y ~ a * x"],
    ["fewer residuals than parameters, which the fit tells", "param a = 1  param b = 2  residual a + b - 3"],
  ])("says nothing: %s", (_, body) => expect(warnings(body)).toEqual([]));

  test.each(nist)("says nothing of NIST's %s, from either start", (name) => {
    const { predictors, parameters, starts, model, response_expression } = readReference<NistModel>(
      `nist/${name}.json`,
    );
    for (const start of starts) {
      const params = parameters.map((parameter, index) => `param ${parameter} = ${start[index]}`).join("\n");
      const { diagnostics } = scheduled(
        `model M { input ${[...predictors, "y"].join(", ")}\n${params}\nfit ${response_expression} ~ ${model} }`,
      );
      expect(diagnostics).toEqual([]);
    }
  });

  test("stands at the first of them, with the fix", () => {
    const { diagnostics } = scheduled(
      "model M { input x, y\n param k = 1\n param a = 1\n param b = 2\n fit y ~ a * b * exp(-k * x) }",
    );
    expect(diagnostics[0]?.location?.start).toEqual({ line: 3, column: 8 });
    expect(diagnostics[0]?.severity).toBe("warning");
    expect(diagnostics[0]?.help).toBe(
      "fix one of them, or write one parameter for the combination that matters, such as a product or a sum",
    );
  });
});
