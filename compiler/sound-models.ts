import type { Diagnostic, Position, SourceFile, Span } from "../diagnostics/index.js";
import { parse } from "../grammar/index.js";
import type { CheckedModel } from "./model/checked-model.js";

/**
 * The models that contain no error. An error outside all models may concern any of them: then there
 * are none.
 */
export function soundModels(
  source: SourceFile,
  models: readonly CheckedModel[],
  diagnostics: readonly Diagnostic[],
): readonly CheckedModel[] {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0 || models.length === 0) return models;
  const blocks = parse(source).value.items.filter(({ kind }) => kind === "model");
  const isIn = ({ span }: { readonly span: Span }, { location }: Diagnostic): boolean =>
    location !== null &&
    !isBefore(location.start, source.positionAt(span.start)) &&
    isBefore(location.start, source.positionAt(span.end));
  if (!errors.every((error) => blocks.some((block) => isIn(block, error)))) return [];
  return models.filter((model) => !errors.some((error) => isIn(model, error)));
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
