export { type Diagnostic, hasErrors, renderDiagnostic, SourceFile, type StageResult } from "../diagnostics/index.js";
export type { EmittedFile } from "./backends/backend.js";
export { isEmitted } from "./backends/typescript/index.js";
export { explainModel, explainStage, type Stage, stages } from "./explain/index.js";
export type { CheckedModel } from "./model/checked-model.js";
export {
  checkSource,
  compileToEvaluable,
  compileToJavaScript,
  compileToStandalone,
  compileToTypeScript,
  type EmitOptions,
} from "./pipeline.js";
export { version } from "./version.js";
