import { printable } from "../../diagnostics/index.js";

/** A name as the language writes it: in backquotes unless it is a plain name. */
export function displayName(name: string): string {
  if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return name;
  return `\`${printable(JSON.stringify(name).slice(1, -1)).replaceAll('\\"', '"').replaceAll("`", "\\`")}\``;
}

/** The noise of a statement as written in the model. */
export function noiseText(noise: {
  readonly word: string;
  readonly text: string;
  readonly scale: string | null;
}): string {
  return `${noise.word} ${noise.text}${noise.scale === null ? "" : ` ${noise.scale}`}`;
}
