import type { Reporter } from "../reporter.js";
import type { Equation, Site } from "./equations.js";

/** Why the unit of a name follows from an equation: `'-k * t' is the argument of 'exp'`. */
export function because({ site }: Equation, reporter: Reporter): string {
  if (site === null) return "a bare 1 in a sum is taken for a pure number";
  const { left, right } = site;
  const quote = ({ expr }: Site["left"]): string => `'${reporter.quote(expr.span)}'`;
  if (right === null) {
    const role = site.reason.kind === "pure" ? site.reason.what : "a base whose exponent is not constant";
    return `${quote(left)} is ${role}`;
  }
  switch (site.reason.kind) {
    case "value":
      return `${quote(right)} is the ${site.reason.what} of ${quote(left)}`;
    case "noise":
      return `${quote(right)} is the ${site.reason.word} of ${quote(left)}`;
    case "lossScale":
      return `${quote(right)} is the scale of the loss`;
    default:
      return `${"what" in site.reason ? site.reason.what : "they"} have one unit: ${quote(left)} and ${quote(right)}`;
  }
}
