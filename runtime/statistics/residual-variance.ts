/** Chi-square divided by the degrees of freedom; null if there are none. */
export function reducedChi2(chi2: number, dof: number): number | null {
  return dof > 0 ? chi2 / dof : null;
}

/**
 * The variance of a scaled residual: 1 if sigma is absolute; NaN without degrees of freedom to
 * estimate it.
 */
export function residualVariance(chi2: number, dof: number, absolute: boolean): number {
  return absolute ? 1 : (reducedChi2(chi2, dof) ?? Number.NaN);
}
