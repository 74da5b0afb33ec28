import { FitError } from "../messages/fit-error.js";
import { type ByteSource, MemorySource } from "./bytes.js";
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
 * Detects the delimiter of a table: the first that splits the header and the first records into the
 * same number of cells, more than one. A malformed table may have none. Then the one that gives the
 * header the most cells is taken, so that the following error makes sense to the user. Column names
 * may contain blanks, so blanks count only if they split the records too. A table of one column has
 * no delimiter, and assuming a comma does no harm.
 */
export function sniffDelimiter(source: ByteSource): Delimiter {
  const buffer = new Uint8Array(sampleBytes);
  let length = 0;
  for (let count = -1; count !== 0 && length < sampleBytes; length += count) {
    count = source.readAt(length, buffer.subarray(length));
  }
  const sample = new MemorySource(source.path, buffer.subarray(0, length));
  const whole = length < sampleBytes;

  let best: Delimiter = ",";
  let mostCells = 1;
  for (const delimiter of candidates) {
    const [header = 1, ...records] = cellCounts(sample, delimiter, whole);
    if (header > 1 && records.every((cells) => cells === header)) return delimiter;
    const splits = delimiter !== " " || records.some((cells) => cells > 1);
    if (splits && header > mostCells) {
      best = delimiter;
      mostCells = header;
    }
  }
  return best;
}

/**
 * The number of cells of each of the first records, except the last of a sample, which may be cut
 * off.
 */
function cellCounts(sample: ByteSource, delimiter: Delimiter, whole: boolean): number[] {
  const scanner = new DelimitedScanner(sample, delimiter);
  const counts: number[] = [];
  try {
    while (counts.length <= sampleRecords && scanner.nextRecord()) {
      let cells = 0;
      while (scanner.nextCell(false)) cells++;
      counts.push(cells);
    }
  } catch (error) {
    // Reading the table will find and report the same error.
    if (!(error instanceof FitError)) throw error;
  }
  if (!whole && counts.length > 1 && counts.length <= sampleRecords) counts.pop();
  return counts;
}
