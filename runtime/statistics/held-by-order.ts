import type { Message } from "../../diagnostics/index.js";
import { runtimeMessages } from "../messages/index.js";
import { haveMet } from "../solvers/order.js";
import type { FinishedFit } from "./finished-fit.js";

/** Warns of neighbours that only their order keeps apart: without it they would pass each other. */
export function heldByOrder({ problem, start, outcome }: FinishedFit): Message[] {
  const p = start.params.slice();
  for (const [j, param] of start.indices.entries()) p[param] = outcome.x[j] as number;
  return problem.order.flatMap((chain) =>
    chain.flatMap((param, i) => {
      const below = chain[i - 1];
      if (below === undefined || !(start.indices.includes(param) || start.indices.includes(below))) return [];
      const [a, b] = [p[below] as number, p[param] as number];
      if (!haveMet(a, b)) return [];
      const names = { lower: problem.params[below]?.name ?? "", upper: problem.params[param]?.name ?? "" };
      return [runtimeMessages.orderActiveAtResult({ ...names, value: b.toPrecision(6) })];
    }),
  );
}
