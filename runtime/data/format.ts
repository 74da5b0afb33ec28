import { type DataFormat, dataFormatNamed, extensionOf } from "../contract/data-formats.js";
import { FitError } from "../messages/fit-error.js";
import { scanCsv, scanTsv } from "./delimited.js";
import { scanJson, scanNdjson } from "./json.js";
import { dataMessages } from "./messages.js";
import type { ScanTable } from "./scan-table.js";

/** The reader of each format. */
export const formats: { readonly [F in DataFormat]: ScanTable } = {
  csv: scanCsv,
  tsv: scanTsv,
  json: scanJson,
  ndjson: scanNdjson,
};

/**
 * The format of a file: the one given, or else that of its extension, or else that of the model's
 * own source.
 * @throws FitError `unknownDataFormat` if there is none of these
 */
export function formatOf(path: string, given: DataFormat | undefined, ofModel: DataFormat | undefined): DataFormat {
  const format = given ?? dataFormatNamed(extensionOf(path)) ?? ofModel;
  if (format === undefined) throw new FitError(dataMessages.unknownDataFormat({ path }), { about: "data" });
  return format;
}
