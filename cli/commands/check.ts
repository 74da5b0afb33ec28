import { checkSource } from "../../compiler/pipeline.js";
import { type Diagnostic, hasErrors } from "../../diagnostics/index.js";
import type { Console } from "../console.js";
import { countProblems, plural, printDiagnostics } from "../print-diagnostics.js";
import { readSpecs, type SpecOptions } from "../read-spec.js";
import { jsonLine } from "../report/json.js";
import { type ExitStatus, exitStatus } from "../usage-error.js";

export interface CheckOptions extends SpecOptions {
  readonly json?: boolean;
  readonly warnAsError?: boolean;
}

/** `fitc check FILE.fit ...`: reports diagnostics and writes no files. */
export function check(files: readonly string[], options: CheckOptions, console: Console): ExitStatus {
  let models = 0;
  const diagnostics: Diagnostic[] = [];
  for (const { value: source, diagnostics: unreadable } of readSpecs(files, options)) {
    const checked = hasErrors(unreadable) ? { value: [], diagnostics: unreadable } : checkSource(source);
    models += checked.value.length;
    for (const diagnostic of checked.diagnostics) {
      diagnostics.push(options.warnAsError === true ? { ...diagnostic, severity: "error" } : diagnostic);
    }
  }
  if (options.json === true) {
    console.out(`${jsonLine({ diagnostics: diagnostics.map(toJson) })}\n`);
  } else {
    printDiagnostics(console, diagnostics);
    if (!console.quiet) console.note(countProblems(diagnostics) ?? `${plural(models, "model")}, no problems`);
  }
  return hasErrors(diagnostics) ? exitStatus.wrongInput : exitStatus.done;
}

/**
 * A diagnostic as JSON. Its shape is a promise: lines and columns from 1, columns in UTF-16 code
 * units, `end` one past the last character.
 */
function toJson({ code, severity, message, help, location }: Diagnostic): object {
  return {
    code,
    severity,
    message,
    file: location?.path ?? null,
    start: location?.start ?? null,
    end: location?.end ?? null,
    help,
  };
}
