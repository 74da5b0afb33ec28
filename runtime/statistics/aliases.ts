import type { Uncertainty } from "../api/fit-result.js";
import { modelFold } from "../fold/model-fold.js";
import type { FoldState } from "../fold/state.js";
import { withoutLosses } from "../fold/with-loss.js";
import { combinationText, type Term } from "./alias-text.js";
import type { FinishedFit } from "./finished-fit.js";

/** Parameters of which the data determine fewer combinations than there are parameters. */
export interface Alias {
  /** The parameters, as columns of J. */
  readonly columns: readonly number[];
  /** The number of combinations that are not determined. */
  readonly lost: number;
  /**
   * The combinations that are determined: `A*B`, `a + b`; null if they have another form, or hold
   * only at the result.
   */
  readonly through: readonly string[] | null;
}

/**
 * Names the null directions v of J. In coordinates u, where u_i is p_i or log |p_i|, a null
 * direction is du_i = v_i or v_i / p_i, and the combination sum e_i u_i is determined exactly if e
 * is orthogonal to every du. If e is integer, the combination has a name: a product of powers in
 * logarithms (A*B if du is proportional to (1, -1)), a sum in the parameters themselves, or
 * `A*exp(b)` if both are mixed.
 *
 * Null directions are computed at the result, from a rounded factor, and need not be a property of
 * the model: two peaks that have come to coincide act alike only there. So a combination counts
 * only if the directions that leave it unchanged are null to rounding both there and at another
 * point, where all parameters have moved.
 *
 * @param loose columns of J that are not determined, none of them zero
 * @param factor the uncertainty with the null directions of `jacobian`
 */
export function aliasesOf(
  fit: FinishedFit,
  jacobian: FoldState,
  loose: readonly number[],
  factor: Uncertainty,
): readonly Alias[] {
  const groups = groupsOf(loose, factor);
  const elsewhere = groups.some((group) => group.length > 1) ? movedState(fit, jacobian) : null;
  return groups.map((columns) => {
    const lost = Math.max(1, Math.round(columns.reduce((sum, j) => sum + length(scaledRow(factor, j)) ** 2, 0)));
    const places = elsewhere === null ? [] : [{ state: jacobian, x: fit.outcome.x }, elsewhere];
    return { columns, lost, through: places.length === 0 ? null : nameOf(fit, columns, lost, factor, places) };
  });
}

/** Two parameters belong to one group if their rows of the null directions are not orthogonal. */
const together = 1e-6;

function groupsOf(loose: readonly number[], factor: Uncertainty): readonly (readonly number[])[] {
  const left = new Set(loose);
  const groups: number[][] = [];
  for (const first of left) {
    const group = [first];
    left.delete(first);
    for (const i of group) {
      for (const j of left) {
        if (!(Math.abs(cosine(scaledRow(factor, i), scaledRow(factor, j))) > together)) continue;
        group.push(j);
        left.delete(j);
      }
    }
    groups.push(group.sort((a, b) => a - b));
  }
  return groups;
}

/**
 * The row of a parameter in the null directions, in units of its column length: a row of an
 * orthonormal basis.
 */
function scaledRow({ undetermined, scales }: Uncertainty, j: number): readonly number[] {
  return (undetermined[j] ?? []).map((value) => value / (scales[j] as number));
}

interface Place {
  readonly state: FoldState;
  readonly x: Float64Array;
}

/** Only groups up to this size are tried in mixed coordinates too. */
const mostMixed = 4;

