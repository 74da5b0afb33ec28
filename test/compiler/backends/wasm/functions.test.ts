// Tests every function: to 1.5 units in the last place against integer arithmetic for typical
// arguments; over all binades, and at the limits of every formula, against the engine's own
// functions; and that the vector and scalar code give the same bits.
import { describe, expect, it } from "vitest";
import { f64x2, ModuleBuilder, type WasmExpr } from "../../../../compiler/backends/wasm/encoder/index.js";
import { constantsInLocals } from "../../../../compiler/backends/wasm/functions/constants.js";
import { type FunctionName, mathFunctions } from "../../../../compiler/backends/wasm/functions/index.js";
import { vectorLanes } from "../../../../compiler/backends/wasm/functions/lanes.js";
import { fastSinCos, type SinCos } from "../../../../compiler/backends/wasm/functions/sin-cos.js";
import { erf, erfDerivative } from "../../../../math/index.js";
import { instantiate } from "../../../helpers/instantiate-wasm.js";
import { load } from "../../../helpers/wasm-harness.js";
import { references, ulps } from "../../../helpers/wasm-reference.js";

/** Numbers that are spread evenly over (0, 1) (Weyl). */
const uniform = (count: number, step = (Math.sqrt(5) - 1) / 2): number[] =>
  Array.from({ length: count }, (_, i) => ((i + 0.5) * step) % 1);

const between = (low: number, high: number, count = 400, step?: number): number[] =>
  uniform(count, step).map((u) => low + (high - low) * u);

/** Typical ranges, and the ranges where each formula is least accurate. */
const ordinary: Readonly<Record<FunctionName, readonly number[]>> = {
  acos: [...between(-0.99, 0.99), ...between(0.5, 0.6)],
  asin: [...between(-0.99, 0.99), ...between(0.49, 0.55)],
  asinh: [...between(-3, 3), ...between(-0.1, 0.1), ...between(-1000, 1000)],
  atan2: [...between(-50, 50), ...between(-5, 5)],
  atan: [...between(-3, 3), ...between(0.9, 1.1), ...between(-50, 50)],
  cos: [...between(-4, 4), ...between(0.7, 0.9), ...between(-5e4, 5e4), ...between(-1e15, 1e15)],
  cosh: [...between(-2, 2), ...between(-0.1, 0.1), ...between(-60, 60)],
  erf: [...between(-3, 3), ...between(0.95, 1.25), ...between(2, 5.9)],
  erfDerivative: [...between(-1, 1), ...between(-6, 6), ...between(0.3, 0.36)],
  exp: [...between(-60, 60), ...between(-1, 1), ...between(0.3, 0.4)],
  expm1: [...between(-1, 1), ...between(0.3, 0.5), ...between(-30, 60)],
  hypot: [...between(-50, 50), ...between(-1, 1)],
  log: [...between(0.3, 3), ...between(1.3, 1.42), ...between(0, 1000)],
  log10: [...between(0.3, 3), ...between(1.3, 1.42), ...between(0, 1000)],
  log1p: [...between(-0.9, 2), ...between(0.4, 0.5), ...between(-1e-3, 1e-3)],
  log2: [...between(0.3, 3), ...between(1.3, 1.42), ...between(0, 1000)],
  pow: [...between(0.1, 10), ...between(1.35, 1.41), ...between(0.706, 0.75)],
  sin: [...between(-4, 4), ...between(0.7, 0.9), ...between(-5e4, 5e4), ...between(-1e15, 1e15)],
  sinh: [...between(-2, 2), ...between(-0.1, 0.1), ...between(-60, 60)],
  tan: [...between(-4, 4), ...between(0.7, 0.8), ...between(-5e4, 5e4), ...between(-1e15, 1e15)],
  tanh: [...between(-2, 2), ...between(0.03, 0.13), ...between(-15, 15)],
};

