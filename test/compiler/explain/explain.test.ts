// The output of `fitc explain` for a model: the mathematics, and the result of each stage.
import { describe, expect, it } from "vitest";
import { explainModel, explainStage, stages } from "../../../compiler/explain/index.js";
import { SourceFile } from "../../../diagnostics/index.js";
import { resultOf } from "../../helpers/compile.js";
import { specs } from "../../helpers/example-specs.js";

const spec = `/// Decay with an offset.
model Decay {
  input t: s, y: V
  param A: V = max(y) in [0, 10] /// amplitude
  param k: 1/s in (0, 4)
  param c: V = 0.5 fixed
  let e = exp(-k * t)
  derive tau = 1 / k
  fit y ~ A * e + c
  residual k - 0.5
  sigma 0.1 relative
  loss huber(2)
}
`;
const source = new SourceFile("decay.fit", spec);
const lines = (text: string) => text.trimEnd().split("\n");

describe("a model in mathematics", () => {
  it("shows its equations, parameters, derivatives and solver", () => {
    expect(lines(resultOf(explainModel(source)))).toEqual([
      "model Decay",
      "  Decay with an offset.",
      "",
      "equations",
      "  y ~ A * e + c    (sigma 0.1, relative; loss huber, C = 2)",
      "  residual 1 = k - 0.5    (sigma 0.1, relative; loss huber, C = 2)",
      "",
      "where",
      "  e = exp(-k * t)",
      "",
      "parameters",
      "  A: V starts at max(y) in [0, 10]    amplitude",
      "  k: 1/s starts in the middle of (0, 4)",
      "  c: V fixed at 0.5",
      "",
      "derived",
      "  tau: s = 1 / k",
      "",
      "residuals and derivatives, for each row",
      "  t1 = -k",
      "  t2 = 10 * A",
      "  e = exp(t1 * t)",
      "  r1 = (A * e + c - y) / 0.1",
      "  dr1/dA = 10 * e",
      "  dr1/dk = -(t * (e * t2))",
      "",
      "residuals without a column, and their derivatives",
      "  r2 = (k - 0.5) / 0.1",
      "  dr2/dA = 0",
      "  dr2/dk = 10",
      "",
      "solver",
      "  trf (bounds or a robust loss)",
    ]);
  });

  it("quotes names and writes operators as the language does", () => {
    const text = resultOf(
      explainModel(
        new SourceFile(
          "quoted.fit",
          "model M { input `x y`, z  param `if` = 1  param b = 2\n residual if `x y` < z and not z == 1 then -(`if` ^ b) else `x y` * z }",
        ),
      ),
    );
    expect(lines(text)).toContain("  residual 1 = if `x y` < z and not z == 1 then -`if`^b else `x y` * z");
    expect(lines(text).slice(-11, -3)).toEqual([
      "  t1 = `if`^b",
      "  t2 = -t1",
      "  t3 = -(b * `if`^(b - 1))",
      "  t4 = -(t1 * log(`if`))",
      "  t5 = `x y` < z and not z == 1",
      "  r = if t5 then t2 else `x y` * z",
      "  dr/d`if` = if t5 then t3 else 0",
      "  dr/db = if t5 then t4 else 0",
    ]);
  });
});

