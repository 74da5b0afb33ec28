import { exp } from "./exp.js";
import { withSignOf } from "./expm1.js";
import type { MathFunction } from "./function.js";
import { polynomial } from "./polynomial.js";

/**
 * For |x| <= 1.09, erf(x) / x - 1 in powers of x^2 - 1, which is small where its rounding error
 * would matter: minimax, error 2^-57.6.
 */
const series = [
  -0.15729920705028513, -0.21379664776456012, 0.0565706114682714, -0.012549884771838276, 0.0023330763124454444,
  -0.0003701541087706031, 5.103883666456887e-5, -6.2119065172543975e-6, 6.760107163192193e-7, -6.645032242946334e-8,
  6.009715587963744e-9, -4.515202929995201e-10, 5.4455410333198443e-11,
];

/** e^(x^2) erfc x, 1 <= x <= 6, as a rational function: minimax, error 2^-56.5 in erf. */
const above = [
  0.9999999253817372, 1.3595323601036329, 0.91335402272123, 0.35300690688774783, 0.07815813965062819,
  0.008073527010276147, 7.65668392731997e-9,
];
const below = [
  1, 2.4879107283361357, 2.7206647331318354, 1.6872771266875202, 0.6329504112202575, 0.13852234620652204,
  0.014310471176221124,
];

/**
 * A series up to 1.09, where both formulas are most accurate; beyond, 1 - e^(-x^2) times a rational
 * function; from 6 on the result rounds to 1. No argument needs a special case.
 */
export const erf: MathFunction = {
  arity: 1,
  fast(l, x) {
    const a = l.atMost(l.abs(x), 6);
    const square = l.mul(a, a);
    const small = l.add(a, l.mul(a, polynomial(l, l.sub(square, 1), series)));
    const gauss = exp.fast(l, l.neg(square), square).value;
    const large = l.sub(1, l.mul(gauss, l.div(polynomial(l, a, above), polynomial(l, a, below))));
    return { value: withSignOf(l, l.select(l.lt(a, 1.09), small, large), x), holds: null };
  },
};
