/**
 * The tokens of JSON (RFC 8259), read from bytes as they come, so that a table of any size needs no memory but for its
 * columns, and an error has its place. Also read: NaN, Infinity and -Infinity, which Python writes. What no column wants is
 * checked for its strings and brackets alone.
 */
import type { Message, Span } from "../../diagnostics/index.js";
import { FitError } from "../messages/fit-error.js";
import { Byte, ByteCursor, type ByteSource } from "./bytes.js";
import { Cell } from "./cell.js";
import { dataMessages } from "./messages.js";
import { locationAt } from "./position.js";

const deepest = 1000;

/** Bytes by what they do to a token: 0 goes on with it. */
const wordEnds = endsAt(' \t\n\r,:[]{}"');
const stringEnds = endsAt('"\\\n\r');

/** What a value is, by its first byte; that of a number or a word may be any. */
const valueKinds: ReadonlyMap<number, string> = new Map([
  [Byte.quote, "a string"],
  [Byte.openBracket, "an array"],
]);

export class JsonScanner {
  /** The value read last. */
  readonly cell = new Cell("write null or NaN, or leave the member out");
  private readonly key = new Cell("");
  private readonly cursor: ByteCursor;

  constructor(private readonly source: ByteSource) {
    this.cursor = new ByteCursor(source);
  }

  /** The byte that starts the next token, or -1 at the end. */
  next(): number {
    const { cursor } = this;
    for (;;) {
      const byte = cursor.peek();
      if (byte !== Byte.space && byte !== Byte.lf && byte !== Byte.cr && byte !== Byte.tab) return byte;
      cursor.skip();
    }
  }

  /** Where the byte at hand is. */
  get offset(): number {
    return this.cursor.offset;
  }

  /** Goes past a bracket, a colon or the like. @throws FitError invalidJson where it is not there */
  take(byte: number): void {
    if (this.next() !== byte) throw this.expected(`'${String.fromCharCode(byte)}'`);
    this.cursor.skip();
  }

  /** Goes past the opening bracket of a list, whose items are then read while {@link more} says so. */
  open(bracket: number, close: number): boolean {
    this.take(bracket);
    if (this.next() !== close) return true;
    this.cursor.skip();
    return false;
  }

  /** After an item of a list: goes past the comma, true, or past the closing bracket, false. */
  more(close: number): boolean {
    const byte = this.next();
    if (byte !== Byte.comma && byte !== close) throw this.expected(`',' or '${String.fromCharCode(close)}'`);
    this.cursor.skip();
    return byte === Byte.comma;
  }

  /** The name of a member, and the colon after it. */
  name(): string {
    if (this.next() !== Byte.quote) throw this.expected("a name in quotes");
    this.key.clear(this.offset);
    const escaped = this.string(this.key);
    const name = this.key.text();
    if (name === undefined) throw this.error(dataMessages.columnNameNotUtf8(), this.key);
    this.take(Byte.colon);
    return escaped ? this.unescape(name) : name.slice(1, -1);
  }

  /** Where the name read last stands. */
  get keySpan(): Span {
    return this.key;
  }

  /** The next value into `cell` as it is written; of an array or an object its first byte. */
  value(): void {
    this.scalarOrSkip(this.cell);
  }

  /**
   * The error where a record should start and does not: another value, or nothing that JSON has.
   * @param what the brackets that may stand here
   * @param form how records are written in this format
   */
  noRecord(what: string, form: string): FitError {
    const { cell } = this;
    const start = this.next();
    // What starts no value is at hand as it is.
    if (start === -1 || (wordEnds[start] === 1 && !valueKinds.has(start))) return this.expected(what);
    this.value();
    const word = cell.text() ?? "";
    const number = cell.number() === undefined ? undefined : "a number";
    const found = valueKinds.get(start) ?? (/^(true|false|null)$/.test(word) ? word : number);
    if (found === undefined) return this.expected(what, cell.start);
    return this.error(dataMessages.jsonRecordExpected({ found, form }), cell);
  }

  /** Goes past the next value. */
  skipValue(): void {
    this.scalarOrSkip(null);
  }

  error(message: Message, { start, end }: Span): FitError {
    return new FitError(message, { location: locationAt(this.source, start, end) });
  }

  /** The error for a token that is not what it should be. */
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
      const start = cursor.offset;
      cursor.skipPlain(wordEnds, into);
      if (cursor.offset === start) throw this.expected("a value");
    }
    if (into !== null) into.end = cursor.offset;
  }

  /** A string with its quotes, as it is written; whether it has escapes. */
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

  /** From an opening bracket to the one that closes it. */
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
