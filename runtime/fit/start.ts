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

/**
 * The start values and bounds that the spec computes from the data, with the options of the call over them.
 * @throws FitError unknownParameter, startNotFinite, boundNotNumber, boundsWithoutRoom,
 * startOutsideBounds, startExcluded, fixedWithoutValue, boundsNotPair, optionForFixedParameter;
 * dataNotFinite for a rule that an infinite value in the data spoils
 */
export function startValues(problem: FitProblem, data: PreparedData, options: FitOptions): StartValues {
  const count = problem.params.length;
  const rules = new Float64Array(3 * count);
  problem.start(data.columns, data.rows, rules);
  const params = new Float64Array(count);
  const lower = new Float64Array(count);
  const upper = new Float64Array(count);
  for (let j = 0; j < count; j++) {
    params[j] = rules[3 * j] as number;
    lower[j] = rules[3 * j + 1] as number;
    upper[j] = rules[3 * j + 2] as number;
  }

  const started = new Set<number>();
  for (const { name, param, value } of byParam<unknown>(problem, options.start)) {
    // A typed array would make a number of what is none.
    if (typeof value !== "number") throw new FitError(runtimeMessages.startNotFinite({ name, value: show(value) }));
    params[param] = value;
    started.add(param);
  }
  const given = new Set<number>();
  for (const { name, param, value } of byFreeParam<unknown>(problem, options.bounds, "bounds")) {
    if (!isPair(value)) throw new FitError(runtimeMessages.boundsNotPair({ name, found: shownPair(value) }));
    [lower[param], upper[param]] = value;
    given.add(param);
  }
  const held = new Set(paramsNamed(problem, options.fixed ?? []));
  for (const [j, info] of problem.params.entries()) {
    const lacking = info.startless && !started.has(j);
    if (lacking && held.has(j)) {
      throw new FitError(runtimeMessages.fixedWithoutValue({ name: info.name }), { param: info.name });
    }
    if (!lacking && !Number.isFinite(params[j]) && !Number.isFinite(rules[3 * j]))
      refuseInfinities(problem, data, 0, data.rows);
    // The bounds of a call include their ends.
    const ends = given.has(j) ? { name: info.name, lowerOpen: false, upperOpen: false } : info;
    checkStart(ends, lacking ? null : (params[j] as number), lower[j] as number, upper[j] as number);
  }
  const active = problem.free.flatMap((param, j) => (held.has(param) ? [] : [j]));
  return { params, lower, upper, active, indices: active.map((j) => problem.free[j] as number) };
}

function isPair(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((end) => typeof end === "number");
}

function shownPair(value: unknown): string {
  return Array.isArray(value)
    ? `[${value.slice(0, 3).map(show).join(", ")}${value.length > 3 ? ", ..." : ""}]`
    : show(value);
}

function checkStart(
  info: Pick<FitProblem["params"][number], "name" | "lowerOpen" | "upperOpen">,
  start: number | null,
  lower: number,
  upper: number,
): void {
  const { name } = info;
  const refused = (message: Message) => new FitError(message, { param: name });
  if (start !== null && !Number.isFinite(start)) {
    throw refused(runtimeMessages.startNotFinite({ name, value: show(start) }));
  }
  if (Number.isNaN(lower) || Number.isNaN(upper)) {
    const end = Number.isNaN(lower) ? "lower" : "upper";
    throw refused(runtimeMessages.boundNotNumber({ name, end }));
  }
  if (!(lower < upper))
    throw refused(runtimeMessages.boundsWithoutRoom({ name, lower: show(lower), upper: show(upper) }));
  if (start === null) return;
  const [open, close] = [info.lowerOpen || !Number.isFinite(lower), info.upperOpen || !Number.isFinite(upper)];
  const interval = `${open ? "(" : "["}${show(lower)}, ${show(upper)}${close ? ")" : "]"}`;
  if (start < lower || start > upper) throw refused(runtimeMessages.startOutsideBounds({ name, start, interval }));
  if ((info.lowerOpen && start === lower) || (info.upperOpen && start === upper)) {
    throw refused(runtimeMessages.startExcluded({ name, start, interval }));
  }
}
