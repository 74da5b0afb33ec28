/** A number in the syntax of the language. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return "not a number";
  if (value === Number.POSITIVE_INFINITY) return "inf";
  return value === Number.NEGATIVE_INFINITY ? "-inf" : String(value);
}
