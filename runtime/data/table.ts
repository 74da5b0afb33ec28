import type { Location } from "../../diagnostics/index.js";
import { FitError } from "../messages/fit-error.js";
import type { ByteSource } from "./bytes.js";
import { type Cell, notNumber } from "./cell.js";
import { dataMessages } from "./messages.js";
import { locationAt } from "./position.js";

/** A column that is wanted from a table. */
export interface WantedColumn {
  /** The model's name for it. */
  readonly name: string;
  /** Its name in the table. */
  readonly header: string;
}

/** Called once for each wanted column and row, in any order; `column` counts in the list of those wanted. */
export type VisitCell = (column: number, row: number, cell: Cell) => void;

/**
 * Reads a table from its start to its end and returns its number of rows. Each format is one such function; what it does not
 * visit it still checks for its form.
 * @throws FitError with a location: the table is malformed, or lacks a wanted column
 */
export type ScanTable = (source: ByteSource, wanted: readonly WantedColumn[], visit: VisitCell | null) => number;

/**
 * The wanted columns of a table, in two passes: the first counts the rows, so that the second fills arrays of the right
 * size and nothing else is held.
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

/** The place of one cell, found by reading the table again; null where the table no longer has it. */
export function locateCell(source: ByteSource, scan: ScanTable, column: WantedColumn, row: number): Location | null {
  let location: Location | null = null;
  scan(source, [column], (_, at, cell) => {
    if (at === row) location = locationAt(source, cell.start, cell.end);
  });
  return location;
}
