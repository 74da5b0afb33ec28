import type { Message } from "../../diagnostics/index.js";
import type { FitOptions } from "../api/fit-options.js";
import type { FitProblem } from "../contract/fit-problem.js";
import type { PreparedData } from "../data/prepare.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";
import type { StartValues } from "../solvers/start-values.js";
import { byFreeParam, byParam, paramsNamed } from "./by-param.js";
import { refuseInfinities } from "./refuse-infinities.js";
import { activeParams, type Ends, endsOf, type StartFault, takeStart } from "./start-rules.js";

/**
 * The start values and bounds that the spec computes from the data, overridden by the options of
 * the call.
 *
 * @throws FitError unknownParameter, startNotFinite, boundNotNumber, boundsWithoutRoom,
 *   startOutsideBounds, startExcluded, fixedWithoutValue, boundsNotPair, optionForFixedParameter;
 *   dataNotFinite for a rule that an infinite value in the data spoils
 */
export function startValues(problem: FitProblem, data: PreparedData, options: FitOptions): StartValues {
  const count = problem.params.length;
  const values = new Float64Array(3 * count);
  problem.start(data.columns, data.rows, values);
  const starts = new Map<number, number>();
  for (const { name, param, value } of byParam<unknown>(problem, options.start)) {
    // A typed array would silently convert a value that is not a number.
    if (typeof value !== "number") throw new FitError(runtimeMessages.startNotFinite({ name, value: show(value) }));
    starts.set(param, value);
  }
  const bounds = new Map<number, readonly [number, number]>();
  for (const { name, param, value } of byFreeParam<unknown>(problem, options.bounds, "bounds")) {
    if (!isPair(value)) throw new FitError(runtimeMessages.boundsNotPair({ name, found: shownPair(value) }));
    bounds.set(param, value);
  }
  const fixed = new Set(paramsNamed(problem, options.fixed ?? []));
  for (const [j, info] of problem.params.entries()) {
    const isLacking = info.startless && !starts.has(j);
    if (isLacking && fixed.has(j)) {
      throw new FitError(runtimeMessages.fixedWithoutValue({ name: info.name }), { param: info.name });
    }
    const isSpoilt = !Number.isFinite(values[3 * j]);
    const fault = takeStart(values, j, info, starts.get(j), bounds.get(j));
    if (!isLacking && isSpoilt && !Number.isFinite(values[3 * j])) refuseInfinities(problem, data, 0, data.rows);
    if (fault !== null) throw refusal(fault, info.name, endsOf(info, bounds.get(j)), values.subarray(3 * j));
  }
  const params = new Float64Array(count);
  const lower = new Float64Array(count);
  const upper = new Float64Array(count);
  for (let j = 0; j < count; j++) {
    params[j] = values[3 * j] as number;
    lower[j] = values[3 * j + 1] as number;
    upper[j] = values[3 * j + 2] as number;
  }
  return { params, lower, upper, ...activeParams(problem, fixed) };
}

function isPair(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((end) => typeof end === "number");
}

function shownPair(value: unknown): string {
  return Array.isArray(value)
    ? `[${value.slice(0, 3).map(show).join(", ")}${value.length > 3 ? ", ..." : ""}]`
    : show(value);
}

/** @param values the start value, the lower and the upper bound */
function refusal(fault: StartFault, name: string, ends: Ends, values: Float64Array): FitError {
  const [start = 0, lower = 0, upper = 0] = values;
  return new FitError(messageOf(fault, name, ends, { start, lower, upper }), { param: name });
}

function messageOf(
  fault: StartFault,
  name: string,
  ends: Ends,
  { start, lower, upper }: { readonly start: number; readonly lower: number; readonly upper: number },
): Message {
  const open = ends.lowerOpen || !Number.isFinite(lower);
  const close = ends.upperOpen || !Number.isFinite(upper);
  const interval = `${open ? "(" : "["}${show(lower)}, ${show(upper)}${close ? ")" : "]"}`;
  switch (fault) {
    case "startNotFinite":
      return runtimeMessages.startNotFinite({ name, value: show(start) });
    case "boundNotNumber":
      return runtimeMessages.boundNotNumber({ name, end: Number.isNaN(lower) ? "lower" : "upper" });
    case "boundsWithoutRoom":
      return runtimeMessages.boundsWithoutRoom({ name, lower: show(lower), upper: show(upper) });
    default:
      return runtimeMessages[fault]({ name, start, interval });
  }
}
