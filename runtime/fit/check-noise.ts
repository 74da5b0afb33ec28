import type { FitProblem, StatementInfo } from "../contract/fit-problem.js";
import { givenRow, type PreparedData } from "../data/prepare.js";
import { forEachPanel, longestPanel, residualCount, rowsOf } from "../fold/panels.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";

/**
 * Checks the deviations and weights of all rows: a deviation is positive and finite, a weight finite and not negative.
 * @returns how many residuals have a weight that is not 0: those that count as observations
 * @throws FitError invalidSigma, invalidWeight for the first row at fault, allWeightsZero where no
 * residual counts
 */
export function checkNoise(problem: FitProblem, data: PreparedData, p: Float64Array): number {
  const { blocks, statements } = problem;
  let count = residualCount(problem, data.rows);
  if (statements.every((statement) => statement.noise === "none")) return count;
  const without = weightless(problem, data);
  if (without !== null && without < count) return count - without;
  const check = (s: number, value: number, row: number): void => {
    checkOne(problem, data, s, value, row);
    if (value === 0) count--;
  };
  const size = longestPanel(blocks);
  const raw = new Float64Array(size);
  const observed = new Float64Array(size);
  const noise = new Float64Array(size);
  for (const block of blocks) {
    forEachPanel(0, rowsOf(block, data.rows), (from, to) => {
      const k = to - from;
      block.measure(p, data.columns, from, to, raw, observed, noise);
      for (let i = 0; i < k; i++) {
        for (let s = 0; s < block.count; s++) check(block.first + s, noise[s * k + i] as number, from + i);
      }
    });
  }
  if (count === 0) throw new FitError(runtimeMessages.allWeightsZero());
  return count;
}

/** How many residuals have a weight of 0, where all noise is columns and all of it is right: without evaluating the model. */
function weightless({ statements }: FitProblem, { columns }: PreparedData): number | null {
  let count = 0;
  for (const { noise, noiseColumn } of statements) {
    if (noise === "none") continue;
    const column = columns[noiseColumn];
    if (column === undefined) return null;
    for (let i = 0; i < column.length; i++) {
      const value = column[i] as number;
      if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
        if (!isNoise(noise, value)) return null;
        count++;
      }
    }
  }
  return count;
}

function checkOne(problem: FitProblem, data: PreparedData, s: number, value: number, row: number): void {
  const statement = problem.statements[s];
  if (statement === undefined || statement.noise === "none") return;
  if (isNoise(statement.noise, value)) return;
  const given = givenRow(data, row);
  const values = { text: statement.noiseText, value: show(value), row: given + 1 };
  throw new FitError(
    statement.noise === "sigma" ? runtimeMessages.invalidSigma(values) : runtimeMessages.invalidWeight(values),
    { row: given },
  );
}

/** Whether a number can be what it is declared to be: a deviation is positive and finite, a weight finite and not negative. */
export function isNoise(kind: StatementInfo["noise"], value: number): boolean {
  return kind === "none" || (Number.isFinite(value) && (value > 0 || (value === 0 && kind === "weight")));
}
