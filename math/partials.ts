/** Partial derivatives that need case distinctions. Emitted code calls them. */
import { squareError, timesExpMinus } from "./exp-square.js";

const TWO_OVER_ROOT_PI = 1.1283791670955126;

/** Powers below this are near underflow and have lost most of their digits. */
const TINY_POWER = 2 ** -960;

/**
 * The derivative of erf, 2/sqrt(pi) exp(-x^2) (DLMF 7.2.1), accurate down to the last positive
 * double (x near 27.3).
 */
export function erfDerivative(x: number): number {
  return Math.abs(x) > 28 ? 0 : timesExpMinus(TWO_OVER_ROOT_PI, x * x, squareError(x));
}

/**
 * The derivative of `power` = x^y with respect to x: y x^(y-1), and 0 if y is 0. The quotient
 * x^y / x is the more accurate form, because in x^(y-1) the rounding error of y - 1 is multiplied
 * by |log x|; it fails if x^y is 0 or nearly so, and if it overflows.
 */
export function powDx(x: number, y: number, power: number): number {
  if (y === 0) return 0;
  const size = Math.abs(power);
  return y * (size < TINY_POWER || size === Infinity ? x ** (y - 1) : power / x);
}

/** The derivative of `power` = x^y with respect to y: x^y log x, and 0 if x is 0. */
export function powDy(x: number, power: number): number {
  return x === 0 ? 0 : power * Math.log(x);
}

/** a / b, and 0 if b is 0: the derivative at the kink of a norm. */
export function ratioOrZero(a: number, b: number): number {
  return b === 0 ? 0 : a / b;
}

/** a / b^2, and 0 if b is 0; b^2 itself may underflow or overflow. */
export function overSquareOrZero(a: number, b: number): number {
  return b === 0 ? 0 : a / b / b;
}

/**
 * cos(asin x) = sqrt(1 - x^2), whose reciprocal is the derivative of asin. Computed as a product,
 * because 1 - x*x loses digits near 1 and -1.
 */
export function cosAsin(x: number): number {
  return Math.sqrt((1 - x) * (1 + x));
}

/**
 * sinh(acosh x) = sqrt(x^2 - 1), whose reciprocal is the derivative of acosh. Computed with two
 * square roots, because the product under one root may overflow.
 */
export function sinhAcosh(x: number): number {
  return Math.sqrt(x - 1) * Math.sqrt(x + 1);
}

/**
 * a b, and 0 if a is 0, whatever b is: an adjoint that has vanished times a slope that has
 * overflowed.
 */
export function productOrZero(a: number, b: number): number {
  return a === 0 ? 0 : a * b;
}

/**
 * a / b, and 0 if a is 0, whatever b is: an adjoint that has vanished divided by data that are 0.
 */
export function quotientOrZero(a: number, b: number): number {
  return a === 0 ? 0 : a / b;
}
