const chunkBytes = 1 << 16;
const pauseMilliseconds = 2;

/** How long to wait for the first writer of a pipe, in seconds. */
export const patience = 5;

export interface PipeOptions {
  /** The largest number of bytes to read. */
  readonly most: number;
  /** Whether the pipe may still have no writer, so that no bytes need not be its end. */
  readonly unopened: boolean;
}

/**
 * Reads a pipe to its end. A named pipe that nobody writes to would block whoever opens it, so it
 * is opened without blocking, and waited for.
 *
 * @param read copies bytes into a buffer and returns their number: 0 if the pipe has no writer,
 *   null if its writer has not yet written more
 * @returns the bytes, or why there are none, to follow the name of the pipe
 */
export function readPipe(
  read: (into: Uint8Array) => number | null,
  { most, unopened }: PipeOptions,
): Uint8Array | string {
  const chunks: Uint8Array[] = [];
  const buffer = new Uint8Array(chunkBytes);
  const deadline = unopened ? Date.now() + patience * 1000 : 0;
  let length = 0;
  let seen = !unopened;
  for (;;) {
    const count = read(buffer);
    if (count === 0 && seen) return joined(chunks, length);
    seen ||= count !== 0;
    if (count === null || count === 0) {
      if (!seen && Date.now() > deadline) return `it is a pipe that no program wrote to within ${patience} seconds`;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMilliseconds);
      continue;
    }
    length += count;
    if (length > most) return `it holds more than ${most >> 20} MB`;
    chunks.push(buffer.slice(0, count));
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
