import { hasErrors, printableLines, type SourceFile, type StageResult } from "../../diagnostics/index.js";
import { parse, tokenize } from "../../grammar/index.js";
import type { Compilation, CompiledModel } from "../backends/backend.js";
import { analyzeSource, scheduleSource } from "../pipeline.js";
import { modelInMathematics } from "./model.js";
import type { Stage } from "./stage.js";
import {
  describeAst,
  describeDerivatives,
  describeIr,
  describeKernels,
  describeModel,
  describeTokens,
} from "./stages.js";

export { type Stage, stages } from "./stage.js";

/**
 * The result of a compiler stage, as text for a terminal; empty if an earlier stage found errors.
 */
export function explainStage(source: SourceFile, stage: Stage): StageResult<string> {
  switch (stage) {
    case "tokens":
      return explained(tokenize(source), (tokens) => describeTokens(tokens, source));
    case "ast":
      return explained(parse(source), describeAst);
    case "model":
      return explained(analyzeSource(source), (models) => models.map(describeModel).join("\n"));
    case "ir":
      return explainCompiled(source, describeIr);
    case "derivatives":
      return explainCompiled(source, describeDerivatives);
    case "kernel":
      return explainCompiled(source, describeKernels);
  }
}

/**
 * Explains the models of a spec in mathematics: equations, parameters, derivatives, noise, loss,
 * solver. Empty if the spec has errors.
 */
export function explainModel(source: SourceFile): StageResult<string> {
  return explainCompiled(source, modelInMathematics);
}

function explainCompiled(source: SourceFile, describe: (compiled: CompiledModel) => string): StageResult<string> {
  const result = scheduleSource(source);
  const text = ({ models }: Compilation) => models.map(describe).join("\n");
  return hasErrors(result.diagnostics) ? { value: "", diagnostics: result.diagnostics } : explained(result, text);
}

/** Describes the value of a stage. Names and documentation can contain any characters. */
function explained<T>({ value, diagnostics }: StageResult<T>, describe: (value: T) => string): StageResult<string> {
  return { value: printableLines(describe(value)), diagnostics };
}
