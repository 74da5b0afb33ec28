import type { Evaluations } from "../fold/evaluations.js";
import type { RowKernel } from "../fold/row-kernel.js";
import { FoldState } from "../fold/state.js";

/**
 * Folds one data set of a batch after another. It needs no tree of chunks: each data set is a
 * single chunk, and the model has no other block.
 */
export class Window implements Evaluations {
  residuals = 0;
  readonly robust = false;
  readonly order = [];
  private from = 0;
  private to = 0;
  private readonly costs = new FoldState(0);

  constructor(
    private readonly kernel: RowKernel,
    private readonly rowStatements: number,
    /** Number of columns of J to fold. */
    private readonly n: number,
  ) {}

  /** Moves to rows `[from, to)`. */
  move(from: number, to: number): void {
    this.from = from;
    this.to = to;
    this.residuals = (to - from) * this.rowStatements;
  }

  cost(p: Float64Array): number {
    this.kernel.cost(this.costs, p, this.from, this.to);
    return this.costs.cost;
  }

  linearize(p: Float64Array, state: FoldState = new FoldState(this.n)): FoldState {
    this.kernel.linearize(state, p, this.from, this.to);
    return state;
  }
}
