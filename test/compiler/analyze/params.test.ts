import { describe, expect, test } from "vitest";
import { complaints, model } from "../../helpers/analyze.js";

function check(param: string, ...statements: readonly string[]): string[] {
  return complaints(model("input t, y", param, ...statements, "fit y ~ k * t"));
}

describe("start values", () => {
  test.each([
    "param k = 1 in [0, 5]",
    "param k = 0 in [0, 5]",
    "param k = 5 in (0, 5]",
    "param k in (1, 2)",
    "param k = -3 in (-inf, inf)",
    "param k = max(y) in [0, 2]",
    "param k in [min(y), max(y)]",
    "param k = 1 / 3 in [0, 2 * pi]",
    "param k = 7 in [0, max(y)]",
    // The algebra checks decide whether the model is linear in the parameters without start values.
    "param k",
    "param k in [0, inf)",
    "param k in (-inf, max(y)]",
  ])("%s", (param) => {
    expect(check(param)).toEqual([]);
  });

  test.each([
    ["param k fixed", ""],
    ["param k in [0, inf) fixed", ", and its bounds are not both finite"],
    ["param k in (-inf, 0] fixed", ", and its bounds are not both finite"],
    ["param k in (-inf, max(y)] fixed", ", and its bounds are not both finite"],
  ])("none: %s", (param, why) => {
    expect(check(param, "param b = 1", "residual b")).toEqual([
      `3:7-8 FIT3001 parameter 'k' has no start value${why} (give one: 'param k = 1')`,
    ]);
  });

  test("not finite", () => {
    expect(check("param k = inf")).toEqual(["3:11-14 FIT3002 the start value of 'k' is not finite: inf"]);
    expect(check("param k = -1/0 in [0, 1]")).toEqual(["3:11-15 FIT3002 the start value of 'k' is not finite: -inf"]);
    expect(check("param k = log(c)", "const c = -1")).toEqual([
      "3:11-17 FIT3002 the start value of 'k' is not finite: not a number",
    ]);
  });

  test("outside the bounds", () => {
    expect(check("param k = 7 in [0, 5]")).toEqual([
      "3:11-12 FIT3005 the start value of 'k', 7, is outside its bounds [0, 5]",
    ]);
    expect(check("param k = -c in (0, inf)", "const c = 2 * pi")).toEqual([
      "3:11-13 FIT3005 the start value of 'k', -6.283185307179586, is outside its bounds (0, inf)",
    ]);
    expect(check("param k = 7 in [min(y), 5]")).toEqual([
      "3:11-12 FIT3005 the start value of 'k', 7, is outside its bounds [min(y), 5]",
    ]);
  });

  test("on an excluded end", () => {
    expect(check("param k = 0 in (0, 5)")).toEqual([
      "3:11-12 FIT3006 the start value of 'k', 0, is an end that (0, 5) excludes (start inside the interval, or write '[0, 5)' to include the end)",
    ]);
    expect(check("param k = 5 in (0, 5)")).toEqual([
      "3:11-12 FIT3006 the start value of 'k', 5, is an end that (0, 5) excludes (start inside the interval, or write '(0, 5]' to include the end)",
    ]);
  });
});

describe("bounds", () => {
  test("exchanged", () => {
    expect(check("param k = 1 in [5, 0]")).toEqual([
      "3:17-21 FIT3003 the lower bound of 'k', 5, is greater than its upper bound, 0 (swap them)",
    ]);
  });

  test("equal", () => {
    expect(check("param k = 1 in [c, 1]", "const c = 3 - 2")).toEqual([
      "3:17-21 FIT3004 both bounds of 'k' are 1, which leaves nothing to fit (write 'fixed' to keep a parameter at its start value)",
    ]);
  });

  test("impossible", () => {
    expect(check("param k = 1 in [inf, 2]")).toEqual([
      "3:17-20 FIT3008 the lower bound of 'k' is inf (write a number, or '-inf' for no lower bound)",
    ]);
    expect(check("param k = 1 in [0, 0/0]")).toEqual([
      "3:20-23 FIT3008 the upper bound of 'k' is not a number (write a number, or 'inf' for no upper bound)",
    ]);
    expect(check("param k in [0, sqrt(-1)]")).toEqual([
      "3:16-24 FIT3008 the upper bound of 'k' is not a number (write a number, or 'inf' for no upper bound)",
    ]);
  });
});

test("a const is finite, unless inf is written", () => {
  const help = "(use a finite value; for a bound at infinity write 'inf')";
  const text = model(
    "input t, y",
    "const a = 0/0",
    "const b = -inf",
    "const c = a + 1",
    "const d = 1/0",
    "const e = log(-1) * 2",
    "const f = b * 2",
    "const g = b - b",
    "param k = 1 in [b, -f]",
    "fit y ~ k * t * a * c * d * e * g",
  );
  expect(complaints(text)).toEqual([
    `3:11-14 FIT3009 const 'a' is not a number ${help}`,
    `6:11-14 FIT3009 const 'd' is inf ${help}`,
    `7:11-22 FIT3009 const 'e' is not a number ${help}`,
    `9:11-16 FIT3009 const 'g' is not a number ${help}`,
  ]);
});
