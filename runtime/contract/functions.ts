/**
 * Functions that emitted code calls and JavaScript does not have, under the names that the
 * compiler's `call` primitive uses. WebAssembly kernels import those that they do not implement
 * themselves.
 */
export {
  besselj0,
  besselj1,
  besselj1Derivative,
  cosAsin,
  digamma,
  erf,
  erfc,
  erfDerivative,
  gamma,
  lgamma,
  logistic,
  overSquareOrZero,
  powDx,
  powDy,
  productOrZero,
  quotientOrZero,
  ratioOrZero,
  sinc,
  sincDerivative,
  sinhAcosh,
  softplus,
  tetragamma,
  trigamma,
  voigt,
  voigtDgamma,
  voigtDsigma,
  voigtDx,
} from "../../math/index.js";
