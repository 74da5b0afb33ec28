import type { FitProblem, ResidualBlock } from "../contract/fit-problem.js";
import type { Fold } from "../fold/fold.js";
import { modelFold } from "../fold/model-fold.js";
import type { FoldState } from "../fold/state.js";
import { rootTimes, uncertaintyOf } from "../statistics/uncertainty.js";
import type { FittedModel } from "./fitted-model.js";
import { LocalFit } from "./local-fit.js";
import type { Quantity } from "./quantity.js";

/** The constrained minimum: the least cost for given values of some quantities. */
export interface ConstrainedPoint {
  /** The values of the quantities. */
  readonly values: readonly number[];
  readonly cost: number;
  /** All parameters. */
  readonly params: Float64Array;
  /** How all parameters move with the quantities along the requested direction, to first order. */
  readonly tangent: Float64Array;
  /** Some parameter that is not constrained is on a bound. */
  readonly bounded: boolean;
  /**
   * The first derivative of the least cost along that direction, and the second derivative by the
   * linearised model.
   */
  readonly slope: number;
  readonly curvature: number;
}

/** How much more tightly the penalty fixes a derived quantity than the data do. */
const stiffness = 300;

/**
 * Finds constrained minima: least costs for given values of some quantities.
 *
 * A parameter is constrained by leaving it out of the fit. A derived quantity g is constrained by
 * one more residual, w (g(p) - t). At the minimum of the extended sum of squares, the gradient of
 * the cost is a multiple of the gradient of g. The point is therefore exactly the constrained
 * minimum for its own value g(p), although g(p) is only near the target t (Courant's penalty;
 * Nocedal and Wright, Numerical Optimization, 2006, 17.1). The callers need a curve of such points
 * rather than a particular one, so the value is read off at the point, and no multiplier is
 * iterated. w is a few hundred times the weight by which the data determine g: large enough to come
 * close to t, and far from causing rounding errors.
 */
export class ConstrainedFit {
  nfev = 0;
  private readonly all: Fold;
  private readonly refit: LocalFit;
  private readonly targets: Float64Array;

  constructor(
    private readonly model: FittedModel,
    readonly quantities: readonly Quantity[],
  ) {
    const { problem, data, active, params } = model;
    this.all = modelFold(problem, data.columns, data.rows, active);
    this.targets = new Float64Array(quantities.length);
    const fixed = new Set(quantities.map(({ param }) => param));
    const free = active.flatMap((_, j) => (fixed.has(j) ? [] : [j]));
    const derived = quantities.flatMap((quantity, i) => (quantity.derived ? [i] : []));
    const state = this.all.linearize(params);
    const weights = derived.map((i) => stiffness / this.looseness(state, params, quantities[i] as Quantity));
    const penalised = this.penalised(derived, weights);
    this.refit = new LocalFit(penalised, data.columns, data.rows, model, free);
  }

  /** The fit itself, which is the constrained minimum for its own values of the quantities. */
  origin(direction: readonly number[]): ConstrainedPoint {
    const point = this.describe(this.model.params, direction);
    if (point === null) throw new Error("fitc bug: the model is not finite at its own result");
    return point;
  }

  /**
   * The constrained minimum for values near `targets`.
   *
   * @param targets the values of the quantities
   * @param start all parameters, near the expected minimum: finite, but perhaps outside the bounds
   * @returns null if the model is not finite there, or the refit does not converge
   */
  at(targets: readonly number[], start: Float64Array, direction: readonly number[]): ConstrainedPoint | null {
    this.targets.set(targets);
    const from = start.slice();
    for (const [i, { param }] of this.quantities.entries()) {
      if (param < 0) continue;
      const { lower, upper } = this.model.bounds;
      const inside = Math.min(Math.max(targets[i] as number, lower[param] as number), upper[param] as number);
      from[this.model.indices[param] as number] = inside;
    }
    const refit = this.refit.from(from);
    if (refit === null) return null;
    this.nfev += refit.nfev;
    return refit.converged ? this.describe(refit.params, direction) : null;
  }

  /**
   * The covariance of the quantities at the fit by the linearised model, for residuals of unit
   * variance.
   */
  spread(): readonly (readonly number[])[] {
    const { params } = this.model;
    const { root } = uncertaintyOf(this.all.linearize(params), this.movable(params)).uncertainty;
    const roots = this.gradients(params).slopes.map((h) => rootTimes(root, h));
    return roots.map((a) => roots.map((b) => inner(a, b)));
  }

  private describe(params: Float64Array, direction: readonly number[]): ConstrainedPoint | null {
    const state = this.all.linearize(params);
    this.nfev++;
    if (!state.finite) return null;
    const { slopes, values } = this.gradients(params);
    const along = this.tangentOf(state, params, slopes, direction);
    const tangent = new Float64Array(params.length);
    let slope = 0;
    for (const [j, param] of this.model.indices.entries()) {
      tangent[param] = along[j] as number;
      slope += state.gradient(j) * (along[j] as number);
    }
    const bounded = this.movable(params).length < state.n;
    const moved = state.times(along);
    return { values, cost: state.cost, params, tangent, bounded, slope, curvature: inner(moved, moved) };
  }

