import { extname } from "node:path";
import { plural } from "../../diagnostics/index.js";
import type { Table } from "../../report/index.js";
import type { ReportedFit } from "../../report/reported-fit.js";
import { type TableExtension, tableExtensions } from "../../report/tables/formats/extensions.js";
import type { Fitter } from "../../runtime/index.js";
import { UsageError } from "../usage-error.js";
import { writeFileAtomically } from "../write-file.js";
import type { Output, PlannedFit } from "./output.js";

type Report = typeof import("../../report/index.js");

/** What one option for a file with a table makes. */
export interface TableKind {
  /** The option: `--table`, say. */
  readonly option: string;
  /** @throws UsageError for a model that has no such table */
  check(fitter: Fitter): void;
  make(fit: ReportedFit, report: Report): Table;
}

/**
 * Writes a table of the only model of a run.
 * @throws UsageError for a file of an unknown format
 */
export function tableFile(path: string, kind: TableKind): Output {
  const extension = extensionOf(path, kind);
  let made: { readonly fit: ReportedFit; readonly table: Table } | null = null;
  return {
    files: [path],
    prepare(models) {
      refuseSeveral(models, kind);
      for (const { fitter } of models) kind.check(fitter);
    },
    async add(fit, { entries }) {
      made = { fit, table: kind.make(fit, await entries.report()) };
    },
    async end({ console, entries }) {
      if (made === null) return;
      const { tableFormats } = await entries.report();
      writeFileAtomically(path, tableFormats[extension](made.table));
      if (!console.quiet) for (const line of notesOn(path, made.table, made.fit)) console.note(line);
    },
  };
}

function extensionOf(path: string, { option }: TableKind): TableExtension {
  const written = extname(path).slice(1).toLowerCase();
  const extension = tableExtensions.find((known) => known === written);
  if (extension !== undefined) return extension;
  const known = tableExtensions.map((each) => `.${each}`).join(", ");
  throw new UsageError(`${option} cannot write '${path}': its name must end with one of ${known}`);
}

/** A table has the rows of one model. */
function refuseSeveral(models: readonly PlannedFit[], { option }: TableKind): void {
  if (models.length < 2) return;
  const names = [...new Set(models.map(({ fitter }) => fitter.info.name))];
  throw new UsageError(
    `${option} is for one model, and there are several`,
    names.length === models.length ? `choose one with --model: ${names.join(", ")}` : "fit one file",
  );
}

function notesOn(path: string, { columns, notes }: Table, { result }: ReportedFit): readonly string[] {
  return [
    `wrote ${path} (${plural(columns[0]?.values.length ?? 0, "row")})`,
    ...(result.success ? [] : [`warning: ${path} is not of a fit: it has the values where the solver stopped`]),
    ...notes.map((note) => `${path}: ${note}`),
  ];
}
