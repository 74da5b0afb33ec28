import { describe, expect, test } from "vitest";
import { analyzeText, complaints, model } from "../../helpers/analyze.js";

const fit = "fit y ~ k * t";

describe("names are found wherever they are declared", () => {
  test("use before declaration, in a file and in a model", () => {
    const text = `${model("let a = b * f(two)", "let b = k + two", "fit y ~ a * t", "param k = 1", "input t, y")}
fn f(x) = x * one
const two = 2 * one
const one = 1`;
    expect(complaints(text)).toEqual([]);
  });

  test("functions and values are separate namespaces", () => {
    expect(complaints(model("input t, y", "param gamma = 1", "fn t(x) = x", "fit y ~ t(t) * gamma(gamma)"))).toEqual(
      [],
    );
  });

  test("the arguments of a function hide every other name", () => {
    const text = model("input t, y", "param k = 1", "fn f(t, k) = t + k", "fit y ~ f(k, t)");
    const [checked] = analyzeText(text).models;
    const kinds = [...(checked?.references ?? [])].map(([node, symbol]) => `${node.name.text}: ${symbol.kind}`);
    expect(kinds).toEqual(["t: argument", "k: argument", "y: column", "k: param", "t: column"]);
  });

  test.each(["constructor", "__proto__", "toString", "await", "arguments", "NaN", "sigma", "data", "hasOwnProperty"])(
    "a parameter called %s",
    (name) => {
      const { models, diagnostics } = analyzeText(model("input t, y", `param ${name} = 1`, `fit y ~ ${name} * t`));
      expect(diagnostics).toEqual([]);
      expect(models[0]?.params.map((param) => param.name.text)).toEqual([name]);
    },
  );

  test.each(["constructor", "__proto__", "toString", "valueOf"])("no function is called %s unless declared", (name) => {
    expect(complaints(model("input t, y", "param k = 1", `fit y ~ k * ${name}(t)`))).toEqual([
      `4:13-${13 + name.length} FIT2002 unknown function '${name}'`,
    ]);
  });

  test.each(["constructor", "__proto__", "toString", "valueOf"])("no value is called %s unless declared", (name) => {
    expect(complaints(model("input t, y", "param k = 1", `fit y ~ k * ${name}`))).toEqual([
      `4:13-${13 + name.length} FIT2001 unknown name '${name}'`,
    ]);
  });
});

