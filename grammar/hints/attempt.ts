/**
 * A first attempt as it would be right in another program: a pattern of the line, whose tokens are
 * separated by one space each, and what to write instead, from the groups of the pattern.
 */
export type Attempt = readonly [pattern: string, write: (...groups: readonly string[]) => string | null];

/** Groups of patterns. */
export const NAME = "([\\p{L}_`][^ ]*)";
/** A name, perhaps with a unit. */
export const TYPED = "([\\p{L}_`][^ ]*(?: : [^=<>,]+?)?)";
/** A number, a name or another single token, perhaps with a sign. */
export const VALUE = "((?:[-+] )?[\\p{L}\\d._][^ ,()[\\]=<>]*)";
export const EXPR = "(.+?)";

/** Longer lines get no hint: a pattern could take long, and hardly fits. */
const longestLine = 200;

/** What to write instead of a line; null if it is like none of the attempts. */
export function writeInstead(line: string, attempts: readonly Attempt[]): string | null {
  if (line.length > longestLine) return null;
  for (const [pattern, write] of attempts) {
    const found = new RegExp(pattern, "iu").exec(line);
    const text = found === null ? null : write(...found.slice(1).map((group) => tidy(group ?? "")));
    if (text !== null) return text;
  }
  return null;
}

/** Tokens with the usual spaces. */
function tidy(tokens: string): string {
  return tokens
    .trim()
    .replace(/ ([)\],])/g, "$1")
    .replace(/([([]) /g, "$1")
    .replace(/(?<=[\p{L}\p{Nd}_]) (?=\()/gu, "")
    .replace(/ : /g, ": ")
    .replace(/ \^ /g, "^")
    .replace(/(^|[(,=*/^<>~] ?)([-+]) /g, "$1$2");
}
