import { pieces, type TableFormat } from "./format.js";

/**
 * A header and one line for each row (RFC 4180, with the line breaks of Unix). A missing value is
 * an empty cell, and an infinity `inf`, which pandas, R and fitc read. Numbers are the shortest that
 * give the same double.
 */
export const delimited = (delimiter: "," | "\t"): TableFormat =>
  function* (table) {
    const { columns } = table;
    yield `${columns.map(({ name }) => nameCell(name)).join(delimiter)}\n`;
    for (const [from, to] of pieces(table)) {
      let text = "";
      for (let row = from; row < to; row++) {
        for (let c = 0; c < columns.length; c++) {
          if (c > 0) text += delimiter;
          text += cell(columns[c]?.values[row]);
        }
        text += "\n";
      }
      yield text;
    }
  };

/** In quotes unless it is a plain word, so that no reader takes a part of it for a delimiter. */
function nameCell(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function cell(value: number | string | boolean | undefined): string {
  if (typeof value !== "number") return String(value);
  if (Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? "" : value > 0 ? "inf" : "-inf";
}
