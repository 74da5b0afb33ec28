import type { Explained } from "../../../grammar/index.js";

/** One meaning of a word, as `fitc explain` shows it. */
export interface ExplainedWord {
  readonly name: string;
  /** What it is: `a function`. */
  readonly kind: string;
  readonly form: string;
  readonly what: string;
  /** What else there is to say, each with a label. */
  readonly facts: readonly (readonly [label: string, text: string])[];
  /** Empty if there is none. */
  readonly example: string;
  /** Where more is said. */
  readonly see: string;
}

/** A word of the language, which is described in the reference. */
export function languageWord(
  name: string,
  kind: string,
  { section, words = [], ...explained }: Explained,
  facts: ExplainedWord["facts"] = [],
): ExplainedWord {
  return { name, kind, ...explained, facts: [...facts, ...words], see: `docs/language.md, "${section}"` };
}
