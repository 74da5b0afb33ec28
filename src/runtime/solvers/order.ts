import type { Bounds } from "./bounds.js";

/**
 * Parameters that are kept in order, c_1 < c_2 < ..., by fitting others in their place: the lowest as it is, and for each step to
 * the next a coordinate without bounds. A step is
 *
 *     c_k = c_(k-1) + g(u_k),    g(u) = (u + sqrt(u^2 + 4 s^2)) / 2,
 *
 * which is positive everywhere and nearly u where that is large; s = g(0) is the step at the start. (An exponential in place of g,
 * whose step in one iteration may be orders of magnitude, loses fits that find their way without an order.) Where the chain has an upper
 * end h, a step is the part of what is left to it by the logistic function: c_k = c_(k-1) + (h - c_(k-1)) / (1 + exp(-u_k)).
 *
 * So no step of a solver leaves the order, and the derivatives by the parameters give those by the coordinates through the triangular
 * dc/du. What lies between two neighbours in the order that do not move is a chain of its own, from the one, its floor, to the
 * other, its ceiling.
 */
export interface Chain {
  /** Where the parameters stand among the active free ones, the lowest first. */
  readonly members: readonly number[];
  /** The fixed neighbours in the order; infinite where there are none. */
  readonly floor: number;
  readonly ceiling: number;
}

/**
 * The chains of the parameters that move.
 * @param order chains as indices into all parameters
 * @param params all parameters: those that do not move at their values
 * @param indices where the active free ones stand among them
 */
export function chainsOf(
  order: readonly (readonly number[])[],
  params: Float64Array,
  indices: readonly number[],
): readonly Chain[] {
  const position = new Map(indices.map((param, j) => [param, j]));
  return order.flatMap((chain) => {
    const pieces: { members: number[]; floor: number; ceiling: number }[] = [];
    let piece = { members: [] as number[], floor: Number.NEGATIVE_INFINITY, ceiling: Number.POSITIVE_INFINITY };
    for (const param of chain) {
      const j = position.get(param);
      if (j !== undefined) {
        piece.members.push(j);
        continue;
      }
      const held = params[param] as number;
      piece.ceiling = held;
      pieces.push(piece);
      piece = { members: [], floor: held, ceiling: Number.POSITIVE_INFINITY };
    }
    pieces.push(piece);
    return pieces.filter(
      ({ members, floor, ceiling }) =>
        members.length > 1 || (members.length === 1 && (Number.isFinite(floor) || Number.isFinite(ceiling))),
    );
  });
}

/** Whether the parameters are in order; equal ones are, to rounding. */
export function isInOrder(chains: readonly Chain[], x: Float64Array): boolean {
  return chains.every(({ members, floor, ceiling }) => {
    let below = floor;
    for (const j of members) {
      const value = x[j] as number;
      if (value < below) return false;
      below = value;
    }
    return below <= ceiling;
  });
}

/** The point with the values of each chain sorted: of exchangeable parameters, the one of its labellings that is in order. */
export function sorted(chains: readonly Chain[], x: Float64Array): Float64Array {
  const y = x.slice();
  for (const { members } of chains) {
    const values = Float64Array.from(members, (j) => x[j] as number).sort();
    for (const [k, j] of members.entries()) y[j] = values[k] as number;
  }
  return y;
}

/** Coordinates in which the order holds everywhere. */
export class OrderedCoordinates {
  readonly bounds: Bounds;
  /** Whether each coordinate is the parameter itself. */
  readonly plain: readonly boolean[];
  /** The point to start from. */
  readonly start: Float64Array;
  /** Start values out of order were sorted, or those too near to each other or to an end moved apart. */
  readonly moved: boolean;
  private readonly links: readonly (readonly Link[])[];

  /**
   * @param x the parameters at the start
   * @param bounds of the parameters: the same ones for all members of a chain
   */
  constructor(chains: readonly Chain[], x: Float64Array, bounds: Bounds) {
    const from = isInOrder(chains, x) ? x : sorted(chains, x);
    const u = from.slice();
    const lower = bounds.lower.slice();
    const upper = bounds.upper.slice();
    const plain = Array.from(lower, () => true);
    let moved = from !== x;
    this.links = chains.map((chain) => {
      let below = Number.NaN;
      return chain.members.map((at, k) => {
        const value = from[at] as number;
        const { link, coordinate } = linkAt(chain, k, value, below, bounds);
        u[at] = coordinate;
        below = valueAt(link, coordinate, below);
        if (Math.abs(below - value) > 1e-12 * Math.abs(value)) moved = true;
        if (link.kind !== "plain") {
          plain[at] = false;
          lower[at] = Number.NEGATIVE_INFINITY;
          upper[at] = Number.POSITIVE_INFINITY;
        }
        return link;
      });
    });
    this.bounds = { lower, upper };
    this.plain = plain;
    this.start = u;
    this.moved = moved;
  }

