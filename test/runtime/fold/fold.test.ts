// Compares the fold with sums computed directly: R'R is J'J, R'c is J'r, and `linearize` merges
// states in the canonical tree.
import { describe, expect, it } from "vitest";
import { chunkRows } from "../../../runtime/fold/chunks.js";
import { type Fold, typescriptFold } from "../../../runtime/fold/fold.js";
import { RowLosses } from "../../../runtime/fold/row-loss.js";
import { FoldState } from "../../../runtime/fold/state.js";
import { TypeScriptRows } from "../../../runtime/fold/typescript-rows.js";
import { type FitProblem, panelRows, type ResidualBlock } from "../../../runtime/index.js";
import { blockOf, withBlocks } from "../../helpers/blocks.js";
import { formulaProblem } from "../../helpers/formula-problem.js";
import { factorOf } from "../../helpers/states.js";

/**
 * A small pseudo-random generator (Lehmer, 48271 mod 2^31 - 1), so that the data are the same
 * everywhere.
 */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647 - 0.5;
  };
}

/**
 * A linear model with residuals J p - y whose columns are data, which is fast enough for many rows.
 */
function linearProblem(n: number): FitProblem {
  const base = formulaProblem({
    params: Array.from({ length: n }, (_, j) => ({ name: `p${j}`, start: 0 })),
    columns: ["x"],
    rows: [{ predicted: "p0*x" }],
  });
  const residuals: ResidualBlock["residuals"] = (p, d, from, to, r) => {
    for (let i = from; i < to; i++) {
      let sum = -(d[n]?.[i] as number);
      for (let j = 0; j < n; j++) sum += (p[j] as number) * (d[j]?.[i] as number);
      r[i - from] = sum;
    }
  };
  return withBlocks(base, () => ({
    residuals,
    linearize(p, d, from, to, r, J) {
      residuals(p, d, from, to, r);
      for (let j = 0; j < n; j++) J.set((d[j] as Float64Array).subarray(from, to), j * (to - from));
    },
  }));
}

function randomColumns(n: number, rows: number): Float64Array[] {
  const next = random(7);
  return Array.from({ length: n + 1 }, () => Float64Array.from({ length: rows }, next));
}

function foldOf(columns: Float64Array[], active?: readonly number[]): Fold {
  const n = columns.length - 1;
  return typescriptFold(
    linearProblem(n),
    columns,
    columns[0]?.length ?? 0,
    active ?? Array.from({ length: n }, (_, j) => j),
  );
}

/** Entry i, j of R'[R | c]. */
function gram(state: FoldState, i: number, j: number): number {
  const R = factorOf(state);
  const width = state.n + 1;
  let sum = 0;
  for (let k = 0; k < state.n; k++) sum += (R[k * width + i] as number) * (R[k * width + j] as number);
  return sum;
}

function inner(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}

