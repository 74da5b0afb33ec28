import type { FoundMinimum } from "../../runtime/index.js";
import { displayName } from "./names.js";
import { formatNumber } from "./numbers.js";
import { column, type TableColumn } from "./table.js";

/** The largest number of minima reported; `--json` has all of them. */
const most = 10;

/** A table of the minima found from several starts, best first. */
export function minimaColumns(minima: readonly FoundMinimum[], free: readonly string[]): TableColumn[] {
  const shown = minima.slice(0, most);
  return [
    column("cost", "right", shown, ({ cost }) => formatNumber(cost)),
    column("starts", "right", shown, ({ starts }) => String(starts)),
    ...free.map((name, j) => column(displayName(name), "right", shown, ({ x }) => formatNumber(x[j] ?? Number.NaN))),
  ];
}
