import type { Columns } from "../api/fit-options.js";
import type { FitProblem } from "../contract/fit-problem.js";
import { byName, columnNamed } from "../data/columns.js";
import { dataMessages } from "../data/messages.js";
import { byParam } from "../fit/by-param.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";
import type { ManyOptions } from "./many.js";

/**
 * Many data sets, one after another in the same columns, with everything checked that concerns the
 * batch as a whole.
 */
export interface Batch {
  /** Number of data sets. */
  readonly count: number;
  /** All rows of the columns that the model needs. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** Data set i has the rows `[offsets[i], offsets[i + 1])`. */
  readonly offsets: Float64Array;
  /** Start values by parameter: one for all data sets, or one for each. */
  readonly starts: ReadonlyMap<string, number | ArrayLike<number>>;
}

/**
 * Checks the arguments of `fitMany`.
 * @throws FitError for the columns `missingColumn`, `columnLengthsDiffer`, `valueNotNumber`,
 *   `columnNotArray` or `dataNotColumns`; for the offsets `offsetsNotArray` or `invalidOffset`; for
 *   the start values `unknownParameter`, `startNotFinite` or `startCountMismatch`
 */
export function batchOf(
  problem: FitProblem,
  columns: Columns<string>,
  offsets: ArrayLike<number>,
  start: ManyOptions["start"],
): Batch {
  const packed = packedColumns(problem, columns);
  const [first] = packed.values();
  const starting = checkedOffsets(offsets, first?.length ?? null);
  const count = starting.length - 1;
  return { count, columns: packed, offsets: starting, starts: startsOf(problem, start, count) };
}

function packedColumns({ columns: infos }: FitProblem, columns: Columns<string>): ReadonlyMap<string, Float64Array> {
  const named = byName(columns);
  const needed = infos.filter(({ used, filter }) => used || filter).map(({ name }) => name);
  const packed = new Map(needed.map((name) => [name, columnNamed(named, name)]));
  const [first] = packed;
  for (const [second, { length }] of packed) {
    if (first === undefined || length === first[1].length) continue;
    const values = { first: first[0], firstLength: first[1].length, second, secondLength: length };
    throw new FitError(dataMessages.columnLengthsDiffer(values), { column: second, about: "data" });
  }
  return packed;
}

/** @param rows number of rows of the columns; null if the model needs no column */
function checkedOffsets(offsets: unknown, rows: number | null): Float64Array {
  if (!isArray(offsets) || offsets.length === 0) {
    throw new FitError(runtimeMessages.offsetsNotArray({ found: isArray(offsets) ? "an empty array" : show(offsets) }));
  }
  const checked = new Float64Array(offsets.length);
  for (let i = 0; i < checked.length; i++) {
    const value = offsets[i];
    const before = i === 0 ? 0 : (checked[i - 1] as number);
    const end = i === checked.length - 1 ? rows : null;
    const expected =
      i === 0 && value !== 0
        ? "0, where the first data set begins"
        : end !== null && value !== end
          ? `the number of rows, ${end}`
          : isWhole(value) && value >= before
            ? null
            : `a whole number of at least ${before}, where the previous data set begins`;
    if (expected !== null)
      throw new FitError(runtimeMessages.invalidOffset({ index: i, value: show(value), expected }));
    checked[i] = value as number;
  }
  return checked;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function startsOf(problem: FitProblem, start: ManyOptions["start"], count: number): Batch["starts"] {
  const entries = byParam<unknown>(problem, start).map(({ name, value }): [string, number | ArrayLike<number>] => {
    if (typeof value === "number") return [name, value];
    if (!isArray(value)) throw new FitError(runtimeMessages.startNotFinite({ name, value: show(value) }));
    if (value.length !== count) {
      const message = runtimeMessages.startCountMismatch({ name, found: value.length, count });
      throw new FitError(message, { param: name });
    }
    return [name, value as ArrayLike<number>];
  });
  return new Map(entries);
}

function isArray(value: unknown): value is ArrayLike<unknown> {
  return typeof value === "object" && value !== null && "length" in value && Number.isSafeInteger(value.length);
}

/** The start values of one data set. */
export function startOf({ starts }: Batch, i: number): ReadonlyMap<string, number> {
  return new Map([...starts].map(([name, value]) => [name, typeof value === "number" ? value : (value[i] as number)]));
}

/** The columns of one data set, as views. */
export function columnsOf({ columns, offsets }: Batch, i: number): ReadonlyMap<string, Float64Array> {
  const [from, to] = [offsets[i] as number, offsets[i + 1] as number];
  return new Map([...columns].map(([name, values]) => [name, values.subarray(from, to)]));
}
