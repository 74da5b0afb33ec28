/**
 * Scans CSV, TSV and similar text: the records of RFC 4180 with any of five delimiters, line breaks
 * LF, CR LF or CR, blanks around cells, blank lines, and comment lines that start with `#` (unless
 * a cell with `#N/A` or the like does).
 */
import type { Message } from "../../diagnostics/index.js";
import { FitError } from "../messages/fit-error.js";
import { Byte, ByteCursor, type ByteSource } from "./bytes.js";
import { Cell } from "./cell.js";
import { dataMessages } from "./messages.js";
import { locationAt, readPart } from "./position.js";

/** `" "` stands for any run of spaces and tabs. */
export type Delimiter = "," | ";" | "\t" | "|" | " ";

/** The role of a byte. Most bytes are text, whose kind must be 0 for `ByteCursor.skipPlain`. */
const Kind = { text: 0, delimiter: 1, blank: 2, lineBreak: 3, nul: 4 } as const;

/** What spreadsheets write into a cell whose formula fails. */
const errorValues = ["N/A", "NAME?", "DIV/0!", "VALUE!", "REF!", "NUM!", "NULL!", "SPILL!", "CALC!", "FIELD!"];

/** The number of bytes from a `#` on in which an error value and the blanks after it must end. */
const searchedBytes = 64;

/** Reads a table record by record, and each record cell by cell. */
export class DelimitedScanner {
  /** The last cell read. */
  readonly cell: Cell;
  /** The offset at which the current record starts. */
  recordStart = 0;
  private readonly cursor: ByteCursor;
  private readonly kinds: Uint8Array;
  private readonly blankSeparated: boolean;
  private readonly errorValue: RegExp;
  private inRecord = false;

  /** @param names the column names wanted */
  constructor(
    private readonly source: ByteSource,
    delimiter: Delimiter,
    names: readonly string[] = [],
  ) {
    this.cell = new Cell("leave it empty or write NaN, NA, N/A or null", names);
    this.cursor = new ByteCursor(source);
    this.blankSeparated = delimiter === " ";
    const words = errorValues.map((word) => word.replace("?", "\\?")).join("|");
    this.errorValue = new RegExp(`^#(?:${words})[ \\t]*(?:[${this.blankSeparated ? " \\t" : delimiter}\\r\\n]|$)`);
    this.kinds = new Uint8Array(256);
    this.kinds[Byte.nul] = Kind.nul;
    this.kinds[Byte.lf] = Kind.lineBreak;
    this.kinds[Byte.cr] = Kind.lineBreak;
    this.kinds[Byte.space] = Kind.blank;
    this.kinds[Byte.tab] = Kind.blank;
    if (!this.blankSeparated) this.kinds[delimiter.charCodeAt(0)] = Kind.delimiter;
  }

  /** The offset of the current byte; after a record, the offset after its last byte. */
  get offset(): number {
    return this.cursor.offset;
  }

  /**
   * Moves to the next record, skipping blank lines and comments; returns false at the end. All
   * cells of the current record must have been read.
   */
  nextRecord(): boolean {
    const { cursor } = this;
    for (;;) {
      const byte = cursor.peek();
      if (byte === -1) return false;
      if (byte === Byte.hash && !this.atErrorValue()) this.skipLine();
      else if (this.kinds[byte] === Kind.blank || this.kinds[byte] === Kind.lineBreak) cursor.skip();
      else break;
    }
    this.recordStart = cursor.offset;
    this.inRecord = true;
    return true;
  }

  /**
   * Reads the next cell of the record into `cell`, with its text only if `wanted`; returns false
   * after the last.
   */
  nextCell(wanted: boolean): boolean {
    if (!this.inRecord) return false;
    const { cursor, cell, kinds } = this;
    this.skipBlanks();
    cell.clear(cursor.offset);
    if (cursor.peek() === Byte.quote) {
      this.quoted();
      return true;
    }
    for (;;) {
      const from = cursor.offset;
      cursor.skipPlain(kinds, wanted ? cell : null);
      if (cursor.offset > from) cell.end = cursor.offset;
      const byte = cursor.peek();
      const kind = byte === -1 ? Kind.lineBreak : (kinds[byte] as number);
      if (kind === Kind.nul) throw this.error(dataMessages.nulByteInData(), cursor.offset);
      if (kind !== Kind.blank || this.blankSeparated) break;
      // A blank inside the cell, or at its end.
      if (wanted) cell.push(byte);
      cursor.skip();
    }
    cell.trimEnd();
    this.endCell();
    return true;
  }

  /**
   * Reads from an opening quote to the end of the cell. `""` is a quote; only blanks may follow the
   * closing quote.
   */
  private quoted(): void {
    const { cursor, cell } = this;
    cursor.skip();
    for (;;) {
      const byte = cursor.peek();
      if (byte === -1) throw this.error(dataMessages.unclosedQuotedCell(), cell.start);
      if (byte === Byte.nul) throw this.error(dataMessages.nulByteInData(), cursor.offset);
      cursor.skip();
      if (byte === Byte.quote) {
        if (cursor.peek() !== Byte.quote) break;
        cursor.skip();
      }
      cell.push(byte);
    }
    cell.end = cursor.offset;
    if (!this.blankSeparated) this.skipBlanks();
    const next = cursor.peek();
    if (next !== -1 && (this.kinds[next] === Kind.text || next === Byte.nul)) {
      throw this.error(dataMessages.textAfterQuotedCell(), cursor.offset);
    }
    this.endCell();
  }

  /** Moves past the end of a cell, and records whether it also ends the record. */
  private endCell(): void {
    const { cursor } = this;
    if (this.blankSeparated) this.skipBlanks();
    const byte = cursor.peek();
    if (byte === -1 || this.kinds[byte] === Kind.lineBreak) this.inRecord = false;
    else if (!this.blankSeparated) cursor.skip();
  }

  private skipBlanks(): void {
    const { cursor } = this;
    for (let byte = cursor.peek(); byte !== -1 && this.kinds[byte] === Kind.blank; byte = cursor.peek()) cursor.skip();
  }

  /** Whether the `#` here begins an error value of a spreadsheet and not a comment. */
  private atErrorValue(): boolean {
    const { offset } = this.cursor;
    return this.errorValue.test(new TextDecoder().decode(readPart(this.source, offset, offset + searchedBytes)));
  }

  private skipLine(): void {
    const { cursor } = this;
    for (let byte = cursor.peek(); byte !== -1 && this.kinds[byte] !== Kind.lineBreak; byte = cursor.peek())
      cursor.skip();
  }

  private error(message: Message, offset: number): FitError {
    return new FitError(message, { location: locationAt(this.source, offset, offset + 1) });
  }
}
