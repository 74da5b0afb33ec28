import type { PreparedData } from "../../data/prepare.js";
import { gather } from "../../data/row-selection.js";

/** The most rows that points are compared on. */
const mostRows = 2048;

/** All rows, or so many of them, evenly spread. */
export function sampleOf(data: PreparedData): PreparedData {
  const { rows } = data;
  if (rows <= mostRows) return data;
  const chosen = Uint32Array.from({ length: mostRows }, (_, i) => Math.floor((i * rows) / mostRows));
  const columns = data.columns.map((column) => (column.length === 0 ? column : gather(column, chosen)));
  return { ...data, columns, rows: mostRows };
}
