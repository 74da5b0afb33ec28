import type { FitProblem } from "../contract/fit-problem.js";

type ParamInfo = FitProblem["params"][number];

/** Whether a start value may lie on the bounds. */
export type Ends = Pick<ParamInfo, "lowerOpen" | "upperOpen">;

/** Why a fit cannot start from a value, by the name of its message. */
export type StartFault =
  | "startNotFinite"
  | "boundNotNumber"
  | "boundsWithoutRoom"
  | "startOutsideBounds"
  | "startExcluded";

/** The bounds of a call include their ends. */
const closed: Ends = { lowerOpen: false, upperOpen: false };

export function endsOf(info: ParamInfo, bounds: readonly [number, number] | undefined): Ends {
  return bounds === undefined ? info : closed;
}

/**
 * Puts what a call says of a parameter in place of what the spec computed, and checks it.
 *
 * @param values of each parameter the start value, the lower and the upper bound
 * @param start that of the call; a parameter that has none from the spec either is checked without
 * @returns null where a fit may start from there
 */
export function takeStart(
  values: Float64Array,
  j: number,
  info: ParamInfo,
  start: number | undefined,
  bounds: readonly [number, number] | undefined,
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