describe("the factor of the rows", () => {
  it.each([1, 2, 3, 4, 5, 6, 9])("has the products of %i columns", (n) => {
    const columns = randomColumns(n, 300);
    const state = foldOf(columns).linearize(new Float64Array(n));
    const y = columns[n] as Float64Array;
    for (let i = 0; i < n; i++) {
      const a = columns[i] as Float64Array;
      // At p = 0 the residual is -y. The sums have 300 terms of at most 1/4, so rounding is below
      // 300 eps.
      expect(Math.abs(gram(state, i, n) + inner(a, y))).toBeLessThan(1e-13);
      expect(Math.abs(state.gradient(i) + inner(a, y))).toBeLessThan(1e-13);
      for (let j = 0; j < n; j++)
        expect(Math.abs(gram(state, i, j) - inner(a, columns[j] as Float64Array))).toBeLessThan(1e-13);
    }
    expect(state.cost).toBeCloseTo(inner(y, y) / 2, 12);
  });

  it("keeps the digits that J'J loses", () => {
    // Läuchli's matrix: the columns differ by delta in one row each, and delta^2 is below the
    // rounding of 1 + delta^2.
    const delta = 1e-9;
    const columns = [Float64Array.of(1, delta, 0), Float64Array.of(1, 0, delta), Float64Array.of(1, 1, 1)];
    const state = foldOf(columns).linearize(new Float64Array(2));
    // |R11| is the distance of the second column from the first: delta sqrt(2) to first order.
    expect(Math.abs(state.entry(1, 1)) / (delta * Math.SQRT2)).toBeCloseTo(1, 6);
  });

  it("survives columns whose squares overflow or vanish", () => {
    const [a, b, y] = randomColumns(2, 200) as [Float64Array, Float64Array, Float64Array];
    const plain = foldOf([a, b, y]).linearize(new Float64Array(2));
    const scaled = foldOf([a.map((v) => v * 2 ** 600), b.map((v) => v * 2 ** -700), y]).linearize(new Float64Array(2));
    expect(scaled.entry(0, 0) / 2 ** 600 / plain.entry(0, 0)).toBeCloseTo(1, 12);
    expect((scaled.entry(1, 1) * 2 ** 700) / plain.entry(1, 1)).toBeCloseTo(1, 12);
    expect(scaled.rhs(1) / plain.rhs(1)).toBeCloseTo(1, 10);
  });

  it("has a zero row for a column of zeros, and no trace of it elsewhere", () => {
    const [a, b, y] = randomColumns(2, 200) as [Float64Array, Float64Array, Float64Array];
    const without = foldOf([a, b, y]).linearize(new Float64Array(2));
    const state = foldOf([a, new Float64Array(200), b, y]).linearize(new Float64Array(3));
    expect(state.columnNorm(1)).toBe(0);
    expect(state.columnNorm(2)).toBeCloseTo(without.columnNorm(1), 13);
  });

  it("folds the columns asked for alone", () => {
    const columns = randomColumns(3, 200);
    const masked = foldOf(columns, [0, 2]).linearize(new Float64Array(3));
    const [a, , c, y] = columns as [Float64Array, Float64Array, Float64Array, Float64Array];
    expect(factorOf(masked)).toEqual(factorOf(foldOf([a, c, y]).linearize(new Float64Array(2))));
  });
});

describe("merging", () => {
  it("is the same to the bit as folding, in the canonical tree over chunks", () => {
    const rows = 4 * chunkRows + 1000;
    const columns = randomColumns(2, rows);
    const p = Float64Array.of(0.3, -0.2);
    const fold = foldOf(columns);
    const problem = linearProblem(2);
    const kernel = new TypeScriptRows(blockOf(problem), columns, 2, [0, 1], new RowLosses([], problem.statements));
    const chunks = Array.from({ length: 5 }, (_, c) => {
      const state = new FoldState(2);
      kernel.linearize(state, p, c * chunkRows, Math.min((c + 1) * chunkRows, rows));
      return state;
    });
    const [a, b, c, d, e] = chunks as [FoldState, FoldState, FoldState, FoldState, FoldState];
    a.merge(b);
    c.merge(d);
    a.merge(c);
    a.merge(e);
    const whole = fold.linearize(p);
    expect(factorOf(whole)).toEqual(factorOf(a));
    expect(whole.cost).toBe(a.cost);
    expect(whole.gradient(1)).toBe(a.gradient(1));
    expect(fold.cost(p)).toBeCloseTo(whole.cost, 9);
  });

  it("loses nothing of the sums", () => {
    // 2^53 in the first panel and 1/2 in each of eight more: a simple sum would lose every one of
    // them.
    const y = new Float64Array(9 * panelRows);
    y[0] = 2 ** 27;
    for (let k = 1; k <= 8; k++) y[k * panelRows] = 1;
    const state = foldOf([new Float64Array(y.length).fill(1), y]).linearize(new Float64Array(1));
    expect(state.cost).toBe(2 ** 53 + 4);
  });
});

describe("what is not finite", () => {
  it("is counted, residuals and derivatives apart", () => {
    const [a, b, y] = randomColumns(2, 300) as [Float64Array, Float64Array, Float64Array];
    y[5] = Number.NaN;
    y[200] = Infinity;
    const residuals = foldOf([a, b, y]).linearize(new Float64Array(2));
    expect([residuals.badResiduals, residuals.badDerivatives, residuals.finite]).toEqual([2, 0, false]);
    const problem = linearProblem(2);
    const derivatives = typescriptFold(
      withBlocks(problem, ({ linearize }) => ({
        linearize(p, d, from, to, r, J) {
          linearize(p, d, from, to, r, J);
          J[0] = Number.NaN;
        },
      })),
      randomColumns(2, 300),
      300,
      [0, 1],
    ).linearize(new Float64Array(2));
    // One in each of three panels.
    expect([derivatives.badResiduals, derivatives.badDerivatives, derivatives.finite]).toEqual([0, 3, false]);
  });
});
