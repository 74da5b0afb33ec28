import type { ColumnData, FitProblem } from "../contract/fit-problem.js";
import { hasNaN } from "./has-nan.js";

/**
 * What becomes of a row: kept; excluded by `where`; without a value in a column that `where` reads,
 * or in another one.
 */
export type RowFate = "kept" | "excluded" | "gap of where" | "gap";

/**
 * Which rows the `where` and the columns of a model keep. First the columns of `where` must have
 * values, then `where` chooses, then the other columns must have values in the rows chosen: a gap in
 * a row that `where` excludes is no gap.
 */
export class RowSelection {
  /** Columns by their names: those that `where` reads, and the others that the model reads. */
  private readonly ofWhere: readonly Named[];
  private readonly others: readonly Named[];

  /** @param given the columns in the order of the problem's */
  constructor(
    private readonly problem: FitProblem,
    private readonly given: ColumnData,
  ) {
    const named = problem.columns.map((info, j) => ({ info, name: info.name, values: given[j] ?? empty }));
    this.ofWhere = named.filter(({ info }) => info.filter);
    this.others = named.filter(({ info }) => info.used && !info.filter);
  }

  /** Every row is kept, as far as can be told at once. */
  get keepsAll(): boolean {
    return this.problem.keep === null && ![...this.ofWhere, ...this.others].some(({ values }) => hasNaN(values));
  }

  fateOf(row: number): RowFate {
    if (gapAt(this.ofWhere, row) !== null) return "gap of where";
    const { keep } = this.problem;
    if (keep !== null && !keep(this.given, row)) return "excluded";
    return gapAt(this.others, row) === null ? "kept" : "gap";
  }

  /** The first column without a value in a row. */
  columnAt(row: number, fate: "gap of where" | "gap"): string {
    return gapAt(fate === "gap" ? this.others : this.ofWhere, row)?.name ?? "";
  }
}

interface Named {
  readonly name: string;
  readonly values: Float64Array;
}

const empty = new Float64Array(0);

function gapAt(columns: readonly Named[], row: number): Named | null {
  for (const column of columns) if (Number.isNaN(column.values[row])) return column;
  return null;
}

/** Some rows of a column; a column that is not read is empty, and stays so. */
export function gather(column: Float64Array, rows: Uint32Array): Float64Array {
  if (column.length === 0) return empty;
  const gathered = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) gathered[i] = column[rows[i] as number] as number;
  return gathered;
}
