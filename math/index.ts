/** Special functions, distributions and small dense linear algebra. */
export { cholesky, solveLower } from "./dense/cholesky.js";
export { DampedFactor } from "./dense/damped-factor.js";
export { lengthOf, lengthOfPair, lengthOfProducts } from "./dense/length.js";
export { svd } from "./dense/svd.js";
export { conditionBound, solveUpper, solveUpperTransposed } from "./dense/triangular.js";
export { chi2Cdf, chi2Quantile, chi2Sf } from "./distributions/chi-squared.js";
export { fCdf, fQuantile, fSf } from "./distributions/fisher-f.js";
export { normalCdf, normalQuantile, normalSf } from "./distributions/normal.js";
export { studentTCdf, studentTQuantile, studentTSf } from "./distributions/student-t.js";
export { betaInc } from "./incomplete-beta.js";
export { gammaIncP, gammaIncQ } from "./incomplete-gamma.js";
export { Random } from "./random.js";
export * from "./special-functions.js";
