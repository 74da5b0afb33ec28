import type { ColumnData, FitProblem, ResidualBlock } from "../contract/fit-problem.js";
import { isInRange, isValidNoise } from "../contract/noise.js";
import { givenRow, type PreparedData } from "../data/prepare.js";
import { forEachPanel, longestPanel, residualCount, rowsOf } from "../fold/panels.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";

const outOfRange = { positive: runtimeMessages.noiseNotPositive, nonnegative: runtimeMessages.noiseNegative };

/** A value of the noise that is out of range. */
interface NoiseFault {
  /** The statement, and the row of the prepared data; 0 for a statement without a column. */
  readonly s: number;
  readonly row: number;
  readonly value: number;
}

/**
 * Counts the residuals that no noise of 0 leaves out: those that count as observations. It serves one set of
 * rows after another, and allocates nothing for one without faults.
 */
export class NoiseCount {
  /** The first fault in the rows counted last. */
  fault: NoiseFault | null = null;
  private readonly statements: FitProblem["statements"];
  private readonly isWithoutNoise: boolean;
  private readonly size: number;
  /** Once they are needed. */
  private measures: Measures | null = null;

  constructor({ statements, blocks }: Pick<FitProblem, "statements" | "blocks">) {
    this.statements = statements;
    this.isWithoutNoise = statements.every(({ noise }) => noise === null);
    this.size = longestPanel(blocks);
  }

  /** @returns how many residuals of rows `[from, to)` of a block count; 0 where there is a fault */
  count(block: ResidualBlock, p: Float64Array, columns: ColumnData, from: number, to: number): number {
    let count = (to - from) * block.count;
    this.fault = null;
    if (this.isWithoutNoise) return count;
    const byColumns = this.leftOutByColumns(block, columns, from, to);
    if (byColumns !== null) return count - byColumns;
    this.measures ??= new Measures(this.size);
    const { raw, observed, noise } = this.measures;
    forEachPanel(from, to, (start, end) => {
      if (this.fault !== null) return;
      block.measure(p, columns, start, end, raw, observed, noise);
      count -= this.leftOut(block, noise, start, end - start);
    });
    return this.fault === null ? count : 0;
  }

  /**
   * How many residuals are left out, where all noise of a block is columns in range: without
   * evaluating the model.
   */
  private leftOutByColumns({ first, count }: ResidualBlock, columns: ColumnData, from: number, to: number) {
    let leftOut = 0;
    for (let s = first; s < first + count; s++) {
      const noise = this.statements[s]?.noise ?? null;
      if (noise === null) continue;
      const column = columns[noise.column];
      if (column === undefined) return null;
      for (let i = from; i < to; i++) {
        const value = column[i] as number;
        if (value > 0 && value < Number.POSITIVE_INFINITY) continue;
        if (!isInRange(noise.range, value)) return null;
        leftOut++;
      }
    }
    return leftOut;
  }

  /** How many residuals of a panel of k rows are left out. */
  private leftOut({ first, count }: ResidualBlock, noise: Float64Array, from: number, k: number): number {
    const { statements } = this;
    let leftOut = 0;
    for (let i = 0; i < k; i++) {
      for (let s = 0; s < count; s++) {
        const value = noise[s * k + i] as number;
        if (!isValidNoise(statements[first + s]?.noise ?? null, value)) {
          this.fault = { s: first + s, row: from + i, value };
          return 0;
        }
        if (value === 0) leftOut++;
      }
    }
    return leftOut;
  }
}

/** What the kernel measures of a panel. */
class Measures {
  readonly raw: Float64Array;
  readonly observed: Float64Array;
  readonly noise: Float64Array;

  constructor(size: number) {
    this.raw = new Float64Array(size);
    this.observed = new Float64Array(size);
    this.noise = new Float64Array(size);
  }
}

/**
 * Checks that the noise of all rows is in the range of its model.
 * @returns how many residuals are not left out by a noise of 0: those that count as observations
 * @throws FitError noiseNotPositive, noiseNegative for the first row at fault, allWeightsZero where no
 * residual counts
 */
export function checkNoise(problem: FitProblem, data: PreparedData, p: Float64Array): number {
  const noise = new NoiseCount(problem);
  let count = 0;
  for (const block of problem.blocks) {
    count += noise.count(block, p, data.columns, 0, rowsOf(block, data.rows));
    if (noise.fault !== null) throw refusal(problem, data, noise.fault);
  }
  if (count === 0 && residualCount(problem, data.rows) > 0) throw new FitError(runtimeMessages.allWeightsZero());
  return count;
}

function refusal({ statements }: FitProblem, data: PreparedData, { s, row, value }: NoiseFault): FitError {
  const noise = statements[s]?.noise ?? null;
  if (noise === null) throw new Error("fitc bug: a statement without noise was refused for it");
  const { word, text, range } = noise;
  const given = givenRow(data, row);
  return new FitError(outOfRange[range]({ word, text, value: show(value), row: given + 1 }), { row: given });
}
