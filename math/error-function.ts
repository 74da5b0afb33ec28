/**
 * The error function and its complement.
 *
 * erf(x) = 2/sqrt(pi) integral_0^x exp(-t^2) dt (DLMF 7.2). Near 0, erf(x)/x is a polynomial in
 * x^2. Farther out, erfc(x) = exp(-x^2) erfcx(x), which defines erfcx; (1 + 2x) erfcx(x) is smooth
 * in t = (x - 3.75)/(x + 3.75), so one polynomial covers 1/2 to infinity (Schonfelder 1978;
 * Shepherd and Laframboise 1981, both in Math. Comp.). The coefficients are truncated Chebyshev
 * series, computed for this project with 60 digits; their truncation error is below 2e-17.
 */
import { squareError, timesExpMinus } from "./exp-square.js";
import { polynomial } from "./polynomial.js";

/** erf(x)/x in powers of x^2, for |x| <= 1. */
const ERF = [
  1.1283791670955126, -0.37612638903183543, 0.1128379167094513, -0.026866170643256995, 0.005223977607269946,
  -0.0008548325982543225, 0.00012055295112667001, -1.4924740785377576e-5, 1.6447471190594618e-6, -1.6208829856810202e-7,
  1.3721520406351094e-8, -7.798543850549947e-10,
];

/** (1 + 2x) erfcx(x) in powers of (x - 3.75)/(x + 3.75), for x >= 0. */
const ERFCX = [
  1.2375126308378275, -0.14024059858554697, 0.0035854154854644293, 0.0822767384901452, -0.10880393014174886,
  0.09230432116037748, -0.05869339858963677, 0.028362277418956406, -0.009746579558029276, 0.0017556258528952954,
  0.0002937136655913448, -0.0002901540805408417, 5.164909889268242e-5, 2.238423915508221e-5, -1.1444146237700573e-5,
  -9.735598967367415e-7, 1.751637648849144e-6, -5.7218230603263447e-8, -2.58668507161649e-7, 2.326350870888817e-8,
  3.867533424228509e-8, -3.74421008097421e-9, -5.1739902140363326e-9, 3.111433381002126e-10, 4.251471444839978e-10,
];

/** exp(x^2) erfc(x) for x >= 0. */
export function scaledErfc(x: number): number {
  return polynomial(ERFCX, x < Infinity ? (x - 3.75) / (x + 3.75) : 1) / (1 + 2 * x);
}

/** The error function. */
export function erf(x: number): number {
  if (Math.abs(x) < 1) return x * polynomial(ERF, x * x);
  if (Number.isNaN(x)) return NaN;
  const upper = upperErfc(Math.abs(x));
  return x < 0 ? upper - 1 : 1 - upper;
}

/** The complement 1 - erf(x), accurate to the last positive double (x near 27.2). */
export function erfc(x: number): number {
  if (x < 0.5) return x > -1 ? 1 - x * polynomial(ERF, x * x) : 2 - upperErfc(-x);
  return upperErfc(x);
}

function upperErfc(x: number): number {
  if (x > 28) return 0;
  return timesExpMinus(scaledErfc(x), x * x, squareError(x));
}
