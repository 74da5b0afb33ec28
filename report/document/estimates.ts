import { printable } from "../../diagnostics/index.js";
import type { Estimate, FitProblem, Intervals, ParamEstimate } from "../../runtime/index.js";
import type { ReportSource } from "./document.js";
import { displayName } from "./names.js";
import { formatNumber, formatPercent, formatToPlace, formatWithError, intervalTitle, lastPlace } from "./numbers.js";
import { column, type Table, type TableColumn } from "./table.js";

/** The parameters, in the order of the spec: a row for each. */
export function parameterTable(source: ReportSource): Table {
  const { result, problem } = source;
  const rows = problem.params.map((info) => ({ info, estimate: ownValue(result.params, info.name) }));
  return {
    columns: [
      column("parameter", "left", rows, ({ info }) => displayName(info.name)),
      ...estimateColumns(rows, levelsOf(source, "params")),
      column(
        "start",
        "right",
        rows,
        ({ estimate }) => formatNumber(estimate.init),
        ({ estimate }) => ({ init: estimate.init }),
      ),
      column(
        "bounds",
        "left",
        rows,
        ({ info, estimate }) => formatBounds(estimate, info),
        ({ estimate: { lower, upper } }) => ({ lower, upper }),
      ),
      column(
        "note",
        "left",
        rows,
        ({ estimate }) => note(estimate),
        ({ estimate: { fixed, atBound } }) => ({ fixed, at_bound: atBound }),
      ),
    ],
  };
}

/** The derived quantities, in the order of the spec: a row for each. */
export function derivedTable(source: ReportSource): Table {
  const { result, problem } = source;
  const rows = problem.derived.map((info) => ({ info, estimate: ownValue(result.derived, info.name) }));
  return {
    columns: [
      column("quantity", "left", rows, ({ info }) => displayName(info.name)),
      ...estimateColumns(rows, levelsOf(source, "derived")),
      column("note", "left", rows, ({ estimate: { value, stderr } }) =>
        !Number.isFinite(value) ? "not finite" : stderr === Number.POSITIVE_INFINITY ? undetermined : "",
      ),
    ],
  };
}

/** The intervals of one level, by name. */
interface Level {
  readonly level: number;
  readonly intervalOf: (name: string) => Estimate["ci95"];
}

function levelsOf({ result, further = [] }: ReportSource, kind: "params" | "derived"): readonly Level[] {
  const own = { level: result.level, intervalOf: (name: string) => ownValue<Estimate>(result[kind], name).ci95 };
  const others = further.map((each: Intervals) => ({
    level: each.level,
    intervalOf: (name: string) => ownValue(each[kind], name),
  }));
  return [own, ...others];
}

interface EstimateRow {
  readonly info: FitProblem["derived"][number];
  readonly estimate: Estimate;
}

function estimateColumns(rows: readonly EstimateRow[], levels: readonly Level[]): TableColumn[] {
  const formatted = (row: EstimateRow) => formatWithError(row.estimate.value, row.estimate.stderr);
  return [
    column(
      "value",
      "right",
      rows,
      (row) => formatted(row)[0],
      ({ estimate: { value } }) => ({ value }),
    ),
    column(
      "std. error",
      "right",
      rows,
      (row) => formatted(row)[1],
      ({ estimate: { stderr } }) => ({ stderr }),
    ),
    column(
      "unit",
      "left",
      rows,
      ({ info }) => printable(info.unit ?? ""),
      ({ info: { unit } }) => ({ unit }),
    ),
    column("rel. error", "right", rows, ({ estimate: { value, stderr } }) =>
      stderr === null ? "" : formatPercent(stderr === 0 ? 0 : stderr / Math.abs(value)),
    ),
    ...levels.map(({ level, intervalOf }, i) =>
      column(
        intervalTitle(level),
        "left",
        rows,
        ({ info, estimate }) => formatInterval(estimate.stderr, intervalOf(info.name)),
        // The intervals at further levels have a place of their own in JSON.
        i === 0 ? ({ estimate: { ci95 } }) => ({ ci95 }) : undefined,
      ),
    ),
  ];
}

const undetermined = "not determined";

function note({ fixed, atBound, stderr }: ParamEstimate): string {
  if (fixed) return "fixed";
  if (atBound !== null) return `at ${atBound} bound`;
  return stderr === Number.POSITIVE_INFINITY ? undetermined : "";
}

function formatInterval(stderr: number | null, interval: Estimate["ci95"]): string {
  if (interval === null || stderr === null) return "";
  const ends = interval.map((end) => {
    return Number.isFinite(stderr) && stderr > 0 ? formatToPlace(end, lastPlace(stderr)) : formatNumber(end);
  });
  return `[${ends.join(", ")}]`;
}

function formatBounds(
  { lower, upper }: ParamEstimate,
  { lowerOpen, upperOpen }: { readonly lowerOpen: boolean; readonly upperOpen: boolean },
): string {
  if (lower === Number.NEGATIVE_INFINITY && upper === Number.POSITIVE_INFINITY) return "";
  const left = lowerOpen || lower === Number.NEGATIVE_INFINITY ? "(" : "[";
  const right = upperOpen || upper === Number.POSITIVE_INFINITY ? ")" : "]";
  return `${left}${formatNumber(lower)}, ${formatNumber(upper)}${right}`;
}

/**
 * The value of a name. Every parameter and derived quantity of the problem is an own property of
 * the result.
 */
export function ownValue<T>(values: Readonly<Record<string, T>>, name: string): T {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) throw new Error(`fitc bug: the result has no '${name}'`);
  return value;
}
