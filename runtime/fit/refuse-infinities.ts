import type { FitProblem } from "../contract/fit-problem.js";
import { givenRow, type PreparedData } from "../data/prepare.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";

/**
 * Refuses rows `[from, to)` of the data if one of their values is infinite.
 *
 * @throws FitError dataNotFinite for the first such value
 */
export function refuseInfinities(problem: FitProblem, data: PreparedData, from: number, to: number): void {
  for (const [j, values] of data.columns.entries()) {
    for (let row = from; row < Math.min(to, values.length); row++) {
      if (Number.isFinite(values[row])) continue;
      const given = givenRow(data, row);
      const text = problem.columns[j]?.name ?? "";
      const place = `in row ${given + 1}, `;
      const message = runtimeMessages.dataNotFinite({ place, text, value: show(values[row]), values: "" });
      throw new FitError(message, { row: given, column: text });
    }
  }
}
