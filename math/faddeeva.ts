/**
 * The Faddeeva function w(z) = exp(-z^2) erfc(-i z), z = x + i y, and its first two derivatives.
 *
 * For y >= 0, w(z) = (2 i z / pi) integral_0^inf exp(-t^2) / (z^2 - t^2) dt (DLMF 7.7.2) is
 * computed by the trapezoidal rule, plus the residue of the pole near the real axis; the nodes are
 * shifted by half a step if one would come close to the pole (Al Azah and Chandler-Wilde, SIAM J.
 * Numer. Anal. 59, 2021). The derivatives, w' = -2 z w + 2 i / sqrt(pi) and w'' = -2 w - 2 z w',
 * cancel for large z. Moving the constants under the integral gives forms without cancellation:
 *
 *   w'(z)  = -(4 i / pi) integral t^2 exp(-t^2) / (z^2 - t^2) dt,
 *   w''(z) = (4 i z / pi) integral (2 t^2 - 1) exp(-t^2) / (z^2 - t^2) dt
 *          = (4 i / (pi z)) integral t^2 (2 t^2 - 1) exp(-t^2) / (z^2 - t^2) dt.
 *
 * As 1 / (z^2 - t^2) = (x^2 - y^2 - t^2 - 2 i x y) / (|z - t|^2 |z + t|^2), every real or imaginary
 * part is a factor times one real sum. A part that vanishes with x or y does so through its factor,
 * and so keeps its digits.
 *
 * For y < 0, w(-z) = 2 exp(-z^2) - w(z) (DLMF 7.4.3).
 */
import { squareError, timesExpMinus } from "./exp-square.js";

/**
 * sqrt(pi / 15): the error of the rule is exp(-(pi / STEP)^2) = 3e-21 for w, about 1e4 times as
 * much for w''.
 */
const STEP = Math.sqrt(Math.PI / 15);
/** From this y on the residue is below the rounding error of the sum. */
const NO_RESIDUE_FROM = Math.PI / STEP;
/** At the last node exp(-t^2) = 1e-24. */
const NODES = 17;

interface Rule {
  /** The sign of exp(-2 pi i z / STEP) in the residue, whose poles are the nodes. */
  readonly sign: 1 | -1;
  readonly nodes: Float64Array;
  /** W = STEP / pi times exp(-t^2), half of it at t = 0. */
  readonly plain: Float64Array;
  /** W t^2. */
  readonly first: Float64Array;
  /** W (2 t^2 - 1). */
  readonly second: Float64Array;
  /** W t^2 (2 t^2 - 1). */
  readonly secondFar: Float64Array;
}

function rule(shift: 0 | 0.5): Rule {
  const nodes = Float64Array.from({ length: NODES }, (_, k) => (k + shift) * STEP);
  const plain = nodes.map((t) => ((t === 0 ? 0.5 : 1) * STEP * Math.exp(-t * t)) / Math.PI);
  const weighted = (f: (tt: number) => number): Float64Array => plain.map((w, k) => w * f((nodes[k] as number) ** 2));
  return {
    sign: shift === 0 ? -1 : 1,
    nodes,
    plain,
    first: weighted((tt) => tt),
    second: weighted((tt) => 2 * tt - 1),
    secondFar: weighted((tt) => tt * (2 * tt - 1)),
  };
}

const TRAPEZOID = rule(0);
const MIDPOINT = rule(0.5);

function ruleFor(x: number, y: number): Rule {
  const position = Math.abs(x) / STEP;
  const fraction = position - Math.floor(position);
  return y < NO_RESIDUE_FROM && fraction >= 0.25 && fraction <= 0.75 ? TRAPEZOID : MIDPOINT;
}

/** The sum over the nodes of weight (one + ax x^2 + ay y^2 + at t^2) / (|z - t|^2 |z + t|^2). */
function sum(
  nodes: Float64Array,
  weights: Float64Array,
  x: number,
  y: number,
  one: number,
  ax: number,
  ay: number,
  at: number,
): number {
  const yy = y * y;
  const fixed = one + ax * x * x + ay * yy;
  let total = 0;
  for (let k = 0; k < NODES; k++) {
    const t = nodes[k] as number;
    const below = x - t;
    const above = x + t;
    total += ((weights[k] as number) * (fixed + at * t * t)) / ((below * below + yy) * (above * above + yy));
  }
  return total;
}

/**
 * Re((re + i im) residue). The residue is 2 exp(-z^2) / (1 + sign exp(-2 pi i z / STEP)); with
 * `sign` 0, only its numerator.
 */
function residue(sign: 1 | -1 | 0, x: number, y: number, re: number, im: number): number {
  if (sign !== 0 && y >= NO_RESIDUE_FROM) return 0;
  // It is below the smallest double, even for the largest y that has a residue.
  if (x * x - y * y > 760) return 0;
  const size =
    y < NO_RESIDUE_FROM
      ? timesExpMinus(2 * Math.exp(y * y), x * x, squareError(x) - squareError(y))
      : 2 * Math.exp((y - x) * (y + x));
  const c = Math.cos(2 * x * y);
  const s = -Math.sin(2 * x * y);
  const numeratorRe = re * c - im * s;
  const numeratorIm = re * s + im * c;
  if (sign === 0) return size * numeratorRe;
  const angle = (2 * Math.PI * x) / STEP;
  const growth = sign * Math.exp((2 * Math.PI * y) / STEP);
  const denominatorRe = 1 + growth * Math.cos(angle);
  const denominatorIm = -growth * Math.sin(angle);
  const norm = denominatorRe * denominatorRe + denominatorIm * denominatorIm;
  return (size * (numeratorRe * denominatorRe + numeratorIm * denominatorIm)) / norm;
}

/** Re w(x + i y). Like all functions here it needs |z| < 1e75. */
export function faddeevaRe(x: number, y: number): number {
  if (y < 0) return residue(0, x, -y, 1, 0) - faddeevaRe(x, -y);
  const { nodes, plain, sign } = ruleFor(x, y);
  return 2 * y * sum(nodes, plain, x, y, 0, 1, 1, 1) + residue(sign, x, y, 1, 0);
}

/** Re w'(x + i y). */
export function faddeevaFirstRe(x: number, y: number): number {
  if (y < 0) return residue(0, x, -y, -2 * x, 2 * y) - faddeevaFirstRe(x, -y);
  const { nodes, first, sign } = ruleFor(x, y);
  return -8 * x * y * sum(nodes, first, x, y, 1, 0, 0, 0) + residue(sign, x, y, -2 * x, -2 * y);
}

/** Im w'(x + i y). */
export function faddeevaFirstIm(x: number, y: number): number {
  if (y < 0) return faddeevaFirstIm(x, -y) - residue(0, x, -y, 2 * y, 2 * x);
  const { nodes, first, sign } = ruleFor(x, y);
  return -4 * sum(nodes, first, x, y, 0, 1, -1, -1) + residue(sign, x, y, -2 * y, 2 * x);
}

/** Re w''(x + i y). */
export function faddeevaSecondRe(x: number, y: number): number {
  const re = 4 * (x - y) * (x + y) - 2;
  if (y < 0) return residue(0, x, -y, re, -8 * x * y) - faddeevaSecondRe(x, -y);
  const { nodes, second, secondFar, sign } = ruleFor(x, y);
  const norm = x * x + y * y;
  const regular =
    norm < 4
      ? 4 * y * sum(nodes, second, x, y, 0, 1, 1, 1)
      : ((4 * y) / norm) * sum(nodes, secondFar, x, y, 0, 3, -1, -1);
  return regular + residue(sign, x, y, re, 8 * x * y);
}
