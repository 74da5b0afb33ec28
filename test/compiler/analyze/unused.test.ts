import { describe, expect, test } from "vitest";
import { analyzeText, complaints, model } from "../../helpers/analyze.js";

const fix = "(remove it, or use it in a 'fit' or 'residual')";

describe("what has no effect is a warning", () => {
  test("a parameter, also one that only a derive or an unused let has", () => {
    const text = model(
      "input t, y",
      "param k = 1",
      "param a = 1",
      "param b = 1",
      "derive d = a",
      "let l = b",
      "fit y ~ k * t",
    );
    expect(complaints(text)).toEqual([
      `4:7-8 FIT9001 no residual depends on parameter 'a' ${fix}`,
      `5:7-8 FIT9001 no residual depends on parameter 'b' ${fix}`,
      "7:5-6 FIT9003 let 'l' is not used (remove it)",
    ]);
  });

  test("the model is checked all the same", () => {
    const { models, diagnostics } = analyzeText(model("input t, y", "param k = 1", "param a = 1", "fit y ~ k * t"));
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["warning"]);
    expect(models.length).toBe(1);
  });

  test("a fixed parameter may serve a sigma, a weight or a derive", () => {
    const text = model(
      "input t, y",
      "param k = 1",
      "param a = 1 fixed",
      "param b = 1 fixed",
      "derive d = b * k",
      "sigma a absolute",
      "fit y ~ k * t",
    );
    expect(complaints(text)).toEqual([]);
    expect(complaints(model("input t, y", "param k = 1", "param a = 1 fixed", "fit y ~ k * t"))).toEqual([
      `4:7-8 FIT9001 no residual depends on parameter 'a' ${fix}`,
    ]);
  });

  test("a column; in a start value, a bound, a sigma, where or a derive it is used", () => {
    const text = model(
      'data "a.csv" { t y a b c d e f where d > 0 }',
      "param k = max(a) in [0, max(b)]",
      "sigma c absolute",
      "derive q = k * mean(e)",
      "fit y ~ k * t",
    );
    expect(complaints(text)).toEqual(["2:30-31 FIT9002 column 'f' is not used (remove it from the list of columns)"]);
  });

  test("lets, consts and functions; what only they use", () => {
    const text = model(
      "input t, y",
      "param k = 1",
      "const c = 2",
      "fn f(x) = c * x",
      "let a = f(t)",
      "let b = a",
      "fit y ~ k * t",
    );
    expect(complaints(text)).toEqual([
      "4:7-8 FIT9003 const 'c' is not used (remove it)",
      "5:4-5 FIT9003 fn 'f' is not used (remove it)",
      "6:5-6 FIT9003 let 'a' is not used (remove it)",
      "7:5-6 FIT9003 let 'b' is not used (remove it)",
    ]);
  });

  test("what is shared by the models of a file, used by none", () => {
    const one = (name: string, fit: string): string => `model ${name} { input t, y param k = 1 fit y ~ k * ${fit} }`;
    const text = `const a = 1\nconst b = 2\nfn f(x) = x\nfn g(x) = b * x\n${one("A", "t")}\n${one("B", "g(t)")}`;
    expect(complaints(text)).toEqual([
      "1:7-8 FIT9003 const 'a' is not used (remove it)",
      "3:4-5 FIT9003 fn 'f' is not used (remove it)",
    ]);
  });

  test("silent beside errors: a misspelt name makes another look unused", () => {
    expect(complaints(model("input t, y", "param rate = 1", "param k = 1", "fit y ~ k * t * rat"))).toEqual([
      "5:17-20 FIT2001 unknown name 'rat' (did you mean 'rate'?)",
    ]);
  });
});
