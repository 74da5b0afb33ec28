/** Characters that take no space: combining marks and joiners. */
const zeroWidth = /\p{Mark}|\u200c|\u200d/gu;

/** Characters that take two cells of a terminal (Unicode Standard Annex 11), and emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** The width of text in cells of a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text.replace(zeroWidth, "")) width += wide.test(character) ? 2 : 1;
  return width;
}

/** Shortens text to a width; what is left out is replaced by `ellipsis`. */
export function fitToWidth(text: string, width: number, ellipsis: string): string {
  if (displayWidth(text) <= width) return text;
  let shown = "";
  let used = displayWidth(ellipsis);
  for (const character of text) {
    used += displayWidth(character);
    if (used > width) break;
    shown += character;
  }
  return shown + ellipsis;
}
