import { product, shortestStep, transposedProduct } from "./least-squares.js";

/** min |A q + r| over a box that contains 0. The columns of A have comparable lengths. */
export interface BoxedProblem {
  readonly rows: number;
  readonly columns: number;
  /** Column-major. */
  readonly A: Float64Array;
  readonly r: Float64Array;
  /** A'r where it is known more accurately than r; null to compute it from r. */
  readonly gradient: Float64Array | null;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Gradient components up to this size are rounding error. */
  readonly noise: number;
  /** Singular values up to this fraction of the largest count as zero. */
  readonly cutoff: number;
}

export interface BoxedStep {
  readonly step: Float64Array;
  /** The side of the box that each component lies on: -1 lower, 1 upper, 0 neither. */
  readonly side: Int8Array;
  /** |A q|, the length of the step in the space of the residuals. */
  readonly length: number;
}

/**
 * Least squares with bounds by an active-set method (Stark and Parker, Bounded-variable least
 * squares, Computational Statistics 10 (1995) 129). The free components move to their minimum. If a
 * side of the box is in the way, they stop at the first one they meet, and the component that meets
 * it joins the active set. Once the minimum is reached, the active component whose multiplier
 * points inward most is freed.
 */
export function boxedStep(problem: BoxedProblem): BoxedStep {
  const { rows, columns, A, r, lower, upper, noise } = problem;
  const atZero = problem.gradient ?? transposedProduct(A, rows, columns, r);
  const q = new Float64Array(columns);
  // A component that starts on a side and could only descend through it is active from the start.
  const side = Int8Array.from(q, (_, j) => {
    const slope = atZero[j] as number;
    return slope > 0 && lower[j] === 0 ? -1 : slope < 0 && upper[j] === 0 ? 1 : 0;
  });
  // Each component becomes active and is freed once or twice; more would be a cycle due to
  // rounding.
  for (let iteration = 0; iteration < 3 * columns + 1; iteration++) {
    const free = Array.from(q, (_, j) => j).filter((j) => side[j] === 0);
    const target = freeMinimum(problem, atZero, q, side, free);
    const { stride, first } = firstSide(q, target, lower, upper);
    for (const j of free) q[j] = (q[j] as number) + stride * ((target[j] as number) - (q[j] as number));
    if (first >= 0) {
      const up = (target[first] as number) > (upper[first] as number);
      side[first] = up ? 1 : -1;
      q[first] = (up ? upper : lower)[first] as number;
      continue;
    }
    const Aq = product(A, rows, q);
    const slopes = transposedProduct(A, rows, columns, Aq);
    let inward = noise;
    let freed = -1;
    for (let j = 0; j < columns; j++) {
      const slope = (side[j] as number) * ((slopes[j] as number) + (atZero[j] as number));
      if (slope > inward) {
        inward = slope;
        freed = j;
      }
    }
    if (freed < 0) break;
    side[freed] = 0;
  }
  return { step: q, side, length: Math.hypot(...product(A, rows, q)) };
}

/** The minimum over the free components, with the others kept where they are. */
function freeMinimum(
  { rows, columns, A, r, gradient, cutoff }: BoxedProblem,
  atZero: Float64Array,
  q: Float64Array,
  side: Int8Array,
  free: readonly number[],
): Float64Array {
  const bound = q.map((value, j) => (side[j] === 0 ? 0 : value));
  const shift = product(A, rows, bound);
  const columnsOfFree = new Float64Array(rows * free.length);
  for (const [c, j] of free.entries()) columnsOfFree.set(A.subarray(j * rows, (j + 1) * rows), c * rows);
  const slopes = gradient === null ? null : transposedProduct(A, rows, columns, shift);
  const step = shortestStep(
    columnsOfFree,
    rows,
    free.length,
    r.map((value, i) => value + (shift[i] as number)),
    slopes === null ? null : Float64Array.from(free, (j) => (slopes[j] as number) + (atZero[j] as number)),
    cutoff,
  );
  const target = q.slice();
  for (const [c, j] of free.entries()) target[j] = step[c] as number;
  return target;
}

/**
 * How far the line from `q` to `target` stays in the box, and the component that meets its side of
 * the box first; -1 if none does.
 */
function firstSide(
  q: Float64Array,
  target: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
): { readonly stride: number; readonly first: number } {
  let stride = 1;
  let first = -1;
  for (let j = 0; j < q.length; j++) {
    const to = target[j] as number;
    const end = (to > (upper[j] as number) ? upper : to < (lower[j] as number) ? lower : target)[j] as number;
    if (end === to) continue;
    const until = (end - (q[j] as number)) / (to - (q[j] as number));
    if (first >= 0 && until >= stride) continue;
    stride = until;
    first = j;
  }
  return { stride, first };
}
