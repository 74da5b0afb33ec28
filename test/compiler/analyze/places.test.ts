import { describe, expect, test } from "vitest";
import { complaints, model } from "../../helpers/analyze.js";

function check(...statements: readonly string[]): string[] {
  return complaints(model("input t, y", "param k = 1", ...statements));
}

const fit = "fit y ~ k * t";
const whereReductions = "(write the number itself; for two or more values write 'min(a, b)')";

describe("reductions", () => {
  test("in start values, bounds and derives, also through functions and lets of columns", () => {
    expect(
      check(
        "fn spread(v) = sqrt(mean((v - mean(v))^2))",
        "let shifted = t - 1",
        "param A = max(y) - min(y) in [min(y) - spread(y), count() * sum(t)]",
        "param B = argmax(shifted, y)",
        "derive d = k / median(shifted) + first(t) - last(t)",
        "fit y ~ k * A * B * shifted",
      ),
    ).toEqual([]);
  });

  test("of two arguments, min and max are functions", () => {
    expect(check("fit y ~ k * max(t, 1) + min(t, y, 2)")).toEqual([]);
  });

  test("in the model: directly, in lets, functions and derives", () => {
    expect(check("fit y ~ k * t / max(t)")).toEqual([]);
    expect(check("let top = max(y)", "fit y ~ k * top * t")).toEqual([]);
    expect(check("fn top(v) = max(v)", "fit y / top(y) ~ k * t")).toEqual([]);
    expect(check("derive scaled = k / max(t)", "fit y ~ scaled * t")).toEqual([]);
    expect(check("sigma max(y) relative", fit)).toEqual([]);
    expect(check("weight 1 / max(y)", fit)).toEqual([]);
    expect(check("residual k - max(y)", fit)).toEqual([]);
  });

  test("in a const", () => {
    expect(check("const top = max(y)", "fit y ~ k * top * t")).toEqual([
      `4:13-19 FIT2014 'max' reduces over all rows, which is not allowed in const 'top' ${whereReductions}`,
    ]);
  });

  test("in a const of the file", () => {
    expect(complaints(`const n = count()\n${model("input t, y", "param k = 1", "fit y ~ k * t * n")}`)).toEqual([
      `1:11-18 FIT2014 'count' reduces over all rows, which is not allowed in const 'n' ${whereReductions}`,
    ]);
  });

  test.each([
    ["loss huber(max(y))", "4:12-18", "the scale of a loss"],
    ["solver trf { max_evals: count() }", "4:25-32", "option 'max_evals'"],
  ])("%s", (statement, place, label) => {
    const name = statement.includes("count") ? "count" : "max";
    expect(check(statement, fit)).toEqual([
      `${place} FIT2014 '${name}' reduces over all rows, which is not allowed in ${label} ${whereReductions}`,
    ]);
  });

  test("in where", () => {
    expect(complaints(model('data "a.csv" { t y where y < max(y) }', "param k = 1", fit))).toEqual([
      `2:30-36 FIT2014 'max' reduces over all rows, which is not allowed in 'where' ${whereReductions}`,
    ]);
  });

  test("in where, through a let and a function", () => {
    const where = (condition: string) =>
      complaints(
        model(
          `data "a.csv" { t y where ${condition} }`,
          "param k = 1",
          "let top = max(y)",
          "fn f(v) = v / sum(v)",
          fit,
        ),
      );
    expect(where("y < top")).toEqual([
      `2:30-33 FIT2014 'top' reduces over all rows, which is not allowed in 'where' ${whereReductions}`,
    ]);
    expect(where("f(y) < top + 1").map((text) => text.slice(0, 25))).toEqual([
      "2:26-30 FIT2014 'f' reduc",
      "2:33-36 FIT2014 'top' red",
    ]);
  });

  test("of a parameter", () => {
    expect(
      check(
        "derive m = mean(k * t)",
        "let g = k * t",
        "derive n = mean(g)",
        "fn f(v) = v - mean(v)",
        "derive o = f(k)",
        fit,
      ),
    ).toEqual([
      "4:17-18 FIT2015 a reduction over rows must not depend on a parameter, but 'k' does (reduce columns only)",
      "6:17-18 FIT2015 a reduction over rows must not depend on a parameter, but 'g' does (parameter 'k') (reduce columns only)",
      "8:14-15 FIT2015 a reduction over rows must not depend on a parameter, but 'k' does (reduce columns only)",
    ]);
  });
});

