// Derivatives of many quantities that have most of what they compute in common. The derivatives by
// separate sweeps are the independent numbers: another order of the same products.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradient, gradients } from "../../../compiler/derive/gradient.js";
import { evaluate } from "../../../compiler/ir/evaluate.js";
import { type ExprId, ExprPool } from "../../../compiler/ir/pool.js";
import { reachable } from "../../../compiler/ir/walk.js";
import { analyzeSource, expressionsOf } from "../../../compiler/pipeline.js";
import { SourceFile } from "../../../diagnostics/index.js";
import { operation } from "../../helpers/algebra-build.js";

const at = [1.7, 0.6, -0.9];

function env(params: readonly number[]) {
  return { params, columns: [], row: 0, rows: 0 };
}

/** A chain of quantities, each made of the one before by one of several steps. */
function chain(pool: ExprPool, length: number, step: (before: ExprId, next: number) => ExprId): ExprId[] {
  const found = [pool.make("mul", pool.param(0), pool.param(1))];
  while (found.length < length) found.push(step(found.at(-1) as ExprId, found.length));
  return found;
}

function sizeOfGradients(length: number): number {
  const pool = new ExprPool();
  const roots = chain(pool, length, (d) => pool.make("mul", d, pool.make("exp", pool.make("neg", d))));
  const leaves = [pool.param(0), pool.param(1)];
  const of = gradients(pool, roots, leaves);
  return reachable(
    pool,
    roots.flatMap((root) => [...of(root).values()]),
  ).length;
}

describe("a chain of quantities", () => {
  it("has derivatives of a size that grows with its length, not with its square", () => {
    const [half, whole] = [sizeOfGradients(150), sizeOfGradients(300)];
    expect(whole).toBeLessThan(2.1 * half);
  });

  it("has few expressions per derived quantity of a model", () => {
    const derives = Array.from({ length: 299 }, (_, i) => `  derive d${i + 1} = d${i} * exp(-d${i} / 10)`);
    const text = `model M {\n  input t, y\n  param a = 1\n  param b = 2\n  derive d0 = a * b\n${derives.join("\n")}\n  fit y ~ a * exp(-b * t)\n}`;
    const [model] = analyzeSource(new SourceFile("x.fit", text)).value;
    const { pool, plan, simplified } = expressionsOf(model as NonNullable<typeof model>);
    const size = reachable(
      pool,
      (plan.derive ?? []).map(({ value }) => simplified(value)),
    ).length;
    // The value takes 4 expressions, the slope by the one before 3, the two derivatives 2.
    expect(size).toBeLessThan(300 * 12);
  });

  it("has the same derivatives as each of its quantities alone", () => {
    const steps = ["+", "*", "/", "exp", "sqrt", "abs", "min", "if", "sin", "log1p"];
    let compared = 0;
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (choices) => {
        const pool = new ExprPool();
        const leaves = at.map((_, index) => pool.param(index));
        const roots = chain(pool, 40, (before, next) => {
          const choice = choices[next] as number;
          const name = steps[choice % steps.length] as string;
          const other = pool.make("add", leaves[choice % 3] as ExprId, pool.constant(choice % 7));
          const most = pool.make("mul", pool.constant(0.9), before);
          const args = name === "if" ? [operation(pool, "<", [before, other]), most, other] : [most, other];
          return operation(pool, name, ["exp", "sqrt", "abs", "sin", "log1p"].includes(name) ? [most] : args);
        });
        const of = gradients(pool, roots, leaves);
        for (const root of roots) {
          if (!Number.isFinite(evaluate(pool, [root], env(at))[0])) continue;
          const [shared, alone] = [of(root), gradient(pool, root, leaves)];
          expect([...shared.keys()].sort()).toEqual([...alone.keys()].sort());
          for (const leaf of shared.keys()) {
            const [a, b] = evaluate(pool, [shared.get(leaf) as ExprId, alone.get(leaf) as ExprId], env(at)) as [
              number,
              number,
            ];
            // Forty products and sums of numbers of about 1, in another order, each rounded once.
            if (Number.isFinite(b)) expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(b)));
            else expect(Number.isFinite(a)).toBe(false);
            compared++;
          }
        }
      }),
      { numRuns: 60, seed: 12 },
    );
    expect(compared).toBeGreaterThan(3000);
  });
});

describe("what a chain must not multiply", () => {
  const only = (build: (pool: ExprPool, x: ExprId) => ExprId, x: number): readonly number[] => {
    const pool = new ExprPool();
    const leaf = pool.param(0);
    // Many quantities of the same inner one, so that its derivative is shared.
    const inner = build(pool, leaf);
    const roots = Array.from({ length: 12 }, (_, i) => {
      const positive = pool.make("lt", pool.constant(0), leaf);
      return pool.make("select", positive, pool.make("mul", inner, pool.constant(i + 1)), pool.make("neg", leaf));
    });
    const of = gradients(pool, roots, [leaf]);
    return evaluate(
      pool,
      roots.map((root) => of(root).get(leaf) as ExprId),
      env([x]),
    );
  };

  it("is the slope of a branch that is not taken, even if it is NaN", () => {
    const deepRoot = (pool: ExprPool, x: ExprId): ExprId => {
      let value = pool.make("sqrt", x);
      for (let i = 0; i < 60; i++) value = pool.make("sin", value);
      return value;
    };
    expect(only(deepRoot, -1)).toEqual(Array.from({ length: 12 }, () => -1));
  });

  it("is an infinite adjoint with the 0 of a branch that is not taken", () => {
    const pool = new ExprPool();
    const [p, q] = [pool.param(0), pool.param(1)];
    let [long, other] = [p, q];
    for (let i = 0; i < 60; i++) {
      long = pool.make("sin", long);
      other = pool.make("sin", other);
    }
    const least = pool.make("select", pool.make("lt", p, q), long, other);
    const roots = Array.from({ length: 12 }, (_, i) =>
      pool.make("sqrt", pool.make("mul", pool.constant(i + 1), least)),
    );
    const of = gradients(pool, roots, [p, q]);
    const slopes = evaluate(
      pool,
      roots.map((root) => of(root).get(q) as ExprId),
      env([0, 1]),
    );
    expect(slopes).toEqual(roots.map(() => 0));
  });

  it("is 0 with the infinite slope of a value that overflows", () => {
    const pool = new ExprPool();
    const leaf = pool.param(0);
    let exponent = leaf;
    for (let i = 1; i < 60; i++) exponent = pool.make("add", exponent, pool.make("mul", leaf, pool.constant(i)));
    const large = pool.make("exp", exponent);
    // Far out on logistic curves, whose values no longer change.
    const roots = Array.from({ length: 12 }, (_, i) =>
      pool.make("div", pool.constant(1), pool.make("add", pool.constant(i + 1), large)),
    );
    const of = gradients(pool, roots, [leaf]);
    const slopes = evaluate(
      pool,
      roots.map((root) => of(root).get(leaf) as ExprId),
      env([10]),
    );
    expect(slopes.map(Math.abs)).toEqual(roots.map(() => 0));
  });
});
