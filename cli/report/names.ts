/** A name as the language writes it: in backquotes where it is not a plain one. */
export function displayName(name: string): string {
  if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return name;
  return `\`${displayText(JSON.stringify(name).slice(1, -1)).replaceAll('\\"', '"').replaceAll("`", "\\`")}\``;
}

/** Text on one line of a terminal: what would move the cursor, colour or reorder it is shown as its escape. */
export function displayText(text: string): string {
  return text.replace(/\p{C}/gu, (character) => `\\u${character.codePointAt(0)?.toString(16).padStart(4, "0")}`);
}

/** The noise of a statement as the model has it. */
export function noiseText(noise: {
  readonly word: string;
  readonly text: string;
  readonly scale: string | null;
}): string {
  return `${noise.word} ${noise.text}${noise.scale === null ? "" : ` ${noise.scale}`}`;
}
