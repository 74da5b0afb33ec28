/** Chi-square over the degrees of freedom; null without any. */
export function reducedChi2(chi2: number, dof: number): number | null {
  return dof > 0 ? chi2 / dof : null;
}

/** The variance of a scaled residual: 1 where the deviations are known; NaN where nothing is left to estimate it from. */
export function residualVariance(chi2: number, dof: number, absolute: boolean): number {
  return absolute ? 1 : (reducedChi2(chi2, dof) ?? Number.NaN);
}
