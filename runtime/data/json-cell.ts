import { Byte } from "./bytes.js";
import { Cell } from "./cell.js";
import { parseDecimal, text } from "./decimal.js";

/** A value of a JSON file as written. Its numbers are those of RFC 8259, section 6. */
export class JsonCell extends Cell {
  override number(): number | undefined {
    const { bytes, length } = this;
    if (length === 0) return Number.NaN;
    if (this.cut) return undefined;
    return isNumber(bytes, length) ? parseDecimal(bytes, 0, length) : words.get(text(bytes, 0, length));
  }

  /** Whether this is a number or a word of JSON, or one of those that Python writes for numbers. */
  isScalar(): boolean {
    return this.number() !== undefined || /^(?:true|false)$/.test(text(this.bytes, 0, this.length));
  }
}

const words: ReadonlyMap<string, number> = new Map([
  ["null", Number.NaN],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);

/** `-` 0 or digits that do not begin with 0, a fraction, an exponent. */
function isNumber(bytes: Uint8Array, length: number): boolean {
  let at = bytes[0] === Byte.minus ? 1 : 0;
  const whole = digitsFrom(bytes, at, length);
  if (whole === at || (bytes[at] === Byte.zero && whole > at + 1)) return false;
  at = whole;
  if (at < length && bytes[at] === Byte.point) {
    const end = digitsFrom(bytes, at + 1, length);
    if (end === at + 1) return false;
    at = end;
  }
  if (at < length && ((bytes[at] as number) | 32) === 101) {
    at++;
    if (at < length && (bytes[at] === Byte.plus || bytes[at] === Byte.minus)) at++;
    const end = digitsFrom(bytes, at, length);
    if (end === at) return false;
    at = end;
  }
  return at === length;
}

/** The offset after the digits that begin at an offset. */
function digitsFrom(bytes: Uint8Array, from: number, length: number): number {
  let at = from;
  while (at < length && (bytes[at] as number) >= Byte.zero && (bytes[at] as number) <= Byte.zero + 9) at++;
  return at;
}
