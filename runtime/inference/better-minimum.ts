import type { Message } from "../../diagnostics/index.js";
import type { FitResult } from "../api/fit-result.js";
import type { FitProblem } from "../contract/fit-problem.js";
import { runtimeMessages } from "../messages/index.js";
import { show, toldApart } from "../messages/show.js";

/** A cost is clearly lower than that of the result if it is lower by this fraction. */
const clearly = 1e-6;

interface Met {
  readonly cost: number;
  readonly params: Readonly<Record<string, number>>;
}

/** The warning that some point of a profile or contour has a lower cost than the result. */
export function betterMinimum(
  { cost, free }: Pick<FitResult, "cost" | "free">,
  points: readonly Met[],
): readonly Message[] {
  const best = points.reduce((least, point) => (point.cost < least.cost ? point : least));
  if (!(best.cost < cost * (1 - clearly))) return [];
  const values = new Map(Object.entries(best.params));
  const params = free.map((name) => `${name} = ${show(Number(values.get(name)?.toPrecision(6)))}`).join(", ");
  const [bestText = "", costText = ""] = toldApart(best.cost, cost);
  return [runtimeMessages.betterMinimumFound({ cost: bestText, found: costText, params })];
}

/** All parameters by name. */
export function namedParams({ params }: FitProblem, values: Float64Array): Readonly<Record<string, number>> {
  return Object.fromEntries(params.map(({ name }, j) => [name, values[j] as number]));
}
