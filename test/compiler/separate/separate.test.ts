// Tests which parameters a model is found to be linear in, and the resulting basis.
import { describe, expect, it } from "vitest";
import { explainModel } from "../../../compiler/explain/index.js";
import { checkSource, scheduleSource } from "../../../compiler/pipeline.js";
import { SourceFile } from "../../../diagnostics/index.js";
import { blockOf } from "../../helpers/blocks.js";
import { resultOf } from "../../helpers/compile.js";
import { loadModel } from "../../helpers/load-models.js";

/** The chosen linear parameters; a parameter named in `lacking` has no start value. */
function linearIn(params: string, ...statements: readonly string[]): string {
  const { model, kernels } = compiled(params, statements);
  return (kernels.separable?.linear ?? [])
    .map((j) => model.params.filter(({ fixed }) => !fixed)[j]?.name.text)
    .join(" ");
}

function compiled(params: string, statements: readonly string[]) {
  const [first] = scheduleSource(new SourceFile("test.fit", spec(params, statements))).value.models;
  if (first === undefined) throw new Error("no model");
  return first;
}

function spec(params: string, statements: readonly string[]): string {
  const declared = params
    .split(" ")
    .map((name) => (name.endsWith("?") ? `param ${name.slice(0, -1)}` : `param ${name} = 1`));
  return `model M { input x, y  ${declared.join("  ")}\n${statements.join("\n")} }`;
}

describe("the linear parameters", () => {
  it.each([
    ["A k", "fit y ~ A * exp(-k * x)", "A"],
    ["A k c", "fit y ~ A * exp(-k * x) + c", "A c"],
    // Of a product, the parameter that allows the others is chosen; otherwise the first one.
    ["A B k", "fit y ~ A * B * exp(-k * x)", "A"],
    ["A B C", "fit y ~ A * (B + C * x)", "B C"],
    ["A B C", "fit y ~ A * B * x + B * C", "A C"],
    ["a b c", "fit y ~ (a + b * x) / (1 + c * x)", "a b"],
    ["a b", "fit y ~ a * x - (b - y) / 2", "a b"],
    // A condition, a divisor, a function, a power; a square is a product of a parameter with
    // itself.
    ["a b t", "fit y ~ if x < t then a else b * x", "a b"],
    ["a b", "fit y ~ if a < x then b else 0", "b"],
    ["a b", "fit log(y) ~ a + log(b * x)", "a"],
    ["a b", "fit y ~ a^2 + b^1", "b"],
    ["a b", "fit y ~ abs(a) + min(b, x)", ""],
    // A parameter must be linear in all residuals.
    ["a b", "fit y ~ a * x + b\nresidual exp(a)", "b"],
    ["a b", "fit y ~ a * x + b\nresidual (a - 1) / 2 { weight 4 }", "a b"],
    // A parameter without any influence is not counted as linear.
    ["a b", "fit y ~ a * x", "a"],
    ["a k", "let e = exp(-k * x)  let twice = 2 * e  fit y ~ a * twice / e", "a"],
  ])("of %s: %s", (params, statements, expected) => {
    expect(linearIn(params, statements)).toBe(expected);
  });

  it("are first those without a start value", () => {
    expect(linearIn("A B? k", "fit y ~ A * B * exp(-k * x)")).toBe("B");
    expect(linearIn("A? B C", "fit y ~ A * (B + C * x)")).toBe("A");
  });

  it("are not looked for where the loss is robust, unless a start value is missing", () => {
    expect(linearIn("A k", "fit y ~ A * exp(-k * x)  loss huber(1)")).toBe("");
    expect(linearIn("A? k", "fit y ~ A * exp(-k * x)  loss huber(1)")).toBe("A");
  });

  it("are left out where the derivatives would be most of the module", () => {
    const names = Array.from({ length: 12 }, (_, i) => `p${i}`);
    // Every phi depends on every alpha: 36 pairs, compared with 13 columns of the Jacobian and the
    // residual; and 24 x 12 of them.
    const alphas = names.map((name) => `${name} * x`).join(" + ");
    const dense = (terms: number) =>
      `fit y ~ ${Array.from({ length: terms }, (_, i) => `a${i} * exp(-${i + 1} * (${alphas}))`).join(" + ")}`;
    const params = (terms: number) => [...names, ...Array.from({ length: terms }, (_, i) => `a${i}`)].join(" ");
    expect(linearIn(params(3), dense(3))).toBe("a0 a1 a2");
    expect(linearIn(params(24), dense(24))).toBe("");
    expect(linearIn(`${params(24)} needed?`, `${dense(24)} + needed`)).toContain("needed");
  });
});

