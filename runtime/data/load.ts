import type { Location } from "../../diagnostics/index.js";
import type { DataFormat } from "../contract/data-formats.js";
import type { ColumnInfo, FitProblem } from "../contract/fit-problem.js";
import { type ByteSource, type FileLocation, MemorySource } from "./bytes.js";
import { formatOf, formats } from "./format.js";
import { locateCell, readTable, type WantedColumn } from "./table.js";
import { withFile } from "./with-file.js";

/** What reading needs to know of a model: its `info` has it. */
export interface TableInfo<Name extends string = string> {
  readonly columns: readonly Name[];
  readonly columnInfo: readonly ColumnInfo[];
  readonly source: FitProblem["source"];
}

export interface ReadOptions<Name extends string = string> {
  /** The format, where the extension of the file does not tell it. */
  readonly format?: DataFormat;
  /** The columns to read; without it, all that the model needs to be fitted. */
  readonly columns?: readonly Name[];
  /** What errors call the data; the path without it. */
  readonly path?: string;
}

/** Columns that were read, by the model's names. */
export type ReadColumns<Name extends string> = ReadonlyMap<Name, Float64Array>;

/** Columns with the file that they come from. */
export interface LoadedData<Name extends string = string> {
  readonly columns: ReadColumns<Name>;
  /** Of the bytes of the file, in hexadecimal. */
  readonly sha256: string;
  /** The place of one value in the file, for an error that is found only later; null where there is none. */
  locate(row: number, column: string): Location | null;
}

/**
 * Reads the columns that a model needs from a file, or from its bytes, by the names that the model says they have there.
 * @throws FitError with a location in the file, for data that cannot be read
 */
export function loadData<Name extends string>(
  info: TableInfo<Name>,
  file: FileLocation | Uint8Array,
  options: ReadOptions<Name> = {},
): LoadedData<Name> {
  const path = options.path ?? (file instanceof Uint8Array ? "data" : String(file));
  const scan = formats[formatOf(file instanceof Uint8Array ? path : String(file), options.format, info.source?.format)];
  const wanted = wantedColumns(info, options.columns);
  return withFile(path, file, "data", (source) => ({
    columns: read(source, scan, wanted),
    sha256: source.sha256(),
    locate(row, column) {
      const found = wanted.find(({ name }) => name === column);
      // What came from a pipe is not there again.
      const there = source.content ?? file;
      return found === undefined ? null : withFile(path, there, "data", (again) => locateCell(again, scan, found, row));
    },
  }));
}

/**
 * As {@link loadData}, of the columns alone.
 *
 * ```ts
 * const fit = Decay.fit(readData(Decay.info, "new.csv"));
 * ```
 */
export function readData<Name extends string>(
  info: TableInfo<Name>,
  file: FileLocation,
  options: ReadOptions<Name> = {},
): ReadColumns<Name> {
  return loadData(info, file, options).columns;
}

/** As {@link readData}, from text that is at hand; it needs no file system, and works in a browser. */
export function readDataText<Name extends string>(
  info: TableInfo<Name>,
  text: string,
  format: DataFormat,
  options: Omit<ReadOptions<Name>, "format"> = {},
): ReadColumns<Name> {
  const source = new MemorySource(options.path ?? "data", new TextEncoder().encode(text));
  return read(source, formats[format], wantedColumns(info, options.columns));
}

interface Wanted<Name extends string> extends WantedColumn {
  readonly name: Name;
}

function wantedColumns<Name extends string>(info: TableInfo<Name>, names: readonly Name[] | undefined): Wanted<Name>[] {
  return info.columnInfo.flatMap(({ name, header, used, filter }) =>
    (names === undefined ? used || filter : names.includes(name as Name)) ? [{ name: name as Name, header }] : [],
  );
}

/** Two names for one column of the table share its values. */
function read<Name extends string>(
  source: ByteSource,
  scan: (typeof formats)[DataFormat],
  wanted: readonly Wanted<Name>[],
): ReadColumns<Name> {
  const distinct = wanted.filter(({ header }, i) => wanted.findIndex((other) => other.header === header) === i);
  const values = readTable(source, scan, distinct);
  const byHeader = new Map(distinct.map(({ header }, i) => [header, values[i] as Float64Array]));
  return new Map(wanted.map(({ name, header }) => [name, byHeader.get(header) as Float64Array]));
}
