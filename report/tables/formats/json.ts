import type { Table } from "../table.js";
import { pieces, type TableFormat } from "./format.js";

/** A record on each line. */
export const ndjson: TableFormat = (table) => records(table, { start: "", between: "\n", end: "\n" });

/** An array of records. */
export const json: TableFormat = (table) => records(table, { start: "[\n", between: ",\n", end: "\n]\n" });

/**
 * Numbers are the shortest that give the same double. A missing value is null, and an infinity the
 * string `"inf"` or `"-inf"`, as in the JSON of a result.
 */
function* records(
  table: Table,
  { start, between, end }: { readonly start: string; readonly between: string; readonly end: string },
): Iterable<string> {
  const { columns } = table;
  const keys = columns.map(({ name }, c) => `${c === 0 ? "{" : ","}${JSON.stringify(name)}:`);
  yield start;
  for (const [from, to] of pieces(table)) {
    let text = "";
    for (let row = from; row < to; row++) {
      if (row > 0) text += between;
      for (let c = 0; c < columns.length; c++) text += (keys[c] as string) + valueText(columns[c]?.values[row]);
      text += "}";
    }
    yield text;
  }
  yield end;
}

function valueText(value: number | string | boolean | undefined): string {
  if (typeof value !== "number") return JSON.stringify(value);
  if (Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? "null" : value > 0 ? '"inf"' : '"-inf"';
}
