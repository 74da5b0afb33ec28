import { readdirSync, readFileSync } from "node:fs";

const root = new URL("../reference/", import.meta.url);

/** Reads a file of `test/reference` as JSON; the caller declares its type. */
export function readReference<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, root), "utf8")) as T;
}

export function listReferences(folder: string): readonly string[] {
  return readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .sort();
}

/** Reads a CSV file of numbers without quotes, by column. */
export function readReferenceCsv(path: string): Map<string, Float64Array> {
  const [header = "", ...lines] = readFileSync(new URL(path, root), "utf8").trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(",").map(Number));
  return new Map(header.split(",").map((name, j) => [name, Float64Array.from(rows, (row) => row[j] ?? Number.NaN)]));
}

/**
 * The number of digits that agree: -log10 of the relative error, capped; of the absolute error if
 * the expected value is 0.
 */
export function digits(actual: number, expected: number, cap = 15): number {
  if (!Number.isFinite(actual)) return 0;
  const error = Math.abs(actual - expected) / (expected === 0 ? 1 : Math.abs(expected));
  return error === 0 ? cap : Math.max(0, Math.min(cap, -Math.log10(error)));
}

/** A number as a literal of the language. */
export function literal(value: number): string {
  return value === Infinity ? "inf" : value === -Infinity ? "-inf" : String(value);
}
