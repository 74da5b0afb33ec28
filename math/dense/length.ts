/** Between these limits a sum of squares has lost nothing to underflow and has not overflowed. */
const tiny = 1e-280;
const huge = 1e280;

/**
 * The Euclidean length of `count` entries of `a`, starting at `from`, `stride` apart. The plain sum
 * of squares is nearly always good enough (`Math.hypot` takes ten times as long); if it may have
 * underflowed or overflowed, the entries are scaled first, as in MINPACK's `enorm`.
 */
export function lengthOf(a: Float64Array, from: number, count: number, stride: number): number {
  const end = from + count * stride;
  let sum = 0;
  for (let i = from; i < end; i += stride) sum += (a[i] as number) * (a[i] as number);
  return sum > tiny && sum < huge ? Math.sqrt(sum) : scaledLength(a, from, end, stride);
}

/** The Euclidean length of the first n products a_i b_i. */
export function lengthOfProducts(a: Float64Array, b: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const product = (a[i] as number) * (b[i] as number);
    sum += product * product;
  }
  if (sum > tiny && sum < huge) return Math.sqrt(sum);
  const products = Float64Array.from({ length: n }, (_, i) => (a[i] as number) * (b[i] as number));
  return scaledLength(products, 0, n, 1);
}

/** The length of (x, y). */
export function lengthOfPair(x: number, y: number): number {
  const sum = x * x + y * y;
  return sum > tiny && sum < huge ? Math.sqrt(sum) : Math.hypot(x, y);
}

function scaledLength(a: Float64Array, from: number, end: number, stride: number): number {
  let largest = 0;
  for (let i = from; i < end; i += stride) {
    const size = Math.abs(a[i] as number);
    if (size > largest || Number.isNaN(size)) largest = size;
  }
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let sum = 0;
  for (let i = from; i < end; i += stride) sum += ((a[i] as number) / largest) ** 2;
  return largest * Math.sqrt(sum);
}
