/** The digits of a report: as many as the standard error supports, never one that misleads. */

/** Doubles carry no more; what follows is the representation's, not the fit's. */
const mostDigits = 15;
/** Where there is no standard error to tell. */
const defaultDigits = 6;
/** Where the standard error says that none is known. */
const unknownDigits = 3;

/** A value and its standard error, the error with two significant digits and the value to the same decimal place. */
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

/** A number whose last digit stands at 10^place; at least its first digit is shown. */
export function formatToPlace(value: number, place: number): string {
  if (!Number.isFinite(value) || value === 0) return formatNumber(value);
  const before = exponentOf(value, mostDigits) - place + 1;
  // Rounding may carry into a new first digit: 9.999 to one decimal is 10.0.
  const digits = before > 0 && before < mostDigits ? exponentOf(value, before) - place + 1 : before;
  return formatNumber(value, Math.min(Math.max(digits, 1), mostDigits), true);
}

/**
 * A number with so many significant digits; zeros at the end are dropped unless they are `significant`. Scientific
 * notation below 1e-4 and from 1e7 on.
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

/** The exponent after rounding to so many digits: 9.99 with two digits is 10. */
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

/** A ratio as a percentage, two digits: `0.13 %`; `>999 %` where it says only that nothing is known. */
export function formatPercent(ratio: number): string {
  if (!Number.isFinite(ratio)) return formatNumber(ratio);
  return ratio >= 10 ? ">999 %" : `${formatNumber(100 * ratio, 2, true)} %`;
}
