import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { errorCode, reason } from "./system-error.js";
import { UsageError } from "./usage-error.js";

/** The content of a file, or its pieces, which are made one after the other. */
export type FileContent = string | Uint8Array | Iterable<string | Uint8Array>;

/**
 * Writes a file completely or not at all: to a temporary file in the same folder, which is then
 * renamed. An existing file keeps its permissions. If the path is a symbolic link, its target is
 * written and the link stays.
 * @throws UsageError if the system reports an error
 */
export function writeFileAtomically(path: string, content: FileContent): void {
  try {
    makeFolder(dirname(path));
    if (isThere(path)) replaceFile(targetOf(path), content);
    else writeAndRename(path, content);
  } catch (error) {
    throw new UsageError(`cannot write '${path}': ${reason(error)}`);
  }
}

/** True for a dangling symbolic link too. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false; // A part of the path is not a directory.
  }
}

function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
    throw new Error("it is a symbolic link to a file that does not exist");
  }
}

function replaceFile(path: string, content: FileContent): void {
  const stat = statSync(path);
  if (!stat.isFile()) throw new Error("it is not a file");
  writeAndRename(path, content, stat.mode & 0o7777);
}

/**
 * Reads a file that may be overwritten.
 * @throws UsageError if it is not a file, so that a pipe or a device is not even opened, or if the
 *   system reports an error
 */
export function readReplaceable(path: string): string {
  try {
    const stat = statSync(path);
    if (!stat.isFile() && !stat.isDirectory()) throw new Error("it is not a file");
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`cannot write '${path}': ${reason(error)}`);
  }
}

function writeAndRename(path: string, content: FileContent, mode?: number): void {
  const temporary = `${path}.${process.pid}.tmp`;
  // A new file: not one that somebody else has put there, such as a link to another file.
  const descriptor = openSync(temporary, "wx", mode);
  try {
    try {
      for (const piece of piecesOf(content)) writeFileSync(descriptor, piece);
    } finally {
      closeSync(descriptor);
    }
    // The umask of the process applies to new files, but must not change the mode of an existing
    // one.
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary);
    throw error;
  }
}

function piecesOf(content: FileContent): Iterable<string | Uint8Array> {
  return typeof content === "string" || content instanceof Uint8Array ? [content] : content;
}

/**
 * Creates a folder and its parents. `mkdirSync` with `recursive` would try for ever on a file
 * system that has no room for folders, such as /proc.
 */
function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let folder = path; !existsSync(folder) && dirname(folder) !== folder; folder = dirname(folder))
    missing.push(folder);
  for (const folder of missing.reverse()) {
    try {
      mkdirSync(folder);
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error; // Another process created it in the meantime.
    }
  }
}
