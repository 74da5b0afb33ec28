import { roundingShift } from "./exp.js";
import { Below, type MathFunction, type Reduced } from "./function.js";
import type { Lanes } from "./lanes.js";
import { polynomial } from "./polynomial.js";
import { leading } from "./pow.js";

/**
 * (sin r - r) / r^3 and (cos r - 1 + r^2/2) / r^4 in powers of r^2, |r| <= pi/4: minimax, errors
 * 2^-57.2 and 2^-60.
 */
const sine = [
  -0.16666666666666632, 0.008333333333322406, -0.0001984126982979992, 2.7557313688673164e-6, -2.5050757544061847e-8,
  1.589675948153791e-10,
];
const cosine = [
  0.0416666666666666, -0.0013888888888874146, 2.480158728949179e-5, -2.7557314354127305e-7, 2.0875723411222816e-9,
  -1.1359650429353792e-11,
];

/**
 * pi/2 as the sum of three doubles; the first two have 38 bits, so that their products with numbers
 * of quadrants below 2^15 are exact.
 */
const halfPi = [1.5707963267923333, 2.5633441515839558e-12, 1.0562999066987428e-23] as const;
/** The largest argument of the fast formula, below 2^15 quadrants. */
const largest = 51471;

/**
 * Cody and Waite's reduction in three steps. The first difference is exact, the rounding error of
 * the second one is compensated, and an error of 2^-114 remains. Below 2^15 quadrants no double but
 * 0 is nearer to a multiple of pi/2 than 2^-60.5.
 */
function reduce<F, I, M>(l: Lanes<F, I, M>, x: F): Reduced<F, I> {
  const shifted = l.add(l.mul(x, 2 / Math.PI), roundingShift);
  const n = l.sub(shifted, roundingShift);
  const t = l.sub(x, l.mul(n, halfPi[0]));
  const w = l.mul(n, halfPi[1]);
  const r = l.sub(t, w);
  const rest = l.sub(l.mul(n, halfPi[2]), l.sub(l.sub(t, r), w));
  const high = l.sub(r, rest);
  return { high: l.let(high), low: l.let(l.sub(l.sub(r, high), rest)), quadrant: l.let(l.toBits(shifted)) };
}

/** An exact leading term, and a term to subtract from it. */
interface Terms<F> {
  readonly lead: F;
  readonly less: F;
}

/** The terms are ordered so that -0 stays -0. */
function sineTerms<F, I, M>(l: Lanes<F, I, M>, { high, low }: Reduced<F, I>): Terms<F> {
  const z = l.mul(high, high);
  const ofLow = l.sub(l.mul(low, l.mul(z, 0.5)), low);
  return { lead: high, less: l.sub(ofLow, l.mul(l.mul(z, high), polynomial(l, z, sine))) };
}

function cosineTerms<F, I, M>(l: Lanes<F, I, M>, { high, low }: Reduced<F, I>): Terms<F> {
  const z = l.mul(high, high);
  const half = l.mul(z, 0.5);
  const lead = l.sub(1, half);
  const lost = l.sub(half, l.sub(1, lead));
  return { lead, less: l.add(lost, l.sub(l.mul(high, low), l.mul(l.mul(z, z), polynomial(l, z, cosine)))) };
}

/** Negates the value if bit 1 of `quadrant` is set. */
function negateBySecondBit<F, I, M>(l: Lanes<F, I, M>, value: F, quadrant: I): F {
  return l.fromBits(l.xor(l.toBits(value), l.shiftLeft(l.and(quadrant, 2n), 62)));
}

/**
 * sin x / cos x (in odd quadrants -cos r / sin r) from the leading parts, with a correction for the
 * low parts.
 */
function tanOf<F, I, M>(l: Lanes<F, I, M>, reduced: Reduced<F, I>): F {
  const parts = ({ lead, less }: Terms<F>) => {
    const high = l.sub(lead, less);
    return [high, l.sub(l.sub(lead, high), less)] as const;
  };
  const [s, sLow] = parts(sineTerms(l, reduced));
  const [c, cLow] = parts(cosineTerms(l, reduced));
  const swap = l.isOdd(reduced.quadrant);
  const [above, aboveLow] = [l.select(swap, c, s), l.select(swap, cLow, sLow)];
  const [below, belowLow] = [l.select(swap, s, c), l.select(swap, sLow, cLow)];
  const quotient = l.div(above, below);
  // The remainder of the quotient, exact by products of half-length numbers.
  const [qHigh, bHigh] = [leading(l, quotient), leading(l, below)];
  const [qLow, bLow] = [l.sub(quotient, qHigh), l.sub(below, bHigh)];
  const cross = l.sub(l.sub(l.sub(above, l.mul(qHigh, bHigh)), l.mul(qHigh, bLow)), l.mul(qLow, bHigh));
  const left = l.sub(cross, l.mul(qLow, bLow));
  const correction = l.div(l.add(left, l.sub(aboveLow, l.mul(quotient, belowLow))), below);
  // Adding the correction would lose the sign of zero.
  const value = l.select(l.eq(s, 0), quotient, l.add(quotient, correction));
  return negateBySecondBit(l, value, l.shiftLeft(reduced.quadrant, 1));
}

export const tan: MathFunction = {
  arity: 1,
  fast: (l, x) => ({ value: tanOf(l, reduce(l, x)), holds: new Below(l.abs(x), largest) }),
  slow: ({ body, l, reduceLarge }, x) =>
    body.choose(
      l.lt(l.abs(x), Number.POSITIVE_INFINITY),
      () => tanOf(l, reduceLarge(x)),
      () => l.number(Number.NaN),
    ),
};
