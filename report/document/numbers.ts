/**
 * Formats the numbers of a report with as many digits as the standard error supports, and never a
 * misleading one.
 */

/** Doubles have no more significant digits; further ones say nothing about the fit. */
const mostDigits = 15;
/** Used if there is no standard error. */
const defaultDigits = 6;
/** Used if the standard error is not finite, so that no digit is known. */
const unknownDigits = 3;

/**
 * A value and its standard error: the error has two significant digits, the value the same number
 * of decimals.
 */
export function formatWithError(value: number, stderr: number | null): readonly [value: string, stderr: string] {
  if (stderr === null) return [formatNumber(value), ""];
  if (stderr === 0) return [formatNumber(value), "0"];
  if (!Number.isFinite(stderr)) return [formatNumber(value, unknownDigits), formatNumber(stderr)];
  return [formatToPlace(value, lastPlace(stderr)), formatNumber(stderr, 2, true)];
}

/** The decimal exponent of the second significant digit of a standard error. */
export function lastPlace(stderr: number): number {
  return exponentOf(stderr, 2) - 1;
}

/** A number whose last digit is at 10^place; at least its first digit is shown. */
export function formatToPlace(value: number, place: number): string {
  if (!Number.isFinite(value) || value === 0) return formatNumber(value);
  const before = exponentOf(value, mostDigits) - place + 1;
  // Rounding may carry into a new first digit: 9.999 to one decimal is 10.0.
  const digits = before > 0 && before < mostDigits ? exponentOf(value, before) - place + 1 : before;
  return formatNumber(value, Math.min(Math.max(digits, 1), mostDigits), true);
}

/**
 * A number with this many significant digits. Trailing zeros are dropped unless they are
 * `significant`. Scientific notation is used below 1e-4 and from 1e7 on.
 */
export function formatNumber(value: number, digits: number = defaultDigits, significant = false): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (value === 0) return "0";
  const exponent = exponentOf(value, digits);
  const scientific = exponent < -4 || exponent >= 7;
  const text = scientific ? value.toExponential(digits - 1) : plainDigits(value, digits, exponent);
  return (significant ? text : trimZeros(text)).replace("e+", "e");
}

/** The decimal exponent after rounding to this many digits: 9.99 with two digits is 10. */
function exponentOf(value: number, digits: number): number {
  return Number(value.toExponential(digits - 1).split("e")[1]);
}

function plainDigits(value: number, digits: number, exponent: number): string {
  const decimals = digits - 1 - exponent;
  return decimals >= 0 ? value.toFixed(Math.min(decimals, 100)) : String(Number(value.toPrecision(digits)));
}

function trimZeros(text: string): string {
  const [mantissa = "", exponent] = text.split("e");
  const trimmed = mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa;
  return exponent === undefined ? trimmed : `${trimmed}e${exponent}`;
}

/**
 * A ratio as a percentage with two digits: `0.13 %`. Large ratios, which only say that the value is
 * unknown, are `>999 %`.
 */
export function formatPercent(ratio: number): string {
  if (!Number.isFinite(ratio)) return formatNumber(ratio);
  return ratio >= 10 ? ">999 %" : `${formatNumber(100 * ratio, 2, true)} %`;
}

/** The title of a column of intervals: `95 % interval`. */
export function intervalTitle(level: number): string {
  return `${formatNumber(100 * level, 4)} % interval`;
}
