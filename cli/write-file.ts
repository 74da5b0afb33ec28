import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { errorCode, reason } from "./system-error.js";
import { UsageError } from "./usage-error.js";

/**
 * Writes a file whole or not at all: to a temporary file beside it, which is then renamed. A file that is there already
 * keeps its permissions, and a symbolic link stays one: what it points to is written.
 * @throws UsageError where the system refuses
 */
export function writeFileAtomically(path: string, text: string): void {
  try {
    makeFolder(dirname(path));
    if (isThere(path)) replaceFile(realpathSync(path), text);
    else writeAndRename(path, text);
  } catch (error) {
    throw new UsageError(`cannot write '${path}': ${reason(error)}`);
  }
}

/** A link that points nowhere is there, too. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function replaceFile(path: string, text: string): void {
  const stat = statSync(path);
  if (!stat.isFile()) throw new Error("it is not a file");
  writeAndRename(path, text, stat.mode & 0o7777);
}

function writeAndRename(path: string, text: string, mode?: number): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text, mode === undefined ? {} : { mode });
    // What the process masks of the mode of new files is not masked of one that was there.
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, path);
  } catch (error) {
    // Where the temporary file could not be made, there may not even be a directory to remove it from.
    if (existsSync(temporary)) rmSync(temporary);
    throw error;
  }
}

/** Not `mkdirSync` with `recursive`, which tries for ever where a file system such as /proc has no room for directories. */
function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let folder = path; !existsSync(folder) && dirname(folder) !== folder; folder = dirname(folder))
    missing.push(folder);
  for (const folder of missing.reverse()) {
    try {
      mkdirSync(folder);
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error; // Another process made it meanwhile.
    }
  }
}
