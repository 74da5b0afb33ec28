import type { Span } from "../../diagnostics/index.js";
import { FitError } from "../messages/fit-error.js";
import { Byte, type ByteSource, byteOrderMark } from "./bytes.js";
import { DelimitedScanner, type Delimiter } from "./delimited-scanner.js";
import { sniffDelimiter } from "./delimiter.js";
import { dataMessages } from "./messages.js";
import { locationAt, readPart } from "./position.js";
import { MissingColumn } from "./recognise.js";
import { headersOf, type ScanTable, type WantedColumn } from "./scan-table.js";

/** Reads a table whose delimiter is detected from its first records. */
export const scanCsv: ScanTable = (source, wanted, visit) =>
  scan(source, wanted, visit, sniffDelimiter(source, headersOf(wanted)));

/** Reads a table delimited by tabs. */
export const scanTsv: ScanTable = (source, wanted, visit) => scan(source, wanted, visit, "\t");

function scan(
  source: ByteSource,
  wanted: readonly WantedColumn[],
  visit: Parameters<ScanTable>[2],
  delimiter: Delimiter,
): number {
  const scanner = new DelimitedScanner(source, delimiter, headersOf(wanted));
  const places = readHeader(source, scanner, wanted);
  const { cell } = scanner;
  let rows = 0;
  for (; scanner.nextRecord(); rows++) {
    let k = 0;
    for (;;) {
      const column = visit === null || k >= places.length ? -1 : (places[k] as number);
      if (!scanner.nextCell(column !== -1)) break;
      if (visit !== null && column !== -1) visit(column, rows, cell);
      k++;
    }
    if (k !== places.length) {
      const message = dataMessages.cellCountMismatch({
        cells: counted(k, "cell"),
        names: counted(places.length, "name"),
      });
      throw new FitError(message, { row: rows, location: locationAt(source, scanner.recordStart, scanner.offset) });
    }
  }
  return rows;
}

/** For each column of the table its index among the wanted columns, or -1. */
function readHeader(source: ByteSource, scanner: DelimitedScanner, wanted: readonly WantedColumn[]): Int32Array {
  if (!scanner.nextRecord()) throw new FitError(dataMessages.emptyDataFile(), { location: locationAt(source, 0, 0) });
  const { cell, recordStart } = scanner;
  const names: string[] = [];
  const wantedAt = new Map(wanted.map(({ header }, column) => [header, column]));
  const places: number[] = [];
  const found = new Set<number>();
  let numeric = true;
  while (scanner.nextCell(true)) {
    const name = cell.text();
    if (name === undefined)
      throw new FitError(dataMessages.columnNameNotUtf8(), { location: locationAt(source, cell.start, cell.end) });
    const place = wantedAt.get(name) ?? -1;
    if (found.has(place)) {
      const location = locationAt(source, cell.start, cell.end);
      throw new FitError(dataMessages.duplicateColumn({ name }), { column: wanted[place]?.name ?? null, location });
    }
    if (place !== -1) found.add(place);
    if (name === "" || cell.number() === undefined) numeric = false;
    names.push(name);
    places.push(place);
  }
  for (const [column, { name, header }] of wanted.entries()) {
    if (found.has(column)) continue;
    const comment = commentWithNames(source, recordStart, wanted);
    if (comment !== null) {
      const location = locationAt(source, comment.start, comment.end);
      throw new FitError(dataMessages.headerInComment({ name: header }), { column: name, location });
    }
    const location = locationAt(source, recordStart, scanner.offset);
    if (!numeric) throw new MissingColumn(header, names, name, location);
    throw new FitError(dataMessages.headerOfNumbers({ name: header }), { column: name, location });
  }
  return Int32Array.from(places);
}

/** The number of bytes before the first record in which to look for a comment with column names. */
const searchedBytes = 1 << 16;

/**
 * The comment line before `offset` that holds the names of all wanted columns, with any delimiter
 * between them; null if there is none.
 */
function commentWithNames(source: ByteSource, offset: number, wanted: readonly WantedColumn[]): Span | null {
  const from = Math.max(byteOrderMark(source), offset - searchedBytes);
  const bytes = readPart(source, from, offset);
  for (let start = 0, end = 0; start < bytes.length; start = end + 1) {
    end = start;
    while (end < bytes.length && bytes[end] !== Byte.lf && bytes[end] !== Byte.cr) end++;
    const line = new TextDecoder().decode(bytes.subarray(start, end)).trim();
    if (!line.startsWith("#")) continue;
    const text = line.replace(/^[#\s]+/, "");
    const holdsNames = [/[,;|\t]/, /\s+/].some((delimiter) => {
      const names = new Set(text.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/, "$1")));
      return wanted.every(({ header }) => names.has(header));
    });
    if (holdsNames) return { start: from + start, end: from + end };
  }
  return null;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
