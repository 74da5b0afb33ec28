import { below } from "../../../math/dense/small-arrays.js";
import { type Bounds, isStrictlyInside } from "../../solvers/bounds.js";
import { isInOrder } from "../../solvers/order.js";
import type { Objective } from "../../solvers/solver.js";

/** A point and its cost. */
export interface Screened {
  readonly x: Float64Array;
  readonly cost: number;
}

/** Values of two parameters. */
export interface Grid {
  readonly i: number;
  readonly j: number;
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** Costs that differ by less than this fraction belong to the same point. */
const same = 1e-6;
/** A parameter matters between two neighbouring values if the cost changes by this fraction. */
const noticeable = 1e-6;

/**
 * Compares points by their cost alone, within a number of evaluations, and keeps the best of them.
 */
export class Screening {
  /** The best points with distinct costs, lowest cost first. */
  readonly best: Screened[] = [];
  private readonly point: Float64Array;

  /**
   * @param start the start of the fit
   * @param most the number of points to keep
   * @param work the number of evaluations
   */
  constructor(
    private readonly objective: Objective,
    private readonly bounds: Bounds,
    private readonly start: Float64Array,
    private readonly most: number,
    private work: number,
  ) {
    this.point = new Float64Array(bounds.lower.length);
  }

  /**
   * Varies one parameter at a time about a point.
   *
   * @returns for each parameter the values about which the cost changes
   */
  alongAxes(about: Float64Array, values: readonly number[]): readonly (readonly number[])[] {
    const { point } = this;
    const ascending = [...values].sort((a, b) => a - b);
    return below(about.length).map((j) => {
      point.set(about);
      const costs = ascending.map((value) => {
        point[j] = value;
        return this.cost();
      });
      return ascending.filter((_, i) => isAlive(costs, i));
    });
  }

  /** Varies two parameters at a time about a point. The grids take turns, to share the work. */
  overGrids(about: Float64Array, grids: readonly Grid[]): void {
    const { point } = this;
    const longest = grids.reduce((most, { first, second }) => Math.max(most, first.length * second.length), 0);
    for (let k = 0; k < longest && this.work > 0; k++) {
      for (const { i, j, first, second } of grids) {
        const count = first.length * second.length;
        if (k >= count) continue;
        // A step that is coprime with the count visits all points, and neighbours far apart.
        const at = (k * stepOf(count)) % count;
        point.set(about);
        point[i] = first[at % first.length] as number;
        point[j] = second[Math.floor(at / first.length)] as number;
        this.cost();
      }
    }
  }

  /**
   * The number of parameters with the sign of their start: of two points with the same curve, such
   * as those with the widths w and -w, the one with more of them is kept.
   */
  private signsOf(x: Float64Array): number {
    return this.start.reduce((count, value, j) => (value * (x[j] as number) >= 0 ? count + 1 : count), 0);
  }

  /** The cost at `point`, which is kept if it is among the lowest. */
  private cost(): number {
    const { objective, bounds, point, best, most } = this;
    if (this.work <= 0 || !isStrictlyInside(point, bounds)) return Number.NaN;
    if (!isInOrder(objective.chains ?? [], point)) return Number.NaN;
    this.work--;
    const cost = objective.cost(point);
    if (!Number.isFinite(cost) || cost >= (best[most - 1]?.cost ?? Number.POSITIVE_INFINITY)) return cost;
    const at = best.findIndex((other) => cost <= other.cost * (1 + same));
    const near = best[at];
    if (near !== undefined && near.cost <= cost * (1 + same)) {
      if (this.signsOf(point) > this.signsOf(near.x)) best[at] = { x: point.slice(), cost: near.cost };
      return cost;
    }
    best.splice(at < 0 ? best.length : at, 0, { x: point.slice(), cost });
    if (best.length > most) best.pop();
    return cost;
  }
}

/** Whether the cost changes towards the next value on either side. */
function isAlive(costs: readonly number[], i: number): boolean {
  const here = costs[i] as number;
  return [costs[i - 1], costs[i + 1]].some((beside = Number.NaN) => Math.abs(beside - here) > noticeable * here);
}

/** A number near the golden section of the count that has no divisor in common with it. */
function stepOf(count: number): number {
  let step = Math.max(Math.round(count * 0.618), 1);
  while (divisor(step, count) > 1) step++;
  return step;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
