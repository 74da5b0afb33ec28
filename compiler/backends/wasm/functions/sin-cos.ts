import type { WasmExpr } from "../encoder/index.js";
import { roundingShift } from "./exp.js";
import { Below, type MathFunction, type SlowScope } from "./function.js";
import type { Lanes, Table } from "./lanes.js";
import { polynomial } from "./polynomial.js";

/** The number of table entries in a full turn. */
const steps = 64;
/**
 * pi/32 as the sum of three doubles; the first two have 35 bits, so that their products with
 * numbers of steps below 2^18 are exact.
 */
const step = [0.09817477042452083, 1.6020900947399724e-13, 6.601874416867142e-25] as const;
/** The largest argument of the fast formula, below 2^18 steps. */
const largest = 25735;

/**
 * (r - sin r) / r^3 and (1 - cos r) / r^2 in powers of r^2, |r| <= pi/64: minimax, errors 2^-60 and
 * 2^-56.9.
 */
const sine = [0.16666666666665958, -0.008333333315511542, 0.0001983999414427499];
const cosine = [0.49999999999993633, -0.04166666650627203, 0.0013887740769422084];

/**
 * cos(j pi/32), and -sin(j pi/32) as the entry a quarter of a turn ahead; then their rounding
 * errors.
 */
const circle: Table = { period: steps, columns: cosines() };

/** Computed by repeated rotation, as integers in units of 2^-140. */
function cosines(): Table["columns"] {
  const quarter = steps / 4;
  const [c1, s1] = [0xfec46d1e89292cf041390efdc726e9ef5a3n, 0x1917a6bc29b42be1d8e72d912977ee71210n];
  const [high, low]: [number[], number[]] = [[], []];
  let [c, s] = [1n << 140n, 0n];
  while (high.length < steps + quarter) {
    // Rounded to 2^-120, so that zeros are exact.
    const value = ((c >> 19n) + 1n) >> 1n;
    const rounded = Number(value);
    high.push(rounded * 2 ** -120);
    low.push(Number(value - BigInt(rounded)) * 2 ** -120);
    [c, s] = [(c * c1 - s * s1) >> 140n, (s * c1 + c * s1) >> 140n];
  }
  return [high, low].flatMap((values) => [{ values }, { values, ahead: quarter }]);
}

/**
 * x = k pi/32 + r - less, where |r| is at most (a little more than) pi/64; only the low bits of `k`
 * are meaningful.
 */
interface Reduced<F, I> {
  readonly k: I;
  readonly r: F;
  readonly less: F;
}

/**
 * Cody and Waite's reduction in three steps. The first difference is exact, the rounding error of
 * the second one is compensated, and an error of 2^-130 times k remains.
 */
function reduce<F, I, M>(l: Lanes<F, I, M>, x: F): Reduced<F, I> {
  const shifted = l.let(l.add(l.mul(x, steps / 2 / Math.PI), roundingShift));
  const k = l.sub(shifted, roundingShift);
  const near = l.sub(x, l.mul(k, step[0]));
  const far = l.mul(k, step[1]);
  const r = l.sub(near, far);
  const less = l.sub(l.mul(k, step[2]), l.sub(l.sub(near, r), far));
  return { k: l.toBits(shifted), r: l.let(r), less: l.let(less) };
}

export interface SinCos<F> {
  readonly sin: F;
  readonly cos: F;
}

/**
 * The addition theorems, with c = cos(k pi/32) and n = -sin(k pi/32). r - t is sin(r - less), 1 - u
 * is cos(r - less). The terms are ordered so that the sine of -0 is -0.
 */
function fromTable<F, I, M>(l: Lanes<F, I, M>, { k, r, less }: Reduced<F, I>): SinCos<F> {
  const [c = r, n = r, cLow = r, nLow = r] = l.lookUp(circle, k).map((bits) => l.fromBits(bits));
  const z = l.mul(r, r);
  const t = l.add(l.mul(l.mul(r, z), polynomial(l, z, sine)), less);
  const u = l.mul(z, polynomial(l, z, cosine));
  const sinRest = l.sub(l.mul(c, r), l.sub(l.mul(c, t), l.mul(n, u)));
  const cosRest = l.sub(l.mul(n, r), l.add(l.mul(n, t), l.mul(c, u)));
  return {
    sin: l.sub(l.sub(sinRest, nLow), n),
    cos: l.add(l.add(cosRest, cLow), c),
  };
}

/** Sine and cosine together, at little more than the cost of one. */
export function fastSinCos<F, I, M>(l: Lanes<F, I, M>, x: F): SinCos<F> & { readonly holds: Below<F> } {
  return { ...fromTable(l, reduce(l, x)), holds: new Below(l.abs(x), largest) };
}

function slow({ body, l, reduceLarge }: SlowScope, x: WasmExpr<"f64">, name: "sin" | "cos"): WasmExpr<"f64"> {
  return body.choose(
    l.lt(l.abs(x), Number.POSITIVE_INFINITY),
    () => {
      const { high, low, quadrant } = reduceLarge(x);
      const { k, r, less } = reduce(l, high);
      return fromTable(l, { k: l.plus(k, l.shiftLeft(quadrant, 4)), r, less: l.sub(less, low) })[name];
    },
    () => l.number(Number.NaN),
  );
}

export const sin: MathFunction = {
  arity: 1,
  fast(l, x) {
    const { sin: value, holds } = fastSinCos(l, x);
    return { value, holds };
  },
  slow: (scope, x) => slow(scope, x, "sin"),
};

export const cos: MathFunction = {
  arity: 1,
  fast(l, x) {
    const { cos: value, holds } = fastSinCos(l, x);
    return { value, holds };
  },
  slow: (scope, x) => slow(scope, x, "cos"),
};
