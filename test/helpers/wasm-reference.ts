// Reference values of elementary functions in arbitrary-precision integers: a number v is stored as
// the integer v * 2^400. Every rounding is below 2^-350, so the errors of doubles can be seen to
// many places. For arguments and results between about 1e-30 and 1e40.

const places = 400n;
const one = 1n << places;

/** Exact for doubles that are multiples of 2^-400. */
export function fixed(x: number): bigint {
  let exponent = 0n;
  let mantissa = x;
  for (; !Number.isInteger(mantissa); exponent++) mantissa *= 2;
  return (BigInt(mantissa) << places) >> exponent;
}

const times = (a: bigint, b: bigint): bigint => (a * b) >> places;
const over = (a: bigint, b: bigint): bigint => (a << places) / b;

/** The sum of `term`, `next(term, 1)`, `next(that, 2)`, ... until the terms vanish. */
function series(first: bigint, next: (term: bigint, index: bigint) => bigint): bigint {
  let sum = 0n;
  let term = first;
  for (let index = 1n; term !== 0n && term !== -1n; index++) {
    sum += term;
    term = next(term, index);
  }
  return sum;
}

/** arctan(1/n). */
const inverseArctan = (n: bigint): bigint => {
  let sum = 0n;
  let power = one / n;
  for (let k = 1n; power !== 0n; k += 2n) {
    sum += (k % 4n === 1n ? power : -power) / k;
    power /= n * n;
  }
  return sum;
};

/** Machin's formula (1706). */
const pi = 16n * inverseArctan(5n) - 4n * inverseArctan(239n);

const halvings = 16n;

/** Sums the series at x / 2^16. */
function exp(x: bigint): bigint {
  let value = series(one, (term, k) => times(term, x >> halvings) / k);
  for (let i = 0n; i < halvings; i++) value = times(value, value);
  return value;
}

/** Refines an approximation near a double: x e^-y = e^d with a tiny d. */
function log(x: bigint, near: number): bigint {
  const y = fixed(near);
  const d = times(x, exp(-y)) - one;
  return y + d - times(d, d) / 2n + times(times(d, d), d) / 3n;
}

/** |x| may be up to 1e60: the places of pi are sufficient for that. */
function sinCos(x: bigint): readonly [sin: bigint, cos: bigint] {
  const halfPi = pi / 2n;
  const quadrant = (2n * x + halfPi) / (2n * halfPi) - (2n * x + halfPi < 0n ? 1n : 0n);
  const r = x - quadrant * halfPi;
  const square = times(r, r);
  const s = series(r, (term, k) => -times(term, square) / (2n * k * (2n * k + 1n)));
  const c = series(one, (term, k) => -times(term, square) / (2n * k * (2n * k - 1n)));
  const turned = [
    [s, c],
    [c, -s],
    [-s, -c],
    [-c, s],
  ] as const;
  return turned[Number(((quadrant % 4n) + 4n) % 4n)] ?? [s, c];
}

function squareRoot(x: bigint): bigint {
  let root = fixed(Math.sqrt(Number(x >> (places - 60n)) / 2 ** 60));
  for (let i = 0; i < 5; i++) root = (root + over(x, root)) / 2n;
  return root;
}

const twoOverRootPi = over(2n * one, squareRoot(pi));

/** DLMF 7.6.1. */
function erf(x: bigint): bigint {
  const square = times(x, x);
  let power = x;
  let sum = 0n;
  for (let k = 0n; power !== 0n && power !== -1n; power = -times(power, square) / ++k) sum += power / (2n * k + 1n);
  return times(twoOverRootPi, sum);
}

/** The angle of (x, y) near a double; the tangent of the difference is tiny. */
function atan2(y: bigint, x: bigint, near: number): bigint {
  const [s, c] = sinCos(fixed(near));
  return fixed(near) - over(times(s, x) - times(c, y), times(c, x) + times(s, y));
}

/**
 * One step of Newton's method from a double: accurate to 1e-30 if the cosine of the result is at
 * least 0.1.
 */
function asin(x: bigint, near: number): bigint {
  const [s, c] = sinCos(fixed(near));
  return fixed(near) - over(s - x, c);
}

export const references: Readonly<Record<string, (x: number, y: number) => bigint>> = {
  exp: (x) => exp(fixed(x)),
  expm1: (x) => exp(fixed(x)) - one,
  log: (x) => log(fixed(x), Math.log(x)),
  log1p: (x) => log(one + fixed(x), Math.log1p(x)),
  sin: (x) => sinCos(fixed(x))[0],
  cos: (x) => sinCos(fixed(x))[1],
  tan: (x) => over(...sinCos(fixed(x))),
  asin: (x) => asin(fixed(x), Math.asin(x)),
  acos: (x) => pi / 2n - asin(fixed(x), Math.asin(x)),
  atan: (x) => atan2(fixed(x), one, Math.atan(x)),
  atan2: (y, x) => atan2(fixed(y), fixed(x), Math.atan2(y, x)),
  asinh: (x) => {
    const [a, sign] = [fixed(Math.abs(x)), BigInt(Math.sign(x))];
    return sign * log(a + squareRoot(times(a, a) + one), Math.asinh(Math.abs(x)));
  },
  sinh: (x) => (exp(fixed(x)) - exp(fixed(-x))) / 2n,
  cosh: (x) => (exp(fixed(x)) + exp(fixed(-x))) / 2n,
  hypot: (x, y) => squareRoot(times(fixed(x), fixed(x)) + times(fixed(y), fixed(y))),
  log2: (x) => over(log(fixed(x), Math.log(x)), log(2n * one, Math.LN2)),
  log10: (x) => over(log(fixed(x), Math.log(x)), log(10n * one, Math.LN10)),
  erfDerivative: (x) => times(twoOverRootPi, exp(-times(fixed(x), fixed(x)))),
  tanh: (x) => over(exp(fixed(2 * x)) - one, exp(fixed(2 * x)) + one),
  erf: (x) => erf(fixed(x)),
  pow: (x, y) => exp(times(fixed(y), log(fixed(x), Math.log(x)))),
};

/**
 * The difference of a double from a reference value, in units in the last place of a double of that
 * size.
 */
export function ulps(actual: number, expected: bigint): number {
  const size = (expected < 0n ? -expected : expected).toString(2).length;
  const error = fixed(actual) - expected;
  // To 2^-20 of a unit.
  const unit = BigInt(size - 53 - 20);
  return Math.abs(Number(error >> unit)) / 2 ** 20;
}
