import { svd } from "../../math/index.js";
import type { Bounds } from "./bounds.js";
import { costNoise } from "./rounding.js";
import type { Objective, StartPoint } from "./solver.js";

/**
 * Ends of a fit that no local test tells from a minimum, because the cost does not change there: a
 * run to infinity, and a place where a term of the model has vanished.
 */

/** A parameter has run off if it has grown to this multiple of its start. */
const farAway = 1e4;
/** A parameter has lost its influence below this fraction of the length of the residuals. */
const vanished = 1e-10;
/**
 * Singular values up to this fraction of the largest count as zero at an end that is doubtful: on a
 * long way out, rounding can stop a fit while the residuals still depend a little on where it is.
 */
export const weaklyResolved = 1e-6;
/** Columns of J shorter than this have lost digits to underflow. */
const underflow = 1e-290;
/** A component of a unit vector that is at least this counts as one of its directions. */
const notable = 0.01;

/**
 * Whether the fit ran to infinity: the residuals do not depend on a combination of the parameters,
 * and a parameter in that combination has grown ten-thousandfold. Combinations that did not matter
 * at the start either are a matter of the model.
 *
 * @param kept the parameters that are not on a bound
 * @param limit singular values up to this fraction of the largest count as zero
 */
export function hasRunOff(start: StartPoint, end: StartPoint, kept: readonly number[], limit: number): boolean {
  const here = looseParameters(end, start, kept, limit);
  if (here.count === 0 || looseParameters(start, start, kept, limit).aliases >= here.count) return false;
  return here.parameters.some((j) => {
    const from = Math.abs(start.x[j] as number);
    const reach = Math.sqrt(2 * start.state.cost) / start.state.columnNorm(j);
    return Math.abs(end.x[j] as number) > farAway * (from || (Number.isFinite(reach) ? reach : 1));
  });
}

/**
 * The number of directions in which the residuals do not change, that of those among parameters
 * that matter one by one, and the parameters that take part in them. A parameter does not matter if
 * a change by its own size changes the residuals by next to nothing.
 */
function looseParameters({ x, state }: StartPoint, start: StartPoint, kept: readonly number[], limit: number) {
  const length = Math.sqrt(2 * state.cost);
  const sizeOf = (j: number) => Math.max(Math.abs(x[j] as number), Math.abs(start.x[j] as number));
  const lost = kept.filter((j) => !(state.columnNorm(j) * sizeOf(j) > vanished * length));
  const columns = kept.filter((j) => !lost.includes(j));
  const { n } = state;
  const k = columns.length;
  const u = new Float64Array(n * k);
  for (const [c, j] of columns.entries()) state.copyColumn(j, u, c * n, state.columnNorm(j));
  const s = new Float64Array(k);
  const v = new Float64Array(k * k);
  svd(u, n, k, u, s, v);
  const parameters = new Set(lost);
  let aliases = 0;
  for (let c = 0; c < k; c++) {
    if ((s[c] as number) > limit * (s[0] as number)) continue;
    aliases++;
    for (const [i, j] of columns.entries()) if (Math.abs(v[c * k + i] as number) > notable) parameters.add(j);
  }
  return { count: lost.length + aliases, aliases, parameters: [...parameters] };
}

/** How far a parameter is moved to see whether the cost depends on it there. */
const nearby = [0.9, 1.1];
const decades = 40;

/** Whether the cost depends on a parameter, as far as evaluations show. */
export interface Probe {
  /** The column of a parameter is zero here, although the cost depends on it elsewhere. */
  readonly flat: boolean;
  readonly evaluations: number;
}

/**
 * Looks for a parameter whose column of J has vanished at the end although the cost depends on it
 * elsewhere, as on T in `exp(-E / (k * T))` from a start at which every row underflows. If the cost
 * rises on both sides the end is a minimum with a vanishing derivative, as that of (a - 3)^2 + 1;
 * if no value of the parameter changes the cost, it has no influence, and nothing is lost.
 */
export function probeFlat(
  objective: Objective,
  { x, state }: StartPoint,
  kept: readonly number[],
  bounds: Bounds,
): Probe {
  const noise = costNoise(x, state);
  const dead = kept.filter((j) => state.columnNorm(j) < underflow);
  // An amplitude of 0 would hide what it multiplies.
  const point = x.map((value, j) => (value === 0 && dead.includes(j) ? 1 : value));
  let evaluations = 0;
  for (const j of dead) {
    const value = point[j] as number;
    const changesAt = (to: number): boolean => {
      if (!(to > (bounds.lower[j] as number) && to < (bounds.upper[j] as number))) return false;
      point[j] = to;
      evaluations++;
      const cost = objective.cost(point);
      return Number.isFinite(cost) && Math.abs(cost - state.cost) > noise;
    };
    const isLevel = nearby.every((factor) => !changesAt(value * factor));
    const isFlat = isLevel && decadesAbout().some((size) => changesAt(size) || changesAt(-size));
    point[j] = value;
    if (isFlat) return { flat: true, evaluations };
  }
  return { flat: false, evaluations };
}

/** 1, 10, 1/10, 100, 1/100, ... */
function decadesAbout(): readonly number[] {
  return Array.from({ length: decades + 1 }, (_, k) => 10 ** (k % 2 === 1 ? (k + 1) / 2 : -k / 2));
}
