import { describe, expect, test } from "vitest";
import { analyzeText, complaints, model } from "../../helpers/analyze.js";

function check(...statements: readonly string[]): string[] {
  return complaints(model("input t, y", "param k = 1", ...statements, "fit y ~ k * t"));
}

function solverOf(param: string, ...statements: readonly string[]): unknown {
  return analyzeText(model("input t, y", param, ...statements, "fit y ~ k * t")).models[0]?.solver;
}

describe("the solver that is chosen", () => {
  test.each([
    ["lm", "param k = 1", ""],
    ["lm", "param k = 1", "loss linear"],
    ["lm", "param k = 1 in (-inf, inf)", ""],
    ["lm", "param k = 1 param c = 1 in [0, 2] fixed", "residual c * k"],
    ["trf", "param k = 1 in [0, inf)", ""],
    ["trf", "param k = 1 in (-inf, max(y)]", ""],
    ["trf", "param k = 1", "loss huber(1)"],
    ["trf", "param k = 1", "loss z => z"],
    ["trf", "param k = 1", "fit y ~ k { loss arctan }"],
  ])("%s for %s %s", (method, param, statement) => {
    expect(solverOf(param, statement)).toEqual({ method, explicit: false });
  });

  test("options", () => {
    expect(
      solverOf("param k = 1", "solver trf { ftol: 0, xtol: 1e-8 gtol: 10^-3, max_evals: 5, x_scale: jac, }"),
    ).toEqual({
      method: "trf",
      explicit: true,
      ftol: 0,
      xtol: 1e-8,
      gtol: 1e-3,
      maxEvals: 5,
      xScale: "jac",
    });
    expect(solverOf("param k = 1", "solver lm { factor: 1 / 2, x_scale: s }", "const s = 3")).toEqual({
      method: "lm",
      explicit: true,
      xScale: 3,
      factor: 0.5,
    });
    expect(solverOf("param k = 1 in [0, 2]", "solver dogbox { starts: 20, seed: 0 }", "loss huber(1)")).toEqual({
      method: "dogbox",
      explicit: true,
      starts: 20,
      seed: 0,
    });
  });

  test("tolerances switched off, one or all; 'off' is a name like any other elsewhere", () => {
    expect(solverOf("param off = 1", "solver lm { gtol: off, ftol: 0 }", "residual off - k", "param k = 1")).toEqual({
      method: "lm",
      explicit: true,
      gtol: null,
      ftol: 0,
    });
    expect(solverOf("param k = 1", "solver trf { gtol: off ftol: off xtol: off }")).toEqual({
      method: "trf",
      explicit: true,
      gtol: null,
      ftol: null,
      xtol: null,
    });
  });
});

test.each([
  ["on", true],
  ["off", false],
])("the search is %s", (word, search) => {
  // A parameter of that name does not change what the word means.
  expect(solverOf("param k = 1", `solver trf { search: ${word} }`, `param ${word} = 1`)).toEqual({
    method: "trf",
    explicit: true,
    search,
  });
});

describe("scales by parameter", () => {
  test("are constants of any form, for names of any form", () => {
    const params = ["param a = 1", "param `my b` = 1", "param __proto__ = 1", "const s = 3"];
    expect(
      solverOf(
        "param k = 1",
        ...params,
        "solver dogbox { x_scale: { a: 10 `my b`: s / 2, __proto__: 1e-9, }, seed: 2 }",
      ),
    ).toEqual({
      method: "dogbox",
      explicit: true,
      xScale: [
        ["a", 10],
        ["my b", 1.5],
        ["__proto__", 1e-9],
      ],
      seed: 2,
    });
    expect(solverOf("param k = 1", "solver trf { x_scale: {} }")).toMatchObject({ xScale: [] });
  });

  test.each([
    ["kk: 1", "4:25-27 FIT2001 unknown name 'kk' (did you mean 'k'?)"],
    ["t: 1", "4:25-26 FIT2041 't' is a column, but 'x_scale' takes parameters"],
    [
      "f: 1",
      "4:25-26 FIT3040 'f' is fixed, so 'x_scale' has no effect on it (remove the word 'fixed', or the x_scale)",
    ],
    ["k: 1, k: 1", "4:31-32 FIT3038 the scale of 'k' is given twice; first on line 4 (keep one)"],
    ["k: 0", "4:28-29 FIT3039 the scale of 'k' must be positive and finite, but it is 0"],
    ["k: -2", "4:28-30 FIT3039 the scale of 'k' must be positive and finite, but it is -2"],
    ["k: inf", "4:28-31 FIT3039 the scale of 'k' must be positive and finite, but it is inf"],
    ["k: 0/0", "4:28-31 FIT3039 the scale of 'k' must be positive and finite, but it is not a number"],
    [
      "k: max(t)",
      "4:28-34 FIT2014 'max' reduces over all rows, which is not allowed in the scale of 'k' (write the number itself; for two or more values write 'min(a, b)')",
    ],
    ["k: jac", "4:28-31 FIT2001 unknown name 'jac'"],
  ])("%s", (settings, complaint) => {
    expect(check(`solver trf { x_scale: { ${settings} } }`, "param f = 1 fixed", "derive g = f")).toEqual([complaint]);
  });

  test("are for x_scale alone", () => {
    expect(check("solver trf { ftol: { k: 1 } }")).toEqual([
      "4:14-28 FIT3035 option 'ftol' must be at least 0 and less than 1, or the word off, but it is a block",
    ]);
    expect(check("solver trf { xscale: { nothing: 1 } }")).toEqual([
      "4:14-20 FIT3034 unknown solver option 'xscale' (did you mean 'x_scale'?)",
    ]);
  });

  test("have the unit of the parameter, if they have one", () => {
    const timed = (scale: string) =>
      complaints(
        model(
          "input t: s, y: V",
          "const second: s = 1",
          "const volt: V = 1",
          "param a: V = 1",
          "param tau: s = 1",
          "fit y ~ a * exp(-t / tau)",
          `solver trf { x_scale: { tau: ${scale} } }`,
        ),
      ).filter((text) => !text.includes("FIT9"));
    expect([timed("0.1"), timed("0.1 * second")]).toEqual([[], []]);
    expect(timed("2 * volt")).toEqual(["8:30-38 FIT2032 'tau' is in 's', but its scale '2 * volt' is in 'V'"]);
  });
});

