import { describe, expect, test } from "vitest";
import type { ExprId } from "../../../compiler/ir/pool.js";
import { reachable } from "../../../compiler/ir/walk.js";
import { scheduled, show } from "../../helpers/algebra-models.js";
import { blockOf } from "../../helpers/blocks.js";

describe("kernels", () => {
  test("a*exp(-b*x) + c is as tight as written by hand: one exp, and what the derivatives share", () => {
    const { value } = scheduled(
      "model M { input x, y  param a = 1  param b = 1  param c = 0  fit y ~ a * exp(-b * x) + c }",
    );
    expect(show(blockOf(value).linearize)).toEqual([
      "once t1 = neg(p1)",
      "row t2 = exp(mul(t1, d0))",
      "row t3 = mul(p0, t2)",
      "r[0] = sub(add(t3, p2), d1)",
      "J[0] = t2",
      "J[1] = neg(mul(d0, t3))",
      "J[2] = 1",
    ]);
    expect(blockOf(value).linearize.columns).toEqual([0, 1]);
    expect(blockOf(value).linearize.params).toEqual([0, 1, 2]);
  });

  test("what does not vary with the row is computed once; a let keeps its name; fixed parameters have no derivative", () => {
    const { value } = scheduled(`model M {
      input x, y
      param s = 1
      param m = 0 fixed
      let z = (x - m) / s
      fit y ~ exp(-z^2 / 2) / (s * sqrt(2 * pi))
    }`);
    const { pool, prologue, body } = blockOf(value).linearize;
    const hasColumn = (id: ExprId): boolean => reachable(pool, [id]).some((part) => pool.node(part).op === "column");
    expect(prologue.filter(hasColumn)).toEqual([]);
    expect(body.filter((id) => !hasColumn(id))).toEqual([]);
    const lines = show(blockOf(value).linearize);
    expect(lines).toContain(`once t1 = mul(${Math.sqrt(2 * Math.PI)}, p0)`);
    expect(lines).toContain("row z = div(sub(d0, p1), p0)");
    expect(lines.filter((line) => line.startsWith("J["))).toHaveLength(1);
    // exp and similar functions, which are the most expensive, are evaluated once each.
    expect(lines.join("\n").match(/exp\(/g)).toHaveLength(1);
  });

  test("a reduction inside a reduction is computed once, before it", () => {
    const { value } = scheduled("model M { input x, y  param a = mean((y - mean(y))^2)  fit y ~ a * x }");
    const { pool, prologue } = value.start;
    expect(prologue.map((id) => pool.node(id).op)).toEqual(["reduce"]);
    expect(pool.node(prologue[0] as ExprId).args.map((id) => pool.node(id).op)).toEqual(["column"]);
  });

  test("sigma divides and the weight multiplies by its root, derivatives included", () => {
    const sigma = scheduled("model M { input x, y, s  param a = 1  fit y ~ a * x  sigma s relative }").value;
    expect(show(blockOf(sigma).residuals)).toEqual(["r[0] = div(sub(mul(p0, d0), d1), d2)"]);
    expect(show(blockOf(sigma).linearize).at(-1)).toBe("J[0] = mul(d0, div(1, d2))");
    const weight = scheduled("model M { input x, y, w  param a = 1  fit y ~ a * x  weight w }").value;
    expect(show(blockOf(weight).linearize)).toEqual([
      "row t1 = sqrt(d2)",
      "r[0] = mul(sub(mul(p0, d0), d1), t1)",
      "J[0] = mul(d0, t1)",
    ]);
    expect(show(blockOf(weight).measure)).toEqual([
      "raw[0] = sub(mul(p0, d0), d1)",
      "observed[0] = d1",
      "noise[0] = d2",
    ]);
    expect(show(weight.predict[0] as never)).toEqual(["f[0] = mul(p0, d0)", "J[0] = d0"]);
  });

  test("stacked statements: slots of each block, structural zeros stored as 0", () => {
    const { value } = scheduled(`model M {
      input x, y
      param a = 1
      param b = 1
      fit y ~ a * x
      residual b - 3
      fit log(y) ~ b
    }`);
    expect(show(blockOf(value).linearize)).toEqual([
      "r[0] = sub(mul(p0, d0), d1)",
      "r[1] = sub(p1, log(d1))",
      "J[0] = d0",
      "J[1] = 0",
      "J[2] = 0",
      "J[3] = 1",
    ]);
    expect(show(blockOf(value, "once").linearize)).toEqual(["r[0] = sub(p1, 3)", "J[0] = 0", "J[1] = 1"]);
    expect(value.predict).toHaveLength(2);
  });

  test("start values, bounds, derived quantities, and the rows kept", () => {
    const { value } = scheduled(`model M {
      input x, y
      param a = max(y) - min(y) in [0, inf)
      param b in [1, 4]
      derive tau = 1 / b
      fit y ~ a * exp(-x / b)
      loss huber(2)
    }`);
    expect(show(value.start)).toEqual([
      "out[0] = sub(max(d1), min(d1))",
      "out[1] = 0",
      "out[2] = Infinity",
      "out[3] = 2.5",
      "out[4] = 1",
      "out[5] = 4",
    ]);
    expect(show(value.derive as never)).toEqual([
      "once t1 = div(1, p1)",
      "out[0] = t1",
      "J[0] = 0",
      "J[1] = neg(mul(t1, t1))",
    ]);
    expect(value.keep).toBeNull();
    expect(value.lossOf).toEqual([0]);
    expect(value.lossScale).toEqual([2]);
  });

  test("equal losses are one kernel", () => {
    const { value } = scheduled(`model M {
      input x, y
      param a = 1
      fit y ~ a * x { loss cauchy(2) }
      fit 2 * y ~ a * x^2 { loss(3) z => log1p(z) }
      fit 3 * y ~ a { loss arctan }
      fit y ~ a / x
    }`);
    expect(value.losses).toHaveLength(2);
    expect(value.lossOf).toEqual([0, 0, 1, -1]);
    expect(value.lossScale).toEqual([2, 3, 1, 1]);
  });

  test("subexpressions are the user's own, from the residual down", () => {
    const { value } = scheduled(`model M {
      input x, y
      param a = 1
      fn half(u) = u / 2
      let root = sqrt(x
        - a) // a comment
      fit y ~ if x > 1 then half(root) else 0
    }`);
    const texts = value.subexpressions.map(({ text }) => text);
    expect(texts[0]).toBe("fit y ~ if x > 1 then half(root) else 0");
    expect(texts).toContain("sqrt(x - a)");
    expect(texts).toContain("u / 2");
    const branch = value.subexpressions.find(({ kind }) => kind === "select");
    expect(branch?.operands.map((index) => texts[index])).toEqual(["x > 1", "u / 2"]);
    expect(value.subexpressions.filter(({ kind }) => kind === "leaf").map(({ text }) => text)).toEqual(["y", "x", "a"]);
    expect(value.traceRoots).toEqual([0]);
  });

  test("expressions in place are of bounded depth", () => {
    const sum = Array.from({ length: 5000 }, (_, i) => `a * x^${(i % 9) + 1}`).join(" + ");
    const { value } = scheduled(`model M { input x, y  param a = 1  fit y ~ ${sum} }`);
    const { pool, temps, stores } = blockOf(value).residuals;
    const depths = new Map<number, number>();
    let deepest = 0;
    for (let id = 0; id < pool.size; id++) {
      const depth = 1 + Math.max(0, ...pool.node(id as never).args.map((argument) => depths.get(argument) ?? 0));
      depths.set(id, temps.has(id as never) ? 0 : depth);
      if (stores.some(({ value: root }) => root === id)) deepest = Math.max(deepest, depth);
    }
    expect(deepest).toBeLessThanOrEqual(9);
  });
});

describe("long specs", () => {
  test("chains of 10,000 lets and fns, and calls of calls, are lowered without recursion and without repetition", () => {
    const lets = Array.from({ length: 10_000 }, (_, i) => `let l${i} = l${i + 1} + x`).join("\n");
    const fns = Array.from({ length: 60 }, (_, i) => `fn f${i}(u) = f${i + 1}(u) * f${i + 1}(u)`).join("\n");
    const { value } = scheduled(
      `model M { input x, y  param a = 1\n${lets}\nlet l10000 = a\n${fns}\nfn f60(u) = u + 1e-30\nfit y ~ l0 + f0(a) }`,
    );
    expect(value.start.pool.size).toBeLessThan(100_000);
  });
});
