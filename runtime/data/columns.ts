import { didYouMean } from "../../diagnostics/index.js";
import { isNumbers, numbersIn } from "../api/numbers.js";
import { isMap, isObject, reading } from "../api/reading.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { shortened, show } from "../messages/show.js";
import { dataMessages } from "./messages.js";

/** The largest number of names listed in a message, and of names read for it. */
const listedNames = 12;
const readNames = 10_000;

/** Columns by name, as a caller passed them. */
export interface NamedColumns {
  has(name: string): boolean;
  get(name: string): unknown;
  names(): readonly string[];
}

/**
 * Columns by name. Only own properties of an object count, so that a column may be called
 * `constructor`.
 * @throws FitError `dataNotColumns` if `given` is not an object
 */
export function byName(given: unknown): NamedColumns {
  return reading("the data", () => {
    if (!isObject(given) || Array.isArray(given)) {
      throw new FitError(dataMessages.dataNotColumns({ found: show(given) }), { about: "data" });
    }
    if (isMap(given)) {
      return { has: (name) => given.has(name), get: (name) => given.get(name), names: () => textsOf(given.keys()) };
    }
    const own = given as Readonly<Record<string, unknown>>;
    return { has: (name) => Object.hasOwn(own, name), get: (name) => own[name], names: () => Object.keys(own) };
  });
}

/**
 * The array itself if it is a `Float64Array`, otherwise a copy.
 * @throws FitError `missingColumn` if there is no such column; `valueNotNumber` or `columnNotArray`
 *   if it does not hold numbers
 */
export function columnNamed(columns: NamedColumns, name: string): Float64Array {
  return reading(`column '${name}'`, () => {
    if (!columns.has(name)) throw new FitError(noColumn(name, columns.names()), { column: name, about: "data" });
    const numbers = numbersIn(columns.get(name));
    if (isNumbers(numbers)) return numbers;
    const { found, at } = numbers;
    const message =
      at === null
        ? dataMessages.columnNotArray({ name, found })
        : dataMessages.valueNotNumber({ name, row: at.index + 1, value: found });
    throw new FitError(message, { row: at?.index ?? null, column: name, about: "data" });
  });
}

/**
 * Checks that an array that is read in place still has the rows it had when the call began.
 * @throws FitError `columnChanged` if its buffer has been transferred or resized
 */
export function checkLength(name: string, { length }: Float64Array, rows: number): void {
  if (length === rows) return;
  throw new FitError(runtimeMessages.columnChanged({ name, rows, found: length }), { column: name, about: "data" });
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

/** The texts among the first keys of a Map. */
function textsOf(keys: Iterable<unknown>): readonly string[] {
  const texts: string[] = [];
  let count = 0;
  for (const key of keys) {
    if (typeof key === "string") texts.push(key);
    if (++count === readNames) break;
  }
  return texts;
}

function thereAre(names: readonly string[]): string {
  if (names.length === 0) return "are none";
  const shown = names.slice(0, listedNames).map((name) => `'${shortened(name)}'`);
  const more = names.length - shown.length;
  return `${names.length === 1 ? "is" : "are"} ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
