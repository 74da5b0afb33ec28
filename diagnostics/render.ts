import type { Diagnostic } from "./diagnostic.js";

/** How text is coloured; the identity where the output is not a terminal. Given by the caller, so that this layer knows of none. */
export type Paint = (style: "red" | "yellow" | "cyan" | "bold" | "dim", text: string) => string;

export interface RenderOptions {
  /** With the source line and the span underlined, which is the default; else one line. */
  readonly frame?: boolean;
  /** No colours without it. */
  readonly paint?: Paint;
}

const longestLine = 160;

const plain: Paint = (_style, text) => text;

/** `file:line:col - error FIT2001: ...`, with a code frame and the help below it. */
export function renderDiagnostic(diagnostic: Diagnostic, { frame = true, paint = plain }: RenderOptions = {}): string {
  const { location } = diagnostic;
  const place =
    location === null ? "" : `${printable(location.path)}:${location.start.line}:${location.start.column} - `;
  const colour = diagnostic.severity === "error" ? "red" : "yellow";
  const head = `${place}${paint(colour, diagnostic.severity)} ${paint("dim", `${diagnostic.code}:`)} ${printable(diagnostic.message)}`;
  const help = diagnostic.help === null ? null : printable(diagnostic.help);
  if (!frame) return help === null ? head : `${head} (${help})`;
  const lines = [head];
  if (location?.lineText != null) lines.push("", ...codeFrame(location, (text) => paint(colour, text)));
  if (help !== null) lines.push("", `  ${paint("cyan", "help:")} ${help}`);
  return lines.join("\n");
}

function codeFrame(location: NonNullable<Diagnostic["location"]>, underline: (text: string) => string): string[] {
  const text = location.lineText ?? "";
  const first = location.start.column - 1;
  const last = location.end.line === location.start.line ? location.end.column - 1 : text.length;
  // A very long line is shown around the place, not whole.
  const from = first > longestLine / 2 ? first - 40 : 0;
  const shown = visible(text.slice(from, from + longestLine));
  const width = Math.max(1, Math.min(last, from + longestLine) - first);
  const number = String(location.start.line);
  const pad = visible(text.slice(from, first)).replace(/[^\t]/g, " ");
  return [`  ${number} | ${shown}`, `  ${" ".repeat(number.length)} | ${pad}${underline("~".repeat(width))}`];
}

/** Control characters would move the cursor or colour a terminal: each is shown as one replacement character. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being replaced
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, "\ufffd");
}

function printable(text: string): string {
  return visible(text.replace(/\n/g, "\\n"));
}
