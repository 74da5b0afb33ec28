import { solveUpper, solveUpperTransposed } from "../../math/index.js";
import type { PivotedFactor } from "./pivoted-qr.js";
import { norm } from "./solver.js";

/**
 * The Levenberg-Marquardt step of a given length (Moré, The Levenberg-Marquardt algorithm, Lecture Notes in Mathematics 630
 * (1978) 105, sections 3 to 5; MINPACK's `lmpar` and `qrsolv`).
 *
 * The step p minimises |J p + r|^2 + par |D p|^2, where par >= 0 is such that |D p| = delta within a tenth, or par = 0 if the
 * Gauss-Newton step is not longer than that. As a function of par, |D p| - delta is convex and falling, so that Newton's
 * iteration on 1/|D p|, guarded by bounds, needs two or three steps.
 */
export interface LmStep {
  /** The Levenberg-Marquardt parameter. */
  readonly par: number;
  /** By parameter, not by pivot; to be added. */
  readonly step: Float64Array;
}

const smallestNormal = 2 ** -1022;

/** @param first the parameter of the step before, where Newton's iteration starts */
export function lmStep(factor: PivotedFactor, diag: Float64Array, delta: number, first: number): LmStep {
  const { n, r, pivot, qtf } = factor;
  const { solution, rank } = gaussNewton(factor);
  let step = unpivot(solution, pivot);
  let scaled = step.map((value, j) => value * (diag[j] as number));
  let length = norm(scaled);
  let excess = length - delta;
  if (excess <= 0.1 * delta) return { par: 0, step: step.map(negate) };

  // Newton's step from 0 is a lower bound where J has full rank.
  let lower = 0;
  if (rank === n) {
    const slope = direction(scaled, diag, pivot, length);
    solveUpperTransposed(r, n, n, slope);
    lower = quotient(excess / delta, norm(slope));
  }
  const gradient = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    let sum = 0;
    for (let i = 0; i <= j; i++) sum += (r[j * n + i] as number) * (qtf[i] as number);
    gradient[j] = sum / (diag[pivot[j] as number] as number);
  }
  const steepest = norm(gradient);
  let upper = steepest / delta;
  if (upper === 0) upper = smallestNormal / Math.min(delta, 0.1);

  let par = Math.min(Math.max(first, lower), upper);
  if (par === 0) par = steepest / length;
  for (let iteration = 1; ; iteration++) {
    if (par === 0) par = Math.max(smallestNormal, 0.001 * upper);
    const damped = solveDamped(factor, diag, Math.sqrt(par));
    step = unpivot(damped.solution, pivot);
    scaled = step.map((value, j) => value * (diag[j] as number));
    length = norm(scaled);
    const before = excess;
    excess = length - delta;
    const converged = Math.abs(excess) <= 0.1 * delta;
    // Where the rank is deficient, and the length stays below delta, a smaller par is of no use.
    if (converged || (lower === 0 && excess <= before && before < 0) || iteration === 10) break;
    const slope = direction(scaled, diag, pivot, length);
    solveUpperTransposed(damped.s, n, n, slope);
    const correction = quotient(excess / delta, norm(slope));
    if (excess > 0) lower = Math.max(lower, par);
    else if (excess < 0) upper = Math.min(upper, par);
    par = Math.max(lower, par + correction);
  }
  return { par, step: step.map(negate) };
}

/** The least-squares solution in the order of the pivots, with zeros from the first zero on the diagonal on. */
function gaussNewton({ n, r, qtf }: PivotedFactor): { solution: Float64Array; rank: number } {
  let rank = 0;
  while (rank < n && r[rank * n + rank] !== 0) rank++;
  const solution = qtf.slice();
  solution.fill(0, rank);
  solveUpper(r, n, rank, solution);
  return { solution, rank };
}

/** Minimises |R z - qtf|^2 + |root D z|^2: the rows of root D are rotated into R one after another. */
function solveDamped(
  { n, r, pivot, qtf }: PivotedFactor,
  diag: Float64Array,
  root: number,
): { s: Float64Array; solution: Float64Array } {
  const s = r.slice();
  const solution = qtf.slice();
  const row = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    row.fill(0);
    row[j] = root * (diag[pivot[j] as number] as number);
    if (row[j] === 0) continue;
    let rhs = 0;
    for (let k = j; k < n; k++) {
      const entry = row[k] as number;
      if (entry === 0) continue;
      const head = s[k * n + k] as number;
      const length = Math.hypot(head, entry);
      const cosine = head / length;
      const sine = entry / length;
      for (let i = k; i < n; i++) {
        const upper = s[i * n + k] as number;
        const lower = row[i] as number;
        s[i * n + k] = cosine * upper + sine * lower;
        row[i] = cosine * lower - sine * upper;
      }
      const z = solution[k] as number;
      solution[k] = cosine * z + sine * rhs;
      rhs = cosine * rhs - sine * z;
    }
  }
  const rank = gaussNewtonRank(s, n);
  solution.fill(0, rank);
  solveUpper(s, n, rank, solution);
  return { s, solution };
}

function gaussNewtonRank(s: Float64Array, n: number): number {
  let rank = 0;
  while (rank < n && s[rank * n + rank] !== 0) rank++;
  return rank;
}

/** D (D p) / |D p| in the order of the pivots: the right-hand side of the derivative of |D p|. */
function direction(scaled: Float64Array, diag: Float64Array, pivot: Int32Array, length: number): Float64Array {
  return Float64Array.from(pivot, (l) => (diag[l] as number) * ((scaled[l] as number) / length));
}

/** a / b^2 without squaring b. */
function quotient(a: number, b: number): number {
  return a / b / b;
}

function unpivot(solution: Float64Array, pivot: Int32Array): Float64Array {
  const x = new Float64Array(solution.length);
  for (let j = 0; j < x.length; j++) x[pivot[j] as number] = solution[j] as number;
  return x;
}

function negate(value: number): number {
  return -value;
}