describe("unknown names", () => {
  test("a misspelt parameter, at each use", () => {
    expect(complaints(model("input t, y", "param rate = 1", "fit y ~ rte * t + rte"))).toEqual([
      "4:9-12 FIT2001 unknown name 'rte' (did you mean 'rate'?)",
      "4:19-22 FIT2001 unknown name 'rte' (did you mean 'rate'?)",
    ]);
  });

  test("nothing near", () => {
    expect(complaints(model("input t, y", "param k = 1", "fit y ~ k * wavelength"))).toEqual([
      "4:13-23 FIT2001 unknown name 'wavelength'",
    ]);
  });

  test("a model that declares no column says how", () => {
    expect(complaints(model("param k = 1", "fit y ~ k"))).toEqual([
      "3:5-6 FIT2001 unknown name 'y' (declare the columns of the data in a 'data' block or with 'input')",
    ]);
  });

  test("a file-level const sees no name of a model", () => {
    expect(complaints(`const c = k\n${model("input t, y", "param k = 1", "fit y ~ c * k * t")}`)).toEqual([
      "1:11-12 FIT2001 unknown name 'k'",
    ]);
  });

  test("what depends on an unknown name is not reported again", () => {
    const text = model(
      "input t: s, y: V",
      "param k: V = 1 + nope",
      "let a = nope",
      "fit y ~ a * k",
      "sigma a absolute",
    );
    expect(complaints(text)).toEqual(["3:18-22 FIT2001 unknown name 'nope'", "4:9-13 FIT2001 unknown name 'nope'"]);
  });

  test("a misspelt function", () => {
    expect(complaints(model("input t, y", "param k = 1", "fit y ~ k * sqt(t)"))).toEqual([
      "4:13-16 FIT2002 unknown function 'sqt' (did you mean 'sqrt'?)",
    ]);
  });

  test.each([
    ["ln(t)", "FIT2002 unknown function 'ln' (write 'log')"],
    ["arctan(t)", "FIT2002 unknown function 'arctan' (write 'atan')"],
    ["arcsin(t)", "FIT2002 unknown function 'arcsin' (write 'asin')"],
    ["fabs(t)", "FIT2002 unknown function 'fabs' (write 'abs')"],
    ["power(t, 2)", "FIT2002 unknown function 'power' (write 'pow')"],
    ["sqr(t)", "FIT2002 unknown function 'sqr' (write 't^2')"],
    ["sigmoid(t)", "FIT2002 unknown function 'sigmoid' (write '1 / (1 + exp(-t))')"],
    ["gaussian(t, k, 2)", "FIT2002 unknown function 'gaussian' (write 'exp(-((t - k) / 2)^2 / 2)')"],
    ["gauss(t, 3, k, 2)", "FIT2002 unknown function 'gauss' (write '3 * exp(-((t - k) / 2)^2 / 2)')"],
    ["gaussian(t)", "FIT2002 unknown function 'gaussian' (write 'exp(-((x - c) / w)^2 / 2)' for 'gaussian(x, c, w)')"],
    ["lorentzian(t, k + 1, 2)", "FIT2002 unknown function 'lorentzian' (write '1 / (1 + ((t - (k + 1)) / 2)^2)')"],
    ["factorial(t + 1)", "FIT2002 unknown function 'factorial' (write 'gamma((t + 1) + 1)')"],
    ["mod(t, 2)", "FIT2002 unknown function 'mod' (write '(t - 2 * floor(t / 2))')"],
    ["pi * e^t", "FIT2001 unknown name 'e' (write 'exp(x)' for 'e^x'; or declare it, 'const e = exp(1)')"],
    ["\u03c0 * t", "FIT2001 unknown name '\u03c0' (write 'pi')"],
    [
      "log(t, 10)",
      "FIT2010 'log' takes 1 argument, not 2 (write 'log10(x)', 'log2(x)', or 'log(x) / log(b)' for another base b)",
    ],
  ])("the function of another language, %s", (call, said) => {
    const [first] = complaints(model("input t, y", "param k = 1", `fit y ~ k * ${call}`));
    expect(first?.replace(/^\S+ /, "")).toBe(said);
  });

  test("one that is used everywhere is reported three times", () => {
    const uses = Array(2000).fill("q").join(" + ");
    expect(complaints(model("input t, y", "param k = 1", `fit y ~ k * t + ${uses}`))).toHaveLength(3);
  });

  test("of very many problems the first fifty are listed", () => {
    const uses = Array.from({ length: 200 }, (_, i) => `q${i}`).join(" + ");
    const found = complaints(model("input t, y", "param k = 1", `fit y ~ k * t + ${uses}`));
    expect(found).toHaveLength(51);
    expect(found.at(-1)).toContain("FIT2040 there are 150 more problems in this file");
  });

  test("a very long name is shortened, and not compared with others", () => {
    const [found] = complaints(
      model("input t, y", `param ${"a".repeat(50_000)} = 1`, `fit y ~ t * ${"a".repeat(50_001)}`),
    );
    expect(found).toBe(`4:13-50014 FIT2001 unknown name '${"a".repeat(60)}...'`);
  });

  test("a misspelt function of the file", () => {
    expect(
      complaints(`fn gauss(x) = exp(-x^2)\n${model("input t, y", "param k = 1", "fit y ~ k * guass(t)")}`),
    ).toEqual(["5:13-18 FIT2002 unknown function 'guass' (did you mean 'gauss'?)"]);
  });

  test("a function without its arguments", () => {
    expect(complaints(model("input t, y", "param k = 1", "fit y ~ k * exp"))).toEqual([
      "4:13-16 FIT2008 'exp' is a function, not a value (call it: 'exp(...)')",
    ]);
  });

  test("a value that is called", () => {
    expect(complaints(model("input t, y", "param k = 1", "fit y ~ k(1 - t)"))).toEqual([
      "4:9-10 FIT2009 'k' is a value, not a function (write 'k * (...)' for a product)",
    ]);
  });
});

