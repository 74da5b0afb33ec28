import { checkedOptions } from "../api/check-options.js";
import { FitError } from "../messages/fit-error.js";
import { shortened } from "../messages/show.js";
import { type ByteSource, type FileLocation, headOf } from "./bytes.js";
import type { Cell } from "./cell.js";
import { DelimitedScanner } from "./delimited-scanner.js";
import { sniffDelimiter } from "./delimiter.js";
import { fileIn, nameOf, readRules } from "./given.js";
import { dataMessages } from "./messages.js";
import { locationAt } from "./position.js";
import { withoutText } from "./recognise.js";
import { withFile } from "./with-file.js";

interface MatrixOptions {
  readonly path?: string;
}

/**
 * Reads a square matrix from a delimited file: one line of numbers for each row, optionally after a
 * line of names.
 *
 * ```ts
 * const fit = Decay.fit(data, { covariance: readMatrix("C.csv") });
 * ```
 * @param file a path, a `file:` URL, or the bytes of a file
 * @param options `path`: the name of the matrix in errors; by default the path of the file
 * @returns the matrix, row-major
 * @throws FitError with the position in the file: `matrixNotSquare` if the matrix is not square,
 *   `emptyMatrixFile` if the file is empty, `matrixCellNotNumber` for a cell that is not a number;
 *   without a position if the file cannot be read
 */
export function readMatrix(file: FileLocation | Uint8Array, options: MatrixOptions = {}): Float64Array {
  const given = fileIn(file);
  const { path = nameOf(given, "matrix") } = checkedOptions<MatrixOptions>(options, { path: readRules.path });
  return withFile(path, given, "covariance", (source) => {
    try {
      return scanMatrix(source);
    } catch (error) {
      // Any file can be named as a matrix.
      throw error instanceof FitError && !holdsNumbers(source) ? withoutText(error) : error;
    }
  });
}

/** Whether most cells of a matrix are numbers, apart from a line of names. */
function holdsNumbers(source: ByteSource): boolean {
  const head = headOf(source, 1 << 16).source;
  const scanner = new DelimitedScanner(head, sniffDelimiter(head));
  let numbers = 0;
  let others = 0;
  try {
    const first = firstLine(head, scanner);
    if (!first.names) numbers = first.values.length;
    while (scanner.nextRecord()) {
      while (scanner.nextCell(true)) {
        const value = scanner.cell.number();
        if (value === undefined) others++;
        else if (Number.isFinite(value)) numbers++;
      }
    }
  } catch (error) {
    // The cells before the error count; the head of a file may end anywhere.
    if (!(error instanceof FitError)) throw error;
  }
  return numbers > others;
}

function scanMatrix(source: ByteSource): Float64Array {
  const scanner = new DelimitedScanner(source, sniffDelimiter(source));
  const { cell } = scanner;
  const first = firstLine(source, scanner);
  const size = first.values.length;
  // Lines are kept one by one: a long first line alone does not justify reserving memory for its
  // square.
  const lines = first.names ? [] : [Float64Array.from(first.values)];
  while (scanner.nextRecord()) {
    const line = new Float64Array(size);
    let count = 0;
    for (; scanner.nextCell(true); count++) {
      const value = cell.number();
      if (value === undefined) throw notNumber(source, cell);
      if (count < size) line[count] = value;
    }
    if (count !== size || lines.length === size) {
      const found = lines.length === size ? `more than ${size} lines` : `a line of ${counted(count)}`;
      const message = dataMessages.matrixNotSquare({ found, first: counted(size) });
      throw new FitError(message, { location: locationAt(source, scanner.recordStart, scanner.offset) });
    }
    lines.push(line);
  }
  const rows = lines.length;
  if (rows === size) return joined(lines, size);
  const message = dataMessages.matrixNotSquare({
    found: `${rows} ${rows === 1 ? "line" : "lines"} of numbers`,
    first: counted(size),
  });
  throw new FitError(message, { location: locationAt(source, scanner.offset, scanner.offset) });
}

function joined(lines: readonly Float64Array[], size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (const [i, line] of lines.entries()) matrix.set(line, i * size);
  return matrix;
}

/** The numbers of the first line, and whether it holds names instead. */
function firstLine(source: ByteSource, scanner: DelimitedScanner) {
  if (!scanner.nextRecord()) throw new FitError(dataMessages.emptyMatrixFile(), { location: locationAt(source, 0, 0) });
  const values: number[] = [];
  let names = false;
  while (scanner.nextCell(true)) {
    const value = scanner.cell.number();
    names ||= value === undefined;
    values.push(value ?? Number.NaN);
  }
  return { values, names };
}

function notNumber(source: ByteSource, cell: Cell): FitError {
  const shown = holdsNumbers(source) ? JSON.stringify(shortened((cell.text() ?? "").trim())) : "a cell";
  return new FitError(dataMessages.matrixCellNotNumber({ text: shown }), {
    location: locationAt(source, cell.start, cell.end),
  });
}

function counted(cells: number): string {
  return `${cells} ${cells === 1 ? "cell" : "cells"}`;
}
