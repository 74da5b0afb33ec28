import type { ColumnData, FitProblem } from "../contract/fit-problem.js";
import { hasNaN } from "./has-nan.js";

/**
 * What happens to a row: it is kept, excluded by `where`, or has a missing value in a column that
 * `where` reads (`gap of where`) or in another column (`gap`).
 */
export type RowFate = "kept" | "excluded" | "gap of where" | "gap";

/**
 * Selects the rows that the `where` of a model and its columns keep. First, the columns that
 * `where` reads must have values; then `where` is evaluated; then the other columns must have
 * values in the rows it keeps. A missing value in a row that `where` excludes thus does not matter.
 */
export class RowSelection {
  /** The columns that `where` reads, and the other columns that the model reads. */
  private readonly ofWhere: ColumnData;
  private readonly others: ColumnData;

  /** @param given the columns, in the order of `problem.columns` */
  constructor(
    private readonly problem: FitProblem,
    private readonly given: ColumnData,
  ) {
    const { columns } = problem;
    this.ofWhere = given.filter((_, j) => columns[j]?.filter === true);
    this.others = given.filter((_, j) => columns[j]?.used === true && !columns[j].filter);
  }

  /** True if it is clear without looking at each row that all rows are kept. */
  get keepsAll(): boolean {
    return this.problem.keep === null && !this.ofWhere.some(hasNaN) && !this.others.some(hasNaN);
  }

  fateOf(row: number): RowFate {
    if (isGap(this.ofWhere, row)) return "gap of where";
    const { keep } = this.problem;
    if (keep !== null && !keep(this.given, row)) return "excluded";
    return isGap(this.others, row) ? "gap" : "kept";
  }

  /** The name of the first column with a missing value in a row. */
  columnAt(row: number, fate: "gap of where" | "gap"): string {
    const ofWhere = fate === "gap of where";
    const column = this.problem.columns.find(({ filter, used }, j) => {
      return (ofWhere ? filter : used && !filter) && Number.isNaN(this.given[j]?.[row]);
    });
    return column?.name ?? "";
  }
}

const empty = new Float64Array(0);

function isGap(columns: ColumnData, row: number): boolean {
  for (const column of columns) if (Number.isNaN(column[row])) return true;
  return false;
}

/** Copies the given rows of a column. An unread column is empty and stays empty. */
export function gather(column: Float64Array, rows: Uint32Array): Float64Array {
  if (column.length === 0) return empty;
  const gathered = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) gathered[i] = column[rows[i] as number] as number;
  return gathered;
}