function nameOf(
  { problem, start, outcome }: FinishedFit,
  columns: readonly number[],
  lost: number,
  { undetermined }: Uncertainty,
  places: readonly Place[],
): readonly string[] | null {
  const m = columns.length;
  const directions = (undetermined[columns[0] as number] ?? []).map((_, c) =>
    columns.map((j) => (undetermined[j] as readonly number[])[c] as number),
  );
  const all = 2 ** m - 1;
  const mixed = m <= mostMixed ? Array.from({ length: all - 1 }, (_, mask) => mask + 1) : [];
  for (const mask of m <= 30 ? [all, 0, ...mixed] : []) {
    const logarithmic = columns.map((_, i) => (mask >> i) % 2 === 1);
    if (columns.some((j, i) => logarithmic[i] && outcome.x[j] === 0)) continue;
    const factors = (x: Float64Array) => columns.map((j, i) => (logarithmic[i] ? (x[j] as number) : 1));
    const here = factors(outcome.x);
    const reduced = reduce(
      directions.map((v) => v.map((value, i) => value / (here[i] as number))),
      lost,
    );
    const combinations = reduced === null ? null : integerCombinations(reduced, m);
    if (reduced === null || combinations === null) continue;
    const holds = places.every(({ state, x }) => {
      const scales = factors(x);
      const nulls = reduced.pivots.map((pivot) => nullDirection(pivot, reduced.pivots, combinations));
      return nulls.every((du) =>
        isNull(
          state,
          columns,
          du.map((value, i) => value * (scales[i] as number)),
        ),
      );
    });
    if (!holds) continue;
    return combinations.map(({ exponents }) =>
      combinationText(
        columns.map((j, i): Term => {
          const name = problem.params[start.indices[j] ?? -1]?.name ?? "";
          return { name, exponent: exponents[i] as number, logarithmic: logarithmic[i] === true };
        }),
      ),
    );
  }
  return null;
}

interface Reduced {
  /** The positions that the null directions can move independently. */
  readonly pivots: readonly number[];
  /** For each pivot, the direction that moves it by 1 and the other pivots by 0. */
  readonly rows: readonly (readonly number[])[];
}

/**
 * Of two possible pivots of the same size, the one later in the order of the spec is taken, so that
 * combinations are named after the earlier one.
 */
const larger = 1 + 1e-6;

/**
 * Gauss-Jordan elimination with complete pivoting, up to the given rank; null if an entry is not
 * finite.
 */
function reduce(directions: readonly (readonly number[])[], rank: number): Reduced | null {
  const rows = directions.map((row) => [...row]);
  if (rows.some((row) => !row.every(Number.isFinite))) return null;
  const pivots: number[] = [];
  for (let t = 0; t < rank; t++) {
    let best = 0;
    let pivot = -1;
    let from = t;
    for (let j = (rows[0]?.length ?? 0) - 1; j >= 0; j--) {
      for (let r = t; r < rows.length; r++) {
        const size = Math.abs(rows[r]?.[j] as number);
        if (size > best * larger) [best, pivot, from] = [size, j, r];
      }
    }
    const chosen = rows[from];
    const other = rows[t];
    if (pivot < 0 || chosen === undefined || other === undefined) return null;
    rows[from] = other;
    const scaled = chosen.map((value) => value / (chosen[pivot] as number));
    rows[t] = scaled;
    for (const [r, row] of rows.entries()) {
      const part = row[pivot] as number;
      if (r !== t && part !== 0) rows[r] = row.map((value, j) => value - part * (scaled[j] as number));
    }
    pivots.push(pivot);
  }
  return { pivots, rows: rows.slice(0, rank) };
}

interface Combination {
  /** The position that is not a pivot; each combination has exactly one. */
  readonly position: number;
  /** One integer for each parameter of the group; the first that is not 0 is positive. */
  readonly exponents: readonly number[];
}

const largestDenominator = 6;
const largestExponent = 12;
/**
 * How close to an integer an exponent must be. The error of null directions is the rounding of J
 * divided by the gap of its singular values.
 */
const integer = 1e-5;

/**
 * A basis of the vectors orthogonal to all directions; null unless it consists of small integers.
 */
