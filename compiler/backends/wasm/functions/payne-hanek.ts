import { type Body, eightBytes, f64, i32, i64, type ModuleBuilder, type WasmExpr } from "../encoder/index.js";
import type { Reduced } from "./function.js";

/** The first 1280 binary digits of 2/pi, after 64 zeros: enough for the largest double. */
const twoOverPi = [
  "0000000000000000",
  "a2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561",
  "b7246e3a424dd2e006492eea09d1921cfe1deb1cb129a73ee88235f52ebb4484",
  "e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980f",
  "ef2f118b5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b",
  "3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b6babf0cfbc209af4361d",
].join("");

const words = twoOverPi.match(/.{16}/g) ?? [];

/** pi/2 as the sum of two doubles. */
const halfPiHigh = Math.PI / 2;
const halfPiLow = 6.123233995736766e-17;

type ReducedScalar = Reduced<WasmExpr<"f64">, WasmExpr<"i64">>;

/** Code that reduces a large finite number. */
export type Reduction = (body: Body, x: WasmExpr<"f64">) => ReducedScalar;

/** Defines a separate function for the reduction, which leaves its results in memory. */
export function definePayneHanek(module: ModuleBuilder): Reduction {
  const results = module.data(new Array<number>(24).fill(0));
  const reduce = module.define(["f64"], "void", (body, x) => {
    const { high, low, quadrant } = payneHanek(module, body, x);
    body.do(f64.store(i32.const(results), high));
    body.do(f64.store(i32.const(results), low, 8));
    return i64.store(i32.const(results), quadrant, 16);
  });
  return (body, x) => {
    body.do(reduce(x));
    return {
      high: body.let(f64.load(i32.const(results))),
      low: body.let(f64.load(i32.const(results), 8)),
      quadrant: body.let(i64.load(i32.const(results), 16)),
    };
  };
}

/**
 * Reduces a large finite x modulo pi/2 (Payne and Hanek 1983). x = M 2^e with an integer M below
 * 2^53. Binary digits of 2/pi that contribute multiples of 4 quadrants are skipped; the next 192
 * digits times M give the quadrant and its fraction to 126 digits, of which cancellation removes at
 * most 62 for any double.
 */
