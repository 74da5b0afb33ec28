import { readFileSync } from "node:fs";
import { expect } from "vitest";

/** The rows of a reference table, as numbers (the nearest double of each decimal). */
export function table(name: string): readonly (readonly number[])[] {
  return lines(name).map((line) => line.split(",").map(Number));
}

export function lines(name: string): readonly string[] {
  const text = readFileSync(new URL(`../reference/special/${name}`, import.meta.url), "utf8");
  return text.trim().split("\n").slice(1);
}

/**
 * Fails unless `actual` is within `relative` times |expected|, or within `absolute`, of `expected`.
 */
export function expectClose(actual: number, expected: number, relative: number, what: string, absolute = 0): void {
  if (Object.is(actual, expected)) return;
  const error = Math.abs(actual - expected);
  if (error <= Math.max(relative * Math.abs(expected), absolute)) return;
  expect.fail(`${what}: ${actual}, expected ${expected}, relative error ${error / Math.abs(expected)}`);
}

/** Compares a function with the last column of a table, for every row. */
export function expectTable(
  name: string,
  rows: number,
  f: (...args: number[]) => number,
  relative: number,
  options: { readonly column?: number; readonly args?: number; readonly absolute?: number } = {},
): void {
  const data = table(name);
  expect(data.length).toBe(rows);
  for (const row of data) {
    const count = options.args ?? row.length - 1;
    const args = row.slice(0, count);
    const expected = row[options.column ?? count] as number;
    expectClose(f(...args), expected, relative, `${name} at ${args.join(", ")}`, options.absolute);
  }
}
