import type { ColumnData, FitProblem } from "../contract/fit-problem.js";
import { hasNaN } from "./has-nan.js";

/**
 * What becomes of a row: kept; excluded by `where`; without a value in a column that `where` reads,
 * or in another one.
 */
export type RowFate = "kept" | "excluded" | "gap of where" | "gap";

/**
 * Which rows the `where` and the columns of a model keep. First the columns of `where` must have
 * values, then `where` chooses, then the other columns must have values in the rows chosen: a gap
 * in a row that `where` excludes is no gap.
 */
export class RowSelection {
  /** The columns that `where` reads, and the others that the model reads. */
  private readonly ofWhere: ColumnData;
  private readonly others: ColumnData;

  /** @param given the columns in the order of the problem's */
  constructor(
    private readonly problem: FitProblem,
    private readonly given: ColumnData,
  ) {
    const { columns } = problem;
    this.ofWhere = given.filter((_, j) => columns[j]?.filter === true);
    this.others = given.filter((_, j) => columns[j]?.used === true && !columns[j].filter);
  }

  /** Every row is kept, as far as can be told at once. */
  get keepsAll(): boolean {
    return this.problem.keep === null && !this.ofWhere.some(hasNaN) && !this.others.some(hasNaN);
  }

  fateOf(row: number): RowFate {
    if (isGap(this.ofWhere, row)) return "gap of where";
    const { keep } = this.problem;
    if (keep !== null && !keep(this.given, row)) return "excluded";
    return isGap(this.others, row) ? "gap" : "kept";
  }

  /** The name of the first column without a value in a row. */
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

/** Some rows of a column; a column that is not read is empty, and stays so. */
export function gather(column: Float64Array, rows: Uint32Array): Float64Array {
  if (column.length === 0) return empty;
  const gathered = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) gathered[i] = column[rows[i] as number] as number;
  return gathered;
}
