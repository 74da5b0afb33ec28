import { type Environment, evaluate, evaluator } from "../ir/evaluate.js";
import type { ExprId } from "../ir/pool.js";
import { reachable } from "../ir/walk.js";
import type { SimplifiedModel } from "../simplify/simplify-model.js";

/**
 * Where parameters and columns are drawn from. There are several regions, because a model may be
 * flat in any one of them.
 */
export interface Region {
  /**
   * The largest relative distance of parameters from their start values; null: anywhere within
   * their bounds.
   */
  readonly spread: number | null;
  readonly column: (random: () => number, scale: number) => number;
}

export const regions: readonly Region[] = [
  { spread: 0.1, column: (random) => 0.2 + 2.8 * random() },
  { spread: 0.5, column: (random) => 4 * random() - 2 },
  { spread: null, column: (random) => 10 * random() },
  { spread: 0.1, column: (random) => 10 ** (5 * random() - 2) },
  // Columns of the size of the start values, where a peak or a step would be.
  { spread: 0.2, column: (random, scale) => 2 * scale * random() },
];

const tries = 8;

/**
 * Draws Jacobians of one model at random points, and records which branches of its conditionals
 * were taken.
 */
export class Sampler {
  private readonly jacobian: (env: Environment) => number[];
  private readonly conditions: readonly (readonly [ExprId, ExprId] | ExprId)[];
  private readonly watch: (env: Environment) => number[];
  private readonly seen: { yes: boolean; no: boolean }[];
  private readonly keep: ((env: Environment) => number[]) | null;
  private readonly rowStatements: number;

  constructor(
    private readonly model: SimplifiedModel,
    private readonly random: () => number,
  ) {
    const { pool, free, statements, keep, simplified } = model;
    const zero = pool.constant(0);
    const derivatives = statements.flatMap(({ scaledGradient }) =>
      free.map((_, j) => simplified(scaledGradient.get(j) ?? zero)),
    );
    this.jacobian = evaluator(pool, derivatives);
    this.rowStatements = statements.filter(({ rate }) => rate === "row").length;
    this.conditions = conditionsOf(model);
    this.watch = evaluator(pool, this.conditions.flat());
    this.seen = this.conditions.map(() => ({ yes: false, no: false }));
    this.keep = keep === null ? null : evaluator(pool, [simplified(keep)]);
  }

  /** Whether some branch was never taken: the samples then do not cover the whole model. */
  get isPartial(): boolean {
    return this.seen.some(({ yes, no }) => !(yes && no));
  }

  /**
   * The Jacobian at random parameters and `rows` random rows of data: the derivatives of each
   * residual.
   */
  draw(region: Region, rows: number): readonly (readonly number[])[] {
    const { random } = this;
    const { model, free, statements } = this.model;
    const count = free.length;
    const candidates = rows * tries;
    const params = this.params(region, candidates);
    const scale = Math.max(1, ...params.map(Math.abs).filter(Number.isFinite));
    const columns = model.columns.map(() =>
      Float64Array.from({ length: candidates }, () => region.column(random, scale)),
    );
    const found: number[][] = [];
    let taken = 0;
    for (let row = 0; row < candidates && taken < rows; row++) {
      const env: Environment = { params, columns, row, rows: candidates };
      if (this.keep !== null && this.keep(env)[0] === 0) continue;
      this.watchBranches(env);
      const values = this.jacobian(env);
      // Residuals that use no column are the same in every row.
      for (let s = 0; s < (taken === 0 ? statements.length : this.rowStatements); s++) {
        found.push(values.slice(s * count, (s + 1) * count));
      }
      taken += 1;
    }
    return found;
  }

  private params(region: Region, rows: number): readonly number[] {
    const { random } = this;
    const { model, pool, params } = this.model;
    const ids = params.flatMap(({ start, lower, upper }) => [start, lower, upper]);
    const columns = model.columns.map(() => Float64Array.from({ length: rows }, () => region.column(random, 1)));
    const declared = evaluate(pool, ids, { params: [], columns, row: 0, rows });
    return params.map((_, index) => {
      const [start = 1, lower = -Infinity, upper = Infinity] = declared.slice(3 * index, 3 * index + 3);
      if (model.params[index]?.fixed === true) return start;
      return drawParameter(region, random, start, lower, upper);
    });
  }

  private watchBranches(env: Environment): void {
    const values = this.watch(env);
    let next = 0;
    for (const [index, condition] of this.conditions.entries()) {
      const seen = this.seen[index] as { yes: boolean; no: boolean };
      const a = values[next++] as number;
      const holds = typeof condition === "number" ? a !== 0 : a <= (values[next++] as number);
      if (holds) seen.yes = true;
      else seen.no = true;
    }
  }
}

function drawParameter(region: Region, random: () => number, start: number, lower: number, upper: number): number {
  const shift = 2 * random() - 1;
  if (region.spread === null || !Number.isFinite(start)) {
    const from = Number.isFinite(lower) ? lower : Number.isFinite(upper) ? upper - 2 : 0.3;
    const to = Number.isFinite(upper) ? upper : from + 2;
    return from + (to - from) * (shift + 1) * 0.5;
  }
  const moved = start === 0 ? shift : start * (1 + region.spread * shift);
  // Reflect a value outside a bound to the inside.
  if (moved < lower) return Math.min(upper, lower + Math.abs(moved - lower));
  return moved > upper ? Math.max(lower, upper - Math.abs(moved - upper)) : moved;
}

/** The conditions in the residuals, and the pairs that `min` and `max` compare. */
function conditionsOf({ pool, statements }: SimplifiedModel): readonly (readonly [ExprId, ExprId] | ExprId)[] {
  const residuals = statements.map(({ scaled }) => scaled);
  return reachable(pool, residuals).flatMap((id): (readonly [ExprId, ExprId] | ExprId)[] => {
    const node = pool.node(id);
    const [a, b] = node.args;
    if (a === undefined) return [];
    if (node.op === "select") return [a];
    if (node.op === "abs") return [pool.make("lt", a, pool.constant(0))];
    return node.op === "call" && (node.name === "min" || node.name === "max") && b !== undefined ? [[a, b]] : [];
  });
}