function payneHanek(module: ModuleBuilder, body: Body, x: WasmExpr<"f64">): ReducedScalar {
  const table = module.data(eightBytes(...words.map((word) => BigInt(`0x${word}`))));
  const c = i64.const;
  const bits = i64.reinterpretF64(f64.abs(x));
  const m = body.let(i64.or(i64.and(bits, c((1n << 52n) - 1n)), c(1n << 52n)));
  // The first digit that matters: e - 2, after the zeros.
  const place = body.let(i32.sub(i32.wrapI64(i64.shrU(bits, c(52n))), i32.const(1075 + 2 - 64)));
  const shift = body.let(i64.extendI32U(i32.and(place, i32.const(63))));
  const at = body.let(i32.shl(i32.shrU(place, i32.const(6)), i32.const(3)));
  const word = (index: number): WasmExpr<"i64"> => {
    const next = i64.shrU(i64.shrU(i64.load(at, table + 8 * index + 8), c(1n)), i64.sub(c(63n), shift));
    return body.let(i64.or(i64.shl(i64.load(at, table + 8 * index), shift), next));
  };
  const [w0, w1, w2] = [word(0), word(1), word(2)];
  const low = body.let(highProduct(body, m, w2));
  const middle = body.let(i64.add(i64.mul(m, w1), low));
  const carry = i64.extendI32U(i64.ltU(middle, low));
  const top = body.let(i64.add(i64.add(i64.mul(m, w0), highProduct(body, m, w1)), carry));
  // The fraction of a quadrant as a signed 128-bit number, and the nearest quadrant.
  const high = body.let(i64.or(i64.shl(top, c(2n)), i64.shrU(middle, c(62n))));
  const rest = body.let(i64.shl(middle, c(2n)));
  const sign = body.let(i64.shrS(high, c(63n)));
  const quadrant = body.let(i64.sub(i64.shrU(top, c(62n)), sign));
  // Its magnitude to within one unit in the last place, without leading zeros.
  const magnitude = body.let(i64.xor(high, sign));
  const magnitudeRest = body.let(i64.xor(rest, sign));
  const zeros = body.let(i64.clz(magnitude));
  const under = i64.shrU(i64.shrU(magnitudeRest, c(1n)), i64.sub(c(63n), zeros));
  const first = body.let(i64.or(i64.shl(magnitude, zeros), under));
  const second = i64.shl(magnitudeRest, zeros);
  // The leading 53 bits are exact as a double; the next 63 are rounded to one.
  const a = body.let(f64.convertI64S(i64.shrU(first, c(11n))));
  const b = f64.convertI64S(i64.or(i64.shl(i64.and(first, c(2047n)), c(52n)), i64.shrU(second, c(12n))));
  const unit = f64.reinterpretI64(i64.shl(i64.sub(c(1023n - 53n), zeros), c(52n)));
  const negative = i64.and(i64.xor(sign, i64.reinterpretF64(x)), c(-(1n << 63n)));
  const signed = body.let(f64.reinterpretI64(i64.or(i64.reinterpretF64(unit), negative)));
  // (a + b 2^-63) times pi/2.
  const product = body.let(f64.mul(a, f64.const(halfPiHigh)));
  const tail = f64.add(
    f64.mul(a, f64.const(halfPiLow)),
    f64.mul(f64.mul(b, f64.const(2 ** -63)), f64.const(halfPiHigh)),
  );
  const error = body.let(f64.add(productError(body, a, f64.const(halfPiHigh), product), tail));
  const y = body.let(f64.add(product, error));
  const yLow = f64.sub(error, f64.sub(y, product));
  const flipped = i64.sub(
    i64.xor(quadrant, i64.shrS(i64.reinterpretF64(x), c(63n))),
    i64.shrS(i64.reinterpretF64(x), c(63n)),
  );
  return { high: body.let(f64.mul(y, signed)), low: body.let(f64.mul(yLow, signed)), quadrant: body.let(flipped) };
}

/** The upper 64 bits of a product of two unsigned 64-bit numbers, the first below 2^53. */
function highProduct(body: Body, a: WasmExpr<"i64">, b: WasmExpr<"i64">): WasmExpr<"i64"> {
  const half = i64.const(32n);
  const low = (value: WasmExpr<"i64">) => i64.and(value, i64.const(0xffffffffn));
  const [a0, a1] = [body.let(low(a)), body.let(i64.shrU(a, half))];
  const [b0, b1] = [body.let(low(b)), body.let(i64.shrU(b, half))];
  const cross = body.let(i64.add(i64.mul(a1, b0), i64.shrU(i64.mul(a0, b0), half)));
  const other = i64.add(i64.mul(a0, b1), low(cross));
  return i64.add(i64.add(i64.mul(a1, b1), i64.shrU(cross, half)), i64.shrU(other, half));
}

/** a b - fl(a b), exactly (Dekker 1971, Veltkamp's splitting). */
function productError(body: Body, a: WasmExpr<"f64">, b: WasmExpr<"f64">, product: WasmExpr<"f64">): WasmExpr<"f64"> {
  const halves = (value: WasmExpr<"f64">) => {
    const big = body.let(f64.mul(value, f64.const(2 ** 27 + 1)));
    const high = body.let(f64.sub(big, f64.sub(big, value)));
    return [high, body.let(f64.sub(value, high))] as const;
  };
  const [[a0, a1], [b0, b1]] = [halves(a), halves(b)];
  const cross = f64.add(f64.sub(f64.mul(a0, b0), product), f64.mul(a0, b1));
  return f64.add(f64.add(cross, f64.mul(a1, b0)), f64.mul(a1, b1));
}
