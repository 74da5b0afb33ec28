// Makes the fonts of the figures: DejaVu Sans, regular and bold, with the characters that names,
// units and numbers are written with. Their layout features are left out, except those that place
// an accent on its letter: without kerning and ligatures, the width of a text is the sum of the
// advances of its characters, in every program that draws it.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

const root = fileURLToPath(new URL("..", import.meta.url));
const from = `${root}node_modules/dejavu-fonts-ttf`;
const to = `${root}report/draw/fonts`;

/** First and last code points. */
const ranges = [
  [0x20, 0x7e], // ASCII
  [0xa0, 0x17f], // Latin-1 and Latin Extended-A
  [0x1c4, 0x21b], // Latin Extended-B: caron and comma letters
  [0x2c6, 0x2dd], // modifiers
  [0x300, 0x331], // combining accents: a mean as x and U+0304
  [0x370, 0x3ff], // Greek
  [0x400, 0x45f], // Cyrillic
  [0x490, 0x491],
  [0x1d2c, 0x1d6a], // modifier letters: superscript T, subscript i
  [0x1e80, 0x1e85],
  [0x2002, 0x203a], // spaces, dashes, quotation marks, ellipsis, per mille, primes
  [0x2044, 0x2044],
  [0x2070, 0x209c], // superscripts and subscripts
  [0x20ac, 0x20ac],
  [0x2102, 0x2138], // letterlike symbols
  [0x2150, 0x215e], // fractions
  [0x2190, 0x21d5], // arrows
  [0x2200, 0x22ff], // mathematical operators
  [0x25a0, 0x25d0], // squares, triangles, circles
  [0x27e8, 0x27e9],
  [0x2a7d, 0x2a7e],
  [0xfffd, 0xfffd], // the replacement character
];

const text = ranges
  .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)))
  .join("");

mkdirSync(to, { recursive: true });
for (const name of ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]) {
  const options = { targetFormat: "truetype", noHinting: true, keepFeatures: ["ccmp", "mark", "mkmk"] };
  writeFileSync(`${to}/${name}`, await subsetFont(readFileSync(`${from}/ttf/${name}`), text, options));
}
copyFileSync(`${from}/LICENSE`, `${to}/LICENSE`);
