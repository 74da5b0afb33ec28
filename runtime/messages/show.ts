/** The largest bigint written in full: a longer one takes time to write, and is not read. */
const largestBigint = 10n ** 30n;

/** A value for a message: a number as the language writes it, anything else as in JavaScript. */
export function show(value: unknown): string {
  if (value === Number.POSITIVE_INFINITY) return "inf";
  if (value === Number.NEGATIVE_INFINITY) return "-inf";
  if (typeof value === "string") return JSON.stringify(shortened(value));
  if (typeof value === "bigint") {
    return value > -largestBigint && value < largestBigint ? `the bigint ${value}n` : "a bigint";
  }
  if (typeof value === "object" && value !== null) return isArray(value) ? "an array" : "an object";
  if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
  return String(value);
}

/** False for a Proxy that has been revoked, where `Array.isArray` throws. */
function isArray(value: object): boolean {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/** The text of an error, which may be any value. */
export function reasonOf(error: unknown): string {
  try {
    const message = typeof error === "object" && error !== null && "message" in error ? error.message : error;
    return typeof message === "string" && message !== "" ? message : "no reason is given";
  } catch {
    return "no reason is given";
  }
}

/** Text for a message, cut if it is too long to read. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}

/** Numbers in order of size, with the digits (at least six) that tell neighbours apart. */
export function toldApart(...numbers: readonly number[]): readonly string[] {
  for (let digits = 6; digits < 17; digits++) {
    const texts = numbers.map((number) => number.toPrecision(digits));
    if (texts.every((text, i) => text !== texts[i - 1] || numbers[i] === numbers[i - 1])) return texts;
  }
  return numbers.map(String);
}
