import type { Location } from "../../diagnostics/index.js";
import { Byte, type ByteSource, byteOrderMark } from "./bytes.js";

/** The longest line shown, in bytes. Positions in longer lines are still exact. */
const longestLine = 1 << 20;

/**
 * The line and column of the bytes `[start, end)` of a source. It is found by reading the source
 * again from its start: readers track only byte offsets, so that the cost of counting lines arises
 * only for errors. Lines end with LF, CR LF or CR; columns count UTF-16 code units. A location that
 * extends beyond its first line is cut at the end of that line.
 */
export function locationAt(source: ByteSource, start: number, end: number): Location {
  const { line, lineStart, lineEnd } = lineAround(source, start);
  const first = 1 + textLength(source, lineStart, start);
  const last = first + Math.max(1, textLength(source, start, Math.min(end, lineEnd)));
  const lineText = lineEnd - lineStart > longestLine ? null : decode(readPart(source, lineStart, lineEnd));
  return { path: source.path, start: { line, column: first }, end: { line, column: last }, lineText };
}

interface Line {
  /** Line number, from 1. */
  readonly line: number;
  readonly lineStart: number;
  /** The offset of the line break that ends the line. */
  readonly lineEnd: number;
}

function lineAround(source: ByteSource, offset: number): Line {
  const buffer = new Uint8Array(1 << 16);
  let line = 1;
  let lineStart = byteOrderMark(source);
  let afterCr = false;
  for (let base = 0, count = 0; ; base += count) {
    count = source.readAt(base, buffer);
    if (count === 0) return { line, lineStart, lineEnd: base };
    for (let i = 0; i < count; i++) {
      const byte = buffer[i];
      const here = base + i;
      if (byte === Byte.lf && afterCr) {
        lineStart = here + 1;
      } else if (byte === Byte.lf || byte === Byte.cr) {
        if (here >= offset) return { line, lineStart, lineEnd: here };
        line++;
        lineStart = here + 1;
      }
      afterCr = byte === Byte.cr;
    }
  }
}

/** The number of UTF-16 code units in part of the source, which is read piece by piece. */
function textLength(source: ByteSource, start: number, end: number): number {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const buffer = new Uint8Array(1 << 16);
  let length = 0;
  for (let at = start; at < end; ) {
    const count = Math.min(source.readAt(at, buffer), end - at);
    if (count === 0) break;
    length += decoder.decode(buffer.subarray(0, count), { stream: true }).length;
    at += count;
  }
  return length + decoder.decode().length;
}

/** The bytes `[start, end)` of a source. */
export function readPart(source: ByteSource, start: number, end: number): Uint8Array {
  const bytes = new Uint8Array(end - start);
  let length = 0;
  while (length < bytes.length) {
    const count = source.readAt(start + length, bytes.subarray(length));
    if (count === 0) break;
    length += count;
  }
  return bytes.subarray(0, length);
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
