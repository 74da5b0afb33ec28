import { type Paint, renderDiagnostic } from "../../diagnostics/index.js";
import type { Outcome, ReportDocument, Section } from "../document/document.js";
import { provenanceTable } from "../document/provenance.js";
import { shownColumns, type Table } from "../document/table.js";
import { layoutTable } from "./text-table.js";
import { wrapText } from "./wrap.js";

export interface TextOptions {
  readonly paint: Paint;
  /** Width of the terminal in columns. */
  readonly width: number;
  /** True to leave out the warnings. */
  readonly quiet: boolean;
}

/** The widest paragraph where the width is not limited. */
const paragraphWidth = 100;

/** A report as text for a person to read; every line ends with a line break. */
export function printText(document: ReportDocument, { paint, width, quiet }: TextOptions): string {
  const title = (text: string) => paint("bold", text);
  const lines = (table: Table) => layoutTable(shownColumns(table), width, (text) => paint("dim", text));
  const untitled = (table: Table) =>
    layoutTable(shownColumns(table), Number.POSITIVE_INFINITY, (text) => text).slice(1);
  const section = ({ title: heading, table, remark, untitled: plain }: Section) => [
    title(heading),
    ...(plain === true ? untitled(table) : lines(table)),
    ...(remark === undefined ? [] : [`  ${remark}`]),
  ];
  const { parameters, derived, warnings, provenance } = document;
  const parts: (readonly string[])[] = [
    [title(document.title), ...document.statements.map((line) => `  ${line}`)],
    outcomeLines(document.outcome, paint),
    [title("parameters"), ...lines(parameters)],
    ...(derived.columns[0]?.cells.length === 0 ? [] : [[title("derived quantities"), ...lines(derived)]]),
    ...document.sections.map(section),
    [title("goodness of fit"), ...untitled(document.goodness)],
  ];
  if (warnings.length > 0 && !quiet) {
    const line = (message: (typeof warnings)[number]) =>
      renderDiagnostic({ ...message, location: null }, { frame: false, paint });
    parts.push([title("warnings"), ...warnings.map((message) => `  ${line(message)}`)]);
  }
  if (provenance !== null) {
    parts.push([
      title("source"),
      ...untitled(provenanceTable(provenance, document.source.problem.specSha256)),
      "",
      ...wrapText(document.sentence, Math.min(width, paragraphWidth) - 2)
        .split("\n")
        .map((line) => `  ${line}`),
    ]);
  }
  return `${parts.map((part) => part.join("\n")).join("\n\n")}\n`;
}

function outcomeLines({ success, alarm, lines }: Outcome, paint: Paint): string[] {
  const all = [...(alarm === null ? [] : [alarm]), ...lines].map((line) => `  ${line}`);
  return success ? all : all.map((line) => paint("red", line));
}
