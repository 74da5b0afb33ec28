import fc from "fast-check";
import { expect, test } from "vitest";
import { gradient } from "../../../compiler/derive/gradient.js";
import { evaluate } from "../../../compiler/ir/evaluate.js";
import { type ExprId, ExprPool } from "../../../compiler/ir/pool.js";
import { runPasses } from "../../../compiler/simplify/passes.js";
import { operation } from "../../helpers/algebra-build.js";

const count = 4;
const zeros: readonly number[] = Array(count).fill(0);

/**
 * A value and its derivatives with respect to each parameter: forward differentiation of the
 * operations as evaluated.
 */
interface Dual {
  readonly value: number;
  readonly slopes: readonly number[];
}

/**
 * The rules of calculus on integers, which doubles represent exactly, so both ways must agree to
 * the bit.
 */
function forward(name: string, [a, b, c]: readonly [Dual, Dual, Dual]): Dual {
  const combine = (value: number, p: number, q: number): Dual => ({
    value,
    slopes: zeros.map((_, j) => {
      const [da, db] = [a.slopes[j] as number, b.slopes[j] as number];
      return (da === 0 ? 0 : p * da) + (db === 0 ? 0 : q * db);
    }),
  });
  switch (name) {
    case "+":
      return combine(a.value + b.value, 1, 1);
    case "-":
      return combine(a.value - b.value, 1, -1);
    case "*":
      return combine(a.value * b.value, b.value, a.value);
    case "neg":
      return { value: -a.value, slopes: a.slopes.map((d) => -d) };
    case "abs":
      return { value: Math.abs(a.value), slopes: a.slopes.map((d) => (a.value === 0 ? 0 : Math.sign(a.value) * d)) };
    // u/u is 1 with slope 0, except at 0, where both are NaN: the trap.
    case "trap":
      return { value: a.value / a.value, slopes: a.slopes.map((d) => (d === 0 || a.value !== 0 ? 0 : Number.NaN)) };
    case "min":
      return Number.isNaN(a.value + b.value) ? combine(Number.NaN, Number.NaN, Number.NaN) : a.value <= b.value ? a : b;
    case "max":
      return Number.isNaN(a.value + b.value) ? combine(Number.NaN, Number.NaN, Number.NaN) : a.value >= b.value ? a : b;
    default:
      return a.value < b.value ? c : a;
  }
}

const names = ["+", "-", "*", "neg", "abs", "trap", "min", "max", "if", "if", "if"];

test("derivatives of random graphs of conditionals are those of the branches taken, and what is not taken leaves no trace", () => {
  let finite = 0;
  fc.assert(
    fc.property(
      fc.infiniteStream(fc.nat()),
      fc.array(fc.integer({ min: -3, max: 3 }), { minLength: count, maxLength: count }),
      (stream, params) => {
        const next = (below: number): number => (stream.next().value as number) % below;
        const pool = new ExprPool();
        const nodes: { id: ExprId; dual: Dual }[] = params.map((value, j) => ({
          id: pool.param(j),
          dual: { value, slopes: zeros.map((_, k) => (k === j ? 1 : 0)) },
        }));
        const size = 3 + next(40);
        while (nodes.length < count + size) {
          const name = names[next(names.length)] as string;
          const picked = [0, 1, 2].map(() => nodes[next(nodes.length)] as (typeof nodes)[number]);
          const [a, b, c] = picked.map(({ id }) => id) as [ExprId, ExprId, ExprId];
          const dual = forward(name, picked.map((node) => node.dual) as [Dual, Dual, Dual]);
          // Small integers stay exact.
          if (Math.abs(dual.value) > 1e4 || dual.slopes.some((d) => Math.abs(d) > 1e4)) continue;
          const id =
            name === "if"
              ? pool.make("select", pool.make("lt", a, b), c, a)
              : name === "trap"
                ? pool.make("div", a, a)
                : operation(pool, name, name === "neg" || name === "abs" ? [a] : [a, b]);
          nodes.push({ id, dual });
        }
        const { id, dual } = nodes.at(-1) as (typeof nodes)[number];
        const found = gradient(
          pool,
          id,
          params.map((_, j) => pool.param(j)),
        );
        const roots = params.map((_, j) => found.get(pool.param(j)) ?? pool.constant(0));
        const simplified = runPasses(pool, roots);
        const ids = roots.map((root) => simplified.get(root) as ExprId);
        const actual = evaluate(pool, ids, { params, columns: [], row: 0, rows: 0 });
        for (const [j, slope] of dual.slopes.entries()) {
          if (Number.isNaN(slope) || Number.isNaN(dual.value)) continue;
          finite += 1;
          // The sign of a zero does not matter.
          expect((actual[j] as number) + 0).toBe(slope + 0);
        }
      },
    ),
    { numRuns: 3000 },
  );
  // Most graphs give finite results.
  expect(finite).toBeGreaterThan(3000);
});
