import type { ColumnData, FitProblem, ResidualBlock } from "../contract/fit-problem.js";
import { isInRange, isValidNoise } from "../contract/noise.js";
import { givenRow, type PreparedData } from "../data/prepare.js";
import { forEachPanel, longestPanel, residualCount, rowsOf } from "../fold/panels.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";

const outOfRange = { positive: runtimeMessages.noiseNotPositive, nonnegative: runtimeMessages.noiseNegative };

/** A noise value that is out of range. */
interface NoiseFault {
  /** The statement, and its row of the prepared data; row 0 for a statement without a column. */
  readonly s: number;
  readonly row: number;
  readonly value: number;
}

/**
 * Counts the residuals that count as observations: all except those left out by a noise of 0. One
 * instance serves one set of rows after another, and allocates nothing for rows without faults.
 */
export class NoiseCount {
  /** The first fault among the rows of the latest count. */
  fault: NoiseFault | null = null;
  private readonly statements: FitProblem["statements"];
  private readonly isWithoutNoise: boolean;
  private readonly size: number;
  /** Created when they are first needed. */
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
   * The number of residuals left out, computed without evaluating the model. Null unless all noise
   * of the block is given by columns whose values are in range.
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

  /** The number of residuals left out of a panel of k rows. */
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

/** What `measure` computes for a panel. */
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
 * Checks that the noise of every row is in the range of its noise model.
 *
 * @returns the number of residuals that count as observations: all except those left out by a noise
 *   of 0
 * @throws FitError noiseNotPositive or noiseNegative for the first row at fault, allWeightsZero if
 *   no residual counts
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
