import { type StyleOptions, styleLimits } from "../../report/figures/style-options.js";
import { UsageError } from "../usage-error.js";
import type { OutputOptions } from "./output.js";

/**
 * Reads `--size 85mm --font-size 7 --theme dark`.
 * @throws UsageError for sizes that cannot be read, on paper or here
 */
export function readStyleOptions({ size, fontSize, theme }: OutputOptions): StyleOptions {
  const millimetres = readQuantity(size, "mm", styleLimits.millimetres);
  if (millimetres === null) {
    const [least, most] = styleLimits.millimetres;
    throw new UsageError(
      `--size must be a width from ${least}mm to ${most}mm, not '${size}'`,
      "a column of a journal is 85mm wide, a page 170mm",
    );
  }
  const points = readQuantity(fontSize, "pt", styleLimits.points);
  if (points === null) {
    const [least, most] = styleLimits.points;
    throw new UsageError(
      `--font-size must be from ${least} to ${most} points, not '${fontSize}'`,
      "most journals ask for 7 points or more",
    );
  }
  return {
    ...(millimetres === undefined ? {} : { millimetres }),
    ...(points === undefined ? {} : { points }),
    ...(theme === undefined ? {} : { theme }),
  };
}

/** A number with or without its unit; null if it is not one, or outside of the limits. */
function readQuantity(
  text: string | undefined,
  unit: string,
  [least, most]: readonly [number, number],
): number | undefined | null {
  if (text === undefined) return undefined;
  const trimmed = text.trim();
  const bare = trimmed.endsWith(unit) ? trimmed.slice(0, -unit.length).trimEnd() : trimmed;
  const value = /^\d+(\.\d+)?$/.test(bare) ? Number(bare) : Number.NaN;
  return value >= least && value <= most ? value : null;
}
