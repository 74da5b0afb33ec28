import type { Diagnostic, Location, Message } from "./diagnostic.js";
import { printable, printableLines } from "./printable.js";

/**
 * Colours a piece of text; the identity if the output is not a terminal. The caller supplies it, so
 * that this layer does not depend on a terminal library.
 */
export type Paint = (style: "red" | "yellow" | "cyan" | "blue" | "bold" | "dim", text: string) => string;

export interface RenderOptions {
  /** Show the source line with the span underlined (the default) instead of a single line. */
  readonly frame?: boolean;
  /** Without it, there are no colours. */
  readonly paint?: Paint;
}

const maxLineLength = 160;

const plain: Paint = (_style, text) => text;

/**
 * `file:line:col - error FIT2001: ...`, with a code frame and the help below it.
 *
 * ```ts
 * for (const diagnostic of check(text)) console.error(renderDiagnostic(diagnostic));
 * ```
 * @param diagnostic a diagnostic; or a message without a place, such as a warning of a fit or the
 *   `diagnostic` of a `FitError`
 */
export function renderDiagnostic(
  diagnostic: Message & Partial<Diagnostic>,
  { frame = true, paint = plain }: RenderOptions = {},
): string {
  const { location = null } = diagnostic;
  const place =
    location === null ? "" : `${printable(location.path)}:${location.start.line}:${location.start.column} - `;
  const colour = diagnostic.severity === "error" ? "red" : "yellow";
  const head = `${place}${paint(colour, diagnostic.severity)} ${paint("dim", `${diagnostic.code}:`)} ${printable(diagnostic.message)}`;
  const help = diagnostic.help === null ? null : printable(diagnostic.help);
  if (!frame) return help === null ? head : `${head} (${help})`;
  const lines = [head];
  if (location !== null && location.lineText !== null)
    lines.push("", ...codeFrame(location, (text) => paint(colour, text)));
  for (const { message, location } of diagnostic.related ?? []) {
    lines.push(`  ${paint("dim", `${location.start.line}:${location.start.column}`)} ${printable(message)}`);
  }
  if (help !== null) lines.push("", `  ${paint("cyan", "help:")} ${help}`);
  return lines.join("\n");
}

function codeFrame(location: Location, underline: (text: string) => string): string[] {
  const text = location.lineText ?? "";
  const first = location.start.column - 1;
  const last = location.end.line === location.start.line ? location.end.column - 1 : text.length;
  // Show only the part of a very long line that surrounds the position.
  const from = first > maxLineLength / 2 ? first - 40 : 0;
  const shown = printableLines(text.slice(from, from + maxLineLength));
  const width = Math.max(1, printable(text.slice(first, Math.min(last, from + maxLineLength))).length);
  const number = String(location.start.line);
  const pad = printableLines(text.slice(from, first)).replace(/[^\t]/g, " ");
  return [`  ${number} | ${shown}`, `  ${" ".repeat(number.length)} | ${pad}${underline("~".repeat(width))}`];
}
