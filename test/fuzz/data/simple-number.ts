/**
 * The number that a cell holds: NaN for a missing value, null for other text.
 */
export function simpleNumber(cell: string): number | null {
  const text = cell.replace(/^[ \t]+|[ \t]+$/g, "");
  if (text === "" || /^[+-]?(nan|na|n\/a|null)$/i.test(text)) return Number.NaN;
  if (/^[+-]?inf(inity)?$/i.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
}
