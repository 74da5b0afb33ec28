/**
 * Special functions, distributions and small dense linear algebra.
 *
 * Names of the functions, all of doubles: `erf erfc erfcx`, `gamma lgamma`, `digamma trigamma tetragamma`, `besselj0 besselj1`,
 * `voigt voigtDx voigtDsigma voigtDgamma` (of x, sigma, gamma), `sinc sincDerivative`,
 * `gammaIncP gammaIncQ` (of a, x), `betaInc` (of a, b, x), and for each distribution Cdf, Sf and Quantile:
 * `normalCdf(z)`, `studentTCdf(t, df)`, `chi2Cdf(x, df)`, `fCdf(x, df1, df2)`, `normalQuantile(p)`, `studentTQuantile(p, df)`, ...
 */
export { svd } from "./dense/svd.js";
export { invertUpper, solveUpper, solveUpperTransposed } from "./dense/triangular.js";
