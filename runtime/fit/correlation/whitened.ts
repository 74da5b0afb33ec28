/**
 * Observations with a covariance matrix C = L L': the residuals L^-1 r and the Jacobian L^-1 J are
 * those of independent observations of unit variance, and their sum of squares is r'C^-1 r
 * (generalised least squares; Seber and Wild, Nonlinear Regression, 1989, 2.1.4).
 */
import { solveLower } from "../../../math/index.js";
import type { FitOptions } from "../../api/fit-options.js";
import type { BasisKernel, ColumnData, FitProblem, ResidualBlock, Separable } from "../../contract/fit-problem.js";
import type { PreparedData } from "../../data/prepare.js";
import { FitError } from "../../messages/fit-error.js";
import { runtimeMessages } from "../../messages/index.js";
import { covarianceFactor } from "./factor.js";

/**
 * @throws FitError missingCovariance without the matrix, undeclaredCovariance for a matrix that the
 *   model does not declare, robustLossWithCovariance with a robust loss
 */
export function checkCovariance(problem: FitProblem, matrix: FitOptions["covariance"]): void {
  if (problem.covariance === null) {
    if (matrix === undefined) return;
    throw new FitError(runtimeMessages.undeclaredCovariance({ model: problem.model }));
  }
  if (matrix === undefined) throw new FitError(runtimeMessages.missingCovariance({ path: problem.covariance.path }));
  const robust = problem.statements.find(({ loss }) => loss >= 0);
  if (robust !== undefined) throw new FitError(runtimeMessages.robustLossWithCovariance({ loss: robust.lossName }));
}

/**
 * Makes the observations independent if the problem declares their covariance matrix; otherwise
 * returns the problem itself.
 *
 * @param matrix as `checkCovariance` accepts it
 * @throws FitError as `covarianceFactor`
 */
export function whitened(problem: FitProblem, data: PreparedData, matrix: FitOptions["covariance"]): FitProblem {
  if (problem.covariance === null || matrix === undefined) return problem;
  const factor = covarianceFactor(matrix, data);
  const blocks = problem.blocks.map((block) =>
    block.kind === "row" ? whitenedBlock(block, problem, factor, data.rows) : block,
  );
  return { ...problem, wasm: null, blocks };
}

/** Whitens the observations. The compiler allows a covariance only for a single statement. */
function whitenedBlock(
  block: ResidualBlock,
  { free, separable }: FitProblem,
  factor: Float64Array,
  rows: number,
): ResidualBlock {
  const residuals = new Whitened(factor, rows, 1, (p, d, all) => block.residuals(p, d, 0, rows, all));
  const r = new Float64Array(rows);
  const jacobian = new Whitened(factor, rows, free.length, (p, d, all) => block.linearize(p, d, 0, rows, r, all));
  return {
    ...block,
    residuals: (p, d, from, to, out) => residuals.copy(p, d, from, to, out),
    linearize(p, d, from, to, out, J) {
      residuals.copy(p, d, from, to, out);
      jacobian.copy(p, d, from, to, J);
    },
    basis: block.basis && separable && whitenedBasis(block.basis, separable, factor, rows),
  };
}

function whitenedBasis(
  basis: BasisKernel,
  { linear, pairs, offsets }: Separable,
  factor: Float64Array,
  rows: number,
): BasisKernel {
  const count = linear.length + pairs.length + 1 + offsets.length;
  const columns = new Whitened(factor, rows, count, (p, d, all) => basis(p, d, 0, rows, all));
  return (p, d, from, to, B) => columns.copy(p, d, from, to, B);
}

/** Evaluates the columns for all rows, one column after another. */
type Evaluate = (p: Float64Array, d: ColumnData, all: Float64Array) => void;

/**
 * Whitened columns over all rows. A row of L^-1 r depends on all rows before it, so the first panel
 * at a new point computes everything, and each panel is copied from the result.
 */
class Whitened {
  private readonly whole: Float64Array;
  private readonly columns: readonly Float64Array[];
  private point: Float64Array | null = null;
  private data: ColumnData | null = null;

  constructor(
    private readonly factor: Float64Array,
    private readonly rows: number,
    count: number,
    private readonly evaluate: Evaluate,
  ) {
    this.whole = new Float64Array(rows * count);
    this.columns = Array.from({ length: count }, (_, c) => this.whole.subarray(c * rows, (c + 1) * rows));
  }

  /** Copies rows [from, to) of every column, one column after another. */
  copy(p: Float64Array, d: ColumnData, from: number, to: number, out: Float64Array): void {
    this.moveTo(p, d);
    for (const [c, column] of this.columns.entries()) out.set(column.subarray(from, to), c * (to - from));
  }

  private moveTo(p: Float64Array, d: ColumnData): void {
    if (this.data === d && this.point?.every((value, j) => Object.is(value, p[j])) === true) return;
    this.evaluate(p, d, this.whole);
    solveLower(this.factor, this.rows, this.columns);
    this.point = p.slice();
    this.data = d;
  }
}
