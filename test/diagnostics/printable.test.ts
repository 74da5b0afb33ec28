import fc from "fast-check";
import { expect, it } from "vitest";
import { printable, printableLines, renderDiagnostic } from "../../diagnostics/index.js";

const hidden = [
  ..."\u0000\b\r\u001b\u007f\u0085\u009b\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff",
  "\ud800",
  "\u{e0041}",
];
const texts = fc.array(
  fc.oneof(fc.constantFrom(...hidden, "\n", "\t", "a", "é", "\\", '"'), fc.string({ unit: "binary" })),
);

it("leaves no hidden character in a text", () => {
  for (const character of hidden) expect(printable(`a${character}b`)).toMatch(/^a(\\u[0-9a-f]{4})+b$/);
  fc.assert(
    fc.property(texts, (pieces) => {
      const text = pieces.join("");
      expect(printable(text)).not.toMatch(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(printableLines(text)).not.toMatch(/(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
  );
});

it("keeps the value of JSON, as its escapes are those of JSON", () => {
  fc.assert(
    fc.property(texts, (pieces) => {
      const text = pieces.join("");
      expect(JSON.parse(printable(JSON.stringify([text])))).toEqual([text]);
    }),
  );
});

it("keeps letters, marks, emoji and the joiners that languages need", () => {
  const text = "naïve Δχ² می\u200cخواهم क्\u200dष 👩\u200d🔬 °C";
  expect(printable(text)).toBe(text);
});

it("underlines what a code frame shows", () => {
  const lineText = "a\u202eb\u001bc";
  const location = { path: "\u001b[31m.fit", start: { line: 1, column: 3 }, end: { line: 1, column: 5 }, lineText };
  expect(renderDiagnostic({ code: "FIT1", severity: "error", message: "\u009b2J", help: null, location })).toBe(
    ["\\u001b[31m.fit:1:3 - error FIT1: \\u009b2J", "", "  1 | a\\u202eb\\u001bc", "    |        ~~~~~~~"].join("\n"),
  );
});
