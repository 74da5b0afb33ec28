import { analyze } from "../../compiler/analyze/index.js";
import type { CheckedModel } from "../../compiler/model/checked-model.js";
import { type Diagnostic, SourceFile } from "../../diagnostics/index.js";
import { parse } from "../../grammar/index.js";

/** The models of a text without syntax errors, and the diagnostics of its analysis. */
export function analyzeText(text: string): { models: readonly CheckedModel[]; diagnostics: readonly Diagnostic[] } {
  const source = new SourceFile("test.fit", text);
  const parsed = parse(source);
  if (parsed.diagnostics.length > 0) throw new Error(`syntax: ${parsed.diagnostics.map((d) => d.message).join("; ")}`);
  const { value, diagnostics } = analyze(parsed.value, source);
  return { models: value, diagnostics };
}

/**
 * The diagnostics of a text, one per line: `2:7-9 FIT2001 unknown name 'k2' (did you mean 'k1'?)`.
 * The columns are that of the first character and the one after the last.
 */
export function complaints(text: string): string[] {
  return analyzeText(text).diagnostics.map(({ code, message, help, location }) => {
    if (location === null) throw new Error("a diagnostic without a place");
    const { start, end } = location;
    const to = end.line === start.line ? `${end.column}` : `${end.line}:${end.column}`;
    return `${start.line}:${start.column}-${to} ${code} ${message}${help === null ? "" : ` (${help})`}`;
  });
}

/** A model that contains the given statements, each on its own line from line 2 on. */
export function model(...statements: readonly string[]): string {
  return ["model M {", ...statements, "}"].join("\n");
}