const exponents = Array.from({ length: 2098 }, (_, i) => i - 1074);
/** One or two numbers of each binade, with both signs. */
const binades = exponents.flatMap((e, i) => {
  const x = 2 ** e * (1 + ((i * 0.754877666) % 1));
  return [x, -x];
});
const { MAX_VALUE: largest, MIN_VALUE: smallest } = Number;
/** Arguments at which the formula, the rounding or the kind of the result changes. */
const ends = [
  0,
  0.5,
  1,
  2,
  3,
  4,
  5.9,
  6,
  19,
  22,
  60,
  700,
  709.782712893384,
  709.7827128933841,
  710,
  720,
  745.1332191019411,
  745.1332191019412,
  708.3964185322641,
  746,
  25734,
  25735,
  51471,
  51472,
  1e5,
  2 ** 52,
  2 ** 53,
  1e22,
  6381956970095103 * 2 ** 797,
  largest,
  smallest,
  2 ** -1022,
  2 ** -1022 - smallest,
  2 ** 1023,
  Math.SQRT1_2,
  Math.SQRT2,
  Math.PI,
  Math.PI / 2,
  Math.PI / 4,
  1 - 2 ** -53,
  1 + 2 ** -52,
  2 ** -30,
  2 ** -54,
  Number.POSITIVE_INFINITY,
  Number.NaN,
].flatMap((x) => [x, -x]);

const oracle = (name: FunctionName): ((x: number, y: number) => number) =>
  name === "erf" || name === "erfDerivative" ? { erf, erfDerivative }[name] : Math[name];

/**
 * The number of doubles between two values. NaN and NaN, and equal infinities, have distance 0; 0
 * and -0 do not.
 */
function apart(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  if (Number.isNaN(a) || Number.isNaN(b) || Object.is(a, -b)) return Number.POSITIVE_INFINITY;
  const place = (x: number): bigint => {
    const bits = new BigInt64Array(Float64Array.of(x).buffer)[0] ?? 0n;
    return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
  };
  return Math.abs(Number(place(a) - place(b)));
}

describe.each(Object.keys(mathFunctions) as FunctionName[])("%s", (name) => {
  const run = load(name);
  const takesTwo = mathFunctions[name].arity === 2;
  const seconds = (x: readonly number[], scale: number) => between(-scale, scale, x.length, Math.SQRT2);

  it("is right to 1.5 units of the last place", () => {
    const x = ordinary[name];
    const y = seconds(x, 40);
    const reference = references[name];
    if (reference === undefined) throw new Error(`no reference of ${name}`);
    const actual = run.vector(x, y);
    const errors = x.map((each, i) => ulps(actual[i] ?? Number.NaN, reference(each, y[i] ?? Number.NaN)));
    const worst = errors.reduce((a, b, i) => (b <= (errors[a] ?? 0) ? a : i), 0);
    expect(errors[worst], `at ${x[worst]}, ${y[worst]}`).toBeLessThanOrEqual(1.5);
  });

  it("is near the engine's own everywhere, and the same by vector and alone", () => {
    const pairs = takesTwo
      ? [
          ...ends.flatMap((a) => ends.map((b) => [a, b] as const)),
          ...binades.flatMap((a, i) =>
            [0.3, -1.7, 3, binades[(i * 71) % binades.length] ?? 0].map((b) => [a, b] as const),
          ),
        ]
      : [...ends, ...binades].map((a) => [a, a] as const);
    const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
    const [actual, alone] = [run.vector(x, y), run.scalar(x, y)];
    const wrong = pairs.flatMap(([a, b], i) => {
      const [value = 0, single] = [actual[i], alone[i]];
      const expected = oracle(name)(a, b);
      // 1.5 units for our function and 1 unit for the engine's: two doubles.
      return Object.is(value, single) && apart(value, expected) <= 2 ? [] : [{ a, b, value, single, expected }];
    });
    expect(wrong).toEqual([]);
  });
});

describe("both of sine and cosine, in the code of a loop", () => {
  const module = new ModuleBuilder();
  module.memory({ minimum: 1 });
  const add = (name: string, value: (pair: SinCos<WasmExpr<"f64x2">>) => WasmExpr<"f64x2">) =>
    module.export(
      name,
      module.define(["f64"], "f64", (body, x) =>
        f64x2.extract(value(fastSinCos(vectorLanes(body, constantsInLocals(module, body)), f64x2.splat(x))), 1),
      ),
    );
  add("sin", ({ sin }) => sin);
  add("cos", ({ cos }) => cos);
  const both = instantiate<Record<"sin" | "cos", (x: number) => number>>(module.bytes());

  it.each(["sin", "cos"] as const)("%s has the bits of the function", (name) => {
    const x = [...between(-100, 100), ...between(-2.5e4, 2.5e4), 0, -0];
    expect(x.map(both[name])).toStrictEqual(load(name).vector(x));
  });
});
