// The reference is `Number`, which ECMAScript requires to round to the nearest double (ECMA-262,
// StringToNumber).
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDecimal } from "../../../runtime/data/decimal.js";

function parse(text: string): number | undefined {
  const bytes = new TextEncoder().encode(`,${text},`);
  return parseDecimal(bytes, 1, bytes.length - 1);
}

const digits = (most: number) => fc.array(fc.nat(9), { minLength: 1, maxLength: most }).map((list) => list.join(""));

describe("decimals", () => {
  it("are rounded correctly: any digits, any exponent", () => {
    const decimal = fc.tuple(
      fc.constantFrom("", "-", "+"),
      digits(25),
      digits(25),
      fc.integer({ min: -345, max: 330 }),
    );
    fc.assert(
      fc.property(decimal, ([sign, whole, fraction, exponent]) => {
        for (const text of [`${sign}${whole}`, `${sign}${whole}.${fraction}`, `${sign}.${fraction}e${exponent}`]) {
          expect(parse(text)).toBe(Number(text));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("are read back as written by JavaScript", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        // `String` drops the sign of zero.
        expect(parse(Object.is(value, -0) ? "-0" : String(value))).toBe(value);
        expect(parse(value.toExponential(16))).toBe(Number(value.toExponential(16)));
      }),
      { numRuns: 5000 },
    );
  });

  it("in the middle of two doubles go to the even one", () => {
    // 2^53 + odd is halfway between two doubles, so a digit far behind decides.
    const odd = fc.bigInt({ min: 0n, max: 1n << 51n }).map((n) => (1n << 53n) + 2n * n + 1n);
    fc.assert(
      fc.property(odd, fc.nat(20), (integer, zeros) => {
        for (const text of [`${integer}`, `${integer}.0`, `${integer}000e-3`, `${integer}.${"0".repeat(zeros)}1`]) {
          expect(parse(text)).toBe(Number(text));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("that are none", () => {
    for (const text of [
      "",
      "+",
      "-",
      ".",
      "e5",
      "1e",
      "1e+",
      "1.2.3",
      "1 2",
      "--1",
      "1_000",
      "0x1",
      "1d5",
      "1e5.0",
      "1,5",
    ]) {
      expect(parse(text), text).toBeUndefined();
    }
  });
});