function integerCombinations({ pivots, rows }: Reduced, m: number): readonly Combination[] | null {
  const combinations: Combination[] = [];
  for (let position = 0; position < m; position++) {
    if (pivots.includes(position)) continue;
    const exponents = new Array<number>(m).fill(0);
    exponents[position] = 1;
    for (const [t, pivot] of pivots.entries()) exponents[pivot] = -(rows[t]?.[position] as number);
    const whole = wholeMultiple(exponents);
    if (whole === null) return null;
    const sign = Math.sign(whole.find((value) => value !== 0) ?? 1);
    combinations.push({ position, exponents: whole.map((value) => (value === 0 ? 0 : sign * value)) });
  }
  return combinations;
}

function wholeMultiple(values: readonly number[]): readonly number[] | null {
  for (let factor = 1; factor <= largestDenominator; factor++) {
    const multiples = values.map((value) => factor * value);
    const whole = multiples.map(Math.round);
    if (multiples.every((value, i) => Math.abs(value - (whole[i] as number)) <= integer)) {
      return whole.every((value) => Math.abs(value) <= largestExponent) ? whole : null;
    }
  }
  return null;
}

/**
 * The direction that moves one pivot by 1 and the other pivots by 0, and leaves every combination
 * unchanged.
 */
function nullDirection(
  pivot: number,
  pivots: readonly number[],
  combinations: readonly Combination[],
): readonly number[] {
  const m = pivots.length + combinations.length;
  const du = new Array<number>(m).fill(0);
  du[pivot] = 1;
  for (const { position, exponents } of combinations) {
    du[position] = -(exponents[pivot] as number) / (exponents[position] as number);
  }
  return du;
}

/**
 * The largest |J v| of a null direction v relative to the terms that cancel: the rounding of
 * derivatives.
 */
const cancelled = 1e-9;

function isNull(state: FoldState, columns: readonly number[], v: readonly number[]): boolean {
  const norms = columns.map((j) => state.columnNorm(j));
  const parts = v.map((value, i) => value * (norms[i] as number));
  const largest = parts.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
  if (!(largest > 0 && largest < Number.POSITIVE_INFINITY)) return false;
  const product = new Float64Array(state.n);
  for (const [i, j] of columns.entries()) {
    if (norms[i] === 0) continue;
    const part = (parts[i] as number) / largest;
    for (let row = 0; row <= j; row++) {
      const entry = state.entry(row, j) / (norms[i] as number);
      product[row] = (product[row] as number) + entry * part;
    }
  }
  return Math.hypot(...product) <= cancelled;
}

/**
 * The relative move of each parameter. It starts with the largest and is reduced while the model is
 * not finite at the moved point.
 */
const farthest = 1 / 16;
const nearest = 1e-4;

/**
 * J at a point at which all parameters that are not on a bound have moved, each by a different
 * fraction.
 */
function movedState({ problem, data, start, bounds, outcome, active }: FinishedFit, here: FoldState): Place | null {
  // Losses are left out, because their slopes may be too small to show anything.
  const fold = modelFold(withoutLosses(problem), data.columns, data.rows, start.active);
  const p = start.params.slice();
  const residual = Math.sqrt(2 * Math.abs(here.cost));
  for (let part = farthest; part > nearest; part /= 8) {
    const x = outcome.x.map((value, j) => {
      if (active[j] !== 0) return value;
      const size = Math.abs(value) || residual / here.columnNorm(j) || 1;
      // Multiples of the golden ratio, modulo 1, are evenly spread and have no simple ratios.
      const spread = (0.6180339887498949 * (j + 1)) % 1;
      const move = part * (1 + spread) * (Number.isFinite(size) ? size : 1);
      const [low, high] = [bounds.lower[j] as number, bounds.upper[j] as number];
      if (value + move <= high) return value + move;
      return value - move >= low ? value - move : low + (high - low) * (0.25 + spread / 2);
    });
    for (const [j, param] of start.indices.entries()) p[param] = x[j] as number;
    const state = fold.linearize(p);
    if (state.finite) return { state, x };
  }
  return null;
}

function cosine(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, c) => sum + value * (b[c] as number), 0) / (length(a) * length(b));
}

function length(a: readonly number[]): number {
  return Math.hypot(...a);
}
