import type { FitOptions } from "../api/fit-options.js";
import { isNumbers, numbersIn } from "../api/numbers.js";
import { reading } from "../api/reading.js";
import type { FitProblem } from "../contract/fit-problem.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";
import { checkSandwich } from "../statistics/sandwich.js";
import { adapt } from "./adapt.js";
import { byFreeParam, byParam, checkScales, paramsNamed } from "./by-param.js";
import { chooseSolver } from "./choose-solver.js";
import { checkCovariance } from "./correlation/whitened.js";
import { startRefusal } from "./start-refusal.js";
import { activeParams, type BoundsPair, endsOf, type GivenStarts, takeStart } from "./start-rules.js";

/** What a call asks of a model, with everything checked that does not depend on the data. */
export interface FitCall extends GivenStarts {
  /** The problem with the solver, the loss and the kernel of the call. */
  readonly problem: FitProblem;
  /** As `checkedOptions` gives them. */
  readonly options: FitOptions;
}

/**
 * The checks that all fits have in common: `fit`, `fitAsync`, `fitParallel`, and `fitMany`, for
 * which they come once, before the first data set.
 *
 * @param options as `checkedOptions` gives them
 * @param sets number of data sets; null if there is one, whose start values are no arrays
 * @throws FitError for options that make no sense for this model or with each other
 */
export function fitCall(compiled: FitProblem, options: FitOptions, sets: number | null = null): FitCall {
  checkScales(compiled, options.xScale);
  const problem = adapt(compiled, options);
  checkSandwich(problem, options);
  checkCovariance(problem, options.covariance);
  const starts = startsOf(problem, options.start, sets);
  const bounds = boundsOf(problem, options.bounds);
  const fixed = new Set(paramsNamed(problem, options.fixed));
  const fitted = activeParams(problem, fixed);
  if (fitted.indices.length === 0) throw new FitError(runtimeMessages.nothingToFit());
  for (const j of fixed) checkHasValue(problem, j, starts);
  for (const j of starts.keys()) checkStart(problem, j, starts.get(j), bounds.get(j));
  for (const j of bounds.keys()) if (!starts.has(j)) checkStart(problem, j, undefined, bounds.get(j));
  // Bounds of the spec may depend on the data. Whatever they are, they make no other error.
  const bounded = fitted.indices.find((param) => bounds.get(param)?.some(Number.isFinite));
  chooseSolver(problem, bounded, options);
  return { problem, options, starts, bounds, ...fitted };
}

function startsOf(problem: FitProblem, given: FitOptions["start"], sets: number | null): FitCall["starts"] {
  const starts = new Map<number, number | Float64Array>();
  for (const { name, param, value } of byParam(problem, given)) {
    const own = typeof value === "number" || sets === null ? value : startsOfSets(name, value, sets);
    // A typed array would silently convert a value that is not a number.
    if (typeof own !== "number" && !(own instanceof Float64Array && sets !== null)) throw notFinite(name, show(own));
    starts.set(param, own);
  }
  return starts;
}

/** The start values of a parameter for each data set. */
function startsOfSets(name: string, value: unknown, sets: number): Float64Array {
  const numbers = reading(`the start values of '${name}'`, () => numbersIn(value));
  if (!isNumbers(numbers)) throw notFinite(name, numbers.found);
  if (numbers.length === sets) return numbers;
  const message = runtimeMessages.startCountMismatch({ name, found: numbers.length, count: sets });
  throw new FitError(message, { param: name });
}

function notFinite(name: string, value: string): FitError {
  return new FitError(runtimeMessages.startNotFinite({ name, value }), { param: name });
}

function boundsOf(problem: FitProblem, given: FitOptions["bounds"]): FitCall["bounds"] {
  const bounds = new Map<number, BoundsPair>();
  for (const { name, param, value } of byFreeParam(problem, given, "bounds")) {
    bounds.set(
      param,
      reading(`the bounds of '${name}'`, () => pairIn(name, value)),
    );
  }
  return bounds;
}

function pairIn(name: string, value: unknown): BoundsPair {
  if (Array.isArray(value) && value.length === 2) {
    const [lower, upper] = [value[0] as unknown, value[1] as unknown];
    if (typeof lower === "number" && typeof upper === "number") return [lower, upper];
  }
  throw new FitError(runtimeMessages.boundsNotPair({ name, found: shownPair(value) }), { param: name });
}

function shownPair(value: unknown): string {
  return Array.isArray(value)
    ? `[${value.slice(0, 3).map(show).join(", ")}${value.length > 3 ? ", ..." : ""}]`
    : show(value);
}

/** A parameter that the spec gives no start value cannot be held where it starts. */
function checkHasValue({ params }: FitProblem, j: number, starts: FitCall["starts"]): void {
  const info = params[j];
  if (info?.startless !== true || starts.has(j)) return;
  throw new FitError(runtimeMessages.fixedWithoutValue({ name: info.name }), { param: info.name });
}

const everywhere: BoundsPair = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** Checks a start value and bounds that hold for every data set, as far as the call gives them. */
function checkStart(
  { params }: FitProblem,
  j: number,
  start: number | Float64Array | undefined,
  bounds: BoundsPair = everywhere,
): void {
  const info = params[j];
  if (info === undefined) return;
  const values = new Float64Array(3);
  const own = typeof start === "number" ? start : undefined;
  const fault = takeStart(values, 0, { ...info, startless: true }, own, bounds);
  if (fault !== null) throw startRefusal(fault, info.name, endsOf(info, bounds), values);
}
