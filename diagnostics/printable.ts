/**
 * Characters that a reader does not see, or that change what a reader sees: control characters,
 * which move the cursor or change colours; those that reorder text (Boucher and Anderson, "Trojan
 * Source", USENIX Security 2023); line separators; anything else invisible. The joiners U+200C and
 * U+200D are part of the spelling of several languages.
 */
const hidden = /(?![\u200c\u200d])[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * Text on one line of a terminal, a module or a JSON file: hidden characters, line breaks among
 * them, are written with the escapes of JSON.
 */
export function printable(text: string): string {
  return text.replace(hidden, escaped);
}

/** Like {@link printable}, but keeps line feeds and tabs. */
export function printableLines(text: string): string {
  return text.replace(hidden, (character) =>
    character === "\n" || character === "\t" ? character : escaped(character),
  );
}

/** An escape for each UTF-16 code unit, of which an astral character has two. */
function escaped(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\t") return "\\t";
  const unit = (_: string, i: number) => `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`;
  return character.split("").map(unit).join("");
}
