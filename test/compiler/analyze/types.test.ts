import { describe, expect, test } from "vitest";
import { complaints, model } from "../../helpers/analyze.js";

const number = "FIT2011 a number is needed here, but";
const toNumber = "(write 'if ... then 1 else 0' to turn it into a number)";
const condition = "FIT2012 a condition is needed here, but";
const toCondition = "(compare it with something, as in '... > 0')";

function check(...statements: readonly string[]): string[] {
  return complaints(model("input t, y", "param k = 1", ...statements));
}

describe("numbers and conditions", () => {
  test("conditions where conditions belong", () => {
    expect(
      check(
        "let late = t > 5 and not (t == 7)",
        "fn pick(c, a, b) = if c then a else b",
        "fn early(x) = x < 1",
        "fit y ~ if late or early(t) then k else pick(late, k, 2 * k)",
      ),
    ).toEqual([]);
  });

  test("a condition in arithmetic", () => {
    expect(check("fit y ~ (t > 5) * k")).toEqual([`4:10-15 ${number} 't > 5' is a condition ${toNumber}`]);
  });

  test("a condition as an argument", () => {
    expect(check("fit y ~ k * exp(t > 5)")).toEqual([`4:17-22 ${number} 't > 5' is a condition ${toNumber}`]);
  });

  test("a condition in a comparison", () => {
    expect(check("fit y ~ if (t > 5) == 1 then k else 0")).toEqual([
      `4:13-18 ${number} 't > 5' is a condition ${toNumber}`,
    ]);
  });

  test("a condition by name, reported where it is used", () => {
    expect(check("let late = t > 5", "fit y ~ late * k")).toEqual([
      `5:9-13 ${number} 'late' is a condition ${toNumber}`,
    ]);
  });

  test.each([
    ["const c = 1 < 2", "4:11-16", "1 < 2"],
    ["derive d = k > 2", "4:12-17", "k > 2"],
    ["param q = 1 in [0, 2 > 1]", "4:20-25", "2 > 1"],
    ["sigma k > 0 relative", "4:7-12", "k > 0"],
    ["loss huber(1 > 0)", "4:12-17", "1 > 0"],
    ["solver lm { ftol: 1 > 0 }", "4:19-24", "1 > 0"],
  ])("%s", (statement, place, text) => {
    expect(check(statement, "fit y ~ k * t")).toContain(`${place} ${number} '${text}' is a condition ${toNumber}`);
  });

  test("a start value with a bound", () => {
    const found = check("param q = 1 > 2", "fit y ~ k * t");
    expect(found).toContain(`4:11-16 ${number} '1 > 2' is a condition (write 'param q = 1 in (2, inf)')`);
  });

  test("both sides of a fit, and a residual", () => {
    expect(check("fit y > 1 ~ t > 5", "residual k > 2")).toEqual([
      `4:5-10 ${number} 'y > 1' is a condition ${toNumber}`,
      `4:13-18 ${number} 't > 5' is a condition ${toNumber}`,
      `5:10-15 ${number} 'k > 2' is a condition ${toNumber}`,
    ]);
  });

  test("a number as a condition", () => {
    expect(check("fit y ~ if t then k else 0")).toEqual([`4:12-13 ${condition} 't' is a number ${toCondition}`]);
    expect(check("fit y ~ if t > 0 and k then k else 0")).toEqual([
      `4:22-23 ${condition} 'k' is a number ${toCondition}`,
    ]);
    expect(check("fit y ~ if not t then k else 0")).toEqual([`4:16-17 ${condition} 't' is a number ${toCondition}`]);
  });

  test("a number where a function takes a condition", () => {
    expect(check("fn pick(c, a) = if c then a else 0", "fit y ~ pick(t, k)")).toEqual([
      `5:14-15 ${condition} 't' is a number ${toCondition}`,
    ]);
  });

  test("'where' is a condition", () => {
    const text = model('data "a.csv" { t y where t }', "param k = 1", "fit y ~ k * t");
    expect(complaints(text)).toEqual([`2:26-27 ${condition} 't' is a number ${toCondition}`]);
  });

  test("branches of two types, and nothing after it", () => {
    expect(check("let a = if t > 0 then k else t < 5", "fit y ~ a * k")).toEqual([
      "4:30-35 FIT2013 one branch of this 'if' is a number and the other is a condition",
    ]);
  });
});
