import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../../compiler/ir/evaluate.js";
import { type ExprId, ExprPool } from "../../../compiler/ir/pool.js";
import { simplify } from "../../../compiler/simplify/algebra.js";
import { runPasses } from "../../../compiler/simplify/passes.js";
import { rewrite } from "../../../compiler/simplify/rewrite.js";
import { operation } from "../../helpers/algebra-build.js";

const special = [0, -0, 1, -1, 0.5, 2, -2, 3, 1e308, -1e308, 5e-324, 1e-310, Infinity, -Infinity, Number.NaN];
const numbers = fc.oneof(fc.constantFrom(...special), fc.double());
const operators = ["+", "-", "*", "/", "neg", "abs", "sqrt", "exp", "min", "max", "floor", "sign", "if", "if", "^"];

/** A random expression of three parameters and the constants that occur in identities. */
function randomExpression(pool: ExprPool, next: (below: number) => number, size: number): ExprId {
  const nodes = [0, 1, 2].map((index) => pool.param(index));
  const pick = (): ExprId =>
    next(3) === 0 ? pool.constant(special[next(special.length)] as number) : (nodes[next(nodes.length)] as ExprId);
  for (let i = 0; i < size; i++) {
    const name = operators[next(operators.length)] as string;
    const compare = (): ExprId => operation(pool, ["<", "<="][next(2)] as string, [pick(), pick()]);
    const condition = [compare, () => pool.make("not", compare()), () => pool.make("and", compare(), compare())];
    const args = name === "if" ? [(condition[next(3)] as () => ExprId)(), pick(), pick()] : [pick(), pick()];
    nodes.push(operation(pool, name, name === "neg" || name === "abs" ? args.slice(0, 1) : args));
  }
  return nodes.at(-1) as ExprId;
}

describe("simplification", () => {
  test("the exact identities keep every bit, with zeros of both signs, infinities and NaN", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), fc.array(numbers, { minLength: 3, maxLength: 3 }), (stream, params) => {
        const next = (below: number): number => (stream.next().value as number) % below;
        const pool = new ExprPool();
        const id = randomExpression(pool, next, 1 + next(25));
        // Every subexpression is compared, so that a lost sign or NaN is found even if it does not
        // affect the whole.
        const rewritten = [...rewrite(pool, [id], simplify)];
        const env = { params, columns: [], row: 0, rows: 0 };
        const before = evaluate(
          pool,
          rewritten.map(([from]) => from),
          env,
        );
        const after = evaluate(
          pool,
          rewritten.map(([, to]) => to),
          env,
        );
        for (const [index, value] of before.entries()) expect(after[index]).toBe(value);
      }),
      { numRuns: 3000 },
    );
  });

  test("each operation with each special constant on either side, at each special value", () => {
    for (const name of ["+", "-", "*", "/"]) {
      for (const constant of special) {
        const pool = new ExprPool();
        const [x, y, c] = [pool.param(0), pool.param(1), pool.constant(constant)];
        const minus = (id: ExprId): ExprId => pool.make("neg", id);
        const pairs = [
          [x, c],
          [c, x],
          [minus(x), c],
          [c, minus(x)],
          [minus(x), y],
          [x, minus(y)],
          [minus(x), minus(y)],
        ];
        const plain = (pairs as [ExprId, ExprId][]).map((pair) => operation(pool, name, pair));
        const ids = [...plain, ...plain.map(minus)];
        const rewritten = rewrite(pool, ids, simplify);
        const after = ids.map((id) => rewritten.get(id) as ExprId);
        for (const a of special) {
          for (const b of special) {
            const env = { params: [a, b], columns: [], row: 0, rows: 0 };
            expect(evaluate(pool, after, env)).toEqual(evaluate(pool, ids, env));
          }
        }
      }
    }
  });

  test("a product of constants is one where that rounds nothing, and not where it overflows", () => {
    const pool = new ExprPool();
    const twice = (c: number, d: number): ExprId => {
      const id = pool.make("mul", pool.constant(c), pool.make("mul", pool.constant(d), pool.param(0)));
      return runPasses(pool, [id]).get(id) as ExprId;
    };
    expect(twice(-2, 3)).toBe(pool.make("mul", pool.constant(-6), pool.param(0)));
    expect(twice(2, 0.5)).toBe(pool.param(0));
    for (const [c, d] of [
      [3, 5],
      [2, 1e308],
      [0.5, 5e-324],
    ] as const) {
      expect(pool.node(twice(c, d)).args[1]).not.toBe(pool.param(0));
    }
  });

  test("what holds of real numbers only is left alone", () => {
    const pool = new ExprPool();
    const x = pool.param(0);
    const zero = pool.constant(0);
    for (const id of [
      pool.make("div", x, x),
      pool.make("sub", x, x),
      pool.make("mul", zero, x),
      pool.make("add", x, zero),
      pool.make("div", zero, x),
      pool.make("log", pool.make("exp", x)),
      pool.make("neg", pool.make("sub", x, pool.param(1))),
    ]) {
      expect(runPasses(pool, [id]).get(id)).toBe(id);
    }
  });

  test("equal sums and products are one expression in either order", () => {
    const pool = new ExprPool();
    const [x, y] = [pool.param(0), pool.param(1)];
    for (const op of ["add", "mul"] as const) {
      const [a, b] = [pool.make(op, x, y), pool.make(op, y, x)];
      const result = runPasses(pool, [a, b]);
      expect(result.get(a)).toBe(result.get(b));
    }
  });

  test("only what IEEE 754 rounds correctly is computed at compile time", () => {
    const pool = new ExprPool();
    const two = pool.constant(2);
    const root = pool.make("sqrt", two);
    const log = pool.make("log", two);
    const result = runPasses(pool, [root, log]);
    expect(pool.node(result.get(root) as ExprId)).toMatchObject({ op: "const", value: Math.SQRT2 });
    expect(result.get(log)).toBe(log);
  });
});

