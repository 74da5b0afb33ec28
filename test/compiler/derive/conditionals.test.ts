import { describe, expect, test } from "vitest";
import { type ExprId, ExprPool } from "../../../compiler/ir/pool.js";
import { operation, valueAndDerivatives } from "../../helpers/algebra-build.js";

type Op = (name: string, ...args: readonly ExprId[]) => ExprId;

/**
 * The value and derivatives at `params` of the expression that `make` builds from the parameters x,
 * y, z.
 */
function at(params: readonly number[], make: (op: Op, pool: ExprPool, ...params: ExprId[]) => ExprId) {
  const pool = new ExprPool();
  const op: Op = (name, ...args) => operation(pool, name, args);
  const leaves = params.map((_, index) => pool.param(index));
  return valueAndDerivatives(pool, make(op, pool, ...leaves), params);
}

// Expressions whose value, derivative or both are not finite at 0.
const wild: readonly (readonly [string, (op: Op, pool: ExprPool, x: ExprId) => ExprId])[] = [
  ["1/x", (op, pool, x) => op("/", pool.constant(1), x)],
  ["log(x)", (op, _, x) => op("log", x)],
  ["sqrt(x)", (op, _, x) => op("sqrt", x)],
  ["cbrt(x)", (op, _, x) => op("cbrt", x)],
  ["log(x - 1)", (op, pool, x) => op("log", op("-", x, pool.constant(1)))],
  ["sin(x)/x", (op, _, x) => op("/", op("sin", x), x)],
  ["exp(1000 - x)", (op, pool, x) => op("exp", op("-", pool.constant(1000), x))],
  ["x^-0.5", (op, pool, x) => op("^", x, pool.constant(-0.5))],
  ["sqrt(x) of a product", (op, _, x) => op("*", op("sqrt", x), op("log", x))],
];

describe("the branch not taken reaches neither value nor derivative", () => {
  test.each(wild)("%s", (_, make) => {
    const guarded = at([0, 3], (op, pool, x, y) =>
      op("if", op("<", x, pool.constant(1e-9)), op("*", x, y), op("*", make(op, pool, x), y)),
    );
    expect(guarded).toEqual({ value: 0, derivatives: [3, 0] });
    const mirrored = at([0, 3], (op, pool, x, y) =>
      op("if", op(">", x, pool.constant(1e-9)), op("*", make(op, pool, x), y), op("*", x, y)),
    );
    expect(mirrored).toEqual({ value: 0, derivatives: [3, 0] });
  });

  test.each(wild)("%s, two conditions deep and shared by both", (_, make) => {
    const result = at([0, 3], (op, pool, x, y) => {
      const shared = op("*", make(op, pool, x), y);
      const first = op("if", op(">", x, pool.constant(1e-9)), op("exp", shared), x);
      const inner = op("if", op(">", y, pool.constant(0)), op("sin", shared), shared);
      const second = op("if", op(">", x, pool.constant(1e-9)), inner, op("*", pool.constant(2), y));
      return op("+", first, second);
    });
    expect(result).toEqual({ value: 6, derivatives: [1, 2] });
  });

  test("a branch that is taken counts, though it shares with one that is not", () => {
    const result = at([4, 3], (op, pool, x, y) => {
      const root = op("sqrt", x);
      const first = op("if", op(">", x, pool.constant(0)), op("*", root, y), x);
      const second = op("if", op(">", x, pool.constant(9)), root, op("*", root, root));
      return op("+", first, second);
    });
    // y sqrt(x) + x
    expect(result).toEqual({ value: 10, derivatives: [3 / 4 + 1, 2] });
  });

  test("both branches of one condition under another meet before they are multiplied further", () => {
    for (const [x, y, value, dx, dz] of [
      [2, 1, 12, 6, 4],
      [2, -1, -12, -6, -4],
      [-1, 5, 0, 0, 0],
    ] as const) {
      const result = at([x, y, 3], (op, pool, a, b, c) => {
        const zero = pool.constant(0);
        const twice = op("*", pool.constant(2), a);
        const inner = op("if", op(">", b, zero), twice, op("neg", twice));
        return op("if", op(">", a, zero), op("*", inner, c), zero);
      });
      expect(result).toEqual({ value, derivatives: [dx, 0, dz] });
    }
  });

  test("a NaN or an infinity beside the condition stays where it belongs", () => {
    const result = at([Number.NaN, 2], (op, pool, x, y) => op("if", op("<", y, pool.constant(1)), op("exp", x), y));
    expect(result).toEqual({ value: 2, derivatives: [0, 1] });
    const chosen = at([Number.NaN, 0], (op, pool, x, y) => op("if", op("<", y, pool.constant(1)), op("exp", x), y));
    expect(chosen).toEqual({ value: Number.NaN, derivatives: [Number.NaN, 0] });
  });

  test("min and max pass a NaN on, and their derivative is that of the argument returned", () => {
    for (const name of ["min", "max"]) {
      expect(at([Number.NaN, 1], (op, _, x, y) => op(name, x, y)).value).toBeNaN();
      expect(at([1, Number.NaN], (op, _, x, y) => op(name, x, y)).value).toBeNaN();
    }
    expect(at([1, 2, 0], (op, _, x, y, z) => op("min", x, y, z))).toEqual({ value: 0, derivatives: [0, 0, 1] });
    expect(at([1, 2, 0], (op, _, x, y, z) => op("max", x, y, z))).toEqual({ value: 2, derivatives: [0, 1, 0] });
    // The slope of sqrt at 0 is infinite, and sqrt is not the smaller operand.
    expect(at([0, -1], (op, _, x, y) => op("min", op("sqrt", x), y)).derivatives).toEqual([0, 1]);
  });
});

