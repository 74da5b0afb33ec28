// For arbitrary bytes, the readers return columns or throw a FitError whose place is inside the
// text.
import fc from "fast-check";
import { expect, it } from "vitest";
import { type DataFormat, readDataText } from "../../../runtime/data/index.js";
import { FitError } from "../../../runtime/index.js";
import { infoOf } from "../../helpers/data-files.js";

const pieces = fc.constantFrom(
  ...'x|y|,|;|\t|1|2.5|-|e|"|""|\n|\r|\r\n| |#|[|]|{|}|:|\\|\\u12|null|NaN|\0|\u20ac|\ufeff|"x"|"y":'.split("|"),
  "|",
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((list) => list.join("")),
  fc.array(pieces, { maxLength: 60 }).map((list) => `x,y\n1,2\n${list.join("")}`),
  fc.array(pieces, { maxLength: 60 }).map((list) => `[{"x": 1, "y": 2}${list.join("")}`),
  fc.string({ unit: "binary", maxLength: 200 }),
);

it("random text never crashes a reader", () => {
  fc.assert(
    fc.property(texts, fc.constantFrom<DataFormat>("csv", "tsv", "json", "ndjson"), (text, format) => {
      try {
        const columns = readDataText(infoOf("x", "y"), text, format);
        expect(columns.get("x")?.length).toBe(columns.get("y")?.length);
      } catch (error) {
        if (!(error instanceof FitError)) throw error;
        expect(error.code).toMatch(/^FIT4\d\d\d$/);
        const { location } = error;
        const lines = text
          .replace(/^\ufeff/, "")
          .split(/\r\n|\r|\n/)
          .map(wellFormed);
        const line = lines[(location?.start.line ?? 0) - 1];
        // The text of a file that is no table is not shown.
        expect([line, null]).toContain(location?.lineText);
        expect(location?.start.column).toBeGreaterThanOrEqual(1);
        expect(location?.start.column).toBeLessThanOrEqual((line?.length ?? 0) + 1);
      }
    }),
    { numRuns: 5000 },
  );
});

it("a quarter of a megabyte of one byte is refused at once", () => {
  for (const character of '",[{ #\n\\1x') {
    for (const format of ["csv", "json", "ndjson"] as const) {
      const from = performance.now();
      expect(() => readDataText(infoOf("x"), character.repeat(1 << 18), format)).toThrow(FitError);
      // About 0.1 s on an idle machine; quadratic time would take minutes.
      expect(performance.now() - from).toBeLessThan(5000);
    }
  }
});

/** The text as a decoder returns it: a lone surrogate has no UTF-8 encoding. */
function wellFormed(text: string): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text));
}
