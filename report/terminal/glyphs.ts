/** The characters of a plot. */
export interface Glyphs {
  /** The dots in a cell. */
  readonly across: number;
  readonly down: number;
  /** The character of a cell with dots: bit `column * down + row` is set for each. */
  cell(mask: number): string;
  readonly point: string;
  /** A curve among so many points that those are drawn as dots. */
  readonly line: string;
  /** Samples of dots for the legend. */
  readonly dots: string;
  readonly curve: string;
  readonly bar: string;
  readonly zero: string;
  readonly axis: { readonly vertical: string; readonly tick: string; readonly corner: string };
  readonly bottom: { readonly horizontal: string; readonly tick: string };
  readonly ellipsis: string;
}

/** The bits of a braille character (Unicode Standard, U+2800), column by column from the top. */
const brailleBits = [0x01, 0x02, 0x04, 0x40, 0x08, 0x10, 0x20, 0x80];

export const unicodeGlyphs: Glyphs = {
  across: 2,
  down: 4,
  cell: (mask) => {
    const bits = brailleBits.reduce((sum, bit, i) => sum + ((mask >> i) & 1) * bit, 0);
    return String.fromCharCode(0x2800 + bits);
  },
  point: "o",
  line: "\u2022",
  dots: "\u28b5",
  curve: "\u2812\u2812",
  bar: "\u2502",
  zero: "\u2504",
  axis: { vertical: "\u2502", tick: "\u2524", corner: "\u2514" },
  bottom: { horizontal: "\u2500", tick: "\u252c" },
  ellipsis: "\u2026",
};

/** By the mask: the top, middle and bottom dot of a cell are 1, 2 and 4. */
const asciiCells = [" ", "'", "-", "'", ".", ":", ".", "|"];

export const asciiGlyphs: Glyphs = {
  across: 1,
  down: 3,
  cell: (mask) => asciiCells[mask] ?? " ",
  point: "o",
  line: "#",
  dots: ":",
  curve: "-.",
  bar: "|",
  zero: "-",
  axis: { vertical: "|", tick: "+", corner: "+" },
  bottom: { horizontal: "-", tick: "+" },
  ellipsis: "...",
};
