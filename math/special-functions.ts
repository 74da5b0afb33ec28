/**
 * The functions of one or more numbers that emitted code calls and JavaScript's `Math` lacks: each
 * by the name that it has there. WebAssembly kernels import those for which they have no code of
 * their own.
 */
export { besselj0, besselj1, besselj1Derivative } from "./bessel.js";
export { erf, erfc } from "./error-function.js";
export { gamma, lgamma } from "./gamma.js";
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
export { sinc, sincDerivative } from "./sinc.js";
export { logistic, softplus } from "./softplus.js";
export { voigt, voigtDgamma, voigtDsigma, voigtDx } from "./voigt.js";
