import type { ByteSource } from "./bytes.js";
import type { Cell } from "./cell.js";

/** A column to be read from a table. */
export interface WantedColumn {
  /** The name of the column in the model. */
  readonly name: string;
  /** The name of the column in the table. */
  readonly header: string;
}

/**
 * Called once for each wanted column and row, in any order; `column` is the index among the wanted
 * columns.
 */
export type VisitCell = (column: number, row: number, cell: Cell) => void;

/**
 * Reads a table from start to end and returns its number of rows. Each format has one such
 * function. It also checks the syntax of cells that it does not visit.
 * @throws FitError with a location, if the table is malformed or lacks a wanted column
 */
export type ScanTable = (source: ByteSource, wanted: readonly WantedColumn[], visit: VisitCell | null) => number;

export function headersOf(wanted: readonly WantedColumn[]): readonly string[] {
  return wanted.map(({ header }) => header);
}
