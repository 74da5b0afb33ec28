import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { reason } from "./read-spec.js";
import { UsageError } from "./usage-error.js";

/**
 * Writes a file whole or not at all: to a temporary file beside it, which is then renamed.
 * @throws UsageError where the system refuses
 */
export function writeFileAtomically(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new UsageError(`cannot write '${path}': ${reason(error)}`);
  }
}
