/**
 * Reads the tokens of JSON (RFC 8259) from bytes as they arrive, so that a table of any size needs
 * no memory except for its columns, and every error has a position. Also accepts NaN, Infinity and
 * -Infinity, as Python writes them. Inside arrays and objects that no column needs, only numbers,
 * words, strings and brackets are checked.
 */
import type { Message, Span } from "../../diagnostics/index.js";
import { FitError } from "../messages/fit-error.js";
import { Byte, ByteCursor, type ByteSource } from "./bytes.js";
import { Cell } from "./cell.js";
import { JsonCell } from "./json-cell.js";
import { dataMessages } from "./messages.js";
import { locationAt } from "./position.js";

const deepest = 1000;

/** For each byte, 0 if it continues a token and 1 if it ends it. */
const wordEnds = endsAt(' \t\n\r,:[]{}"');
const stringEnds = endsAt('"\\\n\r');

/**
 * The kind of a value by its first byte. Numbers and words are not listed: they may start with
 * other bytes.
 */
const valueKinds: ReadonlyMap<number, string> = new Map([
  [Byte.quote, "a string"],
  [Byte.openBracket, "an array"],
]);

export class JsonScanner {
  /** The last value read. */
  readonly cell = new JsonCell("write null or NaN, or leave the member out");
  /** The number of line breaks before the current token. */
  lineBreaks = 0;
  private readonly key: Cell;
  /** A number or a word that no column needs. */
  private readonly word = new JsonCell("");
  private readonly cursor: ByteCursor;

  /** @param names the names of members wanted */
  constructor(
    private readonly source: ByteSource,
    names: readonly string[],
  ) {
    this.key = new Cell("", names);
    this.cursor = new ByteCursor(source);
  }

  /** The byte that starts the next token, or -1 at the end. */
  next(): number {
    const { cursor } = this;
    for (;;) {
      const byte = cursor.peek();
      if (byte === Byte.lf || byte === Byte.cr) this.lineBreaks++;
      else if (byte !== Byte.space && byte !== Byte.tab) return byte;
      cursor.skip();
    }
  }

  /** The offset of the current byte. */
  get offset(): number {
    return this.cursor.offset;
  }

  /**
   * Moves past a bracket, a colon or the like.
   * @throws FitError `invalidJson` if it is not the next token
   */
  take(byte: number): void {
    if (this.next() !== byte) throw this.expected(`'${String.fromCharCode(byte)}'`);
    this.cursor.skip();
  }

  /**
   * Moves past the opening bracket of a list; returns false if the list is empty, having moved past
   * its end. Further items follow as long as {@link more} returns true.
   */
  open(bracket: number, close: number): boolean {
    this.take(bracket);
    if (this.next() !== close) return true;
    this.cursor.skip();
    return false;
  }

  /**
   * After an item of a list: moves past the comma and returns true, or past the closing bracket and
   * returns false.
   */
  more(close: number): boolean {
    const byte = this.next();
    if (byte !== Byte.comma && byte !== close) throw this.expected(`',' or '${String.fromCharCode(close)}'`);
    this.cursor.skip();
    return byte === Byte.comma;
  }

  /** Reads the name of a member and the colon after it. */
  name(): string {
    if (this.next() !== Byte.quote) throw this.expected("a name in quotes");
    this.key.clear(this.offset);
    const escaped = this.string(this.key);
    const name = this.key.text();
    if (name === undefined) throw this.error(dataMessages.columnNameNotUtf8(), this.key);
    this.take(Byte.colon);
    // A name that is too long to be kept is none of those wanted.
    return escaped && !this.key.cut ? this.unescape(name) : name.slice(1, -1);
  }

  /** The position of the last name read. */
  get keySpan(): Span {
    return this.key;
  }

  /** Reads the next value into `cell` as written; of an array or an object only the first byte. */
  value(): void {
    this.scalarOrSkip(this.cell);
  }

