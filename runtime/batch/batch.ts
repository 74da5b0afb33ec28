import type { Columns } from "../api/fit-options.js";
import { isNumbers, numbersIn } from "../api/numbers.js";
import { reading } from "../api/reading.js";
import type { FitProblem } from "../contract/fit-problem.js";
import { byName, checkLength, columnNamed } from "../data/columns.js";
import { dataMessages } from "../data/messages.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";

/** Many data sets, one after another in the same columns. */
export interface Batch {
  /** Number of data sets. */
  readonly count: number;
  /** All rows of the columns that the model needs. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** Data set i has the rows `[offsets[i], offsets[i + 1])`. */
  readonly offsets: Float64Array;
}

/**
 * The offsets of a batch, of which there is at least one.
 * @throws FitError `offsetsNotArray`, `invalidOffset`
 */
export function offsetsIn(offsets: unknown): Float64Array {
  const numbers = reading("the offsets", () => numbersIn(offsets));
  if (!isNumbers(numbers)) {
    const { found, at } = numbers;
    throw at === null ? notOffsets(found) : invalidOffset(at.index, found, expectedAt(at.index, at.before));
  }
  if (numbers.length === 0) throw notOffsets("an empty array");
  // A copy: they are needed after the caller has had a turn.
  const copy = numbers.slice();
  for (let i = 0; i < copy.length; i++) {
    const value = copy[i] as number;
    const before = i === 0 ? 0 : (copy[i - 1] as number);
    const isRight = i === 0 ? value === 0 : Number.isSafeInteger(value) && value >= before;
    if (!isRight) throw invalidOffset(i, show(value), expectedAt(i, before));
  }
  return copy;
}

function expectedAt(index: number, before: number): string {
  return index === 0
    ? "0, where the first data set begins"
    : `a whole number of at least ${before}, where the previous data set begins`;
}

function notOffsets(found: string): FitError {
  return new FitError(runtimeMessages.offsetsNotArray({ found }));
}

function invalidOffset(index: number, value: string, expected: string): FitError {
  return new FitError(runtimeMessages.invalidOffset({ index, value, expected }));
}

/**
 * @param offsets as `offsetsIn` gives them
 * @throws FitError for the columns `missingColumn`, `columnLengthsDiffer`, `valueNotNumber`,
 *   `columnNotArray` or `dataNotColumns`; `invalidOffset` unless the last offset is their number of
 *   rows
 */
export function batchOf(problem: FitProblem, columns: Columns<string>, offsets: Float64Array): Batch {
  const { named, rows } = neededColumns(problem, columns);
  const count = offsets.length - 1;
  const end = offsets[count] as number;
  if (rows !== null && end !== rows) throw invalidOffset(count, show(end), `the number of rows, ${rows}`);
  return { count, columns: named, offsets };
}

/**
 * Copies data sets into columns, one after another.
 * @param count the number of data sets
 * @throws FitError for a data set as `batchOf` for the columns; its index is in the message
 */
export function packed(problem: FitProblem, sets: readonly Columns<string>[], count: number): Batch {
  const given: ReadonlyMap<string, Float64Array>[] = [];
  const ends = [0];
  for (let i = 0; i < count; i++) {
    const { named, rows } = inDataSet(i, () =>
      neededColumns(
        problem,
        reading("the data", () => sets[i]),
      ),
    );
    given.push(named);
    ends.push((ends[i] as number) + (rows ?? 0));
  }
  const offsets = Float64Array.from(ends);
  const columns = new Map(neededNames(problem).map((name) => [name, new Float64Array(offsets[count] as number)]));
  for (const [i, named] of given.entries()) {
    for (const [name, values] of named) columns.get(name)?.set(values, offsets[i]);
  }
  return { count, columns, offsets };
}

function neededNames({ columns }: FitProblem): readonly string[] {
  return columns.filter(({ used, filter }) => used || filter).map(({ name }) => name);
}

/** The columns that a model needs, and the number of their rows; null if it needs none. */
function neededColumns(problem: FitProblem, columns: unknown) {
  const given = byName(columns);
  const named = new Map(neededNames(problem).map((name) => [name, columnNamed(given, name)]));
  const [first] = named;
  for (const [second, { length }] of named) {
    if (first === undefined || length === first[1].length) continue;
    const values = { first: first[0], firstLength: first[1].length, second, secondLength: length };
    throw new FitError(dataMessages.columnLengthsDiffer(values), { column: second, about: "data" });
  }
  return { named, rows: first?.[1].length ?? null };
}

/** Reads something of data set i; an error says so. */
function inDataSet<T>(i: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FitError)) throw error;
    const { diagnostic, row, column, about, cause } = error;
    throw new FitError(
      { ...diagnostic, message: `data set ${i}: ${diagnostic.message}` },
      { row, column, about, cause },
    );
  }
}

/**
 * Checks that the columns are as they were at the start of the call.
 * @throws FitError `columnChanged`
 */
export function checkBatch({ count, columns, offsets }: Batch): void {
  for (const [name, column] of columns) checkLength(name, column, offsets[count] as number);
}

/** The columns of one data set, as views. */
export function columnsOf({ columns, offsets }: Batch, i: number): ReadonlyMap<string, Float64Array> {
  const [from, to] = [offsets[i] as number, offsets[i + 1] as number];
  return new Map([...columns].map(([name, values]) => [name, values.subarray(from, to)]));
}
