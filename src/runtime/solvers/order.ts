import type { Bounds } from "./bounds.js";

/**
 * Parameters that are kept in order, c_1 < c_2 < ..., by fitting others in their place: the lowest, as it is, and the logarithm of
 * each step to the next. Where the chain has an upper end h, a step is the part of what is left to it, by the logistic function
 * s(u) = 1 / (1 + exp(-u)):
 *
 *     c_1 = u_1,    c_k = c_(k-1) + exp(u_k)    or    c_k = c_(k-1) + (h - c_(k-1)) s(u_k).
 *
 * The other coordinates are without bounds, those of the lowest are its own. So no step of a solver leaves the order, and the derivatives
 * by the parameters give those by the coordinates through the triangular dc/du. What lies between two neighbours in the order that do
 * not move is a chain of its own, from the one, its floor, to the other, its ceiling.
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

  /** @param bounds of the parameters: the same ones for all members of a chain */
  constructor(
    private readonly chains: readonly Chain[],
    bounds: Bounds,
  ) {
    const lower = bounds.lower.slice();
    const upper = bounds.upper.slice();
    const plain = Array.from(lower, () => true);
    this.links = chains.map((chain) => linksOf(chain, bounds));
    for (const link of this.links.flat()) {
      if (link.kind === "plain") continue;
      plain[link.at] = false;
      lower[link.at] = Number.NEGATIVE_INFINITY;
      upper[link.at] = Number.POSITIVE_INFINITY;
    }
    this.bounds = { lower, upper };
    this.plain = plain;
  }

  private readonly links: readonly (readonly Link[])[];

  /** The parameters at a point. */
  params(u: Float64Array): Float64Array {
    const x = u.slice();
    for (const links of this.links) {
      let below = Number.NaN;
      for (const link of links) {
        below = valueOf(link, u[link.at] as number, below);
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
      let before: Link | null = null;
      for (const link of links) {
        const at = u[link.at] as number;
        const { own, carried } = slopesOf(link, at, below);
        for (const earlier of before === null ? [] : links) {
          if (earlier === link) break;
          D[link.at * n + earlier.at] = carried * (D[(before as Link).at * n + earlier.at] as number);
        }
        D[link.at * n + link.at] = own;
        below = valueOf(link, at, below);
        before = link;
      }
    }
    return D;
  }

  /** The point where the parameters are. Values out of order are sorted, and those too near to each other or to an end moved apart: `moved`. */
  pointOf(x: Float64Array): { readonly u: Float64Array; readonly moved: boolean } {
    const from = isInOrder(this.chains, x) ? x : sorted(this.chains, x);
    let moved = from !== x;
    const u = from.slice();
    for (const links of this.links) {
      let below = Number.NaN;
      for (const link of links) {
        const value = from[link.at] as number;
        u[link.at] = coordinateOf(link, value, below);
        below = valueOf(link, u[link.at] as number, below);
        if (Math.abs(below - value) > 1e-12 * Math.abs(value)) moved = true;
      }
    }
    return { u, moved };
  }
}

/** How one parameter of a chain follows from its coordinate: as it is, or as a step up from below, or down from a ceiling. */
type Link =
  | { readonly kind: "plain"; readonly at: number }
  /** From `base`, or the member before, to `end`, which may be infinite. */
  | { readonly kind: "up"; readonly at: number; readonly base: number | null; readonly end: number }
  | { readonly kind: "down"; readonly at: number; readonly end: number };

function linksOf({ members, floor, ceiling }: Chain, { lower, upper }: Bounds): readonly Link[] {
  return members.map((at, k): Link => {
    const low = lower[at] as number;
    const end = Math.min(upper[at] as number, ceiling);
    if (k > 0) return { kind: "up", at, base: null, end };
    const base = Math.max(low, floor);
    if (Number.isFinite(floor)) return { kind: "up", at, base, end };
    if (!Number.isFinite(ceiling)) return { kind: "plain", at };
    return Number.isFinite(base) ? { kind: "up", at, base, end } : { kind: "down", at, end };
  });
}

/** @param below the value of the member before */
function valueOf(link: Link, u: number, below: number): number {
  if (link.kind === "plain") return u;
  if (link.kind === "down") return link.end - Math.exp(u);
  const base = link.base ?? below;
  return base + (Number.isFinite(link.end) ? (link.end - base) * logistic(u) : Math.exp(u));
}

/** The derivatives by the own coordinate, and by the member before. */
function slopesOf(link: Link, u: number, below: number): { readonly own: number; readonly carried: number } {
  if (link.kind === "plain") return { own: 1, carried: 0 };
  if (link.kind === "down") return { own: -Math.exp(u), carried: 0 };
  if (!Number.isFinite(link.end)) return { own: Math.exp(u), carried: 1 };
  const rest = logistic(-u);
  return { own: (link.end - (link.base ?? below)) * logistic(u) * rest, carried: rest };
}

/** The least part of a step, and of what is left after it, at a start: nearer to an end, the derivatives vanish. */
const leastPart = 1e-9;

function coordinateOf(link: Link, value: number, below: number): number {
  if (link.kind === "plain") return value;
  const base = link.kind === "down" ? value : (link.base ?? below);
  const gap = link.kind === "down" ? link.end - value : value - base;
  if (link.kind === "up" && Number.isFinite(link.end)) {
    const part = Math.min(Math.max(gap / (link.end - base), leastPart), 1 - leastPart);
    return Math.log(part / (1 - part));
  }
  return Math.log(Math.max(gap, leastPart * Math.abs(base), Number.MIN_VALUE / Number.EPSILON));
}

function logistic(u: number): number {
  return 1 / (1 + Math.exp(-u));
}
