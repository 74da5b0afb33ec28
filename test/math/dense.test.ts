import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conditionBound, DampedFactor, lengthOf, solveUpper, solveUpperTransposed, svd } from "../../math/index.js";
import { expectClose } from "../helpers/math-table.js";

const EPSILON = Number.EPSILON;

interface Factors {
  readonly u: Float64Array;
  readonly s: Float64Array;
  readonly v: Float64Array;
}

function factor(a: Float64Array, m: number, n: number): Factors {
  const u = new Float64Array(m * n);
  const s = new Float64Array(n);
  const v = new Float64Array(n * n);
  svd(a, m, n, u, s, v);
  return { u, s, v };
}

function matrix(m: number, n: number, entry: (i: number, j: number) => number): Float64Array {
  return Float64Array.from({ length: m * n }, (_, k) => entry(k % m, Math.floor(k / m)));
}

/** The largest entry of X'X - I over the nonzero columns. */
function orthogonality(x: Float64Array, rows: number, columns: number): number {
  let worst = 0;
  for (let p = 0; p < columns; p++) {
    for (let q = 0; q <= p; q++) {
      let dot = 0;
      for (let i = 0; i < rows; i++) dot += (x[p * rows + i] as number) * (x[q * rows + i] as number);
      if (p !== q || dot !== 0) worst = Math.max(worst, Math.abs(dot - (p === q ? 1 : 0)));
    }
  }
  return worst;
}

function checkFactors(a: Float64Array, m: number, n: number): Factors {
  const factors = factor(a, m, n);
  const { u, s, v } = factors;
  // Each rotation adds a unit of rounding; a column is changed by about 10 sweeps of n rotations.
  const tolerance = 20 * Math.max(m, n) * EPSILON;
  for (let j = 0; j < n; j++) {
    // The error of a column must be small relative to that column, not only to the matrix: this is
    // why the method was chosen.
    let length = 0;
    let error = 0;
    for (let i = 0; i < m; i++) {
      let product = 0;
      for (let k = 0; k < n; k++) product += (u[k * m + i] as number) * (s[k] as number) * (v[k * n + j] as number);
      length = Math.hypot(length, a[j * m + i] as number);
      error = Math.max(error, Math.abs(product - (a[j * m + i] as number)));
    }
    expect(error).toBeLessThanOrEqual(tolerance * Math.max(length, (s[0] as number) * EPSILON));
  }
  expect(orthogonality(v, n, n)).toBeLessThanOrEqual(tolerance);
  for (let k = 1; k < n; k++) expect(s[k] as number).toBeLessThanOrEqual(s[k - 1] as number);
  return factors;
}

