import type { ColumnData, FitProblem, StatementInfo } from "../contract/fit-problem.js";
import { chunkRows, foldChunks } from "./chunks.js";
import { residualCount, rowBlockOf, statementsOf } from "./panels.js";
import type { RowKernel } from "./row-kernel.js";
import { RowLosses, type RowScaling } from "./row-loss.js";
import { FoldState } from "./state.js";
import { TypeScriptRows } from "./typescript-rows.js";

/** What the residuals of some statements are scaled by. */
export type ScalingOf = (statements: readonly StatementInfo[]) => RowScaling;

/**
 * A model over its data, as a fold over panels of rows. The block of rows comes first: a row kernel
 * folds the panels of a chunk one after another, and the chunks merge in one canonical tree. The
 * other blocks, of one row each, are further panels at the end.
 */
export class Fold {
  /** Residuals in all. */
  readonly residuals: number;
  /** Some residual has a loss that is not linear. */
  readonly robust: boolean;
  /** Chains of parameters, as indices into all of them, that are kept in order. */
  readonly order: FitProblem["order"];
  private readonly others: readonly TypeScriptRows[];
  private readonly costs = new FoldState(0);

  /**
   * @param rows how many there are
   * @param active indices into `problem.free`: the columns of J to fold, in order
   * @param kernel computes the block of rows, where there is one; it folds the same columns
   * @param scalingOf of the other blocks: their losses, where nothing else is told
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

  /** The cost alone; NaN or infinite where a residual is. */
  cost(p: Float64Array): number {
    const { rows, kernel, costs } = this;
    costs.clear();
    if (kernel !== null) foldRows(rows, costs, (state, from, to) => kernel.cost(state, p, from, to));
    for (const block of this.others) block.addCost(costs, p, 0, 1);
    return costs.cost;
  }

  /**
   * Everything: residuals and derivatives of all rows, folded.
   * @param state is made to hold it, whatever it held
   */
  linearize(p: Float64Array, state: FoldState = new FoldState(this.active.length)): FoldState {
    const { rows, kernel } = this;
    state.clear();
    if (kernel !== null) foldRows(rows, state, (chunk, from, to) => kernel.linearize(chunk, p, from, to));
    for (const block of this.others) block.add(state, p, 0, 1);
    return state;
  }
}

/** All rows into one state, which is cleared: nothing is allocated where they are one chunk. */
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
 * The fold of a model by its TypeScript kernels.
 * @param scalingOf what some of the statements are scaled by: their losses, where nothing else is
 *   told
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
