import type { ColumnData, FitProblem, StatementInfo } from "../contract/fit-problem.js";
import { chunkRows, foldChunks } from "./chunks.js";
import { residualCount, rowBlockOf, statementsOf } from "./panels.js";
import type { RowKernel } from "./row-kernel.js";
import { RowLosses, type RowScaling } from "./row-loss.js";
import { FoldState } from "./state.js";
import { TypeScriptRows } from "./typescript-rows.js";

/** Gives the scaling of the residuals of some statements. */
export type ScalingOf = (statements: readonly StatementInfo[]) => RowScaling;

/**
 * A model with its data, as a fold over panels of rows. A row kernel folds the panels of the row
 * block: one panel after another within a chunk, with the chunks merged in one canonical tree. The
 * other blocks, of one row each, follow as further panels.
 */
export class Fold {
  /** Total number of residuals. */
  readonly residuals: number;
  /** True if some residual has a loss that is not linear. */
  readonly robust: boolean;
  /** Chains of parameters to be kept in order, as indices into all parameters. */
  readonly order: FitProblem["order"];
  private readonly others: readonly TypeScriptRows[];
  private readonly costs = new FoldState(0);

  /**
   * @param rows number of rows
   * @param active the columns of J to fold, in order, as indices into `problem.free`
   * @param kernel computes the row block and folds the same columns; null if the model has no such
   *   block
   * @param scalingOf the scaling of the other blocks; by default their losses
   */
  constructor(
    problem: FitProblem,
    data: ColumnData,
    readonly rows: number,
    private readonly active: readonly number[],
    private readonly kernel: RowKernel | null,
    scalingOf: ScalingOf = (some) => new RowLosses(problem.losses, some),
  ) {
    const { blocks, free, order } = problem;
    this.residuals = residualCount(problem, rows);
    this.order = order;
    this.others = blocks.flatMap((block) =>
      block.kind === "row"
        ? []
        : [new TypeScriptRows(block, data, free.length, active, scalingOf(statementsOf(problem, block)))],
    );
    this.robust = kernel?.linear === false || this.others.some(({ linear }) => !linear);
  }

  /** Only the cost; NaN or infinite if a residual is. */
  cost(p: Float64Array): number {
    const { rows, kernel, costs } = this;
    costs.clear();
    if (kernel !== null) foldRows(rows, costs, (state, from, to) => kernel.cost(state, p, from, to));
    for (const block of this.others) block.addCost(costs, p, 0, 1);
    return costs.cost;
  }

  /**
   * The residuals and derivatives of all rows, folded.
   * @param state holds the result; its previous content is overwritten
   */
  linearize(p: Float64Array, state: FoldState = new FoldState(this.active.length)): FoldState {
    const { rows, kernel } = this;
    state.clear();
    if (kernel !== null) foldRows(rows, state, (chunk, from, to) => kernel.linearize(chunk, p, from, to));
    for (const block of this.others) block.add(state, p, 0, 1);
    return state;
  }
}

/**
 * Folds all rows into one state, which has been cleared. Allocates nothing if they fit into one
 * chunk.
 */
function foldRows(rows: number, state: FoldState, some: (chunk: FoldState, from: number, to: number) => void): void {
  if (rows <= chunkRows) {
    some(state, 0, rows);
    return;
  }
  const total = foldChunks(rows, (from, to) => {
    const chunk = new FoldState(state.n);
    some(chunk, from, to);
    return chunk;
  });
  if (total !== null) state.copy(total);
}

/**
 * Makes the fold of a model that uses its TypeScript kernels.
 * @param scalingOf the scaling of some of the statements; by default their losses
 */
export function typescriptFold(
  problem: FitProblem,
  data: ColumnData,
  rows: number,
  active: readonly number[],
  scalingOf: ScalingOf = (some) => new RowLosses(problem.losses, some),
): Fold {
  const block = rowBlockOf(problem);
  const kernel =
    block && new TypeScriptRows(block, data, problem.free.length, active, scalingOf(statementsOf(problem, block)));
  return new Fold(problem, data, rows, active, kernel, scalingOf);
}
