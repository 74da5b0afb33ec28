import type { Explained } from "./explained.js";
import { itemsByKind } from "./syntax-table.js";
import { spellingOf } from "./tokens.js";

const section = "Expressions";
const band = (condition: string) => ({ example: `let band = if ${condition} then 1 else 0`, section });

/** The reserved words, all of which belong to expressions. */
const expressionWords: Readonly<Record<string, Explained>> = {
  and: { form: "CONDITION and CONDITION", what: "True if both conditions are.", ...band("x > 0 and x < 1") },
  or: { form: "CONDITION or CONDITION", what: "True if at least one of the conditions is.", ...band("x < 0 or x > 1") },
  not: { form: "not CONDITION", what: "True if the condition is not.", ...band("not (x > 0 and x < 1)") },
  if: {
    form: "if CONDITION then EXPRESSION else EXPRESSION",
    what: "One of two values. Only the chosen one counts, in the value and in the derivative, so the other may be undefined: `if x > 0 then log(x) else 0`.",
    ...band("x > 0"),
    words: [
      ["then", "The value if the condition holds."],
      ["else", "The value if the condition does not hold."],
    ],
  },
  inf: { form: "inf", what: "Infinity: no bound.", example: "param k = 1 in [0, inf)", section: "Parameters" },
  pi: { form: "pi", what: `The number ${Math.PI}.`, example: "let w = 2 * pi * f", section: "Words" },
};

/**
 * What is said of each word that begins a statement, an item of a block or a part of an expression.
 * `column` stands for the items that begin with a name.
 */
export const explainedKeywords: ReadonlyMap<string, Explained> = new Map([
  ...[...itemsByKind.values()].flatMap(({ kind, keywords, explained }) => {
    if (explained === undefined) return [];
    const names = keywords.length === 0 ? [kind] : keywords.map(spellingOf);
    return names.map((name): [string, Explained] => [name, explained]);
  }),
  ...Object.entries(expressionWords),
]);
