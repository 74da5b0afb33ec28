import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { didYouMean, type SourceFile, type StageResult } from "../diagnostics/index.js";
import { readSource } from "../grammar/index.js";
import { readFileOrPipe, readStandardInput } from "./read-file.js";
import { specFiles } from "./spec-files.js";
import { errorCode, reason } from "./system-error.js";
import { UsageError } from "./usage-error.js";

export interface SpecOptions {
  /** The name to use for standard input. */
  readonly stdinPath?: string;
}

/** The name of standard input in diagnostics if the user gives none. */
export const namelessInput = "<stdin>";

/** A spec that was read, or the reason why it cannot be one (it is not UTF-8, say). */
export interface Spec extends StageResult<SourceFile> {
  readonly fromInput: boolean;
}

/**
 * Reads the specs named on the command line, where `-` means standard input, and patterns the files
 * that match them.
 * @throws UsageError for a file that cannot be read
 */
export async function readSpecs(operands: readonly string[], options: SpecOptions): Promise<readonly Spec[]> {
  if (options.stdinPath !== undefined && !operands.includes("-")) {
    throw new UsageError("--stdin-path needs a FILE that is '-'");
  }
  return (await specFiles(operands)).map((file) => readSpec(file, options));
}

/** @throws UsageError for a file that cannot be read */
export function readSpec(file: string, { stdinPath }: SpecOptions): Spec {
  const fromInput = file === "-";
  const read = fromInput
    ? readSource(stdinPath ?? namelessInput, readInput("model"))
    : readSource(file, readBytes(file));
  return { ...read, fromInput };
}

/**
 * Reads all of standard input.
 * @param what what it holds
 * @throws UsageError if the system reports an error
 */
export function readInput(what: "model" | "data"): Uint8Array {
  try {
    return readStandardInput(what);
  } catch (error) {
    throw new UsageError(`cannot read standard input: ${reason(error)}`);
  }
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileOrPipe(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): UsageError {
  if (errorCode(error) === "ENOENT") {
    return new UsageError(`there is no file '${file}'`, similarFile(file));
  }
  if (errorCode(error) === "EISDIR") return new UsageError(`'${file}' is a directory, not a model file`);
  return new UsageError(`cannot read '${file}': ${reason(error)}`);
}

/** `did you mean 'decay.fit'?`, if a model file of a similar name is there. */
export function similarFile(file: string): string | null {
  try {
    const folder = dirname(file);
    const candidates = readdirSync(folder).filter((name) => name.endsWith(".fit"));
    // The name itself can be among the suggestions if only the case of a folder name differs.
    const path = (name: string) => (folder === "." && !file.startsWith(".") ? name : join(folder, name));
    if (candidates.includes(`${basename(file)}.fit`)) return `did you mean '${path(`${basename(file)}.fit`)}'?`;
    return didYouMean(file, candidates.map(path));
  } catch {
    return null;
  }
}
