import type { FitResult } from "../../runtime/index.js";
import type { Section } from "./document.js";
import { displayName } from "./names.js";
import { column } from "./table.js";

/** The smallest absolute correlation reported. */
const notable = 0.1;
/** The largest number of correlations reported; a model of thirty parameters has 435. */
const most = 20;

/** The notable correlations, the strongest first; null if there are none. */
export function correlationSection({ free, correlation }: FitResult): Section | null {
  if (correlation === null) return null;
  const pairs = free.flatMap((a, i) =>
    free
      .slice(0, i)
      .map((b, j) => ({ names: `${displayName(b)}, ${displayName(a)}`, value: correlation[i]?.[j] ?? 0 })),
  );
  const found = pairs
    .filter(({ value }) => Math.abs(value) > notable)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  if (found.length === 0) return null;
  const shown = found.slice(0, most);
  const hidden = found.length - shown.length;
  return {
    title: `correlations above ${notable} in absolute value`,
    untitled: true,
    table: {
      columns: [
        column("", "left", shown, ({ names }) => names),
        column("", "right", shown, ({ value }) => formatCorrelation(value)),
      ],
    },
    ...(hidden === 0 ? {} : { remark: `and ${hidden} more; --json has them all` }),
  };
}

/**
 * Three decimals, or more if the value would otherwise be rounded to one: 1 - 1e-6 is `0.999999`.
 */
function formatCorrelation(value: number): string {
  const distance = 1 - Math.abs(value);
  const decimals = distance > 0 && distance < 0.001 ? Math.min(15, Math.ceil(-Math.log10(distance))) : 3;
  return value.toFixed(decimals);
}
