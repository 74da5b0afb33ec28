/** A figure as data: a specification of Vega-Lite, which holds nothing but JSON. */

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** A specification of Vega-Lite 6, for `vega-embed` or any other program that draws them. */
export interface FigureSpec extends JsonObject {
  readonly $schema: string;
  /** What the figure shows, for those who do not see it. */
  readonly description: string;
}

export const vegaLiteSchema = "https://vega.github.io/schema/vega-lite/v6.json";

/** Significant digits of the numbers in a specification: more than a picture can show. */
const digits = 6;

/**
 * A function that rounds numbers so that a picture of all of them does not change: numbers that
 * differ little for their size keep more digits. What is not finite becomes null.
 */
export function rounding(values: ArrayLike<number>): (value: number) => number | null {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isFinite(value)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const size = Math.max(Math.abs(least), Math.abs(most));
  const extra = most > least ? Math.round(Math.log10(size) - Math.log10(most - least)) : 0;
  const precision = Math.min(17, digits + Math.max(0, Number.isFinite(extra) ? extra : 0));
  return (value) => (Number.isFinite(value) ? Number(value.toPrecision(precision)) : null);
}

/** A table whose columns are rounded, as a list of objects: what Vega-Lite calls inline data. */
export function inlineRows(columns: Readonly<Record<string, ArrayLike<number>>>): readonly JsonObject[] {
  const all = Object.entries(columns).map(([name, values]) => ({ name, values, round: rounding(values) }));
  const count = Math.max(0, ...all.map(({ values }) => values.length));
  return Array.from({ length: count }, (_, i) =>
    Object.fromEntries(all.map(({ name, values, round }) => [name, round(values[i] ?? Number.NaN)])),
  );
}
