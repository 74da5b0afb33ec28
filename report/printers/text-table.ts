import { displayWidth } from "../document/display-width.js";
import type { TableColumn } from "../document/table.js";

const gap = "   ";
const indent = "  ";

/**
 * Lays out a table as aligned lines. A column without any text is left out. If the table is wider
 * than `width`, the columns that do not fit follow in another table, which repeats the first
 * column.
 */
export function layoutTable(
  columns: readonly TableColumn[],
  width: number,
  heading: (text: string) => string,
): string[] {
  const [first, ...rest] = columns.filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (first === undefined) return [];
  const lines: string[] = [];
  let start = 0;
  do {
    const shown = [first];
    let used = indent.length + columnWidth(first);
    while (start < rest.length) {
      const next = rest[start] as TableColumn;
      used += gap.length + columnWidth(next);
      if (used > width && shown.length > 1) break;
      shown.push(next);
      start++;
    }
    if (lines.length > 0) lines.push("");
    lines.push(...layoutBlock(shown, heading));
  } while (start < rest.length);
  return lines;
}

function layoutBlock(columns: readonly TableColumn[], heading: (text: string) => string): string[] {
  const line = (cellOf: (column: TableColumn) => string) =>
    (indent + columns.map((column) => pad(column, cellOf(column))).join(gap)).trimEnd();
  const rows = columns[0]?.cells ?? [];
  return [heading(line(({ title }) => title)), ...rows.map((_, row) => line(({ cells }) => cells[row] ?? ""))];
}

function pad(column: TableColumn, text: string): string {
  const blanks = " ".repeat(Math.max(0, columnWidth(column) - displayWidth(text)));
  return column.align === "left" ? text + blanks : blanks + text;
}

function columnWidth({ title, cells }: TableColumn): number {
  return Math.max(displayWidth(title), ...cells.map(displayWidth));
}
