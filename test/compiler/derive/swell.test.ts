import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { builtins } from "../../../compiler/builtins/index.js";
import { gradient } from "../../../compiler/derive/gradient.js";
import { type ExprId, ExprPool } from "../../../compiler/ir/pool.js";
import { reachable } from "../../../compiler/ir/walk.js";
import { runPasses } from "../../../compiler/simplify/passes.js";
import { operation } from "../../helpers/algebra-build.js";

/** The number of distinct operations in `roots`, not counting leaves. */
function operations(pool: ExprPool, roots: readonly ExprId[]): number {
  return reachable(pool, roots).filter((id) => pool.node(id).args.length > 0).length;
}

/**
 * The number of operations of a residual, and of its whole gradient including the operations of the
 * residual that it uses.
 */
function costs(pool: ExprPool, residual: ExprId, params: number): { readonly value: number; readonly all: number } {
  const leaves = Array.from({ length: params }, (_, index) => pool.param(index));
  const found = gradient(pool, residual, leaves);
  const simplified = runPasses(pool, [residual, ...found.values()]);
  const of = (ids: Iterable<ExprId>) => [...ids].map((id) => simplified.get(id) as ExprId);
  return { value: operations(pool, of([residual])), all: operations(pool, of(found.values())) };
}

const smooth = ["+", "-", "*", "/", "exp", "log", "sqrt", "sin", "cos", "tanh", "atan", "erf", "^"];

describe("the cost of a gradient", () => {
  test("random smooth DAGs of a thousand operations: at most 5 times the residual's, plus the parameters", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (stream) => {
        const next = (below: number): number => (stream.next().value as number) % below;
        const pool = new ExprPool();
        const params = 1 + next(30);
        const nodes: ExprId[] = Array.from({ length: params }, (_, index) => pool.param(index));
        while (nodes.length < params + 1000) {
          // Half of the operands are recent, so the graph is both deep and wide.
          const pick = () =>
            nodes[next(2) === 0 ? next(nodes.length) : nodes.length - 1 - next(Math.min(20, nodes.length))];
          nodes.push(operation(pool, smooth[next(smooth.length)] as string, [pick() as ExprId, pick() as ExprId]));
        }
        const residual = nodes.at(-1) as ExprId;
        const { value, all } = costs(pool, residual, params);
        expect(all).toBeLessThanOrEqual(5 * value + params);
      }),
      { numRuns: 60 },
    );
  });

  test.each([10, 100, 1000])("a product of %i parameters", (n) => {
    const pool = new ExprPool();
    const leaves = Array.from({ length: n }, (_, index) => pool.param(index));
    const { value, all } = costs(
      pool,
      leaves.reduce((a, b) => pool.make("mul", a, b)),
      n,
    );
    expect(all).toBeLessThanOrEqual(5 * value + n);
  });

  describe.each([...builtins.values()])("$name of itself 500 times", ({ name, minArgs, maxArgs }) => {
    const arity = Math.max(minArgs, Math.min(maxArgs, 2));
    const places = Array.from({ length: arity }, (_, place) => place);

    /**
     * A chain in which each step has the previous one as the argument at this position; the other
     * arguments are different constants.
     */
    function chain(placeAt: (step: number) => number): { readonly value: number; readonly all: number } {
      const pool = new ExprPool();
      let id = pool.param(0);
      for (let i = 0; i < 500; i++) {
        const previous = id;
        const args = places.map((j) => (j === placeAt(i) ? previous : pool.constant(0.7 + j / 10 + i / 1e4)));
        id = operation(pool, name, args);
      }
      return costs(pool, id, 1);
    }

    test.each(places)("as argument %i", (place) => {
      const { value, all } = chain(() => place);
      expect(value).toBeGreaterThan(0);
      expect(all).toBeLessThanOrEqual(5 * value + 1);
    });

    test("as each argument in turn", () => {
      const { value, all } = chain((step) => step % arity);
      expect(all).toBeLessThanOrEqual(5 * value + 1);
    });
  });

  test("a shared subexpression is differentiated once: x -> x*x + x, 300 times", () => {
    const pool = new ExprPool();
    let id = pool.param(0);
    for (let i = 0; i < 300; i++) id = pool.make("add", pool.make("mul", id, id), id);
    const { value, all } = costs(pool, id, 1);
    expect(value).toBe(600);
    expect(all).toBeLessThanOrEqual(5 * value + 1);
  });

  test("a sum of 100,000 terms and the least of 5,000 arguments overflow nothing", () => {
    const pool = new ExprPool();
    let sum = pool.param(0);
    for (let i = 1; i < 100_000; i++)
      sum = pool.make("add", sum, pool.make("mul", pool.param(i % 7), pool.constant(i)));
    expect(costs(pool, sum, 7).all).toBeLessThan(5 * 200_000);
    let least = pool.param(0);
    for (let i = 1; i < 5_000; i++)
      least = operation(pool, "min", [least, pool.make("mul", pool.param(i % 7), pool.constant(i))]);
    const { value, all } = costs(pool, least, 7);
    // All products but one, and all minima.
    expect(value).toBeGreaterThan(9_990);
    expect(all).toBeLessThanOrEqual(5 * value + 7);
  });
});
