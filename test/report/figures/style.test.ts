// The style of figures: sizes that can be read, colours that everyone can tell apart.
import { describe, expect, it } from "vitest";
import { readStyleOptions } from "../../../cli/outputs/figure-style.js";
import type { OutputOptions } from "../../../cli/outputs/output.js";
import { darkCss, figureStyle, paletteOf } from "../../../report/figures/style.js";

const themes = ["light", "dark"] as const;

/** Red, green and blue from 0 to 1, linear in light (IEC 61966-2-1). */
const linear = (color: string): readonly number[] =>
  [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });

const times = (matrix: readonly (readonly number[])[], vector: readonly number[]) =>
  matrix.map((row) => row.reduce((sum, value, i) => sum + value * (vector[i] ?? 0), 0));

const toXyz = [
  [0.4124, 0.3576, 0.1805],
  [0.2126, 0.7152, 0.0722],
  [0.0193, 0.1192, 0.9505],
];

/** Contrast by WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [a, b].map((color) => times(toXyz, linear(color))[1] ?? 0).sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** What people see who lack a kind of cone: Machado, Oliveira and Fernandes (2009), severity 1. */
const vision: Readonly<Record<string, readonly (readonly number[])[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The distance of two colours in CIELAB, for an eye. */
function difference(a: string, b: string, eye: string): number {
  const lab = (color: string) => {
    const seen = times(vision[eye] ?? [], linear(color)).map((value) => Math.min(1, Math.max(0, value)));
    const [x = 0, y = 0, z = 0] = times(toXyz, seen).map((value, i) => {
      const ratio = value / ([0.9505, 1, 1.089][i] ?? 1);
      return ratio > 216 / 24389 ? Math.cbrt(ratio) : (24389 / 27) * (ratio / 116) + 16 / 116;
    });
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
  };
  const [p, q] = [lab(a), lab(b)];
  return Math.hypot(...p.map((value, i) => value - (q[i] ?? 0)));
}

describe.each(themes)("the %s colours", (theme) => {
  const colors = paletteOf(theme);

  it("of texts have the contrast that WCAG asks for", () => {
    for (const text of [colors.text, colors.mutedText]) {
      expect(contrast(text, colors.background)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("of marks have a contrast of 3 with the background, on bands of 2", () => {
    for (const mark of [colors.data, colors.curve, colors.outlier, colors.frame, colors.reference]) {
      expect(contrast(mark, colors.background), mark).toBeGreaterThanOrEqual(3);
    }
    for (const mark of [colors.data, colors.curve, colors.outlier]) {
      expect(contrast(mark, colors.confidence), mark).toBeGreaterThanOrEqual(2);
      expect(contrast(mark, colors.prediction), mark).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(Object.keys(vision))("are told apart with %s vision", (eye) => {
    const marks = [colors.data, colors.curve, colors.outlier];
    for (const [i, a] of marks.entries()) {
      for (const b of marks.slice(i + 1)) expect(difference(a, b, eye), `${a} ${b}`).toBeGreaterThan(25);
    }
    // Areas beside each other: 5 is plainly visible.
    const areas = [colors.background, colors.prediction, colors.confidence];
    for (const [i, a] of areas.entries()) {
      for (const b of areas.slice(i + 1)) expect(difference(a, b, eye), `${a} ${b}`).toBeGreaterThan(5);
    }
  });
});

describe("the style sheet for dark pages", () => {
  it("replaces each light colour by the dark one of the same role", () => {
    const css = darkCss(".figure");
    const [light, dark] = themes.map((theme) => Object.values(paletteOf(theme)).flat());
    expect(new Set(light).size).toBe(light?.length);
    for (const [i, color] of (light ?? []).entries()) {
      expect(css).toContain(`.figure [fill="${color}"]{fill:${dark?.[i]}}`);
      expect(css).toContain(`.figure [stroke="${color}"]{stroke:${dark?.[i]}}`);
    }
  });
});

describe("the options", () => {
  const styleOf = (options: OutputOptions) => figureStyle(readStyleOptions(options));

  it("give the width of a column in pixels of CSS, and text in points", () => {
    expect(styleOf({ size: "85mm", fontSize: "7" })).toEqual({
      width: (85 / 25.4) * 96,
      millimetres: 85,
      fontSize: expect.closeTo((7 / 72) * 96, 12),
      theme: "light",
    });
    expect(styleOf({ size: " 170 mm", fontSize: "8.5pt", theme: "dark" })).toMatchObject({
      millimetres: 170,
      theme: "dark",
    });
    expect(styleOf({ size: "85" })).toEqual(styleOf({ size: "85mm" }));
    expect(styleOf({})).toEqual(figureStyle());
    expect(figureStyle()).toMatchObject({ width: 600, millimetres: null });
  });

  it.each([
    [{ size: "8cm" }, "--size must be a width from 60mm to 400mm, not '8cm'"],
    [{ size: "5mm" }, "--size must be a width from 60mm to 400mm, not '5mm'"],
    [{ size: "1e9mm" }, "--size must be a width from 60mm to 400mm, not '1e9mm'"],
    [{ size: "" }, "--size must be a width from 60mm to 400mm, not ''"],
    [{ fontSize: "6.9" }, "--font-size must be from 7 to 18 points, not '6.9'"],
    [{ fontSize: "NaN" }, "--font-size must be from 7 to 18 points, not 'NaN'"],
  ])("%j is refused with a reason", (options, problem) => {
    expect(() => readStyleOptions(options)).toThrow(problem);
  });
});
