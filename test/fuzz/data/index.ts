import { readDataText } from "../../../runtime/data/index.js";
import { FitError } from "../../../runtime/index.js";
import { infoOf } from "../../helpers/data-files.js";
import type { Probe } from "../probe.js";
import { simpleDelimited } from "./simple-delimited.js";
import { simpleJson } from "./simple-json.js";
import { arbitraryData, type DataCase } from "./tables.js";

/**
 * Reads a table with fitc and with the simple reader: both find the same values, or both refuse it.
 *
 * @returns null, or the difference with the table
 */
export function compareReaders(data: DataCase): string | null {
  const { format, text, wanted } = data;
  const found = read(data);
  const simple =
    format === "json" || format === "ndjson"
      ? simpleJson(text, wanted, format)
      : simpleDelimited(text, wanted, format === "tsv" ? "\t" : null);
  const difference =
    typeof found === "string"
      ? found
      : found instanceof FitError
        ? (misplaced(found, text) ?? (simple === null ? null : `fitc refuses it: ${found.message}`))
        : simple === null
          ? "the simple reader refuses it, fitc reads it"
          : differing(found, simple);
  return difference === null ? null : `${difference}\n--- the table:\n${JSON.stringify(data)}`;
}

type Table = ReadonlyMap<string, ArrayLike<number>>;

function read({ format, text, wanted }: DataCase): Table | FitError | string {
  try {
    return readDataText(infoOf(...wanted), text, format);
  } catch (error) {
    if (error instanceof FitError) return error;
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function misplaced({ location, message }: FitError, text: string): string | null {
  if (location === null) return `no place: ${message}`;
  const line = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/)[location.start.line - 1];
  const isShown = location.lineText === line || location.lineText === null;
  const isInside = line !== undefined && isShown && location.start.column <= line.length + 1;
  return isInside ? null : `the place is outside the text: ${message}`;
}

function differing(found: Table, simple: Table): string | null {
  for (const [name, values] of simple) {
    const others = found.get(name);
    if (others?.length !== values.length) return `'${name}' has ${others?.length} rows, not ${values.length}`;
    const row = Array.from(values).findIndex((value, i) => !Object.is(value, others[i]));
    if (row !== -1) return `'${name}' in row ${row + 1} is ${others[row]}, not ${values[row]}`;
  }
  return null;
}

export const dataProbes: readonly Probe[] = [
  { name: "data", run: (random) => Promise.resolve(compareReaders(arbitraryData(random))) },
];
