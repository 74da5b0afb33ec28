/** A decimal number as it is written: digits times 10^exponent. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** Reads a number such as `-1.5e3`; null if it is something else, or too large for a double. */
export function readDecimal(text: string): Decimal | null {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text);
  if (match === null) return null;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const value = Number(text);
  if (whole + fraction === "" || !Number.isFinite(value)) return null;
  // Also a number too small for a double, whose exponent may have any size.
  if (value === 0) return { digits: 0n, exponent: 0 };
  const digits = BigInt(whole + fraction);
  return { digits: sign === "-" ? -digits : digits, exponent: Number(exponent) - fraction.length };
}

/** The nearest double. */
export function toDouble({ digits, exponent }: Decimal): number {
  return Number(`${digits}e${exponent}`);
}

/** The numbers start, start + step, ... up to the stop, which is one of them if it is a step. */
export interface DecimalRange {
  /** The number of steps; negative if they lead away from the stop. */
  readonly steps: bigint;
  at(step: number): number;
}

/** If a step ends beyond the stop by no more than this fraction of it, it ends at the stop. */
const nearStop = 1_000_000n;

/**
 * A range in decimals, so that the third step of 0.1 is 0.3 and no step is lost by rounding.
 * @param step not 0
 */
export function decimalRange(start: Decimal, stop: Decimal, step: Decimal): DecimalRange {
  const exponent = Math.min(start.exponent, stop.exponent, step.exponent);
  const scaled = (each: Decimal) => each.digits * 10n ** BigInt(each.exponent - exponent);
  const [from, to, by] = [scaled(start), scaled(stop), scaled(step)];
  const sign = by < 0n ? -1n : 1n;
  const [length, size] = [(to - from) * sign, by * sign];
  const rest = length % size;
  const isNear = rest > 0n && (size - rest) * nearStop <= size;
  return {
    steps: length < 0n ? -1n : length / size + (isNear ? 1n : 0n),
    at(i) {
      const passed = BigInt(i) * size;
      return toDouble({ digits: passed > length ? to : from + sign * passed, exponent });
    },
  };
}
