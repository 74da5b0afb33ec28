import { renderDiagnostic } from "../../diagnostics/index.js";
import type { ReportDocument, Section } from "../document/document.js";
import { provenanceTable } from "../document/provenance.js";
import { shownColumns, type Table } from "../document/table.js";
import type { Picture } from "./picture.js";

/** A report as Markdown (CommonMark with the tables of GitHub). */
export function printMarkdown(document: ReportDocument, pictures: readonly Picture[]): string {
  const { outcome, derived, warnings, provenance, source } = document;
  const alarm = outcome.alarm === null ? [] : [`**${text(outcome.alarm)}**`];
  const image = ({ name }: Picture, i: number) => `![${text(name)}][figure-${i + 1}]`;
  const figure = (picture: Picture, i: number) => [
    image(picture, i),
    ...[picture.caption, ...picture.remarks].map((line) => text(line)),
  ];
  const [first, ...others] = pictures;
  return blocks([
    `# ${text(document.title)}`,
    ...(document.doc === null ? [] : [text(document.doc)]),
    fenced(document.statements.join("\n")),
    ...alarm,
    outcome.lines.map((line) => text(line)).join("  \n"),
    warnings.map(warningLine).join("\n"),
    ...(first === undefined ? [] : figure(first, 0)),
    ...section({ title: "Parameters", table: document.parameters }),
    ...(derived.columns[0]?.cells.length === 0 ? [] : section({ title: "Derived quantities", table: derived })),
    ...document.sections.flatMap(section),
    ...section({ title: "Goodness of fit", table: document.goodness }),
    ...(others.length === 0 ? [] : ["## Figures", ...others.flatMap((picture, i) => figure(picture, i + 1))]),
    ...(provenance === null
      ? []
      : [
          "## Source",
          text(document.sentence),
          table(provenanceTable(provenance, source.problem.specSha256)),
          fenced(provenance.spec.text.trimEnd()),
        ]),
    pictures.map(({ svg }, i) => `[figure-${i + 1}]: ${svgUrl(svg)}`).join("\n"),
  ]);
}

/** The tables of parameters and derived quantities alone, to be pasted. */
export function printMarkdownTables({ outcome, parameters, derived, warnings }: ReportDocument): string {
  const alarm = outcome.alarm === null ? [] : [`**${text(outcome.alarm)}**`];
  const tables = [parameters, derived].filter(({ columns }) => columns[0]?.cells.length !== 0);
  return blocks([...alarm, ...tables.map(table), warnings.map(warningLine).join("\n")]);
}

function blocks(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function section({ title, table: content, remark }: Section): string[] {
  const heading = `## ${title.slice(0, 1).toUpperCase()}${text(title.slice(1))}`;
  return [heading, table(content), ...(remark === undefined ? [] : [text(remark)])];
}

function table(content: Table): string {
  const columns = shownColumns(content);
  const rows = columns[0]?.cells.length ?? 0;
  if (rows === 0) return "";
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(({ title }) => text(title))),
    line(columns.map(({ align }) => (align === "right" ? "---:" : "---"))),
    ...Array.from({ length: rows }, (_, row) => line(columns.map(({ cells }) => text(cells[row] ?? "")))),
  ].join("\n");
}

function warningLine(message: ReportDocument["warnings"][number]): string {
  return `- ${text(renderDiagnostic({ ...message, location: null }, { frame: false }))}`;
}

/**
 * Escapes what Markdown, GitHub's addresses without marks among it, or HTML could take for markup.
 * Only punctuation can be escaped: a backslash before a letter or a digit would be shown.
 */
function text(plain: string): string {
  return plain
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[\\`*_[\]|~$@]/g, "\\$&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/(www)\./gi, "$1\\.")
    .replace(/^(\s*)(=|>|-(?![^\s-])|\+(?!\S)|#{1,6}(?!\S))/gm, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?!\S)/gm, "$1\\$2");
}

/** A block of code; the fence is longer than any in the text. */
function fenced(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}fit\n${code}\n${fence}`;
}

function svgUrl(svg: string): string {
  return `data:image/svg+xml;base64,${base64(new TextEncoder().encode(svg))}`;
}

/** In parts, since the arguments of a call are limited. */
function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let from = 0; from < bytes.length; from += 4096)
    binary += String.fromCharCode(...bytes.subarray(from, from + 4096));
  return btoa(binary);
}
