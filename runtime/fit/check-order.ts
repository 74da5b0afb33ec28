import type { FitProblem } from "../contract/fit-problem.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";
import type { StartValues } from "../solvers/start-values.js";

/**
 * Checks that the starts of ordered parameters are in order, and that the free ones among them have
 * the same bounds.
 *
 * @throws FitError startsUnordered, orderBoundsDiffer
 */
export function checkOrder({ order, params }: FitProblem, start: StartValues): void {
  for (const chain of order) {
    for (const [i, param] of chain.entries()) {
      const lower = chain[i - 1];
      if (lower === undefined || (start.params[lower] as number) < (start.params[param] as number)) continue;
      const name = params[param]?.name ?? "";
      const message = runtimeMessages.startsUnordered({
        name,
        start: show(start.params[param] as number),
        lower: params[lower]?.name ?? "",
        below: show(start.params[lower] as number),
      });
      throw new FitError(message, { param: name });
    }
    const [first, ...others] = chain.filter((param) => start.indices.includes(param));
    const bounds = (param: number) => `[${show(start.lower[param] as number)}, ${show(start.upper[param] as number)}]`;
    const odd = first === undefined ? undefined : others.find((param) => bounds(param) !== bounds(first));
    if (first === undefined || odd === undefined) continue;
    const [name, second] = [first, odd].map((param) => params[param]?.name ?? "");
    throw new FitError(
      runtimeMessages.orderBoundsDiffer({
        name: name ?? "",
        bounds: bounds(first),
        second: second ?? "",
        secondBounds: bounds(odd),
      }),
      { param: second ?? null },
    );
  }
}
