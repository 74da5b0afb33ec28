/**
 * The sandwich covariance of an M-estimator. Let psi_i be the derivative of the cost by residual i,
 * psi'_i the second derivative, and J the derivatives of the residuals. Then
 *
 *   C = f H^-1 M H^-1,   H = sum psi'_i J_i J_i',   M = sum psi_i^2 J_i J_i',   f = N / (N - n)
 *
 * for N residuals and n parameters that they determine (Huber, Robust Statistics, 1981, 6.3 and
 * 7.6; Stefanski and Boos, The American Statistician 56 (2002) 29). It assumes neither that the
 * residuals have a common variance nor that they are normal. For linear loss psi = r and psi' = 1,
 * and C is consistent under heteroscedasticity (White, Econometrica 48 (1980) 817). With this f it
 * is HC1; HC0, HC2 and HC3 have f = 1, and HC2 and HC3 divide psi_i by sqrt(1 - h_i) and by
 * 1 - h_i, where h_i is the leverage (MacKinnon and White, Journal of Econometrics 29 (1985) 305).
 * HC3 is recommended for small samples (Long and Ervin, The American Statistician 54 (2000) 217).
 *
 * Neither H nor M is formed. The fold gives their triangular factors, H = R+'R+ - R-'R-, M = Rm'Rm.
 * The rank, and G with G'R+'R+G = 1 over what is determined, follow from R+. If the loss bends
 * downwards in some rows, R- G = U S V', and the columns of G V (1 - S^2)^-1/2 are a root of H^-1.
 * A direction in which H is not positive cannot belong to a minimum; it counts as not determined.
 */
import { svd } from "../../math/index.js";
import type { FitOptions, SandwichKind } from "../api/fit-options.js";
import type { Uncertainty } from "../api/fit-result.js";
import type { FitProblem } from "../contract/fit-problem.js";
import { typescriptFold } from "../fold/fold.js";
import type { FoldState } from "../fold/state.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import type { FinishedFit } from "./finished-fit.js";
import { type CurvatureCounts, RowCurvature, RowScores, type ScoreFactor } from "./row-scores.js";
import { covarianceTimes, type Rank, uncertaintyOf } from "./uncertainty.js";

/** @throws FitError sandwichNotAvailable if the requested sandwich is not available */
export function checkSandwich({ statements }: FitProblem, { sandwich: kind, compat }: FitOptions): void {
  if (kind === undefined) return;
  const refuse = (where: string, fix: string) =>
    new FitError(runtimeMessages.sandwichNotAvailable({ kind, where, fix }));
  if (compat === "scipy") throw refuse("with SciPy's covariance", "remove `compat`");
  if ((kind === "HC2" || kind === "HC3") && statements.some(({ loss }) => loss >= 0)) {
    throw refuse("with a robust loss", "use HC0 or HC1");
  }
}

/** H, given by a root of its inverse. */
export interface Curvature extends Rank {
  /** The fold of sqrt(psi') J. */
  readonly state: FoldState;
  /** Root times its transpose is H^-1 over what is determined. */
  readonly factor: Uncertainty;
  /** The number of residuals without influence. */
  readonly flat: number;
}

/**
 * How much of 1 the rounding error of a zero eigenvalue of 1 - S^2, and of a zero 1 - h, can be.
 */
const rounding = 1e-10;

/**
 * Computes H.
 *
 * @param p all parameters at the result
 * @param kept the active free parameters that are not on a bound
 * @param rounded the parameters whose columns of J are nothing but rounding
 */
export function curvatureOf(
  { problem, data, start }: FinishedFit,
  p: Float64Array,
  kept: readonly number[],
  rounded: readonly number[],
): Curvature {
  const counts: CurvatureCounts = { flat: 0, falling: 0 };
  const folded = (sign: 1 | -1, into: CurvatureCounts) =>
    typescriptFold(
      problem,
      data.columns,
      data.rows,
      start.active,
      (some) => new RowCurvature(problem.losses, some, sign, into),
    ).linearize(p);
  const state = folded(1, counts).without(rounded);
  const { uncertainty, ...rank } = uncertaintyOf(state, kept);
  const factor = counts.falling === 0 ? uncertainty : downdated(uncertainty, folded(-1, { flat: 0, falling: 0 }));
  return { state, factor, flat: counts.flat, ...rank };
}

