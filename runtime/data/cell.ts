import { FitError } from "../messages/fit-error.js";
import { shortened } from "../messages/show.js";
import { Byte, type ByteSink, type ByteSource } from "./bytes.js";
import { parseDecimal, text } from "./decimal.js";
import { dataMessages } from "./messages.js";
import { locationAt } from "./position.js";

/**
 * The longest cell kept, in bytes: longer than any number or column name. The rest of a longer cell
 * is skipped, so that memory stays bounded.
 */
const longestCell = 1 << 14;

/** The most bytes of a UTF-16 code unit of a name: those of `\u0041`. */
const bytesPerUnit = 6;

/**
 * One cell of a table: its text and its position. A reader has one cell and fills it again and
 * again.
 */
export class Cell implements ByteSink {
  readonly bytes: Uint8Array;
  /** The number of bytes filled. */
  length = 0;
  /** True if the cell was too long to be kept whole. */
  cut = false;
  /** The offsets in the source of its first byte, and of the byte after its last. */
  start = 0;
  end = 0;
  private readonly decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  /**
   * @param missing how this format writes a missing value, for error messages
   * @param names names that must be kept whole if they are in the cell
   */
  constructor(
    readonly missing: string,
    names: readonly string[] = [],
  ) {
    const longest = names.reduce((most, { length }) => Math.max(most, length), 0);
    this.bytes = new Uint8Array(Math.max(longestCell, bytesPerUnit * (longest + 1)));
  }

  clear(start: number): void {
    this.length = 0;
    this.cut = false;
    this.start = start;
    this.end = start;
  }

  push(byte: number): void {
    if (this.length < this.bytes.length) this.bytes[this.length++] = byte;
    else this.cut = true;
  }

  append(bytes: Uint8Array, from: number, to: number): void {
    const target = this.bytes;
    let { length } = this;
    const stop = Math.min(to, from + target.length - length);
    for (let i = from; i < stop; i++) target[length++] = bytes[i] as number;
    this.length = length;
    if (stop < to) this.cut = true;
  }

  /** Removes blanks from the end. */
  trimEnd(): void {
    while (this.length > 0 && isBlank(this.bytes[this.length - 1] as number)) this.length--;
  }

  /** The text of the cell; `undefined` if it is not valid UTF-8. */
  text(): string | undefined {
    try {
      const bytes = this.bytes.subarray(0, this.length);
      // Its last character may be cut off.
      if (this.cut) return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
      return this.decoder.decode(bytes);
    } catch {
      return undefined;
    }
  }

  /**
   * The number in the cell: NaN if it says that the value is missing, `undefined` if it holds
   * anything else.
   */
  number(): number | undefined {
    let from = 0;
    let to = this.length;
    while (from < to && isBlank(this.bytes[from] as number)) from++;
    while (to > from && isBlank(this.bytes[to - 1] as number)) to--;
    if (from === to) return Number.NaN;
    if (this.cut) return undefined;
    return parseDecimal(this.bytes, from, to) ?? wordValue(this.bytes, from, to);
  }
}

function isBlank(byte: number): boolean {
  return byte === Byte.space || byte === Byte.tab;
}

const words: ReadonlyMap<string, number> = new Map([
  ["nan", Number.NaN],
  ["na", Number.NaN],
  ["n/a", Number.NaN],
  ["null", Number.NaN],
  ["inf", Number.POSITIVE_INFINITY],
  ["infinity", Number.POSITIVE_INFINITY],
]);

/** The value of a word that stands for a number or a missing value, in upper or lower case. */
function wordValue(bytes: Uint8Array, from: number, to: number): number | undefined {
  if (to - from > "-infinity".length) return undefined;
  const sign = bytes[from];
  const signed = sign === Byte.plus || sign === Byte.minus;
  const value = words.get(text(bytes, signed ? from + 1 : from, to).toLowerCase());
  return sign === Byte.minus && value !== undefined ? -value : value;
}

/**
 * The error for a cell that should hold a number and does not, with its position.
 * @param show whether the text of the cell may be shown
 */
export function notNumber(
  source: ByteSource,
  cell: Cell,
  { row, column, show }: { readonly row: number; readonly column: string; readonly show: boolean },
): FitError {
  const written = (cell.text() ?? text(cell.bytes, 0, cell.length)).trim();
  const short = shortened(written);
  // A JSON string is shown as written.
  const shown = !show ? "this cell" : short.startsWith('"') ? short : JSON.stringify(short);
  const message = dataMessages.cellNotNumber({ name: column, text: shown, missing: cell.missing });
  const help = (cell.cut ? null : fixFor(written)) ?? message.help;
  return new FitError({ ...message, help }, { row, column, location: locationAt(source, cell.start, cell.end) });
}

function fixFor(written: string): string | null {
  if (/^[+-]?\d*,\d+(e[+-]?\d+)?$/i.test(written)) return "write decimals with a point";
  // Every other format reads these.
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(written)) return "write it as 0.5, 1 or 1e-3: this is not JSON";
  if (/^"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?"$/i.test(written)) return "write numbers without quotes";
  return null;
}
