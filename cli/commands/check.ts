import { describeUnits } from "../../compiler/explain/units.js";
import type { CheckedModel } from "../../compiler/model/checked-model.js";
import { checkSource } from "../../compiler/pipeline.js";
import { type Diagnostic, hasErrors, type Location, plural } from "../../diagnostics/index.js";
import { jsonLine } from "../../report/printers/json-line.js";
import type { Console } from "../console.js";
import { countProblems, printDiagnostics } from "../print-diagnostics.js";
import { readSpecs, type SpecOptions } from "../read-spec.js";
import { type ExitStatus, exitStatus } from "../usage-error.js";

export interface CheckOptions extends SpecOptions {
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly warnAsError?: boolean;
}

/** `fitc check FILE.fit ...`: reports diagnostics and writes no files. */
export async function check(files: readonly string[], options: CheckOptions, console: Console): Promise<ExitStatus> {
  const models: CheckedModel[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { value: source, diagnostics: unreadable } of await readSpecs(files, options)) {
    const checked = hasErrors(unreadable) ? { value: [], diagnostics: unreadable } : checkSource(source);
    models.push(...checked.value.map(({ model }) => model));
    for (const diagnostic of checked.diagnostics) {
      diagnostics.push(options.warnAsError === true ? { ...diagnostic, severity: "error" } : diagnostic);
    }
  }
  if (options.json === true) {
    const units = models.flatMap(unitsToJson);
    console.out(`${jsonLine({ diagnostics: diagnostics.map(diagnosticToJson), units })}\n`);
  } else {
    printDiagnostics(console, diagnostics);
    if (options.verbose === true) console.out(models.map(describeUnits).join(""));
    if (!console.quiet) {
      console.note(countProblems(diagnostics) ?? `${plural(models.length, "model")}, no problems`);
    }
  }
  return hasErrors(diagnostics) ? exitStatus.wrongInput : exitStatus.done;
}

/**
 * A diagnostic as JSON. Its shape is a promise: lines and columns from 1, columns in UTF-16 code
 * units, `end` one past the last character.
 */
function diagnosticToJson({ code, severity, message, help, location, related = [] }: Diagnostic): object {
  return {
    code,
    severity,
    message,
    ...placeToJson(location),
    help,
    related: related.map(({ message, location }) => ({ message, ...placeToJson(location) })),
  };
}

function placeToJson(location: Location | null): object {
  return { file: location?.path ?? null, start: location?.start ?? null, end: location?.end ?? null };
}

/** The units of the names of a model; none if no unit is written in it. */
function unitsToJson({ source, name: model, units }: CheckedModel): object[] {
  return units.names.map(({ name, unit, inferred }) => ({ file: source.path, model, name, unit, inferred }));
}
