// Figures as PNG, by the built package, which has the fonts and Resvg beside it.
import { fileURLToPath, pathToFileURL } from "node:url";
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { drawSvg } from "../../../report/draw/draw-svg.js";
import type * as Draw from "../../../report/draw/index.js";
import { figureStyle, paletteOf } from "../../../report/figures/style.js";
import { decayFigure } from "../../helpers/decay-figure.js";
import { textBoxes } from "../../helpers/svg.js";

const entry = pathToFileURL(fileURLToPath(new URL("../../../dist/draw.js", import.meta.url))).href;
const { drawPng } = (await import(entry)) as typeof Draw;

interface Image {
  readonly width: number;
  readonly height: number;
  readonly pixelsPerMetre: number;
  /** Four bytes a pixel. */
  readonly pixels: Uint8Array;
}

/** Reads a PNG file of eight bits a channel with transparency (ISO 15948). */
function decodePng(png: Uint8Array): Image {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = new Map<string, Uint8Array[]>();
  for (let at = 8; at < png.length; ) {
    const [length, type] = [view.getUint32(at), String.fromCharCode(...png.subarray(at + 4, at + 8))];
    const content = png.subarray(at + 8, at + 8 + length);
    expect(view.getUint32(at + 8 + length), type).toBe(crc(png.subarray(at + 4, at + 8 + length)));
    chunks.set(type, [...(chunks.get(type) ?? []), content]);
    at += 12 + length;
  }
  expect([...chunks.keys()].slice(0, 2)).toEqual(["IHDR", "pHYs"]);
  const numbersOf = (type: string) => new DataView(Uint8Array.from(chunks.get(type)?.[0] ?? []).buffer);
  const [header, physical] = [numbersOf("IHDR"), numbersOf("pHYs")];
  expect([header.getUint8(8), header.getUint8(9)]).toEqual([8, 6]);
  expect([physical.getUint32(4), physical.getUint8(8)]).toEqual([physical.getUint32(0), 1]);
  const [width, height] = [header.getUint32(0), header.getUint32(4)];
  const pixels = unfiltered(inflateSync(Buffer.concat(chunks.get("IDAT") ?? [])), 4 * width, height);
  return { width, height, pixels, pixelsPerMetre: physical.getUint32(0) };
}

/** By a table, where the code goes bit by bit. */
function crc(bytes: Uint8Array): number {
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  let value = 0xffffffff;
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function unfiltered(data: Uint8Array, stride: number, height: number): Uint8Array {
  expect(data.length).toBe((stride + 1) * height);
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const left = x < 4 ? 0 : (out[y * stride + x - 4] ?? 0);
      const up = y === 0 ? 0 : (out[(y - 1) * stride + x] ?? 0);
      const corner = x < 4 || y === 0 ? 0 : (out[(y - 1) * stride + x - 4] ?? 0);
      const estimate = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 5] ?? Number.NaN;
      out[y * stride + x] = (data[y * (stride + 1) + 1 + x] ?? 0) + estimate;
    }
  }
  return out;
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

const colorAt = ({ width, pixels }: Image, x: number, y: number) =>
  `#${[...pixels.subarray(4 * (y * width + x), 4 * (y * width + x) + 3)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;

describe("a figure of a column's width", () => {
  it("has 300 pixels an inch, which the file says", async () => {
    const image = decodePng(await drawPng(await drawSvg(decayFigure(figureStyle({ millimetres: 85 })))));
    // 85 mm are 1003.9 pixels; 300 an inch are 11811 a metre.
    expect(image.width).toBe(1004);
    expect(image.pixelsPerMetre).toBe(11811);
  });

  it("has other resolutions if they are asked for", async () => {
    const svg = await drawSvg(decayFigure(figureStyle({ millimetres: 85 })));
    expect(decodePng(await drawPng(svg, { dpi: 600 })).width).toBe(2008);
    expect(decodePng(await drawPng(svg, { dpi: 96 })).width).toBe(321);
  });
});

describe("a figure for a screen", () => {
  it("has two pixels for each of its own, on the background of its theme", async () => {
    for (const theme of ["light", "dark"] as const) {
      const image = decodePng(await drawPng(await drawSvg(decayFigure(figureStyle({ theme })))));
      expect(image.width).toBe(1200);
      expect(colorAt(image, 0, 0)).toBe(paletteOf(theme).background);
      expect(colorAt(image, 1199, image.height - 1)).toBe(paletteOf(theme).background);
    }
  });

  it("shows its texts, where they were laid out and nowhere else", async () => {
    const svg = await drawSvg(decayFigure(figureStyle(), { title: "χ² = 1.2 ± 0.3 µm s⁻¹ → ∞" }));
    const image = decodePng(await drawPng(svg));
    const { background } = paletteOf("light");
    const drawn = (x1: number, y1: number, x2: number, y2: number) => {
      let count = 0;
      for (let y = Math.floor(2 * y1); y < 2 * y2; y++) {
        for (let x = Math.floor(2 * x1); x < 2 * x2; x++) if (colorAt(image, x, y) !== background) count++;
      }
      return count / (4 * (x2 - x1) * (y2 - y1));
    };
    const title = textBoxes(svg).find(({ text }) => text.startsWith("χ²"));
    if (title === undefined) throw new Error("no title");
    const { x1, y1, x2, y2 } = title;
    // A seventh to a half of the space of a bold text is ink.
    expect(drawn(x1, y1, x2, y2)).toBeGreaterThan(0.1);
    expect(drawn(x1, y1, x2, y2)).toBeLessThan(0.6);
    // The last character ends where the advances say that it ends.
    expect(drawn(x2 - 10, y1, x2, y2)).toBeGreaterThan(0.05);
    expect(drawn(x2 + 1, y1, x2 + 40, y2)).toBe(0);
  });
});

it("shows that a character is missing in the fonts", async () => {
  const draw = async (title: string) => {
    const svg = await drawSvg(decayFigure(figureStyle(), { title, subtitle: [] }));
    return Buffer.from(decodePng(await drawPng(svg)).pixels);
  };
  expect(Buffer.compare(await draw("光度"), await draw(""))).not.toBe(0);
});

it("is the same to the byte when it is drawn again", async () => {
  const svg = await drawSvg(decayFigure(figureStyle()));
  expect(Buffer.compare(await drawPng(svg), await drawPng(svg))).toBe(0);
});

it("is refused if the text is no picture", async () => {
  await expect(drawPng("<p>no</p>")).rejects.toThrow();
  await expect(drawPng("")).rejects.toThrow();
});