describe("svd", () => {
  it("reproduces any matrix, tall, square or wide", () => {
    const entries = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(
        fc
          .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 8 }))
          .chain(([m, n]) =>
            fc.tuple(fc.constant(m), fc.constant(n), fc.array(entries, { minLength: m * n, maxLength: m * n })),
          ),
        ([m, n, values]) => {
          checkFactors(Float64Array.from(values), m, n);
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });

  it("finds the singular values of the Hilbert matrix of order 8", () => {
    const { u, s } = checkFactors(
      matrix(8, 8, (i, j) => 1 / (i + j + 1)),
      8,
      8,
    );
    expect(orthogonality(u, 8, 8)).toBeLessThan(1e-14);
    // The eigenvalues of the matrix of rounded entries (mpmath, 60 digits); its condition number is
    // 1.5e10.
    const expected = [
      1.6959389969219494, 0.2981252113169307, 0.026212843578119052, 0.001467688117741847, 5.4369433697508964e-5,
      1.2943320918741794e-6, 1.7988737460063012e-8, 1.1115389694888081e-10,
    ];
    // Absolute errors relative to the largest one: the entries do not determine the small ones more
    // accurately.
    expected.forEach((value, k) => {
      expectClose(s[k] as number, value, 1e-15, `singular value ${k}`, 4e-16);
    });
  });

  it("keeps the small singular values of badly scaled columns", () => {
    // B D with B well conditioned and D = diag(1, 1e-40, 1e-80): each singular value is the
    // distance of a column from the span of those before it.
    const scales = [1, 1e-40, 1e-80];
    const b = [
      [2, 1, 1],
      [1, 3, -1],
      [0, 1, 4],
    ];
    const { s } = factor(
      matrix(3, 3, (i, j) => ((b[i] as number[])[j] as number) * (scales[j] as number)),
      3,
      3,
    );
    // The lengths of the Gram-Schmidt columns of B: sqrt 5, sqrt 6, 23 / sqrt 30 (their product is
    // det B = 23).
    [Math.sqrt(5), Math.sqrt(6) * 1e-40, (23 / Math.sqrt(30)) * 1e-80].forEach((value, k) => {
      expectClose(s[k] as number, value, 1e-14, `singular value ${k}`);
    });
  });

  it("gives zeros for a deficient rank, with V still orthogonal", () => {
    const { s, v } = checkFactors(
      matrix(6, 3, (i, j) => (j === 1 ? 0 : i + 1)),
      6,
      3,
    );
    expectClose(s[0] as number, Math.sqrt(2 * 91), 1e-15, "singular value 0");
    expect(s[2]).toBe(0);
    expect(s[1] as number).toBeLessThan(1e-14);
    expect(orthogonality(v, 3, 3)).toBeLessThan(1e-15);
  });

  it("takes the extremes of the exponent, the empty, the zero and the non-finite matrix", () => {
    for (const scale of [1e300, 1e-290]) {
      const { s } = checkFactors(
        matrix(2, 2, (i, j) => scale * (i === j ? 3 : 1)),
        2,
        2,
      );
      expectClose(s[0] as number, 4 * scale, 1e-15, `scale ${scale}`);
      expectClose(s[1] as number, 2 * scale, 1e-15, `scale ${scale}`);
    }
    expect([...factor(new Float64Array(6), 3, 2).s]).toEqual([0, 0]);
    expect([...factor(new Float64Array(0), 0, 2).s]).toEqual([0, 0]);
    expect([...factor(Float64Array.of(1, NaN, 1, 1), 2, 2).s]).toEqual([NaN, NaN]);
    expect([...factor(Float64Array.of(1, Infinity, 1, 1), 2, 2).s]).toEqual([NaN, NaN]);
  });

  it("may work in place", () => {
    const a = matrix(4, 3, (i, j) => Math.sin(5 * i + j * j));
    const { u, s } = factor(a, 4, 3);
    const inPlace = a.slice();
    const sInPlace = new Float64Array(3);
    svd(inPlace, 4, 3, inPlace, sInPlace, new Float64Array(9));
    expect([...inPlace]).toEqual([...u]);
    expect([...sInPlace]).toEqual([...s]);
  });
});

describe("triangular systems", () => {
  // R has leading dimension 4; the entries below its diagonal must not be read.
  const r = matrix(4, 3, (i, j) => (i > j ? NaN : i === j ? 2 + i : i - j - 0.5));
  const product = (x: readonly number[]): number[] =>
    [0, 1, 2].map((i) => x.reduce((sum, value, j) => (i > j ? sum : sum + (r[j * 4 + i] as number) * value), 0));
  const productTransposed = (x: readonly number[]): number[] =>
    [0, 1, 2].map((j) => x.reduce((sum, value, i) => (i > j ? sum : sum + (r[j * 4 + i] as number) * value), 0));
  const x = [1, -2, 0.25];

  it("R x = b and R' x = b", () => {
    const b = Float64Array.from(product(x));
    solveUpper(r, 4, 3, b);
    const c = Float64Array.from(productTransposed(x));
    solveUpperTransposed(r, 4, 3, c);
    // Three well-scaled unknowns: a few roundings.
    x.forEach((value, i) => {
      expectClose(b[i] as number, value, 8 * EPSILON, `x ${i}`);
      expectClose(c[i] as number, value, 8 * EPSILON, `x ${i}, transposed`);
    });
  });
});