describe("columns where one number is needed", () => {
  test("in a start value, a bound and a derive", () => {
    expect(check("param a = y in [0, t]", "derive d = k * t", "fit y ~ a * k * t")).toEqual([
      "4:11-12 FIT2016 the start value of 'a' is one number, but 'y' varies from row to row (reduce it over the rows: 'max(y)', 'mean(y)', 'first(y)', ...)",
      "4:20-21 FIT2016 the upper bound of 'a' is one number, but 't' varies from row to row (reduce it over the rows: 'max(t)', 'mean(t)', 'first(t)', ...)",
      "5:16-17 FIT2016 derive 'd' is one number, but 't' varies from row to row (reduce it over the rows: 'max(t)', 'mean(t)', 'first(t)', ...)",
    ]);
  });

  test("through a let, once", () => {
    expect(check("let s = t - 1", "param a = s + s", "fit y ~ a * k * t")).toEqual([
      "5:11-12 FIT2016 the start value of 'a' is one number, but 's' varies from row to row (column 't') (reduce it over the rows: 'max(s)', 'mean(s)', 'first(s)', ...)",
    ]);
  });

  test("beside a reduction, through a function that uses its argument twice", () => {
    expect(check("fn f(v) = v / max(v)", "param a = f(y)", "fit y ~ a * k * t")).toEqual([
      "5:13-14 FIT2016 the start value of 'a' is one number, but 'y' varies from row to row (reduce it over the rows: 'max(y)', 'mean(y)', 'first(y)', ...)",
    ]);
  });
});

describe("parameters where none may stand", () => {
  test("in start values and bounds, fixed ones too", () => {
    expect(check("param c = 2 fixed", "param a = 2 * k in [0, c]", "fit y ~ a * k * t + c")).toEqual([
      "5:15-16 FIT2017 the start value of 'a' must not depend on a parameter, but 'k' does",
      "5:24-25 FIT2017 the upper bound of 'a' must not depend on a parameter, but 'c' does",
    ]);
  });

  test("of itself", () => {
    expect(check("param a = a + 1", "fit y ~ a * k * t")).toEqual([
      "4:11-12 FIT2017 the start value of 'a' must not depend on a parameter, but 'a' does",
    ]);
  });

  test("in where, through a let", () => {
    expect(complaints(model('data "a.csv" { t y where s > 0 }', "param k = 1", "let s = k * t", "fit y ~ s"))).toEqual([
      "2:26-27 FIT2017 'where' must not depend on a parameter, but 's' does (parameter 'k')",
    ]);
  });

  test("a free one on the observed side; a fixed one may", () => {
    expect(check("param c = 1", "param b = 1 fixed", "fit y - c + b ~ k * t")).toEqual([
      "6:9-10 FIT2019 the observed side of '~' must not depend on a free parameter, but 'c' does (move it to the right of '~', or use 'residual')",
    ]);
  });
});

describe("constants", () => {
  test("of constants, functions of them, and numbers", () => {
    expect(check("fn twice(x) = 2 * x", "const a = twice(pi) + exp(b)", "const b = 3", "fit y ~ k * t * a")).toEqual(
      [],
    );
  });

  test("a const, a loss and its scale, an option", () => {
    expect(
      check(
        "let s = k * t",
        "const a = t",
        "const b = s + 1",
        "loss(k) z => z * y",
        "solver trf { ftol: k }",
        "fit y ~ s * a * b",
      ),
    ).toEqual([
      "5:11-12 FIT2018 const 'a' must be constant, but 't' is a column",
      "6:11-12 FIT2018 const 'b' must be constant, but 's' is computed from column 't'",
      "7:6-7 FIT2018 the scale of a loss must be constant, but 'k' is a parameter",
      "7:18-19 FIT2018 a loss must be constant, but 'y' is a column",
      "8:20-21 FIT2018 option 'ftol' must be constant, but 'k' is a parameter",
    ]);
  });
});
