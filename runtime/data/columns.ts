import { didYouMean } from "../../diagnostics/index.js";
import type { Columns } from "../api/fit-options.js";
import { FitError } from "../messages/fit-error.js";
import { shortened, show } from "../messages/show.js";
import { dataMessages } from "./messages.js";

/** The largest number of names listed in a message. */
const listedNames = 12;

/**
 * Columns by name. Only own properties of an object count, so that a column may be called
 * `constructor`.
 * @throws FitError `dataNotColumns` if `columns` is not an object
 */
export function byName(columns: Columns<string>): ReadonlyMap<string, ArrayLike<number>> {
  const given: unknown = columns;
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new FitError(dataMessages.dataNotColumns({ found: show(given) }), { about: "data" });
  }
  // A Map from another realm is not an instance of this realm's Map, so its methods are tested
  // instead.
  return isMap(columns) ? columns : new Map(Object.entries(columns));
}

/**
 * @throws FitError `missingColumn` if there is no such column; `valueNotNumber` or `columnNotArray`
 *   if it does not hold numbers
 */
export function columnNamed(columns: ReadonlyMap<string, ArrayLike<number>>, name: string): Float64Array {
  if (!columns.has(name)) throw new FitError(noColumn(name, [...columns.keys()]), { column: name, about: "data" });
  return numbersOf(name, columns.get(name) as ArrayLike<number>);
}

/**
 * The message for a missing column: it lists the existing ones and suggests the most similar name.
 * @param existing null for a file that is not recognised as a table, whose content is not shown
 */
export function noColumn(name: string, existing: readonly string[] | null) {
  if (existing === null) return dataMessages.missingColumn({ name, existing: "are no columns of numbers with names" });
  const message = dataMessages.missingColumn({ name, existing: thereAre(existing) });
  return { ...message, help: didYouMean(name, existing) };
}

/** The array itself if it is a `Float64Array`, otherwise a copy. */
function numbersOf(name: string, values: ArrayLike<number>): Float64Array {
  if (values instanceof Float64Array) return values;
  const given: unknown = values;
  if (typeof given !== "object" || given === null || !("length" in given) || !isLength(given.length)) {
    throw new FitError(dataMessages.columnNotArray({ name, found: show(given) }), { column: name, about: "data" });
  }
  const numbers = new Float64Array(values.length);
  for (let row = 0; row < numbers.length; row++) {
    const value: unknown = values[row];
    if (typeof value !== "number") {
      throw new FitError(dataMessages.valueNotNumber({ name, row: row + 1, value: show(value) }), {
        row,
        column: name,
        about: "data",
      });
    }
    numbers[row] = value;
  }
  return numbers;
}

function isMap(columns: Columns<string>): columns is ReadonlyMap<string, ArrayLike<number>> {
  return typeof columns.get === "function" && typeof columns.keys === "function";
}

function isLength(length: unknown): boolean {
  return typeof length === "number" && Number.isInteger(length) && length >= 0;
}

function thereAre(names: readonly string[]): string {
  if (names.length === 0) return "are none";
  const shown = names.slice(0, listedNames).map((name) => `'${shortened(name)}'`);
  const more = names.length - shown.length;
  return `${names.length === 1 ? "is" : "are"} ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
