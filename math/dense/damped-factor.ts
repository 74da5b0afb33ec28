import { lengthOfPair } from "./length.js";

/**
 * The triangular factor of [R; D] with D diagonal. A damped least-squares problem reduces to this,
 * for a sequence of D (MINPACK's `qrsolv`; Nocedal and Wright, Numerical Optimization, 2nd ed.,
 * section 10.3). It is stored by rows, because the rotations run along rows.
 */
export class DampedFactor {
  private readonly s: Float64Array;
  private readonly row: Float64Array;

  constructor(private readonly n: number) {
    this.s = new Float64Array(n * n);
    this.row = new Float64Array(n);
  }

  /**
   * Rotates the rows of D into R, one after another.
   *
   * @param r R, upper-triangular and column-major
   * @param d the diagonal of D
   * @param rhs the right-hand side for R (that for D is zero), overwritten by the right-hand side
   * for the factor
   */
  factor(r: Float64Array, d: Float64Array, rhs: Float64Array): void {
    const { n, s, row } = this;
    for (let j = 0; j < n; j++) for (let i = 0; i <= j; i++) s[i * n + j] = r[j * n + i] as number;
    for (let j = 0; j < n; j++) {
      const entry = d[j] as number;
      if (entry === 0) continue;
      for (let i = j + 1; i < n; i++) row[i] = 0;
      row[j] = entry;
      let z = 0;
      for (let k = j; k < n; k++) {
        const below = row[k] as number;
        if (below === 0) continue;
        const at = k * n;
        const head = s[at + k] as number;
        const length = lengthOfPair(head, below);
        const cosine = head / length;
        const sine = below / length;
        s[at + k] = cosine * head + sine * below;
        for (let i = k + 1; i < n; i++) {
          const upper = s[at + i] as number;
          const lower = row[i] as number;
          s[at + i] = cosine * upper + sine * lower;
          row[i] = cosine * lower - sine * upper;
        }
        const top = rhs[k] as number;
        rhs[k] = cosine * top + sine * z;
        z = cosine * z - sine * top;
      }
    }
  }

  /** The position of the first zero on the diagonal; n if there is none. */
  get rank(): number {
    let rank = 0;
    while (rank < this.n && this.s[rank * this.n + rank] !== 0) rank++;
    return rank;
  }

  /** Solves, in place, the system of the leading `size` rows and columns. */
  solve(size: number, b: Float64Array): void {
    const { n, s } = this;
    for (let j = size - 1; j >= 0; j--) {
      let sum = b[j] as number;
      for (let i = j + 1; i < size; i++) sum -= (s[j * n + i] as number) * (b[i] as number);
      b[j] = sum / (s[j * n + j] as number);
    }
  }

  /** Solves the transposed system in place. */
  solveTransposed(b: Float64Array): void {
    const { n, s } = this;
    for (let j = 0; j < n; j++) {
      const x = (b[j] as number) / (s[j * n + j] as number);
      b[j] = x;
      for (let i = j + 1; i < n; i++) b[i] = (b[i] as number) - x * (s[j * n + i] as number);
    }
  }

  /** Writes the factor column-major, with zeros below the diagonal. */
  copyTo(r: Float64Array): void {
    const { n, s } = this;
    for (let j = 0; j < n; j++) for (let i = 0; i <= j; i++) r[j * n + i] = s[i * n + j] as number;
  }
}
