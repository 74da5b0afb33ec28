import { printable } from "../../diagnostics/index.js";

/**
 * A value as one line of JSON, which is safe on a terminal. Non-finite numbers are written as
 * strings.
 */
export function jsonLine(value: object): string {
  return printable(JSON.stringify(value, nonFiniteAsString));
}

function nonFiniteAsString(_key: string, value: unknown): unknown {
  if (typeof value !== "number" || Number.isFinite(value)) return value;
  if (Number.isNaN(value)) return "nan";
  return value > 0 ? "inf" : "-inf";
}
