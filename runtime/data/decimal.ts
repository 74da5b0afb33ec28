/**
 * Converts decimal text to the nearest double.
 *
 * A decimal is w 10^q with an integer w. If w has at most 19 digits and |q| <= 22, both w and
 * 10^|q| are represented exactly (w as an unevaluated sum of two doubles), and the quotient or
 * product is computed to about 2^-100 by error-free transformations (Dekker, Numer. Math. 18,
 * 1971). The rounded result is right unless the exact value lies within that error of the midpoint
 * of two doubles. This is tested (like Ziv's test: ACM TOMS 17, 1991). Such cases, and decimals
 * with more digits or a larger exponent, go to `Number`, which ECMAScript requires to round
 * correctly.
 */
import { Byte } from "./bytes.js";

const powersOfTen = Float64Array.from({ length: 23 }, (_, n) => Number(`1e${n}`));

/**
 * 10^15 < 2^53: an integer of 15 digits is exact. The remaining digits go into a second integer.
 */
const leadDigits = 15;
const mostDigits = 19;

/**
 * The value of the decimal written in the bytes `[from, to)`: an optional sign, digits with at most
 * one point before, among or after them, an optional exponent. `undefined` if the bytes are not a
 * decimal.
 */
export function parseDecimal(bytes: Uint8Array, from: number, to: number): number | undefined {
  let at = from;
  const sign = bytes[at];
  if (sign === Byte.plus || sign === Byte.minus) at++;

  let lead = 0;
  let tail = 0;
  let digits = 0; // significant digits, from the first nonzero one
  let seen = false;
  let exponent = 0;
  let point = false;
  for (; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte === Byte.point && !point) {
      point = true;
      continue;
    }
    const digit = byte - Byte.zero;
    if (digit < 0 || digit > 9) break;
    seen = true;
    if (point) exponent--;
    if (digits === 0 && digit === 0) continue;
    if (digits < leadDigits) lead = lead * 10 + digit;
    else if (digits < mostDigits) tail = tail * 10 + digit;
    digits++;
  }
  if (!seen) return undefined;
  if (at < to) {
    const written = exponentAt(bytes, at, to);
    if (written === undefined) return undefined;
    exponent += written;
  }

  let value: number;
  if (digits === 0) value = 0;
  else if (digits > mostDigits || exponent > 22 || exponent < -22) return Number(text(bytes, from, to));
  else if (digits <= leadDigits) {
    // Both operands are exact, so there is one rounding (Clinger, PLDI 1990).
    const power = powersOfTen[Math.abs(exponent)] as number;
    value = exponent < 0 ? lead / power : lead * power;
  } else {
    value = scaled(lead, powersOfTen[digits - leadDigits] as number, tail, exponent);
    if (Number.isNaN(value)) return Number(text(bytes, from, to));
  }
  return sign === Byte.minus ? -value : value;
}

/**
 * The exponent written as `e-12`. Huge exponents are limited to 10^9, for which no number of digits
 * can compensate.
 */
function exponentAt(bytes: Uint8Array, from: number, to: number): number | undefined {
  if (((bytes[from] as number) | 32) !== 101) return undefined;
  let at = from + 1;
  const sign = bytes[at];
  if (sign === Byte.plus || sign === Byte.minus) at++;
  if (at >= to) return undefined;
  let value = 0;
  for (; at < to; at++) {
    const digit = (bytes[at] as number) - Byte.zero;
    if (digit < 0 || digit > 9) return undefined;
    value = Math.min(value * 10 + digit, 1e9);
  }
  return sign === Byte.minus ? -value : value;
}

/**
 * (lead * shift + tail) * 10^exponent, correctly rounded, or NaN if the error may affect the
 * rounding.
 */
function scaled(lead: number, shift: number, tail: number, exponent: number): number {
  // w = whole + rest exactly: |rest| is below an ulp of the product plus 10^4.
  const product = lead * shift;
  const whole = product + tail;
  const rest = productError(lead, shift, product) + (tail - (whole - product));
  const power = powersOfTen[Math.abs(exponent)] as number;
  let high: number;
  let low: number;
  if (exponent < 0) {
    high = whole / power;
    const multiple = high * power;
    low = (whole - multiple - productError(high, power, multiple) + rest) / power;
  } else {
    high = whole * power;
    low = productError(whole, power, high) + rest * power;
  }
  const error = high * 2 ** -98;
  const value = high + (low - error);
  return value === high + (low + error) ? value : Number.NaN;
}

/** a b - fl(a b), exactly, by splitting each factor into halves of 26 bits (Dekker, Veltkamp). */
function productError(a: number, b: number, product: number): number {
  const splitA = 134217729 * a;
  const aHigh = splitA - (splitA - a);
  const aLow = a - aHigh;
  const splitB = 134217729 * b;
  const bHigh = splitB - (splitB - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** The bytes as text, assuming ASCII, as all numbers are. */
export function text(bytes: Uint8Array, from: number, to: number): string {
  let result = "";
  for (let i = from; i < to; i++) result += String.fromCharCode(bytes[i] as number);
  return result;
}
