import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { inFont } from "../figures/text-width.js";
import { contentOf } from "./content-of.js";
import { withResolution } from "./png-resolution.js";

export interface PngOptions {
  /**
   * Pixels per inch. By default 300, as journals ask for, or for a picture without a size on paper
   * 192, twice those of a screen.
   */
  readonly dpi?: number;
}

const defaultDpi = { paper: 300, screen: 192 } as const;

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
 * it has the same size on paper. The fonts have Latin, Greek and Cyrillic letters and mathematics;
 * other characters are drawn as the replacement character.
 *
 * @throws Error if the text is not an SVG document
 */
export async function drawPng(svg: string, options: PngOptions = {}): Promise<Uint8Array> {
  const onPaper = /^<svg [^>]*width="[\d.]+mm"/.test(svg);
  const dpi = options.dpi ?? defaultDpi[onPaper ? "paper" : "screen"];
  // A page may try again after files could not be loaded.
  started ??= start().catch((error: unknown) => {
    started = null;
    throw error;
  });
  const fontBuffers = [...(await started)];
  const resvg = new Resvg(withoutMissing(svg), {
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

/** Resvg would leave out a character that the fonts lack, as if it were not in the name. */
function withoutMissing(svg: string): string {
  return svg.replace(/\P{ASCII}/gu, (char) => (inFont(char) ? char : /\p{Mark}/u.test(char) ? "" : "\ufffd"));
}
