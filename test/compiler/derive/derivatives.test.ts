import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { gradient } from "../../../compiler/derive/gradient.js";
import { evaluate } from "../../../compiler/ir/evaluate.js";
import { ExprPool } from "../../../compiler/ir/pool.js";
import { build, operation, type Prefix, valueAndDerivatives } from "../../helpers/algebra-build.js";

interface Entry {
  readonly id: string;
  readonly expr: string;
  readonly ast: Prefix;
  readonly vars: Readonly<Record<string, number>>;
  readonly value: string;
  readonly derivatives: Readonly<Record<string, string>>;
  readonly f64_rel_err: { readonly value: number | string; readonly derivatives: number | string };
}

const url = new URL("../../reference/derivatives/derivatives.json", import.meta.url);
const { expressions } = JSON.parse(readFileSync(url, "utf8")) as { expressions: readonly Entry[] };

// A few roundings; where simple forward differentiation in doubles loses more to cancellation, four
// times its error. Simple differentiation fails completely for atan2 at 1e-200, where the squares
// underflow.
function bar(entry: Entry, what: "value" | "derivatives"): number {
  if (entry.id === "dcur035") return 1e-12;
  return Math.max(8 * Number.EPSILON, 4 * Number(entry.f64_rel_err[what]));
}

function expectClose(actual: number, exact: number, relative: number): void {
  if (exact === 0) expect(actual === 0, `${actual} is not zero`).toBe(true);
  else expect(Math.abs(actual - exact) / Math.abs(exact)).toBeLessThanOrEqual(relative);
}

describe("values and derivatives against 25 digits", () => {
  test("the table is whole", () => expect(expressions).toHaveLength(361));

  test.each(expressions.map((entry) => [entry.id, entry.expr, entry] as const))("%s: %s", (_id, _expr, entry) => {
    const pool = new ExprPool();
    const names = Object.keys(entry.vars);
    const id = build(pool, entry.ast, names);
    const { value, derivatives } = valueAndDerivatives(pool, id, Object.values(entry.vars));
    expectClose(value, Number(entry.value), bar(entry, "value"));
    for (const [index, name] of names.entries()) {
      expectClose(derivatives[index] as number, Number(entry.derivatives[name]), bar(entry, "derivatives"));
    }
  });
});

// Derivatives that are special functions themselves, and are differentiated once more, as a loss
// may require.
test.each([
  ["asin", 0.3, null, 0.3455884077105225],
  ["acos", 0.3, null, -0.3455884077105225],
  ["acosh", 1.5, null, -1.0733126291998991],
  ["besselj1", 0, null, 0],
  ["besselj1", 1.2, null, -0.36549820894416285],
  ["atan2", 0.7, 1.9, -0.15823914336704345],
  ["pow", 1.7, 1 / 3, -0.09177110280102553],
  ["pow", 0.3, -2.5, 1972.2520074774502],
  ["pow", 4, 0.5, -0.03125],
  ["pow", -2, 5, -160],
  ["pow", 0, 2, 2],
  ["pow", 0, 2.5, 0],
])("the second derivative of %s at %d", (name, x, second, exact) => {
  const pool = new ExprPool();
  const leaf = pool.param(0);
  const args = second === null ? [leaf] : [leaf, pool.constant(second)];
  const slope = gradient(pool, operation(pool, name, args), [leaf]).get(leaf) ?? pool.constant(0);
  const curvature = gradient(pool, slope, [leaf]).get(leaf) ?? pool.constant(0);
  const [actual] = evaluate(pool, [curvature], { params: [x], columns: [], row: 0, rows: 0 });
  // A dozen roundings.
  expectClose(actual as number, exact, 16 * Number.EPSILON);
});

// x^y with both in the base and the exponent: by x twice, by both in either order, by y twice.
test.each([
  [1.7, 1 / 3, -0.09177110280102553, 0.8262246028601, 0.33604469518747676],
  [0.3, -2.5, 1972.2520074774502, 271.1518785660911, 29.405611648817427],
  [4, 0.5, -0.03125, 0.8465735902799727, 3.8436241113456115],
  [3, 2.2, 3.288729680584967, 12.769789921842031, 13.531802967189272],
  [0.2, -7, 109374999.99999996, 4791431.791811991, 202366.43702970576],
  // At x = 0 a power with y > 1 is flat; with y = 0 it is 1.
  [0, 2.5, 0, 0, 0],
  [2, 0, 0, 0.5, 0.48045301391820144],
])("the second derivatives of x^y at x = %d, y = %d", (x, y, xx, xy, yy) => {
  const pool = new ExprPool();
  const leaves = [pool.param(0), pool.param(1)] as const;
  const second = (first: 0 | 1, then: 0 | 1) => {
    const slope = gradient(pool, pool.make("pow", ...leaves), leaves).get(leaves[first]) ?? pool.constant(0);
    return gradient(pool, slope, leaves).get(leaves[then]) ?? pool.constant(0);
  };
  const ids = [second(0, 0), second(0, 1), second(1, 0), second(1, 1)];
  const found = evaluate(pool, ids, { params: [x, y], columns: [], row: 0, rows: 0 });
  // The rounding of y - 1 is multiplied by log x, and the sums cancel a little.
  for (const [i, exact] of [xx, xy, xy, yy].entries()) expectClose(found[i] as number, exact, 32 * Number.EPSILON);
});
