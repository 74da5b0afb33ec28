import type { ColumnData, FitProblem, ResidualBlock, StatementInfo } from "../contract/fit-problem.js";
import { givenRow, type PreparedData } from "../data/prepare.js";
import { forEachPanel, longestPanel, residualCount, rowsOf } from "../fold/panels.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";

/** A deviation or weight that is none. */
interface NoiseFault {
  /** The statement, and the row of the prepared data; 0 for a statement that occurs once. */
  readonly s: number;
  readonly row: number;
  readonly value: number;
}

/**
 * Counts the residuals whose weight is not 0: those that count as observations. It serves one set of
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
    this.isWithoutNoise = statements.every(({ noise }) => noise === "none");
    this.size = longestPanel(blocks);
  }

  /** @returns how many residuals of rows `[from, to)` of a block count; 0 where there is a fault */
  count(block: ResidualBlock, p: Float64Array, columns: ColumnData, from: number, to: number): number {
    let count = (to - from) * block.count;
    this.fault = null;
    if (this.isWithoutNoise) return count;
    const byColumns = this.weightlessByColumns(block, columns, from, to);
    if (byColumns !== null) return count - byColumns;
    this.measures ??= new Measures(this.size);
    const { raw, observed, noise } = this.measures;
    forEachPanel(from, to, (start, end) => {
      if (this.fault !== null) return;
      block.measure(p, columns, start, end, raw, observed, noise);
      count -= this.weightless(block, noise, start, end - start);
    });
    return this.fault === null ? count : 0;
  }

  /**
   * How many weights are 0, where all noise of a block is columns and all of it is right: without
   * evaluating the model.
   */
  private weightlessByColumns({ first, count }: ResidualBlock, columns: ColumnData, from: number, to: number) {
    let weightless = 0;
    for (let s = first; s < first + count; s++) {
      const statement = this.statements[s];
      if (statement === undefined || statement.noise === "none") continue;
      const column = columns[statement.noiseColumn];
      if (column === undefined) return null;
      for (let i = from; i < to; i++) {
        const value = column[i] as number;
        if (value > 0 && value < Number.POSITIVE_INFINITY) continue;
        if (!isNoise(statement.noise, value)) return null;
        weightless++;
      }
    }
    return weightless;
  }

  /** How many weights of a panel of k rows are 0. */
  private weightless({ first, count }: ResidualBlock, noise: Float64Array, from: number, k: number): number {
    const { statements } = this;
    let weightless = 0;
    for (let i = 0; i < k; i++) {
      for (let s = 0; s < count; s++) {
        const value = noise[s * k + i] as number;
        if (!isNoise(statements[first + s]?.noise ?? "none", value)) {
          this.fault = { s: first + s, row: from + i, value };
          return 0;
        }
        if (value === 0) weightless++;
      }
    }
    return weightless;
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
 * Checks the deviations and weights of all rows: a deviation is positive and finite, a weight
 * finite and not negative.
 * @returns how many residuals have a weight that is not 0: those that count as observations
 * @throws FitError invalidSigma, invalidWeight for the first row at fault, allWeightsZero where no
 *   residual counts
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
  const given = givenRow(data, row);
  const values = { text: statements[s]?.noiseText ?? "", value: show(value), row: given + 1 };
  return new FitError(
    statements[s]?.noise === "sigma" ? runtimeMessages.invalidSigma(values) : runtimeMessages.invalidWeight(values),
    { row: given },
  );
}

/**
 * Whether a number can be what it is declared to be: a deviation is positive and finite, a weight
 * finite and not negative.
 */
export function isNoise(kind: StatementInfo["noise"], value: number): boolean {
  return kind === "none" || (Number.isFinite(value) && (value > 0 || (value === 0 && kind === "weight")));
}