  /**
   * The error for a missing record: there is another value instead, or something that is not JSON.
   * @param what the brackets that may occur here
   * @param form how this format writes records
   */
  noRecord(what: string, form: string): FitError {
    const { cell } = this;
    const start = this.next();
    // Not the start of a value: the byte itself is at fault.
    if (start === -1 || (wordEnds[start] === 1 && !valueKinds.has(start))) return this.expected(what);
    this.value();
    const word = cell.text() ?? "";
    const number = cell.number() === undefined ? undefined : "a number";
    const found = valueKinds.get(start) ?? (/^(true|false|null)$/.test(word) ? word : number);
    if (found === undefined) return this.expected(what, cell.start);
    return this.error(dataMessages.jsonRecordExpected({ found, form }), cell);
  }

  /** Moves past the next value. */
  skipValue(): void {
    this.scalarOrSkip(null);
  }

  error(message: Message, { start, end }: Span): FitError {
    return new FitError(message, { location: locationAt(this.source, start, end) });
  }

  /** The error for an unexpected token. */
  expected(what: string, offset = this.offset): FitError {
    if (this.next() === Byte.nul) return this.error(dataMessages.nulByteInData(), { start: offset, end: offset + 1 });
    return this.error(dataMessages.invalidJson({ what }), { start: offset, end: offset + 1 });
  }

  private scalarOrSkip(into: Cell | null): void {
    const { cursor } = this;
    const byte = this.next();
    into?.clear(cursor.offset);
    if (byte === Byte.quote) this.string(into);
    else if (byte === Byte.openBracket || byte === Byte.openBrace) {
      into?.push(byte);
      this.skipNested();
    } else {
      this.scalar(into ?? this.word, into === null);
    }
    if (into !== null) into.end = cursor.offset;
  }

  /** Reads a number or a word. One that a column needs is checked by its reader. */
  private scalar(into: Cell, check: boolean): void {
    const { cursor, word } = this;
    const start = cursor.offset;
    if (check) word.clear(start);
    cursor.skipPlain(wordEnds, into);
    if (cursor.offset === start || (check && !word.isScalar())) throw this.expected("a value", start);
  }

  /** Reads a string, with its quotes, as written; returns true if it contains escapes. */
  private string(into: Cell | null): boolean {
    const { cursor } = this;
    const start = cursor.offset;
    let escaped = false;
    into?.push(Byte.quote);
    cursor.skip();
    for (;;) {
      cursor.skipPlain(stringEnds, into);
      const byte = cursor.peek();
      if (byte !== Byte.quote && byte !== Byte.backslash) {
        throw this.error(dataMessages.unclosedJsonString(), { start, end: cursor.offset });
      }
      into?.push(byte);
      cursor.skip();
      if (byte === Byte.quote) break;
      escaped = true;
      const after = cursor.peek();
      if (after !== -1) {
        into?.push(after);
        cursor.skip();
      }
    }
    if (into !== null) into.end = cursor.offset;
    return escaped;
  }

  private unescape(quoted: string): string {
    try {
      return String(JSON.parse(quoted));
    } catch {
      throw this.error(dataMessages.invalidJson({ what: "a name with valid escapes" }), this.key);
    }
  }

  /** Moves from an opening bracket past the matching closing one. */
  private skipNested(): void {
    const { cursor } = this;
    const closers: number[] = [];
    do {
      const byte = this.next();
      if (byte === Byte.openBracket) closers.push(Byte.closeBracket);
      else if (byte === Byte.openBrace) closers.push(Byte.closeBrace);
      else if (byte === Byte.closeBracket || byte === Byte.closeBrace) {
        const closer = closers.pop() as number;
        if (byte !== closer) throw this.expected(`'${String.fromCharCode(closer)}'`);
      } else if (byte === Byte.quote) {
        this.string(null);
        continue;
      } else if (byte !== Byte.comma && byte !== Byte.colon && byte !== -1) {
        this.scalar(this.word, true);
        continue;
      } else if (byte === -1) throw this.expected(`'${String.fromCharCode(closers.at(-1) as number)}'`);
      if (closers.length > deepest) throw this.expected(`no more than ${deepest} levels`);
      cursor.skip();
    } while (closers.length > 0);
  }
}

function endsAt(characters: string): Uint8Array {
  const ends = new Uint8Array(256);
  for (const character of characters) ends[character.charCodeAt(0)] = 1;
  ends[Byte.nul] = 1;
  return ends;
}
