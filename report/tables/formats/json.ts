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
  // Reused for each row. All names are own properties, also `__proto__`.
  const record: Record<string, unknown> = Object.fromEntries(columns.map(({ name }) => [name, null]));
  yield start;
  for (const [from, to] of pieces(table)) {
    const lines: string[] = [];
    for (let row = from; row < to; row++) {
      for (const { name, values } of columns) record[name] = withoutInfinity(values[row]);
      lines.push(JSON.stringify(record));
    }
    yield (from === 0 ? "" : between) + lines.join(between);
  }
  yield end;
}

/** `JSON.stringify` writes NaN as null, but infinities too. */
function withoutInfinity(value: number | string | boolean | undefined): typeof value {
  return value === Number.POSITIVE_INFINITY ? "inf" : value === Number.NEGATIVE_INFINITY ? "-inf" : value;
}