describe("a parameter without a start value", () => {
  const complaints = (params: string, ...statements: readonly string[]): readonly string[] =>
    checkSource(new SourceFile("test.fit", spec(params, statements)))
      .diagnostics.filter(({ code }) => code.startsWith("FIT3") || code === "FIT9045")
      .map(({ code, message }) => `${code} ${message}`);

  it("is no error where the model is linear in it", () => {
    expect(complaints("A? k", "fit y ~ A * exp(-k * x)")).toEqual([]);
    expect(complaints("A? b?", "fit y ~ A * x", "residual b - 2 * A")).toEqual([]);
  });

  it("starts at 1 where the model is not, with a warning", () => {
    expect(complaints("A k?", "fit y ~ A * exp(-k * x)")).toEqual([
      "FIT9045 parameter 'k' has no start value: it starts at 1",
    ]);
    expect(complaints("A? B? k", "fit y ~ A * B * exp(-k * x)")).toEqual([
      "FIT9045 parameter 'B' has no start value, and the model is linear in it only for a given 'A': it starts at 1",
    ]);
    expect(complaints("A unused?", "fit y ~ A * x")).toEqual([
      "FIT9045 parameter 'unused' has no start value: it starts at 1",
    ]);
  });

  it.each([
    ["in (-inf, inf)", 1, "1"],
    ["in [0, inf)", 1, "1"],
    ["in [1, inf)", 1, "1"],
    ["in (1, inf)", 2, "2"],
    ["in [5, inf)", 6, "6"],
    ["in (-inf, 1]", 1, "1"],
    ["in (-inf, 1)", 0, "0"],
    ["in (-inf, -2.5]", -3.5, "-3.5"],
    // Bounds that depend on the data are not known when the model is compiled.
    ["in [max(x), inf)", 4, "1, or 1 away from its bound"],
    ["in (min(x), inf)", 2, "1, or 1 away from its bound"],
    ["in (-inf, min(x)]", 1, "1, or 1 away from its bound"],
    ["in (-inf, -max(x))", -4, "1, or 1 away from its bound"],
  ])("with the bounds %s, it starts at %d", async (bounds, start, shown) => {
    const text = `model M { input x, y  param A  param k ${bounds}  fit y ~ A * exp(-x * k) }`;
    const { diagnostics } = checkSource(new SourceFile("test.fit", text));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      `parameter 'k' has no start value: it starts at ${shown}`,
    ]);
    const M = await loadModel(text);
    expect(M.fit({ x: [1, 2, 3], y: [3, 2, 1.5] }, { maxEvals: 1 }).params["k"]?.init).toBe(start);
  });

  it("takes one of the call instead, and keeps the others", async () => {
    const M = await loadModel("model M { input x, y  param a  param k  param m  fit y ~ a * exp(-k * x) / (x + m) }");
    const { params } = M.fit({ x: [1, 2, 3], y: [3, 2, 1.5] }, { maxEvals: 1, start: { k: 0.25 } });
    expect([params["k"]?.init, params["m"]?.init]).toEqual([0.25, 1]);
  });

  it("is shown by explain", () => {
    const text = "model M { input x, y  param A  param k  param m in (1, inf)  fit y ~ A * exp(-k * x) / (x + m) }";
    const shown = resultOf(explainModel(new SourceFile("test.fit", text)));
    expect(shown).toContain("A needs no start value: the model is linear in it");
    expect(shown).toContain("k has no start value: starts at 1\n");
    expect(shown).toContain("m has no start value: starts at 1, or 1 away from its bound, in (1, inf)");
  });
});

describe("the basis", () => {
  it("is the residual and its derivatives, put together again", async () => {
    const { problem } = await loadModel(`model M { input x, y, s
      param k = 1  param A = 1  param b = 1  param t = 1  param held = 0.7 fixed
      fit y ~ if x < t then A * exp(-k * x) + b * k else A / (1 + k * x) + held * k^2  sigma s relative
      residual (A * k - t) / 3 { weight 2 }
      residual x * b / k }`);
    const { separable, free } = problem;
    if (separable === null) throw new Error("not separated");
    const { linear, nonlinear, pairs, offsets } = separable;
    expect([linear, nonlinear]).toEqual([
      [1, 2],
      [0, 3],
    ]);
    const columns = [
      [0.2, 0.9, 1.7, 3],
      [3, 2, 1, 0.5],
      [1, 0.5, 2, 0.25],
    ].map((column) => Float64Array.from(column));
    const p = Float64Array.of(1.3, -2.1, 0.4, 1.5, 0.7);
    const [m, n, rows] = [blockOf(problem).count, free.length, 4];
    const size = m * rows;
    const count = linear.length + pairs.length + 1 + offsets.length;
    const [r, J, B] = [new Float64Array(size), new Float64Array(size * n), new Float64Array(size * count)];
    blockOf(problem).linearize(p, columns, 0, rows, r, J);
    // The basis does not read the linear parameters.
    blockOf(problem).basis?.(Float64Array.of(1.3, NaN, NaN, 1.5, 0.7), columns, 0, rows, B);
    const beta = linear.map((j) => p[free[j] ?? -1] ?? NaN);
    const at = (c: number, i: number): number => B[c * size + i] ?? NaN;
    const constant = linear.length + pairs.length;
    for (let i = 0; i < size; i++) {
      // The rounding of a sum of four terms of size 3.
      const sum = beta.reduce((total, b, c) => total + b * at(c, i), at(constant, i));
      expect(sum).toBeCloseTo(r[i] ?? NaN, 13);
      for (const [c, j] of linear.entries()) expect(at(c, i)).toBe(J[j * size + i]);
      for (const [j, position] of nonlinear.entries()) {
        let slope = offsets.includes(j) ? at(constant + 1 + offsets.indexOf(j), i) : 0;
        for (const [pair, [b, a]] of pairs.entries())
          if (a === j) slope += (beta[b] ?? NaN) * at(linear.length + pair, i);
        expect(slope).toBeCloseTo(J[position * size + i] ?? NaN, 13);
      }
    }
  });
});
