/** The text of a tooltip: what Vega would show as a table, as lines. */
export function tooltipText(tooltip: unknown): string {
  if (tooltip === null || tooltip === undefined || tooltip === false) return "";
  if (typeof tooltip !== "object") return String(tooltip);
  return Object.entries(tooltip)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join("\n");
}
