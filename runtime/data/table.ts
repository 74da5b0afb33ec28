import type { Location } from "../../diagnostics/index.js";
import { FitError } from "../messages/fit-error.js";
import type { ByteSource } from "./bytes.js";
import { type Cell, notNumber } from "./cell.js";
import { dataMessages } from "./messages.js";
import { locationAt } from "./position.js";

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

/**
 * Reads the wanted columns of a table in two passes. The first pass counts the rows, so that the
 * second can fill arrays of the right size and needs no other memory.
 */
export function readTable(source: ByteSource, scan: ScanTable, wanted: readonly WantedColumn[]): Float64Array[] {
  const rows = scan(source, wanted, null);
  if (rows === 0) throw new FitError(dataMessages.noRows(), { location: locationAt(source, 0, 0) });
  const columns = wanted.map(() => new Float64Array(rows));
  const again = scan(source, wanted, (column, row, cell) => {
    const value = cell.number();
    if (value === undefined) throw notNumber(source, cell, row, wanted[column]?.name ?? "");
    (columns[column] as Float64Array)[row] = value;
  });
  if (again !== rows) throw new FitError(dataMessages.dataFileChanged({ path: source.path }), { about: "data" });
  return columns;
}

/**
 * The position of one cell, found by reading the table again; null if the table no longer has it.
 */
export function locateCell(source: ByteSource, scan: ScanTable, column: WantedColumn, row: number): Location | null {
  let location: Location | null = null;
  scan(source, [column], (_, at, cell) => {
    if (at === row) location = locationAt(source, cell.start, cell.end);
  });
  return location;
}
