import { existsSync, readdirSync, statSync } from "node:fs";
import { UsageError } from "./usage-error.js";

/** `*`, `?`, `[abc]` or `{a,b}` */
const wildcard = /[*?]|\[[^\]]+\]|\{[^}]*,[^}]*\}/;

/** The most files and folders that are looked at for a pattern. */
const mostEntries = 200_000;

/**
 * The files named on the command line, each once. Not every shell expands patterns such as
 * `models/*.fit`, so they are expanded here, in alphabetical order. If there is a file whose name
 * looks like a pattern, it is that file.
 * @throws UsageError for a pattern that matches no file
 */
export async function specFiles(operands: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const operand of operands) files.push(...(isPattern(operand) ? await matchingFiles(operand) : [operand]));
  return [...new Set(files)];
}

/** Whether an operand stands for the files that match it. */
export function isPattern(operand: string): boolean {
  return wildcard.test(operand) && !existsSync(operand);
}

async function matchingFiles(pattern: string): Promise<readonly string[]> {
  // Loaded here, since most calls have no pattern.
  const { default: picomatch } = await import("picomatch");
  const windows = process.platform === "win32";
  const options = { windows, nocase: windows, nonegate: true };
  const { prefix, base, glob } = picomatch.scan(windows ? pattern.replaceAll("\\", "/") : pattern, options);
  const root = base === "" || base.endsWith("/") ? prefix + base : `${prefix}${base}/`;
  const matches = picomatch(glob, options);
  const files: string[] = [];
  let seen = 0;
  for (const path of filesBelow(root, glob)) {
    if (++seen > mostEntries)
      throw new UsageError(`there are more than ${mostEntries} files to look at for '${pattern}'`);
    if (matches(path)) files.push(root + path);
  }
  if (files.length === 0) throw new UsageError(`no file matches '${pattern}'`);
  return files.sort();
}

/**
 * The files below a folder, as far as a pattern can match them. Links to folders are not followed
 * for `**`: one to a folder above would never end. Neither are `node_modules` and hidden folders,
 * unless the pattern names them.
 */
function* filesBelow(root: string, glob: string): Generator<string> {
  const deep = glob.includes("**");
  const levels = deep ? Number.POSITIVE_INFINITY : glob.split("/").length;
  const named = glob.split("/");
  const folders = [{ path: "", level: 1 }];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(root + folder.path)) {
      const path = folder.path + entry.name;
      const link = entry.isSymbolicLink();
      const isFolder = link ? isFolderAt(root + path) : entry.isDirectory();
      if (!isFolder) {
        yield path;
        continue;
      }
      const skipped =
        (deep && link) ||
        ((entry.name === "node_modules" || entry.name.startsWith(".")) && !named.includes(entry.name));
      if (folder.level < levels && !skipped) folders.push({ path: `${path}/`, level: folder.level + 1 });
    }
  }
}

/** Nothing for a folder that cannot be read. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder === "" ? "." : folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isFolderAt(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
