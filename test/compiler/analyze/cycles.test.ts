import { describe, expect, test } from "vitest";
import { complaints, model } from "../../helpers/analyze.js";

describe("definitions in a circle", () => {
  test("lets, shown from the first of the text; what uses them is not reported", () => {
    const text = model(
      "input t, y",
      "param k = 1",
      "let d = a",
      "let a = b + 1",
      "let b = 2 * c",
      "let c = k * a",
      "fit y ~ d * t",
    );
    expect(complaints(text)).toEqual(["5:5-6 FIT2006 'a' depends on itself: a -> b -> c -> a (break the cycle)"]);
  });

  test("a let of itself", () => {
    expect(complaints(model("input t, y", "param k = 1", "let a = a + k", "fit y ~ a * t"))).toEqual([
      "4:5-6 FIT2006 'a' depends on itself: a -> a (break the cycle)",
    ]);
  });

  test("consts of the file, and derives", () => {
    const text = `const a = b\nconst b = a\n${model("input t, y", "param k = 1", "derive c = d", "derive d = c * k", "fit y ~ k * t")}`;
    expect(complaints(text)).toEqual([
      "1:7-8 FIT2006 'a' depends on itself: a -> b -> a (break the cycle)",
      "6:8-9 FIT2006 'c' depends on itself: c -> d -> c (break the cycle)",
    ]);
  });

  test("through a function", () => {
    expect(complaints(model("input t, y", "param k = 1", "let a = f(k)", "fn f(x) = x * a", "fit y ~ a * t"))).toEqual([
      "4:5-6 FIT2006 'a' depends on itself: a -> f -> a (break the cycle)",
    ]);
  });

  test("two circles", () => {
    const text = model(
      "input t, y",
      "param k = 1",
      "let a = b",
      "let b = a",
      "let c = d",
      "let d = c",
      "fit y ~ k * t",
    );
    expect(complaints(text)).toEqual([
      "4:5-6 FIT2006 'a' depends on itself: a -> b -> a (break the cycle)",
      "6:5-6 FIT2006 'c' depends on itself: c -> d -> c (break the cycle)",
    ]);
  });
});

describe("recursion", () => {
  test("a function that calls itself", () => {
    expect(complaints(`fn f(n) = n * f(n - 1)\n${model("input t, y", "param k = 1", "fit y ~ k * f(t)")}`)).toEqual([
      "1:4-5 FIT2007 function 'f' calls itself: f -> f (write the expression without recursion: functions are inlined)",
    ]);
  });

  test("through others", () => {
    const text = model(
      "input t, y",
      "param k = 1",
      "fn f(x) = g(x)",
      "fn g(x) = h(x)",
      "fn h(x) = f(x)",
      "fit y ~ k * f(t)",
    );
    expect(complaints(text)).toEqual([
      "4:4-5 FIT2007 function 'f' calls itself: f -> g -> h -> f (write the expression without recursion: functions are inlined)",
    ]);
  });
});

describe("functions within functions", () => {
  const nested = (body: (inner: string) => string) =>
    Array.from({ length: 40 }, (_, i) => `fn f${i + 1}(u) = ${body(`f${i}`)}`).join("\n");
  const text = (functions: string) =>
    `fn f0(u) = u + 1\n${functions}\n${model("input t, y", "param k = 1", "fit y ~ k * f40(t)")}`;

  test("that double with each line are too long to write out", () => {
    expect(complaints(text(nested((f) => `${f}(${f}(u))`)))).toEqual([
      "45:9-19 FIT2044 the predicted side of 'fit' is too long with its functions written out: f40 -> f39 -> f38 -> f37 -> f36 -> f35 -> f34 -> f33 -> ... -> f3 -> f2 -> f1 (call fewer functions within functions)",
    ]);
  });

  test("have one budget for all models of a file", () => {
    const functions = Array.from({ length: 13 }, (_, i) => `fn f${i + 1}(u) = f${i}(u) + f${i}(u + ${i + 1})`);
    const one = (name: string) => model("input t, y", "param k = 1", "fit y ~ f13(k * t)").replace("M", name);
    const all = `fn f0(u) = sin(u)\n${functions.join("\n")}\n`;
    expect(complaints(all + one("A"))).toEqual([]);
    const [first, ...others] = complaints(`${all}${one("A")}\n${one("B")}\n${one("C")}\n${one("D")}`);
    expect(first).toMatch(/FIT2044 .* written out: f13 -> f12 -> /);
    expect(others).toHaveLength(1);
  });

  test("are not, if the calls are the same", () => {
    expect(complaints(text(nested((f) => `${f}(u) * ${f}(u)`)))).toEqual([]);
  });
});
