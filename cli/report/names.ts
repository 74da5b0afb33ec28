/** A name as the language writes it: in backquotes unless it is a plain name. */
export function displayName(name: string): string {
  if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return name;
  return `\`${displayText(JSON.stringify(name).slice(1, -1)).replaceAll('\\"', '"').replaceAll("`", "\\`")}\``;
}

/**
 * Text on one line of a terminal. Characters that would move the cursor, change colours or reorder
 * text are shown as escapes.
 */
export function displayText(text: string): string {
  return text.replace(/\p{C}/gu, (character) => `\\u${character.codePointAt(0)?.toString(16).padStart(4, "0")}`);
}

/** The noise of a statement as written in the model. */
export function noiseText(noise: {
  readonly word: string;
  readonly text: string;
  readonly scale: string | null;
}): string {
  return `${noise.word} ${noise.text}${noise.scale === null ? "" : ` ${noise.scale}`}`;
}
