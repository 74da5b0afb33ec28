/**
 * Files in Node. No other file of `runtime/data` depends on Node. Node's modules are loaded when a
 * file is opened instead of imported, so that the rest of `fitc/data` also loads in a browser.
 */
import { didYouMean, readPipe } from "../../diagnostics/index.js";
import { FitError } from "../messages/fit-error.js";
import type { ByteSource } from "./bytes.js";
import { dataMessages } from "./messages.js";

/** An open file, or its content if it has been read. Must be closed with `close`. */
export class FileSource implements ByteSource {
  private readonly fs = process.getBuiltinModule("node:fs");
  private readonly hash = process.getBuiltinModule("node:crypto").createHash("sha256");
  /** The descriptor of the file, or its bytes. */
  private readonly file: number | Uint8Array;
  private hashed = 0;

  /**
   * @throws FitError `dataFileNotFound`, `dataFileIsDirectory` or `dataFileUnreadable` if the file
   *   cannot be read
   */
  constructor(
    readonly path: string,
    file: string | URL | Uint8Array,
    about: "data" | "covariance",
  ) {
    this.file = file instanceof Uint8Array ? file : openFile(path, file, about);
  }

  /** The bytes of the file if they are in memory, otherwise null. */
  get content(): Uint8Array | null {
    return typeof this.file === "number" ? null : this.file;
  }

  readAt(offset: number, into: Uint8Array): number {
    const count = this.copy(offset, into);
    // The hash takes each byte once, when it is read for the first time.
    if (offset <= this.hashed && this.hashed < offset + count) {
      this.hash.update(into.subarray(this.hashed - offset, count));
      this.hashed = offset + count;
    }
    return count;
  }

  /** The SHA-256 of all bytes, in hexadecimal. May be called only once. */
  sha256(): string {
    const buffer = new Uint8Array(1 << 16);
    while (this.readAt(this.hashed, buffer) > 0);
    return this.hash.digest("hex");
  }

  close(): void {
    if (typeof this.file === "number") this.fs.closeSync(this.file);
  }

  private copy(offset: number, into: Uint8Array): number {
    if (typeof this.file === "number") return this.fs.readSync(this.file, into, 0, into.length, offset);
    const part = this.file.subarray(offset, offset + into.length);
    into.set(part);
    return part.length;
  }
}

/** The largest number of bytes of a pipe, which are all kept in memory. */
const mostPiped = 1 << 30;

/** The descriptor of a regular file; the bytes of a pipe, which cannot be read twice. */
function openFile(path: string, file: string | URL, about: "data" | "covariance"): number | Uint8Array {
  const { closeSync, constants, fstatSync, openSync } = process.getBuiltinModule("node:fs");
  let descriptor: number;
  try {
    // Without blocking, as a pipe without a writer would. Windows has neither.
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw new FitError(cannotOpen(path, file, error), { about });
  }
  const stat = fstatSync(descriptor);
  if (stat.isFile()) return descriptor;
  try {
    const read = stat.isFIFO() ? readPiped(descriptor) : "it is not a file";
    if (typeof read !== "string") return read;
    throw new FitError(
      stat.isDirectory()
        ? dataMessages.dataFileIsDirectory({ path })
        : dataMessages.dataFileUnreadable({ path, reason: read }),
      { about },
    );
  } finally {
    closeSync(descriptor);
  }
}

/** The bytes of a pipe, or why it has none. */
function readPiped(descriptor: number): Uint8Array | string {
  const { readSync } = process.getBuiltinModule("node:fs");
  const read = (into: Uint8Array): number | null => {
    try {
      return readSync(descriptor, into);
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EAGAIN") return null;
      throw error;
    }
  };
  return readPipe(read, { most: mostPiped, unopened: true });
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["ELOOP", "its symbolic links form a loop"],
  ["ENXIO", "it is a socket, or a device that does not exist"],
]);

function cannotOpen(path: string, file: string | URL, error: unknown) {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  if (code === "ENOENT") return { ...dataMessages.dataFileNotFound({ path }), help: nearbyFile(file) };
  if (code === "EISDIR") return dataMessages.dataFileIsDirectory({ path });
  return dataMessages.dataFileUnreadable({
    path,
    reason: reasons.get(code) ?? code,
  });
}

/** A suggestion: a file in the same directory with a similar name; null if there is none. */
function nearbyFile(file: string | URL): string | null {
  const { basename, dirname } = process.getBuiltinModule("node:path");
  const { fileURLToPath } = process.getBuiltinModule("node:url");
  const path = typeof file === "string" ? file : fileURLToPath(file);
  try {
    return didYouMean(basename(path), process.getBuiltinModule("node:fs").readdirSync(dirname(path)).sort());
  } catch {
    return null; // The directory does not exist either.
  }
}
