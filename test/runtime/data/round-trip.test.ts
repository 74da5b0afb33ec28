// Tables written in every form that the reader supports, with numbers as JavaScript writes them
// (the shortest text that reads back as the same double), must read back equal to the bit:
// `toEqual` on typed arrays distinguishes -0 from 0, and NaN equals NaN.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DataFormat, readDataText } from "../../../runtime/data/index.js";
import { infoOf } from "../../helpers/data-files.js";

const name = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
  fc.constantFrom("__proto__", "constructor", 'a"b', "line\nfeed", "#x", " x "),
);
const value = fc.oneof(fc.double(), fc.integer(), fc.constant(Number.NaN));
const tables = fc
  .record({
    names: fc.uniqueArray(
      // NUL is refused, and a lone surrogate has no UTF-8 encoding.
      name.filter((text) => !text.includes("\0") && !/\p{Surrogate}/u.test(text)),
      { minLength: 1, maxLength: 6 },
    ),
    rows: fc.integer({ min: 1, max: 30 }),
  })
  .chain(({ names, rows }) =>
    fc.record({
      names: fc.constant(names),
      columns: fc.array(fc.array(value, { minLength: rows, maxLength: rows }), {
        minLength: names.length,
        maxLength: names.length,
      }),
      wanted: fc.subarray(names, { minLength: 1 }),
    }),
  );

interface Table {
  readonly names: readonly string[];
  readonly columns: readonly (readonly number[])[];
  readonly wanted: readonly string[];
}

function written(number: number): string {
  return Object.is(number, -0) ? "-0" : String(number);
}

function expectReadBack({ names, columns, wanted }: Table, text: string, format: DataFormat): void {
  const read = readDataText(infoOf(...wanted), text, format);
  for (const header of wanted) {
    expect(read.get(header)).toEqual(Float64Array.from(columns[names.indexOf(header)] ?? []));
  }
}

describe("what is written is read back", () => {
  it("as delimited text, quoted or not, with any delimiter, blanks, line breaks, comments and blank lines", () => {
    const style = fc.record({
      delimiter: fc.constantFrom(",", ";", "\t", "|", " "),
      lineBreak: fc.constantFrom("\n", "\r\n", "\r"),
      bom: fc.boolean(),
      lastBreak: fc.boolean(),
      choices: fc.infiniteStream(fc.nat(5)),
    });
    fc.assert(
      fc.property(tables, style, (table, { delimiter, lineBreak, bom, lastBreak, choices }) => {
        const choose = (count: number) => Number(choices.next().value) % count;
        const blanks = () => (delimiter === "\t" ? "" : " ".repeat(choose(3)));
        const separator = () => (delimiter === " " ? " ".repeat(1 + choose(3)) : `${blanks()}${delimiter}${blanks()}`);
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        // A record that starts with "#" would be a comment, and an empty cell between spaces would
        // not be a cell.
        const cell = (number: number) => {
          if (Number.isNaN(number) && delimiter !== " " && table.names.length > 1)
            return ["", "NaN", "NA", "null", '""'][choose(5)] ?? "";
          return choose(3) === 0 ? quote(written(number)) : written(number);
        };
        const record = (cells: string[]) =>
          blanks() + cells.reduce((line, next) => line + separator() + next) + blanks();
        const lines = [record(table.names.map(quote))];
        for (const row of table.columns[0]?.keys() ?? []) {
          if (choose(6) === 0) lines.push(`# a comment, "half; quoted`, "");
          lines.push(record(table.columns.map((column) => cell(column[row] ?? 0))));
        }
        const text = (bom ? "\ufeff" : "") + lines.join(lineBreak) + (lastBreak ? lineBreak : "");
        expectReadBack(table, text, delimiter === "\t" ? "tsv" : "csv");
      }),
      { numRuns: 500 },
    );
  });

  it("as JSON", () => {
    const json = (number: number) => (Number.isNaN(number) ? "null" : written(number));
    fc.assert(
      fc.property(tables, (table) => {
        const { names, columns } = table;
        const rows = [...(columns[0]?.keys() ?? [])];
        const member = (i: number, text: string) => `${JSON.stringify(names[i])}:${text}`;
        const records = rows.map(
          (row) => `{${columns.map((column, i) => member(i, json(column[row] ?? 0))).join(", ")}}`,
        );
        const arrays = columns.map((column, i) => member(i, `[${column.map(json).join(",")}]`));
        expectReadBack(table, `[${records.join(",\n")}]`, "json");
        expectReadBack(table, `{${arrays.join(", ")}}`, "json");
        expectReadBack(table, records.join("\n"), "ndjson");
      }),
      { numRuns: 300 },
    );
  });

  it("when cells, quotes and line breaks stand across the reader's buffers", () => {
    const rows = 8000;
    const x = Float64Array.from({ length: rows }, (_, i) => Math.sin(i));
    for (const [lineBreak, quote] of [
      ["\r\n", ""],
      ["\n", '"'],
      ["\r", '"'],
    ]) {
      const text = `x,"la""bel"${lineBreak}${Array.from(x, (v, i) => `${quote}${v}${quote},"a""b${"\u20ac".repeat(i % 7)}"`).join(lineBreak)}`;
      expect(readDataText(infoOf("x"), text, "csv").get("x")).toEqual(x);
    }
    const records = Array.from(x, (v) => `{"\u20ac": "\\"", "x": ${v}}`).join("\n");
    expect(readDataText(infoOf("x"), records, "ndjson").get("x")).toEqual(x);
  });
});
