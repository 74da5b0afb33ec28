// The widths of texts are those of the fonts that are shipped.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { inFont, textWidth } from "../../../report/figures/text-width.js";
import { readMetrics } from "../../helpers/truetype.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const metricsOf = (name: string) => readMetrics(readFileSync(`${root}report/draw/fonts/${name}.ttf`));
const regular = metricsOf("DejaVuSans");
const bold = metricsOf("DejaVuSans-Bold");

/** The generated file: runs of code points that both fonts have, with the advances in each. */
function printAdvances(): string {
  const runs: { first: number; regular: number[]; bold: number[] }[] = [];
  for (const codePoint of [...regular.advances.keys()].sort((a, b) => a - b)) {
    const [light, heavy] = [regular.advances.get(codePoint), bold.advances.get(codePoint)];
    if (light === undefined || heavy === undefined) continue;
    const last = runs.at(-1);
    const run = last !== undefined && codePoint === last.first + last.regular.length ? last : null;
    if (run === null) runs.push({ first: codePoint, regular: [light], bold: [heavy] });
    run?.regular.push(light);
    run?.bold.push(heavy);
  }
  const lines = runs.map((run) => `  [0x${run.first.toString(16)}, [${run.regular}], [${run.bold}]],\n`);
  return `// Generated from the fonts in report/draw/fonts by \`npm run update\`. Do not edit.

/** The size of the em, in units of the fonts. */
export const unitsPerEm = ${regular.unitsPerEm};

/**
 * The advances of the characters, in runs: the first code point, then the advances of it and those
 * after it in the regular and the bold font.
 */
export const advances: readonly (readonly [first: number, regular: readonly number[], bold: readonly number[]])[] = [
${lines.join("")}];
`;
}

describe("the advances", () => {
  it("are those of the fonts", async () => {
    await expect(printAdvances()).toMatchFileSnapshot(`${root}report/figures/advances.generated.ts`);
    expect(bold.unitsPerEm).toBe(regular.unitsPerEm);
  });

  it("are looked up for every character, from the first to the last of a run", () => {
    for (const [codePoint, advance] of regular.advances) {
      const char = String.fromCodePoint(codePoint);
      if (!bold.advances.has(codePoint)) continue;
      expect(textWidth(char, regular.unitsPerEm), char).toBe(advance);
      expect(textWidth(char, regular.unitsPerEm, true), char).toBe(bold.advances.get(codePoint));
    }
  });

  // As the sources of DejaVu 2.37 say.
  it.each([
    ["0", 1303, 1425],
    [" ", 651, 713],
    ["M", 1767, 2038],
    ["i", 569, 702],
  ])("of %j are %i and %i", (char, light, heavy) => {
    expect(textWidth(char, 2048)).toBe(light);
    expect(textWidth(char, 2048, true)).toBe(heavy);
  });
});

describe("the fonts", () => {
  it("have what names, units and numbers are written with", () => {
    const needed = "aZ09 äéñßøŁőŠž αβγδεθλμπρσςτφχψωΔΣΩ АБвя ⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ₐ₀₁₂₉ ±×·÷°µ−–—…√∞≤≥≈≠∂∑∏∫∝∈ χ² ←→↑↓ Å ℓ ‰ €";
    expect([...needed].filter((char) => !inFont(char))).toEqual([]);
  });
});

describe("a text", () => {
  it("is as wide as its characters", () => {
    expect(textWidth("", 11)).toBe(0);
    // 2.5: two digits and a point of 651 units.
    expect(textWidth("2.5", 10)).toBeCloseTo(((1303 + 651 + 1303) / 2048) * 10, 12);
  });

  it("has the width of the em where the font lacks a character, and none for what is not drawn", () => {
    expect(inFont("光度")).toBe(false);
    expect(textWidth("光度", 10)).toBe(20);
    expect(textWidth("\u{1f600}", 10)).toBe(10);
    expect(textWidth("\u0007\u200b\u{e0101}", 10)).toBe(0);
    expect(textWidth("x\u0304", 10)).toBe(textWidth("x", 10));
    expect(textWidth("\ud800", 10)).toBe(0);
  });
});
