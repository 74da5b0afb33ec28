import { UsageError } from "../usage-error.js";
import type { Output, OutputOptions } from "./output.js";
import { onlyModel, tableFile, writeTable } from "./table-file.js";

/**
 * `--table FILE`: each row of the data with what the fit says of it.
 * @throws UsageError for a file of an unknown format
 */
export function tableOutput({ table: path }: OutputOptions): Output | null {
  if (path === undefined) return null;
  const file = tableFile("--table", path);
  return {
    files: [path],
    prepare(models) {
      const model = onlyModel(file, models);
      if (model === undefined) return;
      const { name, columns } = model.fitter.info;
      if (columns.length > 0) return;
      throw new UsageError(`model '${name}' has no columns, so that there are no rows for --table`);
    },
    async add(fit, context) {
      const { rowTable } = await context.entries.report();
      await writeTable(file, rowTable(fit.fitter, fit.result, fit.data, fit.options), fit, context);
    },
    async end() {},
  };
}