// Exact values, computed from series to more digits than a double has.
const stable: readonly (readonly [
  string,
  (o: typeof operation, p: ExprPool, x: ExprId, one: ExprId) => ExprId,
  number,
  number,
])[] = [
  ["log(1 + x)", (o, p, x, one) => o(p, "log", [o(p, "+", [one, x])]), 1e-10, 9.9999999995e-11],
  ["log(x + 1)", (o, p, x, one) => o(p, "log", [o(p, "+", [x, one])]), 1e-10, 9.9999999995e-11],
  ["log(1 - x)", (o, p, x, one) => o(p, "log", [o(p, "-", [one, x])]), 1e-10, -1.00000000005e-10],
  ["exp(x) - 1", (o, p, x, one) => o(p, "-", [o(p, "exp", [x]), one]), 1e-10, 1.00000000005e-10],
  ["1 - exp(-x)", (o, p, x, one) => o(p, "-", [one, o(p, "exp", [o(p, "neg", [x])])]), 1e-10, 9.9999999995e-11],
  [
    "sqrt(1 + x) - 1",
    (o, p, x, one) => o(p, "-", [o(p, "sqrt", [o(p, "+", [one, x])]), one]),
    1e-10,
    4.999999999875e-11,
  ],
  // DLMF 7.12.1: erfc(6), and the same from the other side.
  ["1 - erf(x)", (o, p, x, one) => o(p, "-", [one, o(p, "erf", [x])]), 6, 2.1519736712498913e-17],
  ["1 + erf(x)", (o, p, x, one) => o(p, "+", [one, o(p, "erf", [x])]), -6, 2.1519736712498913e-17],
  ["erf(x) - 1", (o, p, x, one) => o(p, "-", [o(p, "erf", [x]), one]), 6, -2.1519736712498913e-17],
  [
    "sqrt(x*x + x*x)",
    (o, p, x) => o(p, "sqrt", [o(p, "+", [o(p, "*", [x, x]), o(p, "*", [x, x])])]),
    3e200,
    4.242640687119285e200,
  ],
  [
    "sqrt(x^2 + x^2)",
    (o, p, x) => o(p, "sqrt", [o(p, "+", [o(p, "^", [x, p.constant(2)]), o(p, "*", [x, x])])]),
    3e-200,
    4.242640687119285e-200,
  ],
];

describe("stable forms", () => {
  test.each(stable)("%s", (_, make, x, exact) => {
    const pool = new ExprPool();
    const id = make(operation, pool, pool.param(0), pool.constant(1));
    const simplified = runPasses(pool, [id]).get(id) as ExprId;
    const env = { params: [x], columns: [], row: 0, rows: 0 };
    const [naive, value] = evaluate(pool, [id, simplified], env) as [number, number];
    // Two or three roundings; the naive form has lost most or all of its digits.
    expect(Math.abs(value - exact)).toBeLessThanOrEqual(3 * Number.EPSILON * Math.abs(exact));
    expect(Math.abs(naive - exact)).toBeGreaterThan(1e-9 * Math.abs(exact));
  });

  // Ranges where the naive form does not lose digits either: name, from, to.
  const harmless: readonly (readonly [string, number, number])[] = [
    ["log(1 + x)", 1, 1e6],
    ["log(1 - x)", -1e6, -1],
    ["exp(x) - 1", 1, 700],
    ["1 - exp(-x)", 1, 30],
    ["sqrt(1 + x) - 1", 3, 1e6],
    ["1 - erf(x)", -3, -0.3],
    ["1 + erf(x)", 0.3, 3],
    ["erf(x) - 1", -3, -0.3],
    ["sqrt(x*x + x*x)", 1e-100, 1e100],
  ];

  test.each(harmless)("%s keeps its value from %d to %d", (name, min, max) => {
    const make = stable.find(([known]) => known === name)?.[1] as (typeof stable)[number][1];
    const pool = new ExprPool();
    const id = make(operation, pool, pool.param(0), pool.constant(1));
    const simplified = runPasses(pool, [id]).get(id) as ExprId;
    fc.assert(
      fc.property(fc.double({ min, max, noNaN: true }), (x) => {
        const [naive, value] = evaluate(pool, [id, simplified], { params: [x], columns: [], row: 0, rows: 0 }) as [
          number,
          number,
        ];
        // Three roundings on each side.
        expect(Math.abs(value - naive)).toBeLessThanOrEqual(3 * Number.EPSILON * Math.abs(naive));
      }),
    );
  });

  test("1 - exp(0) is 0, not -0", () => {
    const pool = new ExprPool();
    const id = operation(pool, "-", [pool.constant(1), operation(pool, "exp", [pool.param(0)])]);
    const simplified = runPasses(pool, [id]).get(id) as ExprId;
    expect(evaluate(pool, [simplified], { params: [0], columns: [], row: 0, rows: 0 })).toEqual([0]);
  });
});
