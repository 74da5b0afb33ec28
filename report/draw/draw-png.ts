import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { contentOf } from "./content-of.js";
import { withResolution } from "./png-resolution.js";

export interface PngOptions {
  /** Pixels per inch; 300 by default, as journals ask for. */
  readonly dpi?: number;
}

const defaultDpi = 300;

/** Resvg can be started only once in a program; the fonts are read at the same time. */
let started: Promise<readonly Uint8Array[]> | null = null;

async function start(): Promise<readonly Uint8Array[]> {
  // Written out, so that the bundlers of pages find the files.
  const files = [
    new URL("./draw/resvg.wasm", import.meta.url),
    new URL("./draw/DejaVuSans.ttf", import.meta.url),
    new URL("./draw/DejaVuSans-Bold.ttf", import.meta.url),
  ];
  const [wasm, ...fonts] = await Promise.all(files.map(contentOf));
  if (wasm !== undefined) await initWasm(wasm);
  return fonts;
}

/**
 * Draws an SVG document that `drawSvg` made as a PNG image, which contains its resolution, so that
 * it has the same size on paper.
 *
 * @throws Error if the text is not an SVG document
 */
export async function drawPng(svg: string, { dpi = defaultDpi }: PngOptions = {}): Promise<Uint8Array> {
  started ??= start();
  const fontBuffers = [...(await started)];
  const resvg = new Resvg(svg, {
    dpi: 96,
    fitTo: { mode: "zoom", value: dpi / 96 },
    font: { fontBuffers, defaultFontFamily: "DejaVu Sans", sansSerifFamily: "DejaVu Sans" },
  });
  try {
    const image = resvg.render();
    try {
      return withResolution(image.asPng(), dpi);
    } finally {
      image.free();
    }
  } finally {
    resvg.free();
  }
}
