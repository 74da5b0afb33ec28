import { extname } from "node:path";
import { plural } from "../../diagnostics/index.js";
import type { Table } from "../../report/index.js";
import type { ReportedFit } from "../../report/reported-fit.js";
import { type TableExtension, tableExtensions } from "../../report/tables/formats/extensions.js";
import { UsageError } from "../usage-error.js";
import { writeFileAtomically } from "../write-file.js";
import type { OutputContext, PlannedFit } from "./output.js";

/** A file for a table, whose extension is known. */
export interface TableFile {
  /** The option that asks for it: `--table`, say. */
  readonly option: string;
  readonly path: string;
  readonly extension: TableExtension;
}

/** @throws UsageError if there is no such format */
export function tableFile(option: string, path: string): TableFile {
  const written = extname(path).slice(1).toLowerCase();
  const extension = tableExtensions.find((known) => known === written);
  if (extension !== undefined) return { option, path, extension };
  const known = tableExtensions.map((each) => `.${each}`).join(", ");
  throw new UsageError(`${option} cannot write '${path}': its name must end with one of ${known}`);
}

/**
 * The only model of a run.
 * @throws UsageError if there are several: a table has the rows of one
 */
export function onlyModel({ option }: TableFile, models: readonly PlannedFit[]): PlannedFit | undefined {
  if (models.length < 2) return models[0];
  const names = models.map(({ fitter }) => fitter.info.name).join(", ");
  throw new UsageError(`${option} is for one model, and there are several`, `choose one with --model: ${names}`);
}

/**
 * Writes a table and, to standard error, what its reader should know.
 * @throws UsageError if the file cannot be written
 */
export async function writeTable(
  { path, extension }: TableFile,
  table: Table,
  { result }: ReportedFit,
  { console, entries }: OutputContext,
): Promise<void> {
  const { tableFormats } = await entries.report();
  writeFileAtomically(path, tableFormats[extension](table));
  if (console.quiet) return;
  const rows = table.columns[0]?.values.length ?? 0;
  console.note(`wrote ${path} (${plural(rows, "row")})`);
  if (!result.success) console.note(`warning: ${path} is not of a fit: it has the values where the solver stopped`);
  for (const note of table.notes) console.note(`${path}: ${note}`);
}
