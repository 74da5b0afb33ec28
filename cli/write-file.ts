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
 * Writes a file completely or not at all: to a temporary file in the same folder, which is then
 * renamed. An existing file keeps its permissions. If the path is a symbolic link, its target is
 * written and the link stays.
 * @throws UsageError if the system reports an error
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

/** True for a dangling symbolic link too. */
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
    // The umask of the process applies to new files, but must not change the mode of an existing
    // one.
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, path);
  } catch (error) {
    // If the temporary file could not be created, even its folder may not exist.
    if (existsSync(temporary)) rmSync(temporary);
    throw error;
  }
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
