/** Bounds on the free parameters; infinite where a parameter has none. */
export interface Bounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export function isUnbounded({ lower, upper }: Bounds): boolean {
  for (let j = 0; j < lower.length; j++) {
    if (lower[j] !== Number.NEGATIVE_INFINITY || upper[j] !== Number.POSITIVE_INFINITY) return false;
  }
  return true;
}

export function isInside(x: Float64Array, { lower, upper }: Bounds): boolean {
  for (let j = 0; j < x.length; j++) {
    const value = x[j] as number;
    if (!(value >= (lower[j] as number) && value <= (upper[j] as number))) return false;
  }
  return true;
}

/** Every parameter lies inside its bounds and on neither of them. */
export function isStrictlyInside(x: Float64Array, { lower, upper }: Bounds): boolean {
  for (let j = 0; j < x.length; j++) {
    const value = x[j] as number;
    if (!(value > (lower[j] as number) && value < (upper[j] as number))) return false;
  }
  return true;
}

export function isSame(a: Float64Array, b: Float64Array): boolean {
  for (let j = 0; j < a.length; j++) if (a[j] !== b[j]) return false;
  return true;
}

/** Distances to a bound are capped here: products with larger ones overflow. */
const farthest = 2 ** 996;

/**
 * The Coleman-Li scaling: v is the distance to the bound that the descent direction points at, 1
 * where there is none, and dv is its derivative. Both are overwritten. The first-order conditions
 * of a minimum with bounds are v g = 0.
 */
export function colemanLi(
  x: Float64Array,
  g: Float64Array,
  { lower, upper }: Bounds,
  v: Float64Array,
  dv: Float64Array,
): void {
  for (let j = 0; j < x.length; j++) {
    const value = x[j] as number;
    const slope = g[j] as number;
    v[j] = 1;
    dv[j] = 0;
    if (slope < 0 && (upper[j] as number) < Number.POSITIVE_INFINITY) {
      v[j] = Math.min((upper[j] as number) - value, farthest);
      dv[j] = -1;
    } else if (slope > 0 && (lower[j] as number) > Number.NEGATIVE_INFINITY) {
      v[j] = Math.min(value - (lower[j] as number), farthest);
      dv[j] = 1;
    }
  }
}

/**
 * SciPy's `optimality`: the largest component of the gradient, each component scaled by the
 * distance to the bound that the descent direction points at.
 */
export function optimality(x: Float64Array, g: Float64Array, bounds: Bounds): number {
  const v = new Float64Array(x.length);
  colemanLi(x, g, bounds, v, new Float64Array(x.length));
  return largestProduct(g, v);
}

/** The largest |a_j b_j|. */
export function largestProduct(a: Float64Array, b: Float64Array): number {
  let largest = 0;
  for (let j = 0; j < a.length; j++) largest = Math.max(largest, Math.abs((a[j] as number) * (b[j] as number)));
  return largest;
}

/**
 * The bound that each parameter is at: -1 lower, 1 upper, 0 neither.
 *
 * @param tolerance the largest distance to the bound: relative, but absolute below 1
 */
export function activeBounds(x: Float64Array, { lower, upper }: Bounds, tolerance: number): Int8Array {
  return Int8Array.from(x, (value, j) => {
    const low = lower[j] as number;
    const high = upper[j] as number;
    const below = value - low;
    const above = high - value;
    const nearLow = Number.isFinite(low) && below <= Math.min(above, tolerance * Math.max(1, Math.abs(low)));
    const nearHigh = Number.isFinite(high) && above <= Math.min(below, tolerance * Math.max(1, Math.abs(high)));
    return nearHigh ? 1 : nearLow ? -1 : 0;
  });
}

/**
 * Moves parameters that are on a bound inside, by `step` (relative, but absolute below 1), or by
 * one unit in the last place if `step` is 0.
 */
export function strictlyInside(x: Float64Array, bounds: Bounds, step: number): Float64Array {
  const active = activeBounds(x, bounds, step);
  return x.map((value, j) => {
    const low = bounds.lower[j] as number;
    const high = bounds.upper[j] as number;
    let moved = value;
    if (step === 0) {
      if (value <= low) moved = nextAfter(low, high);
      if (value >= high) moved = nextAfter(high, low);
    } else if (active[j] === -1) moved = low + step * Math.max(1, Math.abs(low));
    else if (active[j] === 1) moved = high - step * Math.max(1, Math.abs(high));
    return moved < low || moved > high ? 0.5 * (low + high) : moved;
  });
}

/** The next double after `x` in the direction of `towards`. */
function nextAfter(x: number, towards: number): number {
  if (x === 0) return towards > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const bits = new BigInt64Array(new Float64Array([x]).buffer);
  bits[0] = (bits[0] as bigint) + (towards > x === x > 0 ? 1n : -1n);
  return new Float64Array(bits.buffer)[0] as number;
}

/** How far along `step` the first bound is, and which parameters reach their bounds there. */
export function stepToBound(
  x: Float64Array,
  step: Float64Array,
  { lower, upper }: Bounds,
): { stride: number; hits: boolean[] } {
  const strides = Float64Array.from(step, (s, j) => {
    if (s === 0) return Number.POSITIVE_INFINITY;
    const value = x[j] as number;
    return Math.max(((lower[j] as number) - value) / s, ((upper[j] as number) - value) / s);
  });
  const stride = strides.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  return { stride, hits: Array.from(strides, (value, j) => value === stride && step[j] !== 0) };
}
