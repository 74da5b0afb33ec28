import { FitError } from "../messages/fit-error.js";
import { type ByteSource, MemorySource } from "./bytes.js";
import { DelimitedScanner, type Delimiter } from "./delimited-scanner.js";

/** From this much of a table its delimiter is found. */
const sampleBytes = 1 << 18;
const sampleRecords = 20;

/** In the order of preference: where one splits a table well, those after it stand inside its cells. */
const candidates: readonly Delimiter[] = ["\t", ";", ",", "|", " "];

/**
 * The delimiter of a table: the first that splits the header and the first records into the same number of cells, more
 * than one. A malformed table has none such: then the one that splits the header most, so that the error to come says what
 * the user would. Blanks may stand in a name, so that they count only where they split the records as well. A table of one
 * column has no delimiter, and a comma does no harm.
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

/** The numbers of cells of the first records; without the last of a sample, which may be cut. */
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
    // The reading proper finds the same error, and reports it.
    if (!(error instanceof FitError)) throw error;
  }
  if (!whole && counts.length > 1 && counts.length <= sampleRecords) counts.pop();
  return counts;
}
