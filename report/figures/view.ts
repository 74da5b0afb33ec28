/** How the rows of a statement can be seen: along which column, and in which series. */

import { formatNumber } from "../document/numbers.js";
import type { StatementRows } from "../rows/fitted-rows.js";
import { predictorsOf } from "../rows/predictors.js";
import type { Label } from "./axis.js";
import { columnLabel } from "./labels.js";
import { prettyNumber } from "./mathematics.js";
import { type Subject, statementOf } from "./subject.js";

/** Rows that lie on one curve. */
export interface Series {
  /** What tells it from the others; empty if it is the only one. */
  readonly name: string;
  /** The values of the predictors that x does not show. */
  readonly constants: ReadonlyMap<string, number>;
}

export interface View {
  /**
   * `curve`: the prediction is a function of one column. `rows`: of none. `several`: of several
   * columns, so that no curve shows it. `residual`: nothing is predicted.
   */
  readonly kind: "curve" | "rows" | "several" | "residual";
  /** The column that x shows; null for the number of the row. */
  readonly along: string | null;
  readonly x: Float64Array;
  readonly label: Label;
  readonly series: readonly Series[];
  /** The series of each row; null if there is only one. */
  readonly seriesOf: Uint8Array | null;
}

/** More curves cannot be told apart. */
const mostSeries = 6;

export function viewOf(subject: Subject, rows: StatementRows): View {
  const { problem, result } = subject;
  const single = { series: [{ name: "", constants: new Map() }], seriesOf: null };
  if (statementOf(subject, rows).kind !== "fit") {
    const used = problem.columns.filter((column) => column.used);
    return { ...placeOf(subject, used.length === 1 ? (used[0]?.name ?? null) : null), ...single, kind: "residual" };
  }
  const predictors = predictorsOf(problem, result, subject.rows, rows.statement);
  const [only] = predictors;
  if (only === undefined) return { ...placeOf(subject, null), ...single, kind: "rows" };
  if (predictors.length === 1) return { ...placeOf(subject, only), ...single, kind: "curve" };
  return grouped(subject, predictors) ?? { ...placeOf(subject, null), ...single, kind: "several" };
}

/** The values of a column, or the numbers of the rows. */
function placeOf(
  { rows, problem: _, ...subject }: Subject,
  column: string | null,
): Pick<View, "along" | "x" | "label"> {
  if (column === null)
    return { along: null, x: rowNumbers(rows.rowIndex), label: { text: "row of the data", unit: "" } };
  const label = columnLabel({ rows, problem: _, ...subject }, column);
  return { along: column, x: rows.columns.get(column) ?? new Float64Array(0), label };
}

/** The numbers of all rows in the data, counted from 1. */
function rowNumbers(rowIndex: Uint32Array): Float64Array {
  const numbers = new Float64Array(rowIndex);
  for (let i = 0; i < numbers.length; i++) numbers[i] = (numbers[i] as number) + 1;
  return numbers;
}

/** The numbers of some rows of the fit in the data, counted from 1. */
export function pickedNumbers(rowIndex: Uint32Array, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => (rowIndex[row] ?? Number.NaN) + 1);
}

/** One curve for each combination of values of the other predictors; null if there are too many. */
function grouped(subject: Subject, predictors: readonly string[]): View | null {
  const columns = predictors.map((name) => {
    const values = subject.rows.columns.get(name) ?? new Float64Array(0);
    return { name, values, distinct: distinctValues(values) };
  });
  // The column with most values is that of x; the first one if several have more than are counted.
  const along = columns.reduce((most, each) => (each.distinct.size > most.distinct.size ? each : most));
  const others = columns.filter((each) => each !== along);
  if (others.some(({ distinct }) => distinct.size > mostSeries)) return null;
  const codes = new Map<number, number>();
  const seriesOf = new Uint8Array(along.values.length);
  const firstRows: number[] = [];
  for (let i = 0; i < seriesOf.length; i++) {
    let code = 0;
    for (const { values, distinct } of others)
      code = code * distinct.size + (distinct.get(values[i] as number) as number);
    let series = codes.get(code);
    if (series === undefined) {
      if (codes.size === mostSeries) return null;
      series = codes.size;
      codes.set(code, series);
      firstRows.push(i);
    }
    seriesOf[i] = series;
  }
  const varying = others.filter(({ distinct }) => distinct.size > 1);
  const all = firstRows.map((row) => ({
    name: varying
      .map(({ name, values }) => `${name} = ${prettyNumber(formatNumber(values[row] as number))}`)
      .join(", "),
    constants: new Map(others.map(({ name, values }) => [name, values[row] as number])),
    order: varying.map(({ values }) => values[row] as number),
  }));
  const order = all.map((_, s) => s).sort((a, b) => compared(all[a]?.order ?? [], all[b]?.order ?? []));
  const rank = order.map((_, s) => order.indexOf(s));
  return {
    ...placeOf(subject, along.name),
    kind: "curve",
    series: order.flatMap((s) => all[s] ?? []),
    seriesOf: all.length === 1 ? null : seriesOf.map((s) => rank[s] as number),
  };
}

function compared(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}

/** The distinct values of a column, numbered; when there are many, only the first of them. */
function distinctValues(values: Float64Array): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (let i = 0; i < values.length && found.size < 1000; i++) {
    const value = values[i] as number;
    if (!found.has(value)) found.set(value, found.size);
  }
  return found;
}
