import type { FitProblem } from "../contract/fit-problem.js";
import { isInRange } from "../contract/noise.js";
import { givenRow, type PreparedData } from "../data/prepare.js";
import { forEachPanel, longestPanel, residualCount, rowsOf } from "../fold/panels.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";

const outOfRange = { positive: runtimeMessages.noiseNotPositive, nonnegative: runtimeMessages.noiseNegative };

/**
 * Checks that the noise of all rows is in the range of its model.
 * @returns how many residuals are not left out by a noise of 0: those that count as observations
 * @throws FitError noiseNotPositive, noiseNegative for the first row at fault, allWeightsZero where no
 * residual counts
 */
export function checkNoise(problem: FitProblem, data: PreparedData, p: Float64Array): number {
  const { blocks, statements } = problem;
  let count = residualCount(problem, data.rows);
  if (statements.every((statement) => statement.noise === null)) return count;
  const without = leftOut(problem, data);
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

/** How many residuals are left out, where all noise is columns and all of it is right: without evaluating the model. */
function leftOut({ statements }: FitProblem, { columns }: PreparedData): number | null {
  let count = 0;
  for (const { noise } of statements) {
    if (noise === null) continue;
    const column = columns[noise.column];
    if (column === undefined) return null;
    for (let i = 0; i < column.length; i++) {
      const value = column[i] as number;
      if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
        if (!isInRange(noise.range, value)) return null;
        count++;
      }
    }
  }
  return count;
}

function checkOne(problem: FitProblem, data: PreparedData, s: number, value: number, row: number): void {
  const noise = problem.statements[s]?.noise ?? null;
  if (noise === null || isInRange(noise.range, value)) return;
  const { word, text, range } = noise;
  const given = givenRow(data, row);
  throw new FitError(outOfRange[range]({ word, text, value: show(value), row: given + 1 }), { row: given });
}
