/**
 * The number that a cell holds: NaN if it says that there is none, null if it is something else.
 */
export function simpleNumber(cell: string): number | null {
  const text = cell.replace(/^[ \t]+|[ \t]+$/g, "");
  if (text === "" || /^[+-]?(nan|na|n\/a|null)$/i.test(text)) return Number.NaN;
  if (/^[+-]?inf(inity)?$/i.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
}