describe("what is wrong with a solver", () => {
  test("lm with bounds", () => {
    expect(check("param b = 1 in [0, 2]", "solver lm", "residual b * k")).toEqual([
      "5:8-10 FIT3030 solver 'lm' does not support bounds, but parameter 'b' has them (write 'solver trf' or 'solver dogbox', or remove the bounds)",
    ]);
  });

  test("lm with a robust loss", () => {
    expect(check("solver lm", "loss cauchy(2)")).toEqual([
      "4:8-10 FIT3031 solver 'lm' supports only the linear loss, but 'cauchy' is robust (write 'solver trf' or 'solver dogbox', or remove the loss)",
    ]);
    expect(check("solver lm", "fit y ~ k { loss(2) z => z }")).toEqual([
      "4:8-10 FIT3031 solver 'lm' supports only the linear loss, but 'loss(2) z => z' is robust (write 'solver trf' or 'solver dogbox', or remove the loss)",
    ]);
  });

  test("unknown", () => {
    expect(check("solver lmm")).toEqual(["4:8-11 FIT3032 unknown solver 'lmm' (did you mean 'lm'?)"]);
    expect(check("solver newton")).toEqual(["4:8-14 FIT3032 unknown solver 'newton' (use lm, trf or dogbox)"]);
  });

  test("twice", () => {
    expect(check("solver lm", "solver trf")).toEqual([
      "5:1-11 FIT3033 there is a second 'solver'; the first is on line 4 (keep one)",
    ]);
  });

  test("unknown option", () => {
    expect(check("solver lm { ftoll: 1 }")).toEqual([
      "4:13-18 FIT3034 unknown solver option 'ftoll' (did you mean 'ftol'?)",
    ]);
    expect(check("solver lm { verbose: 1 }")).toEqual([
      "4:13-20 FIT3034 unknown solver option 'verbose' (use one of ftol, xtol, gtol, max_evals, x_scale, factor, starts, seed, search)",
    ]);
  });

  test.each([
    ["ftol: -1", "at least 0 and less than 1, or the word off", "-1", "4:19-21"],
    ["xtol: 1", "at least 0 and less than 1, or the word off", "1", "4:19-20"],
    ["gtol: 0/0", "at least 0 and less than 1, or the word off", "not a number", "4:19-22"],
    ["max_evals: 1.5", "a whole number of at least 1", "1.5", "4:24-27"],
    ["max_evals: 0", "a whole number of at least 1", "0", "4:24-25"],
    ["x_scale: 0", "positive and finite, or the word jac", "0", "4:22-23"],
    ["factor: inf", "positive and finite", "inf", "4:21-24"],
    ["starts: 0", "a whole number from 1 to 10000", "0", "4:21-22"],
    ["starts: 1e5", "a whole number from 1 to 10000", "100000", "4:21-24"],
    ["starts: 2.5", "a whole number from 1 to 10000", "2.5", "4:21-24"],
    ["seed: -1", "a whole number of at least 0", "-1", "4:19-21"],
    ["seed: 1/2", "a whole number of at least 0", "0.5", "4:19-22"],
  ])("option %s", (option, need, value, place) => {
    const name = option.split(":")[0];
    expect(check(`solver lm { ${option} }`)).toEqual([
      `${place} FIT3035 option '${name}' must be ${need}, but it is ${value}`,
    ]);
  });

  test("an option that is a word", () => {
    expect(check("solver lm { ftol: jac }")).toEqual(["4:19-22 FIT2001 unknown name 'jac'"]);
    expect(check("solver lm { x_scale: off }")).toEqual(["4:22-25 FIT2001 unknown name 'off'"]);
  });

  test.each([
    ["maybe", "maybe", "4:21-26"],
    ["1", "1", "4:21-22"],
    ["1 + k", "1 + k", "4:21-26"],
    ["true", "true", "4:21-25"],
  ])("a switch that is %s", (value, shown, place) => {
    expect(check(`solver lm { search: ${value} }`)).toEqual([
      `${place} FIT3035 option 'search' must be on or off, but it is ${shown}`,
    ]);
  });

  test("an option twice", () => {
    expect(check("solver lm { ftol: 0.1, ftol: 0.1 }")).toEqual([
      "4:24-28 FIT3036 option 'ftol' is given twice; first on line 4",
    ]);
  });

  test("factor for trf", () => {
    expect(check("solver trf { factor: 2 }")).toEqual([
      "4:14-20 FIT3037 option 'factor' is for solver 'lm' only (remove it)",
    ]);
  });
});
