import type { Location } from "../../diagnostics/index.js";
import { checkedOptions } from "../api/check-options.js";
import type { DataFormat } from "../contract/data-formats.js";
import type { ColumnInfo, FitProblem } from "../contract/fit-problem.js";
import { type ByteSource, type FileLocation, MemorySource } from "./bytes.js";
import { formatOf, formats } from "./format.js";
import { fileIn, formatIn, type GivenColumn, nameOf, readRules, tableIn, textIn, wantedColumns } from "./given.js";
import { locateCell, readTable } from "./table.js";
import { withFile } from "./with-file.js";

/** The part of a model's `info` that is needed to read its data. */
export interface TableInfo<Name extends string = string> {
  readonly columns: readonly Name[];
  readonly columnInfo: readonly ColumnInfo[];
  readonly source: FitProblem["source"];
}

/** Options for reading data. */
export interface ReadOptions<Name extends string = string> {
  /** The format, if the extension of the file does not determine it. */
  readonly format?: DataFormat;
  /** The columns to read; by default all that a fit of the model needs. */
  readonly columns?: readonly Name[];
  /** The name of the data in errors; by default the path. */
  readonly path?: string;
}

/** Data columns under the model's names. */
export type ReadColumns<Name extends string> = ReadonlyMap<Name, Float64Array>;

/** Data columns and information about the file they come from. */
export interface LoadedData<Name extends string = string> {
  readonly columns: ReadColumns<Name>;
  /** SHA-256 of the bytes of the file, in hexadecimal. */
  readonly sha256: string;
  /**
   * The position of one value in the file, for errors that are found later; null if there is no
   * such value.
   */
  locate(row: number, column: string): Location | null;
}

/**
 * Reads the columns that a model needs from a file, or from its bytes. The model says which names
 * they have there.
 * @param info the `info` of a fitter
 * @param file a path, a `file:` URL, or the bytes of a file
 * @throws FitError for data that cannot be read, with the position in the file; for arguments that
 *   are something else
 */
export function loadData<Name extends string>(
  info: TableInfo<Name>,
  file: FileLocation | Uint8Array,
  options: ReadOptions<Name> = {},
): LoadedData<Name> {
  const given = fileIn(file);
  const table = tableIn(info);
  const { format, columns, path = nameOf(given, "data") } = checkedOptions<ReadOptions>(options, readRules);
  const scan = formats[formatOf(nameOf(given, path), format, table.format)];
  const wanted = wantedColumns(table, columns);
  return withFile(path, given, "data", (source) => ({
    columns: read(source, scan, wanted),
    sha256: source.sha256(),
    locate(row, column) {
      const found = distinct(wanted).findIndex(({ header }) => {
        return wanted.some((each) => each.name === column && each.header === header);
      });
      // A pipe cannot be read again.
      const there = source.content ?? given;
      if (found === -1) return null;
      return withFile(path, there, "data", (again) => locateCell(again, scan, distinct(wanted), found, row));
    },
  }));
}

/**
 * Like {@link loadData}, but returns only the columns.
 *
 * ```ts
 * const fit = Decay.fit(readData(Decay.info, "new.csv"));
 * ```
 * @throws FitError for data that cannot be read, with the position in the file
 */
export function readData<Name extends string>(
  info: TableInfo<Name>,
  file: FileLocation,
  options: ReadOptions<Name> = {},
): ReadColumns<Name> {
  return loadData(info, file, options).columns;
}

/**
 * Like {@link readData}, but reads from text. Needs no file system, and so works in a browser.
 * @throws FitError for data that cannot be read, with the position in the text
 */
export function readDataText<Name extends string>(
  info: TableInfo<Name>,
  text: string,
  format: DataFormat,
  options: Omit<ReadOptions<Name>, "format"> = {},
): ReadColumns<Name> {
  const given = textIn(text);
  const scan = formats[formatIn(format)];
  const table = tableIn(info);
  const { format: _format, ...rules } = readRules;
  const { columns, path = "data" } = checkedOptions<Omit<ReadOptions, "format">>(options, rules);
  return read(new MemorySource(path, new TextEncoder().encode(given)), scan, wantedColumns(table, columns));
}

/** One column for each header. */
function distinct(wanted: readonly GivenColumn[]): readonly GivenColumn[] {
  return wanted.filter(({ header }, i) => wanted.findIndex((other) => other.header === header) === i);
}

/** Two of the model's columns that come from the same column of the table share its array. */
function read<Name extends string>(
  source: ByteSource,
  scan: (typeof formats)[DataFormat],
  wanted: readonly GivenColumn[],
): ReadColumns<Name> {
  const columns = distinct(wanted);
  const values = readTable(source, scan, columns);
  const byHeader = new Map(columns.map(({ header }, i) => [header, values[i] as Float64Array]));
  return new Map(wanted.map(({ name, header }) => [name as Name, byHeader.get(header) as Float64Array]));
}
