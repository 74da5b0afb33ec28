import { describe, expect, test } from "vitest";
import { analyze } from "../../../compiler/analyze/index.js";
import { SourceFile } from "../../../diagnostics/index.js";
import { parse } from "../../../grammar/index.js";
import { analyzeText, complaints, model } from "../../helpers/analyze.js";

describe("the checked model", () => {
  const text = `
/// Fluorescence decay of the dye.
model Decay {
  data "decay.csv" {
    t: s   from "time (s)"
    y: V
    sy: V
    where t >= 0 and y > 0
  }
  const t0: s = 0.1
  param A: V   = max(y) - min(y)  in [0, 10]     /// amplitude
  param k: 1/s = 0.5              in (0, 5]      /// rate
  param c: V   = 0.5              fixed
  let shifted = t - t0
  derive tau = 1 / k
  fit y ~ A * exp(-k * shifted) + c
  sigma sy absolute
  loss soft_l1(0.1)
  solver trf { ftol: 1e-10, max_evals: 500 }
}`;

  test("of the language page's example", () => {
    const { models, diagnostics } = analyzeText(text);
    expect(diagnostics).toEqual([]);
    const [decay] = models;
    expect(decay?.name).toBe("Decay");
    expect(decay?.doc).toBe("Fluorescence decay of the dye.");
    expect(decay?.data?.path).toBe("decay.csv");
    expect(decay?.columns.map((c) => [c.name.text, c.header, c.unit?.text])).toEqual([
      ["t", "time (s)", "s"],
      ["y", "y", "V"],
      ["sy", "sy", "V"],
    ]);
    expect(decay?.params.map((p) => [p.name.text, p.index, p.fixed, p.lowerOpen, p.upperOpen, p.doc])).toEqual([
      ["A", 0, false, false, false, "amplitude"],
      ["k", 1, false, true, false, "rate"],
      ["c", 2, true, false, false, null],
    ]);
    expect(decay?.derives.map((d) => [d.name.text, d.unit?.text])).toEqual([["tau", "s"]]);
    expect(decay?.solver).toEqual({ method: "trf", explicit: true, ftol: 1e-10, maxEvals: 500 });
    const [statement] = decay?.statements ?? [];
    expect(statement?.rate).toBe("row");
    expect(statement?.noise).toMatchObject({ model: "sigma", scale: "absolute" });
  });

  test("the parameters that have no start value", () => {
    const params = [
      "param a",
      "param b in [0, inf)",
      "param c in [0, 1]",
      "param d in [min(y), max(y)]",
      "param e = 1",
    ];
    const sum = "residual a + b + c + d + e";
    const [m] = analyzeText(model("input t, y", ...params, "fit y ~ a * t", sum)).models;
    expect([...(m?.startless ?? [])].map(({ name }) => name.text)).toEqual(["a", "b"]);
  });

  test("every name and call of it is resolved, to the symbols that the model lists", () => {
    const [decay] = analyzeText(text).models;
    const uses = [...(decay?.references ?? [])].map(([node, symbol]) => `${node.name.text}:${symbol.kind}`);
    expect(uses.sort()).toEqual(
      ["A:param", "c:param", "k:param", "k:param", "shifted:let", "sy:column", "t0:const"].concat([
        "t:column",
        "t:column",
        "y:column",
        "y:column",
        "y:column",
        "y:column",
      ]),
    );
    const listed = new Set<unknown>([...(decay?.params ?? []), ...(decay?.columns ?? [])]);
    for (const symbol of decay?.references.values() ?? []) {
      if (symbol.kind === "param" || symbol.kind === "column") expect(listed.has(symbol)).toBe(true);
    }
    const calls = [...(decay?.calls ?? [])].map(([node, target]) => `${node.callee.text}:${target.kind}`);
    expect(calls.sort()).toEqual(["exp:builtin", "max:reduction", "min:reduction"]);
  });

  test("statements with a column come first, each group in the order of the text", () => {
    const statements = ["residual a - 1", "fit y ~ l", "fit 2 ~ b", "residual f(a, y)", "residual t0 * b"];
    const [checked] = analyzeText(
      model(
        "input t, y",
        "param a = 1",
        "param b = 1",
        "let l = a * t",
        "fn f(p, q) = p - q",
        "const t0 = 3",
        ...statements,
      ),
    ).models;
    const source = checked?.source;
    expect(checked?.statements.map(({ rate, span }) => `${rate}: ${source?.slice(span)}`)).toEqual([
      "row: fit y ~ l",
      "row: residual f(a, y)",
      "once: residual a - 1",
      "once: fit 2 ~ b",
      "once: residual t0 * b",
    ]);
  });

  test("models of a file share its consts and functions", () => {
    const one = (name: string): string => `model ${name} { input t, y param k = 1 fit y ~ f(k) * t * two }`;
    const { models, diagnostics } = analyzeText(`const two = 2\nfn f(x) = x * two\n${one("A")}\n${one("B")}`);
    expect(diagnostics).toEqual([]);
    const symbols = models.map((m) => [...m.references.values()].filter((symbol) => symbol.kind === "const"));
    expect(symbols.map((list) => list.length)).toEqual([1, 1]);
    expect(new Set(symbols.flat()).size).toBe(1);
  });

  test("a model with an error is left out, the others stay", () => {
    const one = (name: string, fit: string): string => `model ${name} { input t, y param k = 1 fit y ~ ${fit} }`;
    const { models } = analyzeText(`${one("A", "k * q")}\n${one("B", "k * t")}`);
    expect(models.map(({ name }) => name)).toEqual(["B"]);
  });
});

