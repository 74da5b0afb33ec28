import { listed } from "../../diagnostics/index.js";
import type { ReportDocument, Section } from "../document/document.js";
import { provenanceTable } from "../document/provenance.js";
import { shownColumns, type Table } from "../document/table.js";
import { htmlStyle } from "./html-style.js";
import type { Picture } from "./picture.js";

/** A report with its figures, and its line of JSON. */
export interface HtmlPart {
  readonly document: ReportDocument;
  readonly pictures: readonly Picture[];
  readonly json: string;
}

/** Forbids everything but the styles and the pictures inside the page: no script, no address. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * Reports as one page that needs nothing else: no script, no network.
 * @param figureCss the rules that adapt the figures to a dark page
 */
export function printHtml(parts: readonly HtmlPart[], figureCss: string): string {
  const title = listed(parts.map(({ document }) => document.title));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text(`Fit of ${title}`)}</title>
<style>
${htmlStyle}${figureCss}</style>
</head>
<body>
${parts.map(article).join("\n")}
</body>
</html>
`;
}

function article({ document, pictures, json }: HtmlPart): string {
  const { outcome, derived, warnings, provenance, source } = document;
  const [first, ...others] = pictures;
  return lines([
    "<article>",
    `<h1>${text(document.title)}</h1>`,
    document.doc === null ? "" : `<p class="doc">${text(document.doc)}</p>`,
    `<pre class="statements">${text(document.statements.join("\n"))}</pre>`,
    outcome.alarm === null ? "" : `<p class="alarm" role="alert">${text(outcome.alarm)}</p>`,
    ...outcome.lines.map((line) => `<p class="outcome">${text(line)}</p>`),
    warnings.length === 0 ? "" : `<ul class="warnings">${warnings.map(warningItem).join("")}</ul>`,
    first === undefined ? "" : figure(first),
    ...section({ title: "parameters", table: document.parameters }),
    ...(derived.columns[0]?.cells.length === 0 ? [] : section({ title: "derived quantities", table: derived })),
    ...document.sections.flatMap(section),
    ...section({ title: "goodness of fit", table: document.goodness, untitled: true }),
    ...(others.length === 0 ? [] : ["<h2>Figures</h2>", ...others.map(figure)]),
    ...(provenance === null
      ? []
      : [
          "<h2>Source</h2>",
          `<blockquote>${text(document.sentence)}</blockquote>`,
          htmlTable(provenanceTable(provenance, source.problem.specSha256), true),
          `<pre class="spec">${text(provenance.spec.text.trimEnd())}</pre>`,
        ]),
    `<details><summary>The result as JSON</summary><pre>${text(json)}</pre></details>`,
    "</article>",
  ]);
}

function section({ title, table, remark, untitled }: Section): string[] {
  return [
    `<h2>${text(title.slice(0, 1).toUpperCase() + title.slice(1))}</h2>`,
    htmlTable(table, untitled === true),
    remark === undefined ? "" : `<p>${text(remark)}</p>`,
  ];
}

function htmlTable(table: Table, untitled: boolean): string {
  const columns = shownColumns(table);
  const rows = columns[0]?.cells.length ?? 0;
  if (rows === 0) return "";
  const row = (cellOf: (column: (typeof columns)[number]) => string, tag: "td" | "th") => {
    const cells = columns.map((column, i) => {
      // The first cell of a row says what the row is about.
      const name = tag === "th" || i > 0 ? tag : "th";
      const scope = name === "th" ? ` scope="${tag === "th" ? "col" : "row"}"` : "";
      return `<${name}${scope}${column.align === "right" ? ' class="number"' : ""}>${text(cellOf(column))}</${name}>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  };
  const body = Array.from({ length: rows }, (_, i) => row(({ cells }) => cells[i] ?? "", "td"));
  const head = untitled ? "" : `<thead>${row(({ title }) => title, "th")}</thead>\n`;
  return `<div class="wide"><table>\n${head}<tbody>\n${body.join("\n")}\n</tbody>\n</table></div>`;
}

function figure({ svg, caption, remarks }: Picture): string {
  const notes = remarks.map((remark) => `<br>${text(remark)}`).join("");
  return `<figure>\n${svg}\n<figcaption>${text(caption)}${notes}</figcaption>\n</figure>`;
}

function warningItem({ code, message, help }: ReportDocument["warnings"][number]): string {
  return `<li>Warning <code>${text(code)}</code>: ${text(message)}${help === null ? "" : ` (${text(help)})`}</li>`;
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text without a meaning in HTML. */
function text(plain: string): string {
  return plain.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