describe("lengths", () => {
  const length = (...values: number[]) => lengthOf(Float64Array.from(values), 0, values.length, 1);

  it("neither overflow nor underflow", () => {
    // A 3-4-5 triangle, exact except for the rounding of the scaling.
    for (const unit of [1e-320, 1e-300, 1e-150, 1, 1e150, 1e300]) {
      expect(Math.abs(length(3 * unit, -4 * unit) - 5 * unit)).toBeLessThanOrEqual(
        Math.max(4 * EPSILON * 5 * unit, 2 * Number.MIN_VALUE),
      );
    }
  });

  it("are 0, infinite or NaN where they have to be", () => {
    expect(length(0, -0)).toBe(0);
    expect(length()).toBe(0);
    expect(length(1, Number.NEGATIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(length(1, Number.NaN, 2)).toBeNaN();
  });

  it("go along a row of a matrix too", () => {
    expect(lengthOf(Float64Array.of(9, 3, 9, 9, 4, 9), 1, 2, 3)).toBe(5);
  });
});

/** An upper-triangular matrix, column-major, with a condition number of up to a few thousand. */
function upper(n: number, entry: (i: number, j: number) => number): Float64Array {
  return matrix(n, n, (i, j) => (i < j ? entry(i, j) : i === j ? 0.3 + Math.abs(entry(i, j)) : 0));
}

const entries = (i: number, j: number) => Math.sin(3 * i + 7 * j * j + 1);

describe("the bound on the condition", () => {
  it.each([1, 2, 5, 12])("is no less than it, and at most n times it: n = %i", (n) => {
    const r = upper(n, entries);
    const { s } = factor(r, n, n);
    const condition = (s[0] as number) / (s[n - 1] as number);
    const bound = conditionBound(r, n, n, new Float64Array(n));
    // The singular values are accurate to a few roundings.
    expect(bound).toBeGreaterThanOrEqual(condition * (1 - 100 * EPSILON));
    expect(bound).toBeLessThanOrEqual(n * condition * (1 + 100 * EPSILON));
  });

  it("is infinite for a singular matrix", () => {
    expect(conditionBound(Float64Array.of(1, 0, 2, 0), 2, 2, new Float64Array(2))).toBe(Number.POSITIVE_INFINITY);
    expect(conditionBound(new Float64Array(4), 2, 2, new Float64Array(2))).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("the damped factor", () => {
  it.each([1, 2, 3, 8])("solves the normal equations of [R; D]: n = %i", (n) => {
    const r = upper(n, entries);
    const d = Float64Array.from({ length: n }, (_, j) => (j === 1 ? 0 : 0.5 + j));
    const f = Float64Array.from({ length: n }, (_, j) => Math.cos(j));
    const x = f.slice();
    const damped = new DampedFactor(n);
    damped.factor(r, d, x);
    expect(damped.rank).toBe(n);
    damped.solve(n, x);
    const times = (p: ArrayLike<number>) =>
      Array.from({ length: n }, (_, i) =>
        f.reduce((sum, _f, j) => sum + (r[j * n + i] as number) * (p[j] as number), 0),
      );
    const rest = times(x).map((value, i) => value - (f[i] as number));
    for (let j = 0; j < n; j++) {
      // R'(R x - f) + D^2 x = 0, to the rounding of its terms, which are of order n.
      let slope = (d[j] as number) ** 2 * (x[j] as number);
      for (let i = 0; i <= j; i++) slope += (r[j * n + i] as number) * (rest[i] as number);
      expect(Math.abs(slope)).toBeLessThanOrEqual(50 * n * n * EPSILON);
    }
    // S'S = R'R + D^2, checked by means of S'^-1 and S^-1.
    const y = f.slice();
    damped.solveTransposed(y);
    damped.solve(n, y);
    const product = times(y);
    for (let j = 0; j < n; j++) {
      let sum = (d[j] as number) ** 2 * (y[j] as number);
      for (let i = 0; i <= j; i++) sum += (r[j * n + i] as number) * (product[i] as number);
      expect(Math.abs(sum - (f[j] as number))).toBeLessThanOrEqual(1000 * n * n * EPSILON);
    }
  });
});
