/** sin(x)/x and its derivative, with sinc(0) = 1. */
import { polynomial } from "./polynomial.js";

/** (x cos x - sin x) / x^3 in powers of x^2: the terms are (-1)^k 2k / (2k + 1)!, k = 1, 2, ... */
const DERIVATIVE = [
  -1 / 3,
  1 / 30,
  -1 / 840,
  1 / 45360,
  -1 / 3991680,
  1 / 518918400,
  -1 / 93405312000,
  1 / 22230464256000,
];

export function sinc(x: number): number {
  if (x === 0) return 1;
  return Math.abs(x) === Infinity ? 0 : Math.sin(x) / x;
}

/** The derivative (x cos x - sin x) / x^2, from its series near 0, where the formula cancels. */
export function sincDerivative(x: number): number {
  if (Math.abs(x) < 1) return x * polynomial(DERIVATIVE, x * x);
  return Math.abs(x) === Infinity ? 0 : (Math.cos(x) - Math.sin(x) / x) / x;
}
