import type { Explained } from "../../../grammar/explained.js";
import { explainedKeywords } from "../../../grammar/explained-words.js";
import { laterWords } from "../../../grammar/statements/index.js";
import { noiseModels } from "../../noise/index.js";
import { type ExplainedWord, languageWord } from "./explained-word.js";

/** The keywords of statements and expressions, the other words of each, and those reserved for later. */
export function explainedStatements(): readonly ExplainedWord[] {
  const keywords = new Map<string, Explained>([
    ...explainedKeywords,
    ...Object.entries(noiseModels).map(([word, { explained }]): [string, Explained] => [word, explained]),
  ]);
  return [
    ...[...keywords].map(([word, explained]) => languageWord(word, "a keyword", explained)),
    ...[...keywords].flatMap(([keyword, { words = [], ...explained }]) =>
      words.map(([word, what]) => languageWord(word, `a word of '${keyword}'`, { ...explained, what })),
    ),
    ...[...laterWords].map((word) =>
      languageWord(word, "a reserved word", {
        form: word,
        what: "Reserved for a later version: using it is an error that says so.",
        example: "",
        section: "Not available yet",
      }),
    ),
  ];
}
