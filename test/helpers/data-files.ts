import type { ColumnInfo, FitProblem } from "../../runtime/contract/fit-problem.js";
import { type DataFormat, readDataText, type TableInfo } from "../../runtime/data/index.js";
import { FitError } from "../../runtime/index.js";

interface ColumnSpec {
  readonly name: string;
  readonly header?: string;
  readonly used?: boolean;
  readonly filter?: boolean;
}

function columnInfo({ name, header = name, used = true, filter = false }: ColumnSpec): ColumnInfo {
  return { name, header, used, filter, predictor: false, unit: null, doc: null };
}

/** The table information of a model with these columns. */
export function infoOf(...columns: (string | ColumnSpec)[]): TableInfo {
  const infos = columns.map((column) => columnInfo(typeof column === "string" ? { name: column } : column));
  return { columns: infos.map(({ name }) => name), columnInfo: infos, source: null };
}

/** A problem with only the parts that `prepareData` reads. */
export function problemOf(
  columns: readonly ColumnSpec[],
  { missing = "error", keep = null }: { missing?: "error" | "drop"; keep?: FitProblem["keep"] } = {},
): FitProblem {
  return { columns: columns.map(columnInfo), missing, keep } as unknown as FitProblem;
}

/** Names that objects, strings, comments or templates could misinterpret. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: that it looks like a template is the point
export const oddNames = ["__proto__", "constructor", 'a"b', "line\nfeed", "${x}*/"];

/** The columns x, y, ... of a text as ordinary arrays. */
export function table(text: string, names: readonly string[], format: DataFormat = "csv"): number[][] {
  const columns = readDataText(infoOf(...names), text, format);
  return names.map((name) => Array.from(columns.get(name) ?? []));
}

/** The error that an action throws, as `place code: message (help)`. */
export function errorOf(action: () => unknown): string {
  return caught(action).message;
}

export function caught(action: () => unknown): FitError {
  try {
    action();
  } catch (error) {
    if (error instanceof FitError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
