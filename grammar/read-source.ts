import { DiagnosticBag, SourceFile, type StageResult } from "../diagnostics/index.js";
import { messageTemplates as messages } from "./messages.js";

/**
 * Decodes the bytes of a `.fit` file as UTF-8 and removes a byte order mark; offsets count from the
 * text after the mark. If the bytes are not valid UTF-8, that is reported, and the source is the
 * text that could be decoded.
 */
export function readSource(path: string, bytes: Uint8Array): StageResult<SourceFile> {
  const text = new TextDecoder().decode(bytes);
  const source = new SourceFile(path, text);
  const bag = new DiagnosticBag(source);
  const invalid = firstInvalid(bytes);
  const nul = text.indexOf("\0");
  if (invalid !== null) {
    const but = /^(?:\xff\xfe|\xfe\xff)/.test(String.fromCharCode(...bytes.subarray(0, 2)))
      ? ": it seems to be UTF-16"
      : "";
    bag.report(messages.sourceNotUtf8({ but }), { start: invalid, end: invalid + 1 });
  } else if (nul >= 0) {
    bag.report(messages.nulByteInSource(), { start: nul, end: nul + 1 });
  }
  return { value: source, diagnostics: bag.sorted() };
}

/**
 * The offset in the decoded text of the first byte that is not UTF-8; null if all bytes are valid.
 */
function firstInvalid(bytes: Uint8Array): number | null {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return null;
  } catch {
    // A streaming decoder accepts an incomplete character at the end, so a bisection over the
    // length finds the end of the valid part.
    let valid = 0;
    let invalid = bytes.length;
    while (invalid - valid > 1) {
      const middle = (valid + invalid) >> 1;
      if (decodes(bytes.subarray(0, middle))) valid = middle;
      else invalid = middle;
    }
    return new TextDecoder().decode(bytes.subarray(0, valid), { stream: true }).length;
  }
}

/** Whether bytes are valid UTF-8, apart from a character cut off at their end. */
function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