  private gradients(params: Float64Array) {
    const slopes = this.quantities.map(() => new Float64Array(this.model.indices.length));
    const values = this.quantities.map((quantity, i) => quantity.evaluate(params, slopes[i] as Float64Array));
    return { slopes, values };
  }

  /**
   * The shortest step, in the metric of J'J, that moves the quantities by `direction`:
   * C H' (H C H')^-1 direction, where H are their gradients and C = (J'J)^-1 over the parameters
   * without an active bound.
   */
  private tangentOf(
    state: FoldState,
    params: Float64Array,
    slopes: readonly Float64Array[],
    direction: readonly number[],
  ): Float64Array {
    const { root } = uncertaintyOf(state, this.movable(params)).uncertainty;
    const roots = slopes.map((h) => rootTimes(root, h));
    const [first = [], second] = roots;
    const [da = 0, db = 0] = direction;
    let lambda: readonly number[] = [da / inner(first, first)];
    if (second !== undefined) {
      const [aa, ab, bb] = [inner(first, first), inner(first, second), inner(second, second)];
      const det = aa * bb - ab * ab;
      lambda = [(bb * da - ab * db) / det, (aa * db - ab * da) / det];
    }
    const step = Float64Array.from(root, (row) =>
      roots.reduce((sum, each, i) => sum + inner(row, each) * (lambda[i] as number), 0),
    );
    if (step.every(Number.isFinite)) return step;
    // The data do not determine the direction: only the parameters in the gradients move.
    const size = slopes.map((h) => inner(h, h));
    return step.map((_, j) =>
      slopes.reduce((sum, h, i) => sum + ((h[j] as number) * (direction[i] as number)) / (size[i] as number), 0),
    );
  }

  /** The free parameters that are not on a bound, and those that are constrained. */
  private movable(params: Float64Array): readonly number[] {
    const { indices, bounds } = this.model;
    return indices.flatMap((param, j) => {
      const value = params[param] as number;
      const inside = value > (bounds.lower[j] as number) && value < (bounds.upper[j] as number);
      return inside || this.quantities.some((quantity) => quantity.param === j) ? [j] : [];
    });
  }

  /**
   * The standard error of a quantity for residuals of unit variance, or a substitute from its own
   * size if the data do not determine it.
   */
  private looseness(state: FoldState, params: Float64Array, quantity: Quantity): number {
    const h = new Float64Array(state.n);
    const value = quantity.evaluate(params, h);
    const { root } = uncertaintyOf(state, this.movable(params)).uncertainty;
    const u = rootTimes(root, h);
    const error = Math.sqrt(inner(u, u));
    return error > 0 && Number.isFinite(error) ? error : Math.abs(value) / Math.sqrt(2 * state.cost) || 1;
  }

  /**
   * The problem with a residual w (g - t) for each constrained derived quantity. It is added to the
   * block of statements without a column, which is created if there is none.
   */
  private penalised(constrained: readonly number[], weights: readonly number[]): FitProblem {
    const { problem, active } = this.model;
    if (constrained.length === 0) return problem;
    const last = problem.blocks.at(-1);
    const own = last?.kind === "once" ? last : null;
    const count = own?.count ?? 0;
    const total = count + constrained.length;
    const columns = problem.free.length;
    const ownJ = new Float64Array(columns * count);
    const slopes = new Float64Array(active.length);
    const penalty = (t: number, p: Float64Array) => {
      const i = constrained[t] as number;
      const value = (this.quantities[i] as Quantity).evaluate(p, slopes);
      return (weights[t] as number) * (value - (this.targets[i] as number));
    };
    const block: ResidualBlock = {
      kind: "once",
      first: problem.statements.length - count,
      count: total,
      residuals(p, d, from, to, r) {
        own?.residuals(p, d, from, to, r);
        for (let t = 0; t < constrained.length; t++) r[count + t] = penalty(t, p);
      },
      linearize(p, d, from, to, r, J) {
        own?.linearize(p, d, from, to, r, ownJ);
        J.fill(0, 0, columns * total);
        for (let j = 0; j < columns; j++) {
          for (let t = 0; t < count; t++) J[j * total + t] = ownJ[j * count + t] as number;
        }
        for (let t = 0; t < constrained.length; t++) {
          r[count + t] = penalty(t, p);
          for (const [j, column] of active.entries()) {
            J[column * total + count + t] = (weights[t] as number) * (slopes[j] as number);
          }
        }
      },
      measure() {
        throw new Error("fitc bug: a penalty is measured");
      },
      basis: null,
    };
    return {
      ...problem,
      separable: null,
      statements: [...problem.statements, ...constrained.map(() => penaltyStatement)],
      blocks: [...problem.blocks.filter((other) => other !== own), block],
    };
  }
}

const penaltyStatement: FitProblem["statements"][number] = {
  kind: "residual",
  text: "",
  response: "",
  observed: -1,
  noise: null,
  absolute: false,
  loss: -1,
  lossName: "linear",
  lossScale: 1,
  root: -1,
};

function inner(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
