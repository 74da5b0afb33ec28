import type { Table } from "../table.js";

/**
 * Writes a table in pieces, each of them a few thousand rows, so that a large one never exists as
 * one text.
 */
export type TableFormat = (table: Table) => Iterable<string>;

/** The number of rows of a piece. */
export const pieceRows = 4096;

/** The numbers of the rows in pieces. */
export function* pieces(table: Table): Iterable<readonly [from: number, to: number]> {
  const rows = table.columns[0]?.values.length ?? 0;
  for (let from = 0; from < rows; from += pieceRows) yield [from, Math.min(rows, from + pieceRows)];
}
