/** A path, or the `file:` URL of one; the type `URL` is the DOM's or Node's, and a program may have neither. */
export type FileLocation = string | { readonly href: string; toString(): string };

/** Bytes that can be read more than once: tables are read in two passes, so that nothing but their columns is ever held. */
export interface ByteSource {
  /** What a diagnostic calls it. */
  readonly path: string;
  /** Copies bytes from an offset into a buffer and returns their number; 0 at the end alone. */
  readAt(offset: number, into: Uint8Array): number;
}

/** Bytes in memory. */
export class MemorySource implements ByteSource {
  constructor(
    readonly path: string,
    private readonly bytes: Uint8Array,
  ) {}

  readAt(offset: number, into: Uint8Array): number {
    const part = this.bytes.subarray(offset, offset + into.length);
    into.set(part);
    return part.length;
  }
}

/** The length of the byte order mark with which a source starts: 3 or 0. */
export function byteOrderMark(source: ByteSource): number {
  const first = new Uint8Array(3);
  return source.readAt(0, first) === 3 && first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf ? 3 : 0;
}

/** What takes bytes as they are read. */
export interface ByteSink {
  append(bytes: Uint8Array, from: number, to: number): void;
}

const bufferBytes = 1 << 16;

/** Reads a source from its start, byte by byte, through one fixed buffer. */
export class ByteCursor {
  private readonly buffer = new Uint8Array(bufferBytes);
  private next = 0;
  private end = 0;
  private base = 0;

  /** Starts after a byte order mark, if there is one. */
  constructor(private readonly source: ByteSource) {
    this.base = byteOrderMark(source);
  }

  /** The byte at hand, or -1 at the end. */
  peek(): number {
    return this.next < this.end ? (this.buffer[this.next] as number) : this.fill();
  }

  /** Goes past the byte at hand; only after `peek` has shown one. */
  skip(): void {
    this.next++;
  }

  /** Goes past all bytes at hand whose kind is 0, and gives them to `take`: many at a time, because most bytes are such. */
  skipPlain(kinds: Uint8Array, take: ByteSink | null): void {
    while (this.peek() !== -1) {
      const { buffer, next, end } = this;
      let stop = next;
      while (stop < end && kinds[buffer[stop] as number] === 0) stop++;
      if (take !== null) take.append(buffer, next, stop);
      this.next = stop;
      if (stop < end) return;
    }
  }

  /** Where in the source the byte at hand is. */
  get offset(): number {
    return this.base + this.next;
  }

  private fill(): number {
    this.base += this.end;
    this.next = 0;
    this.end = this.source.readAt(this.base, this.buffer);
    return this.end === 0 ? -1 : (this.buffer[0] as number);
  }
}

/** The codes of the bytes that the formats give a meaning. */
export const Byte = {
  nul: 0,
  tab: 9,
  lf: 10,
  cr: 13,
  space: 32,
  quote: 34,
  hash: 35,
  plus: 43,
  comma: 44,
  minus: 45,
  point: 46,
  zero: 48,
  colon: 58,
  semicolon: 59,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  openBrace: 123,
  bar: 124,
  closeBrace: 125,
} as const;
