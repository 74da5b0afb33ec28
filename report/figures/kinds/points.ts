/** The data points of a statement, as a data set of the figure for each series. */
import { formatNumber } from "../../document/numbers.js";
import type { StatementRows } from "../../rows/fitted-rows.js";
import type { Label } from "../axis.js";
import { responseLabel } from "../labels.js";
import { shortened } from "../lines.js";
import type { Tooltip } from "../marks.js";
import { picked, sampleNote, shownRows } from "../sample.js";
import { inlineRows, type JsonObject } from "../spec.js";
import type { Subject } from "../subject.js";
import { pickedNumbers, type View } from "../view.js";

export type Datasets = Readonly<Record<string, readonly JsonObject[]>>;

/** The points that a picture shows. Each array has a value for each of them. */
export interface Points {
  /** Their positions among the rows of the fit. */
  readonly rows: Uint32Array;
  readonly x: Float64Array;
  readonly observed: Float64Array;
  readonly fitted: Float64Array;
  readonly residual: Float64Array;
  /** One standard deviation below and above the observation; null if no noise is declared. */
  readonly bars: { readonly low: Float64Array; readonly high: Float64Array } | null;
  /** What is to be said about them below the picture. */
  readonly notes: readonly string[];
  /** True if they are some of many. */
  readonly isSample: boolean;
}

export function pointsOf(rows: StatementRows, x: Float64Array): Points {
  const shown = shownRows(x, rows.residual);
  const observed = picked(rows.observed, shown.rows);
  const sigma = rows.sigma === null ? null : picked(rows.sigma, shown.rows);
  const note = sampleNote(shown);
  return {
    rows: shown.rows,
    x: picked(x, shown.rows),
    observed,
    fitted: picked(rows.fitted, shown.rows),
    residual: picked(rows.residual, shown.rows),
    bars:
      sigma === null
        ? null
        : {
            low: observed.map((value, i) => value - (sigma[i] as number)),
            high: observed.map((value, i) => value + (sigma[i] as number)),
          },
    notes: note === null ? [] : [note],
    isSample: note !== null,
  };
}

/** The data set of each series: `rows0`, or `rows0-1` if there are several. */
export function pointNames(suffix: string, { series }: Pick<View, "series">): readonly string[] {
  return series.map((_, s) => (series.length === 1 ? `rows${suffix}` : `rows${suffix}-${s}`));
}

export function pointSets(
  subject: Subject,
  points: Points,
  names: readonly string[],
  seriesOf: Uint8Array | null,
): Datasets {
  const { rows, x, observed, fitted, residual, bars } = points;
  const all = inlineRows({
    x,
    observed,
    fitted,
    residual,
    ...(bars === null ? {} : bars),
    row: pickedNumbers(subject.rows.rowIndex, rows),
  });
  return Object.fromEntries(
    names.map((name, s) => [name, all.filter((_, i) => seriesOf === null || seriesOf[rows[i] as number] === s)]),
  );
}

/** What a reader sees who points at a data point; nothing where the points are a sample. */
export function pointTooltip(subject: Subject, rows: StatementRows, x: Label, { isSample }: Points): Tooltip {
  if (isSample) return [];
  const title = ({ text, unit }: Label) =>
    shortened(unit === "" ? text : `${text} (${unit})`, { width: 40, fontSize: 1 });
  return [
    { field: "x", title: title(x) },
    { field: "observed", title: title(responseLabel(subject, rows)) },
    { field: "fitted", title: "fitted" },
    { field: "residual", title: "residual" },
    { field: "row", title: "row of the data" },
  ];
}

/** `95 %` */
export function percent(level: number): string {
  return `${formatNumber(100 * level, 4)} %`;
}
