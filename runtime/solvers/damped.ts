import { DampedFactor, lengthOf, solveUpper, solveUpperTransposed, svd } from "../../math/index.js";

/** A linear least-squares problem |J p + r|, where J is n x n. */
export interface LinearProblem {
  /** J, upper-triangular and column-major, with zeros below the diagonal. */
  readonly r: Float64Array;
  /** Q'r; for a robust loss R^-T J'r, because only the gradient is known to full accuracy. */
  readonly f: Float64Array;
  /** J'r. */
  readonly gradient: Float64Array;
}

/** The p that minimises |J p + r|^2 + alpha |p|^2, as a function of alpha. */
export interface Damped {
  /** p, its length, and the derivative of the length with respect to alpha. */
  readonly p: Float64Array;
  readonly length: number;
  readonly slope: number;
  solve(alpha: number): void;
}

/** Solves with the triangular factor of [J; sqrt(alpha) I]. J must have full rank. */
export class DampedByFactor implements Damped {
  readonly p: Float64Array;
  length = 0;
  slope = 0;
  private readonly factor: DampedFactor;
  private readonly diagonal: Float64Array;
  private readonly work: Float64Array;

  constructor(
    private readonly n: number,
    private readonly problem: LinearProblem,
  ) {
    this.p = new Float64Array(n);
    this.factor = new DampedFactor(n);
    this.diagonal = new Float64Array(n);
    this.work = new Float64Array(n);
  }

  solve(alpha: number): void {
    const { n, p, factor, diagonal, work } = this;
    const { r, f } = this.problem;
    const root = Math.sqrt(alpha);
    for (let j = 0; j < n; j++) {
      p[j] = -(f[j] as number);
      diagonal[j] = root;
    }
    if (root > 0) {
      factor.factor(r, diagonal, p);
      factor.solve(n, p);
    } else solveUpper(r, n, n, p);
    this.length = lengthOf(p, 0, n, 1);
    // d|p| / d alpha = -p'(J'J + alpha I)^-1 p / |p|.
    for (let j = 0; j < n; j++) work[j] = (p[j] as number) / this.length;
    if (root > 0) factor.solveTransposed(work);
    else solveUpperTransposed(r, n, n, work);
    const along = lengthOf(work, 0, n, 1);
    this.slope = -along * along * this.length;
  }
}

/** Solves with the singular value decomposition J = U S V'. J may have any rank. */
export class DampedBySpectrum implements Damped {
  readonly p: Float64Array;
  length = 0;
  slope = 0;
  /** Singular values, in descending order. */
  readonly s: Float64Array;
  private readonly u: Float64Array;
  private readonly v: Float64Array;
  /** S U'r = V'J'r. */
  private readonly suf: Float64Array;

  constructor(
    private readonly n: number,
    private readonly problem: LinearProblem,
  ) {
    this.p = new Float64Array(n);
    this.s = new Float64Array(n);
    this.suf = new Float64Array(n);
    this.u = new Float64Array(n * n);
    this.v = new Float64Array(n * n);
  }

  /** @param robust use the gradient rather than Q'r */
  decompose(robust: boolean): void {
    const { n, u, s, v, suf } = this;
    const { r, f, gradient } = this.problem;
    svd(r, n, n, u, s, v);
    for (let c = 0; c < n; c++) {
      let sum = 0;
      if (robust) for (let i = 0; i < n; i++) sum += (v[c * n + i] as number) * (gradient[i] as number);
      else for (let i = 0; i < n; i++) sum += (u[c * n + i] as number) * (f[i] as number);
      suf[c] = robust ? sum : sum * (s[c] as number);
    }
  }

  solve(alpha: number): void {
    const { n, p, s, v, suf } = this;
    let along = 0;
    p.fill(0);
    for (let c = 0; c < n; c++) {
      const singular = s[c] as number;
      const damped = singular * singular + alpha;
      const value = (suf[c] as number) / damped;
      along += (value * value) / damped;
      for (let i = 0; i < n; i++) p[i] = (p[i] as number) - value * (v[c * n + i] as number);
    }
    this.length = lengthOf(p, 0, n, 1);
    this.slope = -along / this.length;
  }
}
