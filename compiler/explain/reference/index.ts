import type { ExplainedWord } from "./explained-word.js";
import { explainedFunctions, explainedReductions } from "./functions.js";
import { explainedSettings } from "./settings.js";
import { explainedStatements } from "./statements.js";

export type { ExplainedWord } from "./explained-word.js";

/** Everything that has a name in the language: one word can have several meanings, as `min` has. */
export function languageReference(): readonly ExplainedWord[] {
  return [...explainedStatements(), ...explainedFunctions(), ...explainedReductions(), ...explainedSettings()];
}
