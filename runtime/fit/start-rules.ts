import type { FitProblem } from "../contract/fit-problem.js";

type ParamInfo = FitProblem["params"][number];

/** Whether a start value may lie on the bounds. */
export type Ends = Pick<ParamInfo, "lowerOpen" | "upperOpen">;

/** The reason why a fit cannot start from a value; each is the name of its message. */
export type StartFault =
  | "startNotFinite"
  | "boundNotNumber"
  | "boundsWithoutRoom"
  | "startOutsideBounds"
  | "startExcluded";

/** A lower and an upper bound. */
export type BoundsPair = readonly [lower: number, upper: number];

/** The bounds given in a call include their ends. */
const closed: Ends = { lowerOpen: false, upperOpen: false };

export function endsOf(info: ParamInfo, bounds: BoundsPair | undefined): Ends {
  return bounds === undefined ? info : closed;
}

/**
 * Replaces what the spec computed for a parameter by what the call says, and checks the result.
 *
 * @param values for each parameter the start value, the lower and the upper bound
 * @param start the call's start value; if neither it nor the spec gives one, only the bounds are
 *   checked
 * @returns null if a fit may start from there
 */
export function takeStart(
  values: Float64Array,
  j: number,
  info: ParamInfo,
  start: number | undefined,
  bounds: BoundsPair | undefined,
): StartFault | null {
  if (start !== undefined) values[3 * j] = start;
  if (bounds !== undefined) {
    values[3 * j + 1] = bounds[0];
    values[3 * j + 2] = bounds[1];
  }
  const value = values[3 * j] as number;
  const lower = values[3 * j + 1] as number;
  const upper = values[3 * j + 2] as number;
  const isLacking = info.startless && start === undefined;
  if (!isLacking && !Number.isFinite(value)) return "startNotFinite";
  if (Number.isNaN(lower) || Number.isNaN(upper)) return "boundNotNumber";
  if (!(lower < upper)) return "boundsWithoutRoom";
  if (isLacking) return null;
  if (value < lower || value > upper) return "startOutsideBounds";
  const { lowerOpen, upperOpen } = endsOf(info, bounds);
  return (lowerOpen && value === lower) || (upperOpen && value === upper) ? "startExcluded" : null;
}

/** The free parameters that a call does not fix. */
export interface ActiveParams {
  /** As indices into `problem.free`. */
  readonly active: readonly number[];
  /** As indices into `problem.params`. */
  readonly indices: readonly number[];
}

/** @param fixed the parameters that the call fixes */
export function activeParams({ free }: Pick<FitProblem, "free">, fixed: ReadonlySet<number>): ActiveParams {
  const active = free.flatMap((param, j) => (fixed.has(param) ? [] : [j]));
  return { active, indices: active.map((j) => free[j] as number) };
}

/** The start values and bounds of a call, by position in `problem.params`. */
export interface GivenStarts extends ActiveParams {
  /** A number for all data sets, or one for each. */
  readonly starts: ReadonlyMap<number, number | Float64Array>;
  readonly bounds: ReadonlyMap<number, BoundsPair>;
}

/** The start value of a parameter for a data set. */
export function startAt(start: number | Float64Array | undefined, set: number): number | undefined {
  return typeof start === "number" ? start : start?.[set];
}