  /** The parameters at a point. */
  params(u: Float64Array): Float64Array {
    const x = u.slice();
    for (const links of this.links) {
      let below = Number.NaN;
      for (const link of links) {
        below = valueAt(link, u[link.at] as number, below);
        x[link.at] = below;
      }
    }
    return x;
  }

  /** dx_i / du_j, row-major. */
  slopes(u: Float64Array): Float64Array {
    const n = u.length;
    const D = new Float64Array(n * n);
    for (let j = 0; j < n; j++) D[j * n + j] = 1;
    for (const links of this.links) {
      let below = Number.NaN;
      for (const [k, link] of links.entries()) {
        const value = u[link.at] as number;
        const { own, carried } = slopesOf(link, value, below);
        const before = links[k - 1]?.at ?? 0;
        for (const { at } of links.slice(0, k)) D[link.at * n + at] = carried * (D[before * n + at] as number);
        D[link.at * n + link.at] = own;
        below = valueAt(link, value, below);
      }
    }
    return D;
  }
}

/** How one parameter of a chain follows from its coordinate. The base of a step is null where it is the member before. */
type Link =
  | { readonly kind: "plain"; readonly at: number }
  /** A step up of any length, or down from the base. */
  | {
      readonly kind: "step";
      readonly at: number;
      readonly base: number | null;
      readonly sign: 1 | -1;
      readonly s: number;
    }
  /** A part of the way from the base to the end. */
  | { readonly kind: "part"; readonly at: number; readonly base: number | null; readonly end: number };

/** The least length of a step at the start, over its base, and the least part of a way, and of what is left of it: nearer, the derivatives vanish. */
const least = 1e-9;

/** The link of member k, and its coordinate, where it has a value and the member before it another. */
function linkAt(
  { members, floor, ceiling }: Chain,
  k: number,
  value: number,
  below: number,
  { lower, upper }: Bounds,
): { readonly link: Link; readonly coordinate: number } {
  const at = members[k] as number;
  const end = Math.min(upper[at] as number, ceiling);
  const low = Math.max(lower[at] as number, floor);
  const isFirst = k === 0;
  if (isFirst && !Number.isFinite(floor) && !Number.isFinite(ceiling)) {
    return { link: { kind: "plain", at }, coordinate: value };
  }
  const base = isFirst ? low : null;
  const from = base ?? below;
  if (Number.isFinite(from) && Number.isFinite(end)) {
    const part = Math.min(Math.max((value - from) / (end - from), least), 1 - least);
    return { link: { kind: "part", at, base, end }, coordinate: Math.log(part / (1 - part)) };
  }
  const isDown = !Number.isFinite(from);
  const [origin, sign] = isDown ? [end, -1 as const] : [from, 1 as const];
  const s = Math.max(sign * (value - origin), least * Math.abs(origin), Number.MIN_VALUE / Number.EPSILON);
  return { link: { kind: "step", at, base: isDown ? end : base, sign, s }, coordinate: 0 };
}

/** @param below the value of the member before */
function valueAt(link: Link, u: number, below: number): number {
  if (link.kind === "plain") return u;
  const base = link.base ?? below;
  if (link.kind === "part") return base + (link.end - base) * logistic(u);
  return base + link.sign * stepOf(u, link.s);
}

/** The derivatives by the own coordinate, and by the member before. */
function slopesOf(link: Link, u: number, below: number): { readonly own: number; readonly carried: number } {
  if (link.kind === "plain") return { own: 1, carried: 0 };
  if (link.kind === "part") {
    const rest = logistic(-u);
    return { own: (link.end - (link.base ?? below)) * logistic(u) * rest, carried: rest };
  }
  return { own: (link.sign * stepOf(u, link.s)) / Math.hypot(u, 2 * link.s), carried: 1 };
}

/** g(u), without cancellation. */
function stepOf(u: number, s: number): number {
  const root = Math.hypot(u, 2 * s);
  return u > 0 ? (u + root) / 2 : 2 * s * (s / (root - u));
}

function logistic(u: number): number {
  return 1 / (1 + Math.exp(-u));
}
