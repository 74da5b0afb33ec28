import type { ModelContext } from "../context.js";

/** The start value and the bounds of a parameter must have its unit. */
export function unitsOfParams({ declarations, units }: ModelContext): void {
  for (const { name, unit, start, lower, upper } of declarations.params) {
    for (const value of [start, lower, upper]) {
      if (value !== null) units.demandDeclared(name.text, unit, value);
    }
  }
}
