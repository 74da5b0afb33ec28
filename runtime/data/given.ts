import { didYouMean } from "../../diagnostics/index.js";
import { names, oneOf, text } from "../api/check-options.js";
import { isObject, reading } from "../api/reading.js";
import { type DataFormat, dataFormats } from "../contract/data-formats.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { shortened, show } from "../messages/show.js";
import type { FileLocation } from "./bytes.js";

/** The rules for the options of the functions that read data. */
export const readRules = { format: oneOf(dataFormats), columns: names("an array of names of columns"), path: text };

/** A file as it is opened: a path, a URL, or its bytes. */
export type GivenFile = string | URL | Uint8Array;

/**
 * The file that a caller passed.
 * @throws FitError `invalidArgument` if it is none, `argumentNotReadable` for an invalid URL
 */
export function fileIn(file: FileLocation | Uint8Array): GivenFile {
  return reading("the file", () => {
    const given: unknown = file;
    if (typeof given === "string") return given;
    // A Proxy of bytes is an instance, but has no memory.
    if (ArrayBuffer.isView(given) && given instanceof Uint8Array) {
      return new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
    }
    const href = isObject(given) && "href" in given ? given.href : undefined;
    if (typeof href === "string") return new URL(href);
    throw invalidArgument("the file", "a path, a `file:` URL or the bytes of a file", given);
  });
}

/** The name of a file in errors. */
export function nameOf(file: GivenFile, ofBytes: string): string {
  return file instanceof Uint8Array ? ofBytes : String(file);
}

/** @throws FitError `invalidArgument` unless it is a string */
export function textIn(given: unknown): string {
  if (typeof given === "string") return given;
  throw invalidArgument("the text", "a string", given);
}

/** @throws FitError `invalidArgument` unless it is a data format */
export function formatIn(given: unknown): DataFormat {
  const { expected } = readRules.format;
  const format = formatNamed(given);
  if (format !== undefined) return format;
  throw invalidArgument("the format", expected, given);
}

function formatNamed(given: unknown): DataFormat | undefined {
  return dataFormats.find((format) => format === given);
}

/** What a model says of a column of its data. */
export interface GivenColumn {
  readonly name: string;
  readonly header: string;
  /** True if a fit of the model needs the column. */
  readonly needed: boolean;
}

/** What a model says of its data. */
export interface GivenTable {
  readonly columns: readonly GivenColumn[];
  readonly format: DataFormat | undefined;
}

/**
 * The `info` of a fitter that a caller passed.
 * @throws FitError `invalidArgument` if it is none
 */
export function tableIn(info: unknown): GivenTable {
  const table = reading("the first argument", () => (isObject(info) ? readTable(info) : null));
  if (table !== null) return table;
  throw invalidArgument("the first argument", 'the `info` of a fitter, as in `readData(Decay.info, "data.csv")`', info);
}

/** No model has more columns. */
const mostColumns = 100_000;

function readTable(info: { readonly columnInfo?: unknown; readonly source?: unknown }): GivenTable | null {
  const { columnInfo, source } = info;
  if (!Array.isArray(columnInfo) || columnInfo.length > mostColumns) return null;
  const columns: GivenColumn[] = [];
  for (let i = 0; i < columnInfo.length; i++) {
    const column = columnOf(columnInfo[i]);
    if (column === null) return null;
    columns.push(column);
  }
  if (source === null) return { columns, format: undefined };
  const format = isObject(source) && "format" in source ? formatNamed(source.format) : undefined;
  return format === undefined ? null : { columns, format };
}

function columnOf(given: unknown): GivenColumn | null {
  if (!isObject(given)) return null;
  const { name, header, used, filter } = given as {
    readonly [Part in "name" | "header" | "used" | "filter"]?: unknown;
  };
  if (typeof name !== "string" || typeof header !== "string") return null;
  if (typeof used !== "boolean" || typeof filter !== "boolean") return null;
  return { name, header, needed: used || filter };
}

/**
 * The columns to read.
 * @param chosen their names; by default all that a fit needs
 * @throws FitError `invalidOption` for a name that the model does not have
 */
export function wantedColumns({ columns }: GivenTable, chosen: readonly string[] | undefined): readonly GivenColumn[] {
  if (chosen === undefined) return columns.filter(({ needed }) => needed);
  const wanted = new Set(chosen);
  const unknown = chosen.find((name) => !columns.some((column) => column.name === name));
  if (unknown === undefined) return columns.filter(({ name }) => wanted.has(name));
  const value = show(shortened(unknown));
  const message = runtimeMessages.invalidOption({ option: "columns", value, expected: "names of the model's columns" });
  const existing = columns.map(({ name }) => name);
  throw new FitError({ ...message, help: didYouMean(unknown, existing) });
}

function invalidArgument(what: string, expected: string, found: unknown): FitError {
  return new FitError(runtimeMessages.invalidArgument({ what, expected, found: show(found) }));
}
