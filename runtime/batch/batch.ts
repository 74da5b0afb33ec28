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
export function batchOf({ columns: infos }: FitProblem, columns: Columns<string>, offsets: Float64Array): Batch {
  const named = byName(columns);
  const needed = infos.filter(({ used, filter }) => used || filter).map(({ name }) => name);
  const packed = new Map(needed.map((name) => [name, columnNamed(named, name)]));
  const [first] = packed;
  for (const [second, { length }] of packed) {
    if (first === undefined || length === first[1].length) continue;
    const values = { first: first[0], firstLength: first[1].length, second, secondLength: length };
    throw new FitError(dataMessages.columnLengthsDiffer(values), { column: second, about: "data" });
  }
  const count = offsets.length - 1;
  const [end, rows] = [offsets[count] as number, first?.[1].length];
  if (rows !== undefined && end !== rows) throw invalidOffset(count, show(end), `the number of rows, ${rows}`);
  return { count, columns: packed, offsets };
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
