/** Special functions, distributions and small dense linear algebra. */
export { besselj0, besselj1, besselj1Derivative } from "./bessel.js";
export { cholesky, solveLower } from "./dense/cholesky.js";
export { DampedFactor } from "./dense/damped-factor.js";
export { lengthOf, lengthOfPair, lengthOfProducts } from "./dense/length.js";
export { svd } from "./dense/svd.js";
export { conditionBound, solveUpper, solveUpperTransposed } from "./dense/triangular.js";
export { chi2Cdf, chi2Quantile, chi2Sf } from "./distributions/chi-squared.js";
export { fCdf, fQuantile, fSf } from "./distributions/fisher-f.js";
export { normalCdf, normalQuantile, normalSf } from "./distributions/normal.js";
export { studentTCdf, studentTQuantile, studentTSf } from "./distributions/student-t.js";
export { erf, erfc } from "./error-function.js";
export { gamma, lgamma } from "./gamma.js";
export { betaInc } from "./incomplete-beta.js";
export { gammaIncP, gammaIncQ } from "./incomplete-gamma.js";
export {
  cosAsin,
  erfDerivative,
  overSquareOrZero,
  powDx,
  powDy,
  productOrZero,
  quotientOrZero,
  ratioOrZero,
  sinhAcosh,
} from "./partials.js";
export { digamma, tetragamma, trigamma } from "./polygamma.js";
export { Random } from "./random.js";
export { sinc, sincDerivative } from "./sinc.js";
export { logistic, softplus } from "./softplus.js";
export { voigt, voigtDgamma, voigtDsigma, voigtDx } from "./voigt.js";
