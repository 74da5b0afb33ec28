// Figures in a browser: drawn there, under a policy that forbids code from strings, and shown
// there, with texts that the browser measures itself.
import { describe, expect, it } from "vitest";
import { drawSvg } from "../../report/draw/draw-svg.js";
import { figureStyle } from "../../report/figures/style.js";
import { chromium, type Site, visit } from "../helpers/chromium.js";
import { decayFigure } from "../helpers/decay-figure.js";

const attack = `]]></title><script>alert(1)</script><img src=x onerror=alert(1)>"'`;
const specs = [
  decayFigure(figureStyle()),
  decayFigure(figureStyle({ millimetres: 85, points: 7 })),
  decayFigure(figureStyle({ theme: "dark" }), { title: attack, subtitle: [attack], xTitle: attack, tip: attack }),
];

const script = `
import { drawPng, drawSvg } from "/dist/draw.js";
const post = (report) => fetch("/report", { method: "POST", body: JSON.stringify(report) });
let alerts = 0;
globalThis.alert = () => alerts++;
const specs = ${JSON.stringify(specs).replaceAll("<", "\\u003c")};
const figures = [];
try {
for (const spec of specs) {
  const svg = await drawSvg(spec);
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
  const holder = document.body.appendChild(document.createElement("div"));
  holder.innerHTML = svg;
  const picture = holder.querySelector("svg");
  const frame = picture.getBoundingClientRect();
  const texts = [...picture.querySelectorAll("text")].map((text) => {
    const box = text.getBoundingClientRect();
    return {
      text: text.textContent,
      inside: box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom,
    };
  });
  const png = await createImageBitmap(new Blob([await drawPng(svg, { dpi: 96 })]));
  figures.push({
    svg,
    errors: parsed.querySelectorAll("parsererror").length,
    others: holder.querySelectorAll("script, img, a, foreignObject, image, use").length,
    width: frame.width,
    png: png.width,
    texts,
  });
}
} catch (error) { await post({ failure: String(error?.stack) }); }
const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
await new Promise((resolve) => setTimeout(resolve, 100));
await post({ alerts, ids, figures });
`;

interface Report {
  readonly failure?: string;
  readonly alerts: number;
  readonly ids: readonly string[];
  readonly figures: readonly {
    readonly svg: string;
    readonly errors: number;
    readonly others: number;
    readonly width: number;
    readonly png: number;
    readonly texts: readonly { readonly text: string; readonly inside: boolean }[];
  }[];
}

const site: Site = new Map<string, string | { readonly folder: string }>([
  ["/index.html", '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>'],
  ["/page.js", script],
  ["/dist/", { folder: new URL("../../dist/", import.meta.url).pathname }],
]);

describe.skipIf(chromium === null)("figures in Chromium", () => {
  const visited =
    chromium === null
      ? null
      : visit(chromium, site, {
          "Content-Security-Policy": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src data:",
        });

  it("are drawn as in Node, and are what they look like", async () => {
    const { report, requested } = (await visited) ?? {};
    const { failure, alerts, ids, figures } = report as Report;
    expect(failure).toBeUndefined();
    expect(alerts).toBe(0);
    expect(new Set(ids).size).toBe(ids.length);
    expect(figures).toHaveLength(specs.length);
    for (const [i, { svg, errors, others, width, png, texts }] of figures.entries()) {
      expect([errors, others]).toEqual([0, 0]);
      const spec = specs[i];
      if (spec === undefined) throw new Error("a figure too many");
      // Rounded to a hundredth of a pixel, whatever engine computes it.
      expect(svg).toBe(await drawSvg(spec));
      const { width: asked } = spec.usermeta.picture;
      expect(width).toBeCloseTo(asked, 1);
      expect(png).toBe(Math.round(asked));
      expect(texts.length).toBeGreaterThan(20);
      expect(texts.filter(({ inside }) => !inside)).toEqual([]);
    }
    // What is drawn requests nothing.
    expect(
      requested?.filter((path) => !path.startsWith("/dist/draw") && !["/report", "/favicon.ico"].includes(path)).sort(),
    ).toEqual(["/index.html", "/page.js"]);
  });
});
