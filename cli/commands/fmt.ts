import { hasErrors, plural } from "../../diagnostics/index.js";
import { format } from "../../grammar/index.js";
import type { Console } from "../console.js";
import { printDiagnostics } from "../print-diagnostics.js";
import { readSpecs, type SpecOptions } from "../read-spec.js";
import { type ExitStatus, exitStatus } from "../usage-error.js";
import { writeFileAtomically } from "../write-file.js";

export interface FmtOptions extends SpecOptions {
  readonly check?: boolean;
}

/**
 * `fitc fmt FILE.fit ...`: formats files in place; standard input is written to standard output.
 */
export async function fmt(files: readonly string[], options: FmtOptions, console: Console): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.done;
  let changed = 0;
  const specs = await readSpecs(files, options);
  for (const { value: source, diagnostics: unreadable, fromInput } of specs) {
    const formatted = hasErrors(unreadable) ? { value: "", diagnostics: unreadable } : format(source);
    if (hasErrors(formatted.diagnostics)) {
      printDiagnostics(console, formatted.diagnostics);
      status = exitStatus.wrongInput;
      continue;
    }
    const differs = formatted.value !== source.text;
    if (differs) changed++;
    if (options.check === true) {
      if (differs) console.note(`${source.path} is not formatted`);
    } else if (fromInput) {
      console.out(formatted.value);
    } else if (differs) {
      writeFileAtomically(source.path, formatted.value);
      if (!console.quiet) console.note(`formatted ${source.path}`);
    }
  }
  if (options.check === true && changed > 0) {
    if (!console.quiet) console.note(`${changed} of ${plural(specs.length, "file")} not formatted; run fitc fmt`);
    return exitStatus.wrongInput;
  }
  return status;
}
