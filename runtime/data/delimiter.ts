import { FitError } from "../messages/fit-error.js";
import { type ByteSource, headOf } from "./bytes.js";
import { DelimitedScanner, type Delimiter } from "./delimited-scanner.js";

/** The number of bytes from which the delimiter is detected. */
const sampleBytes = 1 << 18;
const sampleRecords = 20;

/**
 * In order of preference: if one splits a table consistently, those after it may occur inside its
 * cells.
 */
const candidates: readonly Delimiter[] = ["\t", ";", ",", "|", " "];

/**
 * Detects the delimiter of a table: one that gives the header all the names wanted, if any does;
 * not blanks, which column names may contain, if another can be it. Of those left, the first that
 * splits the header and the first records into the same number of cells. A malformed table may have
 * none. Then the one that gives the header the most cells is taken, so that the following error
 * makes sense to the user. A table of one column has no delimiter, and assuming a comma does no
 * harm.
 */
export function sniffDelimiter(source: ByteSource, wanted: readonly string[] = []): Delimiter {
  const { source: sample, whole } = headOf(source, sampleBytes);
  const splits = candidates
    .map((delimiter) => split(sample, delimiter, whole))
    .filter(({ header }) => header.length > 1);
  const named = splits.filter(({ header }) => wanted.every((name) => header.includes(name)));
  const possible = named.length > 0 ? named : splits;
  const marks = possible.filter(({ delimiter }) => delimiter !== " ");

  let best: Delimiter = ",";
  let mostCells = 1;
  for (const { delimiter, header, records } of marks.length > 0 ? marks : possible) {
    if (records.every((cells) => cells === header.length)) return delimiter;
    const splitsRecords = delimiter !== " " || records.some((cells) => cells > 1);
    if (splitsRecords && header.length > mostCells) {
      best = delimiter;
      mostCells = header.length;
    }
  }
  return best;
}

/** What a delimiter makes of the beginning of a table. */
interface Split {
  readonly delimiter: Delimiter;
  /** Empty if it is malformed. */
  readonly header: readonly (string | undefined)[];
  /**
   * The number of cells of each of the first records, except the last of a sample, which may be cut
   * off.
   */
  readonly records: readonly number[];
}

function split(sample: ByteSource, delimiter: Delimiter, whole: boolean): Split {
  const scanner = new DelimitedScanner(sample, delimiter);
  let header: readonly (string | undefined)[] = [];
  const records: number[] = [];
  try {
    header = headerOf(scanner);
    while (records.length < sampleRecords && scanner.nextRecord()) {
      let cells = 0;
      while (scanner.nextCell(false)) cells++;
      records.push(cells);
    }
  } catch (error) {
    // Reading the table will find and report the same error.
    if (!(error instanceof FitError)) throw error;
  }
  if (!whole && records.length < sampleRecords) records.pop();
  return { delimiter, header, records };
}

function headerOf(scanner: DelimitedScanner): readonly (string | undefined)[] {
  const names: (string | undefined)[] = [];
  if (scanner.nextRecord()) while (scanner.nextCell(true)) names.push(scanner.cell.text());
  return names;
}