/** Removes the rows of `less` from the state that `factor` was computed from. */
function downdated(factor: Uncertainty, less: FoldState): Uncertainty {
  const g = transposed(factor.root);
  const k = g.length;
  const b = Float64Array.from(g.flatMap((column) => [...less.times(column)]));
  const s = new Float64Array(k);
  const v = new Float64Array(k * k);
  svd(b, less.n, k, b, s, v);
  const rotated = Array.from({ length: k }, (_, c) =>
    factor.scales.map((_, i) =>
      g.reduce((sum, column, d) => sum + (column[i] as number) * (v[c * k + d] as number), 0),
    ),
  );
  const rest = Array.from(s, (value) => 1 - value * value);
  const root = rotated.flatMap((column, c) => {
    const left = rest[c] as number;
    return left > rounding ? [column.map((value) => value / Math.sqrt(left))] : [];
  });
  const lost = rotated.filter((_, c) => !((rest[c] as number) > rounding)).map((column) => direction(column, factor));
  return {
    ...factor,
    root: transposed(root, factor.scales.length),
    undetermined: factor.undetermined.map((row, i) => [...row, ...lost.map((column) => column[i] as number)]),
  };
}

/**
 * The sandwich, as the uncertainty of the parameters.
 *
 * @param p all parameters at the result
 * @param factor the uncertainty that belongs to H
 * @param n the number of parameters that the data determine
 * @param chi2 the sum of squared residuals, which gives the size of the scores
 */
export function sandwich(
  { problem, data, start, residuals }: FinishedFit,
  p: Float64Array,
  factor: Uncertainty,
  n: number,
  chi2: number,
  kind: SandwichKind,
): Uncertainty {
  const g = transposed(factor.root);
  const unit = Math.sqrt(chi2 / residuals) || 1;
  const exact: (readonly number[])[] = [];
  const scale = scoreScale(kind, g, (row) => exact.push(row));
  const scores = (some: FitProblem["statements"]) => new RowScores(problem.losses, some, scale, unit);
  const meat = typescriptFold(problem, data.columns, data.rows, start.active, scores).linearize(p);
  const deviation = unit * (kind === "HC1" ? Math.sqrt(residuals / (residuals - n)) : 1);
  // The transpose of Rm G, one row of Rm after another.
  const products = g.map((column) => meat.times(column));
  const root = factor.root.map((row) =>
    Array.from(
      { length: meat.n },
      (_, i) => deviation * row.reduce((sum, value, c) => sum + value * (products[c]?.[i] as number), 0),
    ),
  );
  // The directions in which the parameters follow such an observation.
  const lost = exact.map((row) => direction(covarianceTimes(factor.root, row), factor));
  const undetermined = factor.undetermined.map((row, i) => [...row, ...lost.map((column) => column[i] as number)]);
  return { root, undetermined, scales: factor.scales };
}

/**
 * The factor of the score of a row. With a leverage of 1 the model passes through the observation
 * whatever its value: the residual says nothing about its scatter, and a direction that only this
 * observation determines has no standard error. Such a row of J is passed to `exact`.
 */
function scoreScale(
  kind: SandwichKind,
  g: readonly (readonly number[])[],
  exact: (row: readonly number[]) => void,
): ScoreFactor {
  if (kind === "HC0" || kind === "HC1") return () => 1;
  return (columns, i) => {
    const left = 1 - leverage(g, columns, i);
    if (left > rounding) return kind === "HC2" ? 1 / Math.sqrt(left) : 1 / left;
    exact(columns.slice(0, -1).map((column) => column[i] as number));
    return 0;
  };
}

/**
 * The squared length of row i of J G: a diagonal element of the projection onto the columns of J.
 */
export function leverage(g: readonly (readonly number[])[], columns: readonly Float64Array[], i: number): number {
  let squares = 0;
  for (const direction of g) {
    let sum = 0;
    for (let j = 0; j < direction.length; j++) sum += (direction[j] as number) * (columns[j]?.[i] as number);
    squares += sum * sum;
  }
  return squares;
}

/**
 * A direction of the parameters in the form of `undetermined`: of length 1 if the columns of J have
 * length 1.
 */
function direction(column: readonly number[], { scales }: Uncertainty): readonly number[] {
  const length = column.reduce(
    (sum, value, i) => Math.hypot(sum, scales[i] === 0 ? 0 : value / (scales[i] as number)),
    0,
  );
  return column.map((value) => (length === 0 ? 0 : value / length));
}

/** The transpose of a matrix given by rows. `columns` is needed if there are no rows. */
export function transposed(rows: readonly (readonly number[])[], columns = rows[0]?.length ?? 0): number[][] {
  return Array.from({ length: columns }, (_, c) => rows.map((row) => row[c] as number));
}