describe("beside errors of syntax", () => {
  function codesOf(text: string): string[] {
    const source = new SourceFile("test.fit", text);
    return analyze(parse(source).value, source).diagnostics.map(({ code, message }) => `${code} ${message}`);
  }

  test("a name that may be declared in what could not be read is not unknown; another is", () => {
    const text = model("input t, y", "param k 0.5", "param b = 1", "fit y ~ k * b + q");
    expect(codesOf(text)).toEqual(["FIT2001 unknown name 'q'"]);
  });

  test("a form that is not available yet is not followed by more", () => {
    expect(codesOf(model("input t, y", "param k = 1", "ode x = 1", "fit y ~ k * x"))).toEqual([]);
  });

  test("an expression that could not be read has no type, unit or value", () => {
    expect(
      codesOf(
        model(
          "input t: s, y: V",
          "param k: V = 1",
          "let a = k * )",
          "fit y ~ if a then k * t / t else a",
          "sigma a relative",
        ),
      ),
    ).toEqual([]);
  });
});

describe("size", () => {
  const rows = ["input t, y", "param k = 1"];
  /** Long chains must neither recurse nor take quadratic time. */
  const limit = 60_000;

  test("a sum of 60,000 products", { timeout: limit }, () => {
    const sum = Array.from({ length: 60_000 }, () => "k * t").join(" + ");
    expect(complaints(model(...rows, `fit y ~ ${sum}`))).toEqual([]);
  });

  test("a chain of 10,000 lets, consts and functions, in the wrong order", { timeout: limit }, () => {
    const count = 10_000;
    const lines = Array.from({ length: count }, (_, i) => count - i).flatMap((i) => [
      `let a${i} = a${i - 1} + k`,
      `const c${i} = c${i - 1} / 2`,
      `fn f${i}(x) = f${i - 1}(x) * 2`,
    ]);
    const text = model(
      ...rows,
      ...lines,
      "let a0 = t",
      "const c0 = 1",
      "fn f0(x) = x",
      `param q = c${count} in [0, 1]`,
      `fit y ~ a${count} * c${count} * f${count}(k) * q`,
    );
    expect(complaints(text)).toEqual([]);
  });

  test("functions that call functions twice, 60 deep", { timeout: limit }, () => {
    const lines = Array.from({ length: 60 }, (_, i) => `fn f${i + 1}(x) = f${i}(x) + f${i}(x + 1)`);
    const text = model("input t: s, y: s", "param k: 1 = 1", "fn f0(x) = x", ...lines, "fit y ~ k * f60(t)");
    expect(complaints(text)).toEqual([]);
  });
});
