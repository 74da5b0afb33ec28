/**
 * Whether a file is a table, so that errors may show what it holds. The path of a data file is that
 * of a spec, which may come from anyone and name any file: `../../../etc/passwd`.
 */
import type { Location } from "../../diagnostics/index.js";
import { FitError } from "../messages/fit-error.js";
import { type ByteSource, headOf } from "./bytes.js";
import { noColumn } from "./columns.js";
import type { ScanTable } from "./scan-table.js";

/** The number of bytes and of rows by which a file is judged. */
const sampleBytes = 1 << 18;
const sampleRows = 100;

/** With as many rows, one column of numbers makes a table; with fewer, half of the columns must. */
const fewRows = 3;

/** The table has no column of this name. Which ones it has is told only if it is recognised. */
export class MissingColumn extends FitError {
  constructor(
    readonly header: string,
    readonly existing: readonly string[],
    column: string,
    location: Location,
  ) {
    super(noColumn(header, null), { column, location });
  }
}

/** The error of a scan, without what a file holds that is no table. */
export function disclosed(error: FitError, source: ByteSource, scan: ScanTable, headers: readonly string[]): FitError {
  if (!(error instanceof MissingColumn)) return isTable(source, scan, headers) ? error : withoutText(error);
  const { header, existing, column, location } = error;
  // A name that is a number is rather a cell of a file without names.
  const areNames = existing.every((name) => name.trim() === "" || Number.isNaN(Number(name)));
  const once = existing.filter((name) => existing.indexOf(name) === existing.lastIndexOf(name));
  if (!areNames || !isTable(source, scan, once)) return withoutText(error);
  return new FitError(noColumn(header, existing), { column, location });
}

/** Whether the columns of these names are there, and some of them hold mostly numbers. */
export function isTable(source: ByteSource, scan: ScanTable, headers: readonly string[]): boolean {
  const counts = headers.map(() => ({ numbers: 0, others: 0 }));
  let rows = 0;
  const wanted = headers.map((header) => ({ name: header, header }));
  try {
    scan(headOf(source, sampleBytes).source, wanted, (column, row, cell) => {
      const count = counts[column];
      if (row >= sampleRows || count === undefined) return;
      rows = Math.max(rows, row + 1);
      const value = cell.number();
      if (value === undefined) count.others++;
      else if (Number.isFinite(value)) count.numbers++;
    });
  } catch (error) {
    // What was read before the error counts; the head of a file may end anywhere.
    if (!(error instanceof FitError)) throw error;
  }
  const numeric = counts.filter(({ numbers, others }) => numbers > 0 && numbers >= others).length;
  return numeric > 0 && (rows >= fewRows || 2 * numeric >= headers.length);
}

/** The error without the text of the line where it is. */
export function withoutText(error: FitError): FitError {
  const { diagnostic, row, column, param, about, location } = error;
  return new FitError(diagnostic, {
    ...{ row, column, param, about },
    location: location === null ? null : { ...location, lineText: null },
  });
}