describe("kinks", () => {
  const one = (x: number, make: (op: Op, pool: ExprPool, x: ExprId) => ExprId) => at([x], make).derivatives[0];

  test("abs has derivative 0 at 0, whatever stands inside", () => {
    expect(one(0, (op, _, x) => op("abs", x))).toBe(0);
    expect(one(-0, (op, _, x) => op("abs", x))).toBe(-0);
    expect(one(-3, (op, _, x) => op("abs", x))).toBe(-1);
    expect(one(0, (op, _, x) => op("abs", op("sqrt", x)))).toBe(0);
    expect(one(0, (op, _, x) => op("abs", op("cbrt", x)))).toBe(0);
    // With sqrt outside: its slope at 0 is infinite, but that of abs is 0.
    expect(one(0, (op, _, x) => op("sqrt", op("abs", x)))).toBe(0);
    expect(one(0, (op, _, x) => op("*", op("abs", op("sqrt", x)), op("exp", x)))).toBe(0);
  });

  test("a tie of min or max takes the first argument", () => {
    for (const name of ["min", "max"]) {
      expect(at([1, 1], (op, _, x, y) => op(name, x, y)).derivatives).toEqual([1, 0]);
      expect(at([1, 1, 1], (op, _, x, y, z) => op(name, x, y, z)).derivatives).toEqual([1, 0, 0]);
    }
  });

  test.each(["sign", "floor", "ceil", "heaviside"])("%s has derivative 0, at its step too", (name) => {
    for (const x of [-1.5, 0, 1, Number.NaN]) expect(one(x, (op, _, leaf) => op(name, leaf))).toBe(0);
    expect(at([Number.NaN], (op, _, leaf) => op(name, leaf)).value).toBeNaN();
  });

  test("heaviside is 1 from 0 on", () => {
    for (const [x, value] of [
      [-1, 0],
      [0, 1],
      [-0, 1],
      [Infinity, 1],
    ] as const) {
      expect(at([x], (op, _, leaf) => op("heaviside", leaf)).value).toBe(value);
    }
  });

  test("hypot and atan2 have derivative 0 at the origin", () => {
    for (const name of ["hypot", "atan2"])
      expect(at([0, 0], (op, _, x, y) => op(name, x, y)).derivatives.map(Math.abs)).toEqual([0, 0]);
  });

  test("powers at 0", () => {
    const power = (x: number, y: number) => at([x, y], (op, _, a, b) => op("^", a, b));
    expect(power(0, 2)).toEqual({ value: 0, derivatives: [0, 0] });
    expect(power(0, 1)).toEqual({ value: 0, derivatives: [1, 0] });
    expect(power(0, 0.5)).toEqual({ value: 0, derivatives: [Infinity, 0] });
    expect(power(0, 0)).toEqual({ value: 1, derivatives: [0, 0] });
    expect(power(-2, 0)).toMatchObject({ value: 1, derivatives: [0, Number.NaN] });
    const constant = (x: number, n: number) => at([x], (op, pool, a) => op("^", a, pool.constant(n)));
    for (const x of [0, -0, 3, -3, Infinity, Number.NaN])
      expect(constant(x, 0)).toEqual({ value: 1, derivatives: [0] });
    expect(constant(-2, 5)).toEqual({ value: -32, derivatives: [80] });
    expect(constant(-2, -2)).toEqual({ value: 0.25, derivatives: [0.25] });
    expect(constant(0, 5)).toEqual({ value: 0, derivatives: [0] });
    expect(constant(0, 1.5)).toEqual({ value: 0, derivatives: [0] });
    expect(constant(0, 0.3)).toEqual({ value: 0, derivatives: [Infinity] });
    // x^-1 neither over- nor underflows before the result does.
    expect(constant(1e-200, -1)).toMatchObject({ value: 1e200 });
    expect(constant(1e160, -2).value).toBe(1e-320);
  });
});
