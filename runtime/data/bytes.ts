/**
 * A path, or a `file:` URL. The type `URL` itself comes with the types of the DOM or of Node, and a
 * program may have neither.
 */
export type FileLocation = string | { readonly href: string; toString(): string };

/**
 * Bytes that can be read more than once. Tables are read in two passes, so that only their columns
 * are ever in memory.
 */
export interface ByteSource {
  /** The name of the source in diagnostics. */
  readonly path: string;
  /**
   * Copies bytes from `offset` into a buffer and returns their number, which is 0 only at the end.
   */
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

/** The first bytes of a source, and whether they are all. */
export function headOf(source: ByteSource, bytes: number): { readonly source: ByteSource; readonly whole: boolean } {
  const buffer = new Uint8Array(bytes);
  let length = 0;
  for (let count = -1; count !== 0 && length < bytes; length += count) {
    count = source.readAt(length, buffer.subarray(length));
  }
  return { source: new MemorySource(source.path, buffer.subarray(0, length)), whole: length < bytes };
}

/** The length of the byte order mark at the start of a source: 3, or 0 if there is none. */
export function byteOrderMark(source: ByteSource): number {
  const first = new Uint8Array(3);
  return source.readAt(0, first) === 3 && first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf ? 3 : 0;
}

/** Receives bytes as they are read. */
export interface ByteSink {
  append(bytes: Uint8Array, from: number, to: number): void;
}

const bufferBytes = 1 << 16;

/** Reads a source from start to end, byte by byte, through one buffer of fixed size. */
export class ByteCursor {
  private readonly buffer = new Uint8Array(bufferBytes);
  private next = 0;
  private end = 0;
  private base = 0;

  /** Starts after the byte order mark, if there is one. */
  constructor(private readonly source: ByteSource) {
    this.base = byteOrderMark(source);
  }

  /** The current byte, or -1 at the end. */
  peek(): number {
    return this.next < this.end ? (this.buffer[this.next] as number) : this.fill();
  }

  /** Moves past the current byte. To be called only after `peek` has returned a byte. */
  skip(): void {
    this.next++;
  }

  /**
   * Moves past all following bytes whose kind is 0 and passes them to `take`, many at a time,
   * because most bytes are of this kind.
   */
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

  /** The offset of the current byte in the source. */
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

/** The codes of bytes that have a meaning in one of the formats. */
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