describe("one name, one declaration", () => {
  test("in one block, whatever the kinds", () => {
    expect(complaints(model("input t, y, t", "param k = 1", "let k = t", "derive y = k", fit))).toEqual([
      "2:13-14 FIT2003 't' is declared twice; first on line 2 (rename one of them)",
      "4:5-6 FIT2003 'k' is declared twice; first on line 3 (rename one of them)",
      "5:8-9 FIT2003 'y' is declared twice; first on line 2 (rename one of them)",
    ]);
  });

  test("functions, and the arguments of one", () => {
    expect(complaints(model("input t, y", "param k = 1", "fn f(a, a) = a", "fn f(b) = b", fit))).toEqual([
      "4:9-10 FIT2003 'a' is declared twice; first on line 4 (rename one of them)",
      "5:4-5 FIT2003 'f' is declared twice; first on line 4 (rename one of them)",
    ]);
  });

  test("quoting does not make another name", () => {
    expect(complaints(model("input t, y", "param k = 1", "const `k` = 2", fit))).toEqual([
      "4:7-10 FIT2003 'k' is declared twice; first on line 3 (rename one of them)",
    ]);
  });

  test("a name of the file again in a model", () => {
    const text = `const k = 1\nfn f(x) = x\n${model("input t, y", "param k = 1", "fn f(x) = 2 * x", "fit y ~ f(k) * t")}`;
    expect(complaints(text)).toEqual([
      "5:7-8 FIT2004 'k' is already declared for the whole file on line 1 (rename one of them)",
      "6:4-5 FIT2004 'f' is already declared for the whole file on line 2 (rename one of them)",
    ]);
  });

  test.each(["exp", "max", "median"])("the function %s of the language", (name) => {
    expect(complaints(model("input t, y", "param k = 1", `fn ${name}(x) = x`, fit))).toEqual([
      `4:4-${4 + name.length} FIT2005 '${name}' is a function of the language and cannot be declared again (choose another name)`,
    ]);
  });

  test("no model", () => {
    expect(complaints("const c = 3\nfn f(x) = x")).toEqual([
      "1:1-12 FIT2029 the file declares constants or functions, but no model (begin a model with 'model', its name and an opening brace)",
    ]);
  });

  test("two models", () => {
    const one = model("input t, y", "param k = 1", fit);
    expect(complaints(`${one}\n${one}`)).toEqual([
      "6:7-8 FIT2020 model 'M' is declared twice; first on line 1 (rename one of them)",
    ]);
  });
});

describe("the number of arguments", () => {
  const call = (text: string): string[] =>
    complaints(model("input t, y", "param k = 1", "fn f(a, b) = a + b", "fn g() = 1", text));

  test.each([
    ["exp(t, t)", "'exp' takes 1 argument, not 2"],
    ["atan2(t)", "'atan2' takes 2 arguments, not 1"],
    ["hypot(t)", "'hypot' takes at least 2 arguments, not 1"],
    ["voigt(t)", "'voigt' takes 3 arguments, not 1"],
    ["f(t)", "'f' takes 2 arguments, not 1"],
    ["g(t)", "'g' takes no arguments, not 1"],
  ])("%s", (text, message) => {
    expect(call(`fit y ~ k * ${text}`)).toEqual([`6:13-${13 + text.length} FIT2010 ${message}`]);
  });

  test.each([
    ["min()", "'min' takes at least 1 argument, not 0"],
    ["argmax(t)", "'argmax' takes 2 arguments, not 1"],
    ["mean(t, y)", "'mean' takes 1 argument, not 2"],
    ["count(t, y)", "'count' takes at most 1 argument, not 2"],
  ])("%s in a derive", (text, message) => {
    expect(call(`derive d = ${text}\n${fit}`)).toEqual([`6:12-${12 + text.length} FIT2010 ${message}`]);
  });
});
