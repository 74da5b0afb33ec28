/**
 * Files, by way of Node: the one place of the runtime that knows it. Its modules are asked for when a file is opened, not
 * imported, so that the rest of `fitc/data` loads in a browser as well.
 */
import { didYouMean } from "../../diagnostics/index.js";
import { FitDataError } from "../errors.js";
import type { ByteSource } from "./bytes.js";
import { dataMessages } from "./messages.js";

/** An open file; `close` it. What is not a regular file, a pipe say, is read into memory, because it cannot be read twice. */
export class FileSource implements ByteSource {
  private readonly fs = process.getBuiltinModule("node:fs");
  private readonly hash = process.getBuiltinModule("node:crypto").createHash("sha256");
  private readonly descriptor: number;
  private readonly content: Uint8Array | null;
  private hashed = 0;

  /** @throws FitDataError FIT4020 to FIT4022 where the file cannot be read */
  constructor(
    readonly path: string,
    file: string | URL,
  ) {
    const { openSync, fstatSync, readFileSync } = this.fs;
    try {
      this.descriptor = openSync(file, "r");
    } catch (error) {
      throw new FitDataError(cannotOpen(path, file, error));
    }
    const stat = fstatSync(this.descriptor);
    if (!stat.isFile() && !stat.isFIFO()) {
      this.close();
      throw new FitDataError(
        stat.isDirectory()
          ? dataMessages.FIT4021({ path })
          : dataMessages.FIT4022({ path, reason: "it is not a file" }),
      );
    }
    this.content = stat.isFile() ? null : readFileSync(this.descriptor);
  }

  readAt(offset: number, into: Uint8Array): number {
    const count = this.copy(offset, into);
    // The hash takes each byte once, when reading first comes by it.
    if (offset <= this.hashed && this.hashed < offset + count) {
      this.hash.update(into.subarray(this.hashed - offset, count));
      this.hashed = offset + count;
    }
    return count;
  }

  /** The SHA-256 of all bytes, in hexadecimal; to be asked for once. */
  sha256(): string {
    const buffer = new Uint8Array(1 << 16);
    while (this.readAt(this.hashed, buffer) > 0);
    return this.hash.digest("hex");
  }

  close(): void {
    this.fs.closeSync(this.descriptor);
  }

  private copy(offset: number, into: Uint8Array): number {
    if (this.content === null) return this.fs.readSync(this.descriptor, into, 0, into.length, offset);
    const part = this.content.subarray(offset, offset + into.length);
    into.set(part);
    return part.length;
  }
}

function cannotOpen(path: string, file: string | URL, error: unknown) {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  if (code === "ENOENT") return { ...dataMessages.FIT4020({ path }), help: nearbyFile(file) };
  if (code === "EISDIR") return dataMessages.FIT4021({ path });
  return dataMessages.FIT4022({ path, reason: code === "EACCES" || code === "EPERM" ? "permission denied" : code });
}

/** A file in the same directory whose name is nearly the one asked for. */
function nearbyFile(file: string | URL): string | null {
  const { basename, dirname } = process.getBuiltinModule("node:path");
  const { fileURLToPath } = process.getBuiltinModule("node:url");
  const path = typeof file === "string" ? file : fileURLToPath(file);
  try {
    return didYouMean(basename(path), process.getBuiltinModule("node:fs").readdirSync(dirname(path)).sort());
  } catch {
    return null; // There is no such directory either.
  }
}
