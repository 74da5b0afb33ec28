/**
 * The Bessel functions J0 and J1 of a real argument.
 *
 * Up to 8: a polynomial in x^2 with the first two zeros factored out. Each zero is stored as the
 * sum of two doubles, so that values near it keep their digits. Above: Hankel's form
 * J = sqrt(2 / (pi x)) (P cos chi - Q sin chi), chi = x - pi/4 or x - 3 pi/4 (DLMF 10.17.3), where
 * P and x Q are polynomials in (8/x)^2. cos chi and sin chi are computed from cos x and sin x, so
 * that subtracting pi/4 from a large x loses no digits. The coefficients are Chebyshev series
 * computed for this project with 80 digits and truncated below 2e-17.
 */
import { polynomial } from "./polynomial.js";

interface Order {
  /** The first two positive zeros, each as the sum of two doubles. */
  readonly zeros: readonly [readonly [number, number], readonly [number, number]];
  /** J(x) / x^order with these zeros divided out, in powers of x^2 / 32 - 1. */
  readonly small: readonly number[];
  /** P in powers of 2 (8/x)^2 - 1. */
  readonly p: readonly number[];
  /** x Q in powers of 2 (8/x)^2 - 1. */
  readonly q: readonly number[];
}

const ORDER_0: Order = {
  zeros: [
    [2.404825557695773, -1.176691651530894e-16],
    [5.520078110286311, 8.088597146146722e-17],
  ],
  small: [
    0.0011434937743762545, -0.002119794289479692, 0.0015636431645931661, -0.0006415390646406123, 0.00016977200713997844,
    -3.157342540223544e-5, 4.3669323246406834e-6, -4.677128021300745e-7, 3.998839345472477e-8, -2.7948629678329127e-9,
    1.62764894918064e-10, -8.023472601933258e-12, 3.3923298937104677e-13, -1.2482967042743655e-14,
    4.0068948013720515e-16,
  ],
  p: [
    0.9994572757882519, -0.0005363673192129672, 6.137416081283524e-6, -2.0527448261170675e-7, 1.2803747743828764e-8,
    -1.2121098178951377e-9, 1.550640953808597e-10, -2.491146535471666e-11, 4.674289307624388e-12,
    -1.0157485021065676e-12, 3.455012974455743e-13, -1.0251790052831013e-13,
  ],
  q: [
    -0.12444091103610815, 0.0005466519279475266, -1.1817110661200976e-5, 5.684971881753781e-7, -4.534972837363434e-8,
    5.146231602705606e-9, -7.5763304988972e-10, 1.3623497617833053e-10, -2.8707211071105146e-11, 6.951785915752245e-12,
    -1.873640743543296e-12, 4.605060470396763e-13, -1.3137515498826537e-13, 1.0185094098694355e-13,
    -4.0574096424030336e-14,
  ],
};

const ORDER_1: Order = {
  zeros: [
    [3.8317059702075125, -1.5269184090088067e-16],
    [7.015586669815619, -9.414165653410389e-17],
  ],
  small: [
    0.00019498936985895625, -0.0002697522746716368, 0.00015860016799369874, -5.408003239085506e-5, 1.224217365301561e-5,
    -1.989093515914257e-6, 2.442522260752042e-7, -2.352192254577852e-8, 1.8268547695321333e-9, -1.1696932521783476e-10,
    6.284733827929608e-12, -2.875530868558852e-13, 1.1343125416873433e-14, -3.9104228826133377e-16,
    1.181146462725329e-17,
  ],
  p: [
    1.0009070262780821, 0.0008988049416705183, -7.9596946984383e-6, 2.453676633366693e-7, -1.4708512991275258e-8,
    1.3602969253877949e-9, -1.713107485294131e-10, 2.72345126828134e-11, -5.191158004646548e-12, 1.0954826479277623e-12,
    -2.6335760672461096e-13, 1.0923713653079462e-13, -3.5455617466606254e-14,
  ],
  q: [
    0.3742149922195918, -0.0007697167057643706, 1.4569614809339924e-5, -6.633568561050814e-7, 5.136106815451932e-8,
    -5.720890888840857e-9, 8.315586321594619e-10, -1.4816588916791194e-10, 3.1143942213346517e-11,
    -7.465104477698295e-12, 1.796964474573459e-12, -4.91574062967655e-13, 2.8960940831153833e-13,
    -1.0759215471978615e-13,
  ],
};

/** The Bessel function J0. */
export function besselj0(x: number): number {
  const a = Math.abs(x);
  if (a <= 8) return small(ORDER_0, a);
  // sqrt(2) cos(a - pi/4) = cos a + sin a and sqrt(2) sin(a - pi/4) = sin a - cos a.
  return large(ORDER_0, a, sumOfCosSin(a), -differenceOfCosSin(a));
}

/** The Bessel function J1, the negative of the derivative of J0. */
export function besselj1(x: number): number {
  const a = Math.abs(x);
  const value = a <= 8 ? a * small(ORDER_1, a) : large(ORDER_1, a, -differenceOfCosSin(a), -sumOfCosSin(a));
  return x < 0 || Object.is(x, -0) ? -value : value;
}

/**
 * The derivative of J1, J0 - J1/x (DLMF 10.6.2). Near 0, where J1/x may underflow, it is 1/2 to the
 * last digit.
 */
export function besselj1Derivative(x: number): number {
  return Math.abs(x) < 1e-8 ? 0.5 : besselj0(x) - besselj1(x) / x;
}

function small(order: Order, a: number): number {
  const [[z1, e1], [z2, e2]] = order.zeros;
  const roots = (a - z1 - e1) * (a + z1) * ((a - z2 - e2) * (a + z2));
  return roots * polynomial(order.small, (a * a) / 32 - 1);
}

/** Hankel's form; `cosine` and `sine` are those of chi times sqrt(2). */
function large(order: Order, a: number, cosine: number, sine: number): number {
  if (a === Infinity) return 0;
  const r = 8 / a;
  const t = 2 * r * r - 1;
  return (polynomial(order.p, t) * cosine - (polynomial(order.q, t) / a) * sine) / Math.sqrt(Math.PI * a);
}

/** cos a + sin a; where it cancels, from (cos a + sin a)(cos a - sin a) = cos 2a. */
function sumOfCosSin(a: number): number {
  const c = Math.cos(a);
  const s = Math.sin(a);
  return c * s < 0 && 2 * a < Infinity ? Math.cos(2 * a) / (c - s) : c + s;
}

/** cos a - sin a, in the same way. */
function differenceOfCosSin(a: number): number {
  const c = Math.cos(a);
  const s = Math.sin(a);
  return c * s > 0 && 2 * a < Infinity ? Math.cos(2 * a) / (c + s) : c - s;
}
