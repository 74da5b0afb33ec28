import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UsageError } from "../usage-error.js";
import type { Output, PlannedFit } from "./output.js";

/**
 * Prepares the outputs of a run before anything is fitted.
 * @throws UsageError if one of them cannot be made, or would overwrite another one or a file that a
 *   fit reads
 */
export function prepareOutputs(outputs: readonly Output[], models: readonly PlannedFit[]): void {
  const files = outputs.flatMap((output) => output.files ?? []);
  const read = models.flatMap(({ reads }) => reads);
  for (const [i, file] of files.entries()) {
    const input = read.find((each) => isSameFile(each, file));
    if (input !== undefined) throw new UsageError(`'${file}' is read by the fit and would be overwritten`);
    if (files.slice(0, i).some((other) => isSameFile(other, file))) {
      throw new UsageError(`two outputs would be written to '${file}'`);
    }
  }
  for (const output of outputs) output.prepare?.(models);
}

/**
 * Links are followed: also hard ones, and names that differ in case on a system that ignores it.
 */
function isSameFile(a: string, b: string): boolean {
  if (placeOf(a) === placeOf(b)) return true;
  const identity = identityOf(a);
  return identity !== null && identity === identityOf(b);
}

/** What the system knows a file by; null if there is none. */
function identityOf(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return ino === 0n ? null : `${dev} ${ino}`;
  } catch {
    return null;
  }
}

/** The path without links, as far as it exists. */
function placeOf(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync(whole);
  } catch {
    const folder = dirname(whole);
    return folder === whole ? whole : join(placeOf(folder), basename(whole));
  }
}
