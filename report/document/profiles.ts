import type { Profile } from "../../runtime/index.js";
import { displayName } from "./names.js";
import { formatNumber, formatToPlace, intervalTitle, lastPlace } from "./numbers.js";
import { column, type TableColumn } from "./table.js";

/** A table of the intervals from profiles, with one row for each quantity. */
export function profileColumns(levels: readonly (readonly Profile[])[]): TableColumn[] {
  const [profiles = []] = levels;
  return [
    column("quantity", "left", profiles, ({ name }) => displayName(name)),
    column("value", "right", profiles, (profile) => inPlace(profile, profile.value)),
    ...levels.flatMap(intervalColumns),
  ];
}

/** The columns of one level. */
function intervalColumns(profiles: readonly Profile[]): TableColumn[] {
  return [
    column(intervalTitle(profiles[0]?.level ?? 0.95), "left", profiles, (profile) => {
      return `[${inPlace(profile, profile.lower)}, ${inPlace(profile, profile.upper)}]`;
    }),
    column("below", "right", profiles, ({ value, lower }) => formatNumber(lower - value, 3)),
    column("above", "right", profiles, ({ upper, value }) => formatNumber(upper - value, 3)),
    column("note", "left", profiles, ({ lowerAt, upperAt }) =>
      [noteOf("lower", lowerAt), noteOf("upper", upperAt)].filter((note) => note !== "").join("; "),
    ),
  ];
}

/** A number rounded to two digits of the smaller half-width of the interval. */
function inPlace({ value, lower, upper }: Profile, number: number): string {
  const half = Math.min(...[value - lower, upper - value].filter((width) => width > 0));
  return Number.isFinite(half) ? formatToPlace(number, lastPlace(half / 2)) : formatNumber(number);
}

function noteOf(end: string, kind: Profile["lowerAt"]): string {
  switch (kind) {
    case "level":
      return "";
    case "bound":
      return `${end} end at a bound`;
    case "limit":
      return `${end} end at the limit of its values`;
    case "open":
      return `no ${end} end`;
    case "not finite":
      return `no model beyond the ${end} end`;
  }
}