describe("a stage", () => {
  const small = new SourceFile("small.fit", "model M { input x, y  param a = 2 in [0, 9]\n fit y ~ a * x^2 }");
  const shown = (stage: (typeof stages)[number]) => lines(resultOf(explainStage(small, stage)));

  it("shows tokens with their places", () => {
    expect(shown("tokens").slice(0, 3)).toEqual(["1:1 'model' \"model\"", '1:7 a name "M"', "1:9 '{' \"{\""]);
    expect(shown("tokens").at(-1)).toBe("2:18 '}' \"}\"");
  });

  it("shows the syntax tree", () => {
    expect(shown("ast").slice(-7)).toEqual([
      "    body: fit [45, 60)",
      '      observed: ref name="y" [49, 50)',
      '      predicted: binary op="*" [53, 60)',
      '        left: ref name="a" [53, 54)',
      '        right: binary op="^" [57, 60)',
      '          left: ref name="x" [57, 58)',
      '          right: number value=2 text="2" [59, 60)',
    ]);
  });

  it("shows the checked model", () => {
    expect(shown("model")).toEqual([
      "model M",
      '  column 0 x from "x"',
      '  column 1 y from "y"',
      "  param 0 a",
      "  row fit y ~ a * x^2; noise none; loss linear",
      "  solver trf",
    ]);
  });

  it("shows the derivatives", () => {
    expect(shown("derivatives")).toEqual(["model M", "  t1 = x^2", "  r = a * t1 - y", "  dr/da = t1"]);
  });

  it("shows the expressions and the functions", () => {
    expect(shown("ir").at(-1)).toMatch(/^ {2}residual 0 = %\d+$/);
    const text = shown("kernel").join("\n");
    expect(text).toContain("  row linearize\n    row: t1 = x^2\n    r[0] = a * t1 - y\n    J[0] = t1\n");
    expect(text).toContain("  start\n    out[0] = 2\n    out[1] = 0\n    out[2] = 9\n");
  });

  it("is empty after an error, which is reported", () => {
    const wrong = new SourceFile("wrong.fit", "model M { input x  param a = 1  fit x ~ b }");
    for (const stage of ["ir", "derivatives", "kernel"] as const) {
      const { value, diagnostics } = explainStage(wrong, stage);
      expect(value).toBe("");
      expect(diagnostics.map(({ code }) => code)).toContain("FIT2001");
    }
  });

  it.each(stages)("%s can be shown for every spec, the same each time", (stage) => {
    for (const [name, text] of specs) {
      const file = new SourceFile(`${name}.fit`, text);
      const shown = resultOf(explainStage(file, stage));
      expect(shown.length, name).toBeGreaterThan(0);
      expect(resultOf(explainStage(file, stage))).toBe(shown);
    }
  });
});

describe("priors, orders and covariances", () => {
  const text = `model Peaks {
  input x, y
  param a
  param c1 = 1
  param c2 = 2
  prior c1 ~ normal(1, 0.1)
  order c1 < c2
  covariance "C.csv"
  fit y ~ a * exp(-(x - c1)^2) + exp(-(x - c2)^2)
  solver trf { gtol: off, starts: 3, search: off, x_scale: { c2: 2, a: 1/4 } }
}
`;
  const peaks = new SourceFile("peaks.fit", text);

  it("are shown in mathematics", () => {
    const shown = lines(resultOf(explainModel(peaks)));
    expect(shown.slice(2, 16)).toEqual([
      "equations",
      "  y ~ a * exp(-(x - c1)^2) + exp(-(x - c2)^2)",
      "  prior c1 ~ normal(1, 0.1)",
      "",
      "order",
      "  c1 < c2",
      "",
      "covariance of the observations",
      '  "C.csv", absolute',
      "",
      "parameters",
      "  a needs no start value: the model is linear in it",
      "  c1 starts at 1",
      "  c2 starts at 2",
    ]);
    expect(shown).toContain("  r2 = (c1 - 1) / 0.1");
    expect(shown.at(-1)).toBe("  trf: gtol = off, x_scale = { a: 0.25, c2: 2 }, starts = 3, search = off");
  });

  it("are shown as trees and as the checked model", () => {
    const place = (part: string) => `[${text.indexOf(part)}, ${text.indexOf(part) + part.length})`;
    const tree = lines(resultOf(explainStage(peaks, "ast")));
    const at = tree.findIndex((line) => line.includes("body: prior"));
    expect(tree.slice(at, at + 8).map((line) => line.trim())).toEqual([
      `body: prior ${place("prior c1 ~ normal(1, 0.1)")}`.replace("prior [", 'prior distribution="normal" ['),
      `param: ref name="c1" [${text.indexOf("c1 ~")}, ${text.indexOf(" ~ normal")})`,
      `args: number value=1 text="1" [${text.indexOf("1, 0.1")}, ${text.indexOf(", 0.1")})`,
      `args: number value=0.1 text="0.1" ${place("0.1")}`,
      `body: order ${place("order c1 < c2")}`,
      `params: ref name="c1" [${text.indexOf("c1 < c2")}, ${text.indexOf(" < c2")})`,
      `params: ref name="c2" [${text.indexOf("< c2") + 2}, ${text.indexOf("< c2") + 4})`,
      `body: covariance ${place('covariance "C.csv"')}`,
    ]);
    expect(lines(resultOf(explainStage(peaks, "model"))).slice(-4)).toEqual([
      "  once prior c1 ~ normal(1, 0.1); noise sigma; loss linear",
      "  order c1 < c2",
      '  covariance "C.csv"',
      "  solver trf",
    ]);
  });
});
