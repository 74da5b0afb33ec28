import type { SourceFile, Span } from "../../diagnostics/index.js";

const maxLength = 80;
/**
 * Of a long span only this much at each end is processed: a sum of 100,000 terms has 100,000 spans
 * that long.
 */
const window = 4 * maxLength;

/**
 * A piece of the source for display: on one line, without comments, with the middle left out if it
 * is long.
 */
export function sourceText(source: SourceFile, span: Span): string {
  if (span.end - span.start <= 2 * window) return shorten(onOneLine(source.slice(span)));
  const head = onOneLine(source.slice({ start: span.start, end: span.start + window }));
  const tail = onOneLine(source.slice({ start: span.end - window, end: span.end }));
  return shorten(`${head} ${tail}`);
}

function onOneLine(text: string): string {
  return text
    .replace(/`(?:[^`\\]|\\.)*`|\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g, (found) => (found.startsWith("`") ? found : " "))
    .replace(/\s+/g, " ")
    .trim();
}

function shorten(text: string): string {
  if (text.length <= maxLength) return text;
  const half = (maxLength - 5) / 2;
  return `${text.slice(0, Math.ceil(half))} ... ${text.slice(text.length - Math.floor(half))}`;
}
