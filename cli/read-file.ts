import { closeSync, constants, fstatSync, openSync, readSync, statSync } from "node:fs";
import { readPipe } from "../diagnostics/index.js";
import { errorCode } from "./system-error.js";

/** The largest input, in bytes: far more than any model, and what a pipe of data may hold. */
const mostBytes = { model: 1 << 26, data: 1 << 30 };

/**
 * Reads a file or a pipe.
 * @throws Error with the reason if it is neither, if nobody writes to the pipe, or if it is too
 *   large for a model
 */
export function readFileOrPipe(path: string): Uint8Array {
  // Without blocking, since no device or pipe may keep the command waiting.
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(descriptor);
    // Reading from a directory gives the error of the system.
    if (!stat.isFile() && !stat.isFIFO() && !stat.isDirectory()) throw new Error("it is a device");
    return readAll(descriptor, { most: mostBytes.model, unopened: stat.isFIFO() });
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Reads all of standard input.
 * @param what what it holds
 * @throws Error with the reason if it is too large
 */
export function readStandardInput(what: "model" | "data"): Uint8Array {
  return readAll(0, { most: mostBytes[what], unopened: false });
}

function readAll(descriptor: number, options: Parameters<typeof readPipe>[1]): Uint8Array {
  const read = readPipe((into) => {
    try {
      return readSync(descriptor, into);
    } catch (error) {
      if (errorCode(error) === "EAGAIN") return null;
      if (errorCode(error) === "EOF") return 0;
      throw error;
    }
  }, options);
  if (typeof read === "string") throw new Error(read);
  return read;
}

/** Whether there is something to read. A folder is not, and may well be called like a command. */
export function isFile(path: string): boolean {
  try {
    return !statSync(path).isDirectory();
  } catch {
    return false;
  }
}
