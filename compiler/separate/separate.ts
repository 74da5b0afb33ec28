import type { Separable } from "../../runtime/contract/fit-problem.js";
import type { DerivedModel } from "../derive/derive-model.js";
import { gradient } from "../derive/gradient.js";
import type { ExprId } from "../ir/pool.js";
import { atZero } from "./at-zero.js";

/**
 * A model whose residuals are linear in some parameters beta, given the others, alpha: r = sum_i
 * beta_i phi_i(alpha) + phi_0(alpha). It contains the phi and their derivatives, as variable
 * projection needs them (Golub and Pereyra, SIAM J. Numer. Anal. 10 (1973) 413).
 */
export interface Separation extends Pick<Separable, "linear" | "nonlinear" | "pairs" | "offsets"> {
  readonly columnCount: number;
  /**
   * For each statement its columns [phi_i | pairs | phi_0 | offsets], null for a zero column. Not
   * yet simplified.
   */
  readonly columns: readonly (readonly (ExprId | null)[])[];
}

/** @param linear indices of the parameters in which every residual is linear */
export function separate({ pool, free, statements }: DerivedModel, linear: ReadonlySet<number>): Separation {
  const positions = free.map((_, position) => position);
  const betas = positions.filter((position) => linear.has(free[position] as number));
  const alphas = positions.filter((position) => !linear.has(free[position] as number));
  const leaf = (position: number): ExprId => pool.param(free[position] as number);
  const zeros = new Set(betas.map(leaf));
  const alphaLeaves = alphas.map(leaf);
  const slopesOf = (id: ExprId | null): readonly (ExprId | null)[] => {
    const found = id === null || alphas.length === 0 ? null : gradient(pool, id, alphaLeaves);
    return alphaLeaves.map((alpha) => found?.get(alpha) ?? null);
  };

  const terms = statements.map(({ scaled, scaledGradient }) => {
    const phi = betas.map((position) => scaledGradient.get(position) ?? null);
    const offset = atZero(pool, scaled, zeros);
    return { phi, slopes: phi.map(slopesOf), offset, offsetSlopes: slopesOf(offset) };
  });
  const pairs = betas.flatMap((_, i) =>
    alphas.flatMap((_, j) => (terms.some(({ slopes }) => slopes[i]?.[j] != null) ? [[i, j] as const] : [])),
  );
  const offsets = alphas.flatMap((_, j) => (terms.some(({ offsetSlopes }) => offsetSlopes[j] != null) ? [j] : []));
  const columns = terms.map(({ phi, slopes, offset, offsetSlopes }) => [
    ...phi,
    ...pairs.map(([i, j]) => slopes[i]?.[j] ?? null),
    offset,
    ...offsets.map((j) => offsetSlopes[j] ?? null),
  ]);
  const columnCount = betas.length + pairs.length + 1 + offsets.length;
  return { linear: betas, nonlinear: alphas, pairs, offsets, columnCount, columns };
}
