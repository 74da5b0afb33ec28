import type { Location, Span } from "../../diagnostics/index.js";
import { FitError } from "../messages/fit-error.js";
import type { ByteSource } from "./bytes.js";
import { notNumber } from "./cell.js";
import { dataMessages } from "./messages.js";
import { locationAt } from "./position.js";
import { disclosed, isTable } from "./recognise.js";
import { headersOf, type ScanTable, type WantedColumn } from "./scan-table.js";

/**
 * Reads the wanted columns of a table in two passes. The first pass counts the rows, so that the
 * second can fill arrays of the right size and needs no other memory.
 */
export function readTable(source: ByteSource, scan: ScanTable, wanted: readonly WantedColumn[]): Float64Array[] {
  try {
    return readColumns(source, scan, wanted);
  } catch (error) {
    throw error instanceof FitError ? disclosed(error, source, scan, headersOf(wanted)) : error;
  }
}

function readColumns(source: ByteSource, scan: ScanTable, wanted: readonly WantedColumn[]): Float64Array[] {
  const rows = scan(source, wanted, null);
  if (rows === 0) throw new FitError(dataMessages.noRows(), { location: locationAt(source, 0, 0) });
  const columns = wanted.map(() => new Float64Array(rows));
  const again = scan(source, wanted, (column, row, cell) => {
    const value = cell.number();
    if (value === undefined) {
      const show = isTable(source, scan, headersOf(wanted));
      throw notNumber(source, cell, { row, column: wanted[column]?.name ?? "", show });
    }
    (columns[column] as Float64Array)[row] = value;
  });
  if (again !== rows) throw new FitError(dataMessages.dataFileChanged({ path: source.path }), { about: "data" });
  return columns;
}

/**
 * The position of one cell, found by reading the table again; null if the table no longer has it.
 * @param column the index of its column among the wanted ones
 */
export function locateCell(
  source: ByteSource,
  scan: ScanTable,
  wanted: readonly WantedColumn[],
  column: number,
  row: number,
): Location | null {
  let span: Span | null = null;
  scan(source, wanted, (place, at, { start, end }) => {
    if (place === column && at === row) span = { start, end };
  });
  if (span === null) return null;
  const { start, end } = span as Span;
  const location = locationAt(source, start, end);
  return isTable(source, scan, headersOf(wanted)) ? location : { ...location, lineText: null };
}
