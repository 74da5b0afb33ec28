// Directions that the data do not determine must be described by every solver, through the compiler
// and the emitted module.
import { describe, expect, it } from "vitest";
import type { FitResult } from "../../../runtime/index.js";
import { loadModel } from "../../helpers/load-models.js";

const x = Float64Array.from({ length: 15 }, (_, i) => 0.2 + i / 4);
// A decay with a fixed pattern of errors.
const y = x.map((value, i) => 3 * Math.exp(-0.7 * value) + 0.5 + 0.02 * Math.sin(7 * i));
const wave = x.map(
  (value, i) => 1.5 * Math.sin(1.1 * value + 0.3) + 0.7 * Math.cos(1.1 * value) + 0.02 * Math.sin(7 * i),
);

const found = (result: FitResult) =>
  result.warnings.filter(({ code }) => code === "FIT9007" || code === "FIT9012").map(({ message }) => message);

describe.each(["lm", "trf", "dogbox"] as const)("%s names what is determined", (solver) => {
  it.each([
    ["a product", "param A = 2  param B = 1  param k = 1", "A*B*exp(-k*x)", ["'A' and 'B' only through A*B"]],
    ["a quotient", "param A = 2  param c = 3", "A/c*x", ["'A' and 'c' only through A/c"]],
    ["powers", "param A = 2  param B = 1  param k = 1", "A^2*B*exp(-k*x)", ["'A' and 'B' only through A^2*B"]],
    [
      "powers in a ratio",
      "param A = 2  param B = 1  param k = 1",
      "sqrt(A^2/B^3)*exp(-k*x)",
      ["'A' and 'B' only through A^2/B^3"],
    ],
    ["a sum", "param a = 1  param b = 2  param k = 1", "(a + b)*exp(-k*x)", ["'a' and 'b' only through a + b"]],
    [
      "a sum of equal values",
      "param a = 1  param b = 1  param k = 1",
      "(a + b)*exp(-k*x)",
      ["'a' and 'b' only through a + b"],
    ],
    [
      "a product of equal values",
      "param a = 1  param b = 1  param k = 1",
      "a*b*exp(-k*x)",
      ["'a' and 'b' only through a*b"],
    ],
    ["a difference", "param a = 1  param b = 2  param k = 1", "(a - b)*exp(-k*x)", ["'a' and 'b' only through a - b"]],
    [
      "a sum of multiples",
      "param a = 1  param b = 2  param k = 1",
      "(3*a + 2*b)*exp(-k*x)",
      ["'a' and 'b' only through 3*a + 2*b"],
    ],
    [
      "a scale in the exponent",
      "param A = 1  param b = 2  param k = 1",
      "A*exp(b - k*x)",
      ["'A' and 'b' only through A*exp(b)"],
    ],
    [
      "three factors",
      "param A = 1  param B = 2  param C = 3  param k = 1",
      "A*B/C*exp(-k*x)",
      ["'A', 'B' and 'C' only through A*B/C"],
    ],
    [
      "three summands",
      "param a = 1  param b = 2  param c = 3",
      "a + b - 2*c + 0*x",
      ["'a', 'b' and 'c' only through a + b - 2*c"],
    ],
    [
      "a common factor",
      "param a = 1  param b = 2  param c = 3",
      "(a + b*x)/c",
      ["'a', 'b' and 'c' only through a/c and b/c"],
    ],
    [
      "two groups",
      "param A = 1  param B = 2  param k = 1  param c = 1  param d = 2",
      "A*B*exp(-k*x) + c - d",
      ["'A' and 'B' only through A*B", "'c' and 'd' only through c - d"],
    ],
    [
      "tied by the product and the sum",
      "param A = 1  param B = 2  param c = 1  param d = 2",
      "A*B*x + c + d",
      ["'A' and 'B' only through A*B", "'c' and 'd' only through c + d"],
    ],
    [
      "values far apart",
      "param A = 1e9  param B = 1e-9  param k = 1",
      "A*B*exp(-k*x)",
      ["'A' and 'B' only through A*B"],
    ],
    [
      "values of a small product",
      "param A = 1e-150  param B = 1e150  param k = 1",
      "A*B*exp(-k*x)",
      ["'A' and 'B' only through A*B"],
    ],
    [
      "a quoted name",
      "param `a b` = 1  param B = 2  param k = 1",
      "`a b`*B*exp(-k*x)",
      ["'a b' and 'B' only through `a b`*B"],
    ],
    [
      "names of objects",
      "param constructor = 1  param `__proto__` = 2  param k = 1",
      "constructor*`__proto__`*exp(-k*x)",
      ["'constructor' and '__proto__' only through constructor*__proto__"],
    ],
  ])("%s", async (_, params, model, findings) => {
    const fitter = await loadModel(`model M { input x, y  ${params}  fit y ~ ${model}  solver ${solver} }`);
    const result = fitter.fit({ x, y });
    expect(result.success).toBe(true);
    expect(found(result)).toEqual(findings.map((finding) => `the data determine ${finding}`));
    const named = findings.flatMap((finding) =>
      [...(finding.split(" only")[0] ?? "").matchAll(/'(.*?)'/g)].map((match) => match[1]),
    );
    for (const [name, { stderr }] of Object.entries(result.params)) {
      expect([name, stderr === Infinity]).toEqual([name, named.includes(name)]);
    }
  });

  it.each([
    [
      "a combination of no simple form",
      "param a = 1  param b = 2  param f = 1  param g = 0.2",
      "a*sin(f*x + g) + b*cos(f*x)",
      wave,
      ["do not determine a combination of 'a', 'b' and 'g'"],
    ],
    // 1/a + 1/b: its gradient is not orthogonal to a vector of integers.
    [
      "a sum of reciprocals",
      "param a = 1  param b = 2",
      "x/(1/a + 1/b)",
      y,
      ["do not determine a combination of 'a' and 'b'"],
    ],
    // At a = 2 and b = 1 it changes in the same way as a + 2*b, and as a*b; elsewhere as neither.
    [
      "a likeness to a sum and a product at the result alone",
      "param a = 2  param b = 1",
      "(a + b^2)*x",
      x.map((value) => 3 * value),
      ["do not determine a combination of 'a' and 'b'"],
    ],
    [
      "a parameter that does nothing",
      "param a = 1  param b = 2  param c = 5",
      "a*exp(-b*x) + 0*c",
      y,
      ["do not determine 'c'"],
    ],
    [
      "one of them beside an alias",
      "param A = 1  param B = 2  param c = 5  param k = 1",
      "A*B*exp(-k*x) + 0*c",
      y,
      ["do not determine 'c'", "determine 'A' and 'B' only through A*B"],
    ],
  ])("and spells out nothing else: %s", async (_, params, model, observed, findings) => {
    const fitter = await loadModel(`model M { input x, y  ${params}  fit y ~ ${model}  solver ${solver} }`);
    expect(found(fitter.fit({ x, y: observed }))).toEqual(findings.map((finding) => `the data ${finding}`));
  });
});

describe.each(["trf", "dogbox"] as const)("%s", (solver) => {
  it("leaves what bounds hold out of the combination", async () => {
    const model = `model M { input x, y
      param a = 1  param b = 2  param k = 0.2 in [0, 0.5]
      fit y ~ a*exp(-k*x) + b*exp(-k*x) }`;
    const result = (await loadModel(model)).fit({ x, y: x.map((value) => 3 * Math.exp(-value)) }, { solver });
    expect(result.params["k"]).toMatchObject({ value: 0.5, atBound: "upper", stderr: null });
    expect(found(result)).toEqual(["the data determine 'a' and 'b' only through a + b"]);
    expect([result.params["a"]?.stderr, result.params["b"]?.stderr]).toEqual([Infinity, Infinity]);
  });
});
