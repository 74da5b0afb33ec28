import { type Diagnostic, plural, renderDiagnostic } from "../diagnostics/index.js";
import type { Console } from "./console.js";

/** Writes diagnostics to standard error, without warnings if the user asked for quiet output. */
export function printDiagnostics(console: Console, diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) {
    if (console.quiet && diagnostic.severity === "warning") continue;
    const text = renderDiagnostic(diagnostic, { frame: console.frames, paint: console.paintErr });
    console.err(console.frames ? `${text}\n\n` : `${text}\n`);
  }
}

/** `2 errors, 1 warning`; null if there are none. */
export function countProblems(diagnostics: readonly Diagnostic[]): string | null {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error").length;
  const warnings = diagnostics.length - errors;
  const parts = [];
  if (errors > 0) parts.push(plural(errors, "error"));
  if (warnings > 0) parts.push(plural(warnings, "warning"));
  return parts.length === 0 ? null : parts.join(", ");
}
