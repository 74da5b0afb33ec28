import { UsageError } from "../usage-error.js";
import type { Output, OutputOptions } from "./output.js";
import { tableFile } from "./table-file.js";

/**
 * `--table FILE`: each row of the data with what the fit says of it.
 * @throws UsageError for a file of an unknown format
 */
export function tableOutput({ table: path }: OutputOptions): Output | null {
  if (path === undefined) return null;
  return tableFile(path, {
    option: "--table",
    check({ info: { name, columns } }) {
      if (columns.length > 0) return;
      throw new UsageError(`model '${name}' has no columns, so that there are no rows for --table`);
    },
    make: ({ fitter, result, data, options }, { rowTable }) => rowTable(fitter, result, data, options),
  });
}
