/**
 * The functions of one or more numbers that emitted code calls and JavaScript has not: each by the
 * name that the compiler's `call` has for it. WebAssembly kernels import those for which they have
 * no code of their own.
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
