export {
  type Diagnostic,
  DiagnosticBag,
  type Help,
  hasErrors,
  type Location,
  locate,
  type Message,
  type Related,
  type RelatedPlace,
  type Severity,
  type StageResult,
} from "./diagnostic.js";
export { listed } from "./listed.js";
export { plural } from "./plural.js";
export { printable, printableLines } from "./printable.js";
export { readPipe } from "./read-pipe.js";
export { type Paint, type RenderOptions, renderDiagnostic } from "./render.js";
export { type Position, SourceFile, type Span } from "./source-file.js";
export { didYouMean, nearestName } from "./suggest.js";
export { defineMessages, type MessageEntry, type MessageTable } from "./table.js";
