import { type Diagnostic, DiagnosticBag, listed } from "../../diagnostics/index.js";
import { svd } from "../../math/index.js";
import { reachable } from "../ir/walk.js";
import type { SimplifiedModel } from "../simplify/simplify-model.js";
import { algebraMessages } from "./messages.js";
import { uniform } from "./random.js";
import { regions, Sampler } from "./sample.js";

/*
 * Finds parameters that no data can tell apart: the columns of the Jacobian are linearly dependent
 * at every point. The rank is determined at random points (a dependence that holds at a random
 * point of a smooth model holds everywhere with probability 1) from the singular values of the
 * Jacobian, with rows and columns scaled to 1. Rounding turns a singular value that should be 0
 * into about 1e-15, but an ill-conditioned model has genuine small ones too. A singular value
 * therefore counts as 0 only below a wide gap, and only if all points that give an answer agree.
 */

/**
 * Larger models are skipped, to keep `check` fast: limits on parameters and on evaluations of
 * nodes.
 */
const maxParams = 50;
const maxWork = 1e6;
/**
 * Relative to the largest singular value: values below the first count as 0; all others must exceed
 * the second.
 */
const negligible = 1e-12;
const clear = 1e-9;
/**
 * The least squared component of a null vector for its parameter to be involved; rounding error
 * divided by `clear` stays below it.
 */
const involved = 1e-5;
/** How many points must agree. */
const minPoints = 3;

/** Warns of parameters that the model cannot tell apart. */
export function indistinguishableParameters(simplified: SimplifiedModel): readonly Diagnostic[] {
  const { model, free } = simplified;
  const bag = new DiagnosticBag(model.source);
  for (const group of indistinguishable(simplified)) {
    const symbols = group.flatMap((position) => model.params[free[position] ?? -1] ?? []);
    const [first] = symbols;
    if (first === undefined) continue;
    const names = listed(symbols.map(({ name }) => `'${name.text}'`));
    bag.report(algebraMessages.indistinguishableParameters({ names }), first.name.span);
  }
  return bag.sorted();
}

/** Groups of free parameters, by position, of which only combinations can be determined. */
function indistinguishable(simplified: SimplifiedModel): readonly (readonly number[])[] {
  const { free, statements } = simplified;
  const used = free.map((_, j) => j).filter((j) => statements.some(({ scaledGradient }) => scaledGradient.has(j)));
  const rows = used.length + 6;
  if (used.length < 2 || used.length > maxParams || work(simplified) * rows * regions.length > maxWork) return [];
  if (!statements.some(({ rate }) => rate === "row") && statements.length < used.length) return [];
  const sampler = new Sampler(simplified, uniform(20_240_229));
  const spaces: Float64Array[] = [];
  for (const region of regions) {
    const space = nullSpace(sampler.draw(region, rows), used);
    if (space === "full") return [];
    if (space !== "unclear") spaces.push(space);
  }
  return spaces.length < minPoints || sampler.isPartial ? [] : groups(spaces, used);
}

function work({ pool, free, statements, simplified }: SimplifiedModel): number {
  const ids = statements.flatMap(({ scaledGradient }) => free.flatMap((_, j) => scaledGradient.get(j) ?? []));
  return reachable(pool, ids.map(simplified)).length;
}

/**
 * The projector (n x n) onto the null space of a Jacobian with columns scaled to unit length;
 * `full` if the rank is full, `unclear` if this point does not decide.
 */
function nullSpace(
  jacobian: readonly (readonly number[])[],
  used: readonly number[],
): Float64Array | "full" | "unclear" {
  const rows = jacobian.flatMap((row) => scaled(used.map((j) => row[j] as number)));
  const m = rows.length;
  const n = used.length;
  if (m < n) return "unclear";
  const a = new Float64Array(m * n);
  for (let j = 0; j < n; j++) {
    const column = rows.map((row) => row[j] as number);
    const length = Math.hypot(...column);
    if (length === 0) return "unclear";
    for (let i = 0; i < m; i++) a[j * m + i] = (column[i] as number) / length;
  }
  const s = new Float64Array(n);
  const v = new Float64Array(n * n);
  svd(a, m, n, new Float64Array(m * n), s, v);
  const largest = s[0] as number;
  const rank = s.findIndex((value) => value <= negligible * largest);
  if (rank < 0) return (s[n - 1] as number) > clear * largest ? "full" : "unclear";
  if ((s[rank - 1] as number) < clear * largest) return "unclear";
  const projector = new Float64Array(n * n);
  for (let k = rank; k < n; k++) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        projector[i * n + j] = (projector[i * n + j] as number) + (v[k * n + i] as number) * (v[k * n + j] as number);
      }
    }
  }
  return projector;
}

/**
 * The row divided by its largest entry; empty if that is zero or not finite, or if an entry has
 * lost digits to underflow.
 */
function scaled(row: readonly number[]): readonly (readonly number[])[] {
  const largest = Math.max(...row.map(Math.abs));
  const lost = row.some((value) => value !== 0 && Math.abs(value) < 1e-290);
  return largest > 0 && largest < Infinity && !lost ? [row.map((value) => value / largest)] : [];
}

/** The parameters that occur in every null space, grouped if some null vector moves both. */
function groups(spaces: readonly Float64Array[], used: readonly number[]): readonly (readonly number[])[] {
  const n = used.length;
  const member = (i: number): boolean => spaces.every((space) => (space[i * n + i] as number) > involved);
  const joined = (i: number, j: number): boolean =>
    spaces.some((space) => Math.abs(space[i * n + j] as number) > involved);
  const left = new Set(used.map((_, i) => i).filter(member));
  const found: number[][] = [];
  for (const seed of left) {
    const group = [seed];
    left.delete(seed);
    for (const i of group) {
      for (const j of left) {
        if (!joined(i, j)) continue;
        group.push(j);
        left.delete(j);
      }
    }
    if (group.length > 1) found.push(group.sort((a, b) => a - b).map((i) => used[i] as number));
  }
  return found;
}
