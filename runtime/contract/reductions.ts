import type * as reduce from "../../math/reduce.js";

/** Reductions over the rows kept, under their names in the language. */
export const reductionNames = [
  "min",
  "max",
  "mean",
  "median",
  "sum",
  "first",
  "last",
  "count",
  "argmin",
  "argmax",
] as const;

export type ReductionName = (typeof reductionNames)[number];

/** The function that computes a reduction; null for `count`, which is the known number of rows. */
export function reductionFunction(name: ReductionName): keyof typeof reduce | null {
  return name === "count" ? null : `reduce${capitalized(name)}`;
}

function capitalized<Name extends string>(name: Name): Capitalize<Name> {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}` as Capitalize<Name>;
}
