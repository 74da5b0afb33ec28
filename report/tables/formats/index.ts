import { delimited } from "./delimited.js";
import type { TableExtension } from "./extensions.js";
import type { TableFormat } from "./format.js";
import { json, ndjson } from "./json.js";

/** How tables are written, by the extension of the file. */
export const tableFormats: Readonly<Record<TableExtension, TableFormat>> = {
  csv: delimited(","),
  tsv: delimited("\t"),
  json,
  ndjson,
};
