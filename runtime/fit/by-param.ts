import { didYouMean } from "../../diagnostics/index.js";
import type { FitOptions } from "../api/fit-options.js";
import type { FitProblem } from "../contract/fit-problem.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";

type Named<Value> = { readonly [name: string]: Value | undefined } | ReadonlyMap<string, Value | undefined>;

/**
 * The entries of an option that gives values by parameter, as an object or a Map, each with the
 * position of its parameter in `problem.params`. Undefined values are left out.
 *
 * @throws FitError unknownParameter for a name that the model does not have
 */
export function byParam<Value>(
  { params }: Pick<FitProblem, "params">,
  values: Named<Value> | undefined,
): readonly { readonly name: string; readonly param: number; readonly value: Value }[] {
  const entries = values === undefined ? [] : isMap(values) ? [...values] : Object.entries(values);
  const positions = positionsOf(params);
  return entries.flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, param: positionOf(positions, name), value }],
  );
}

/**
 * As {@link byParam}, for options that only make sense for free parameters.
 *
 * @throws FitError optionForFixedParameter for a fixed one
 */
export function byFreeParam<Value>(
  problem: Pick<FitProblem, "params">,
  values: Named<Value> | undefined,
  what: string,
): ReturnType<typeof byParam<Value>> {
  const entries = byParam(problem, values);
  const fixed = entries.find(({ param }) => problem.params[param]?.fixed);
  if (fixed === undefined) return entries;
  throw refused(runtimeMessages.optionForFixedParameter({ name: fixed.name, what }), fixed.name);
}

/**
 * The positions of named parameters in `problem.params`.
 *
 * @throws FitError unknownParameter
 */
export function paramsNamed({ params }: Pick<FitProblem, "params">, names: readonly string[]): readonly number[] {
  const positions = positionsOf(params);
  return names.map((name) => positionOf(positions, name));
}

/**
 * @throws FitError unknownParameter, optionForFixedParameter, and invalidParameterScale unless all
 *   scales by parameter are positive numbers
 */
export function checkScales(problem: Pick<FitProblem, "params">, scales: FitOptions["xScale"]): void {
  if (typeof scales !== "object") return;
  for (const { name, value } of byFreeParam<unknown>(problem, scales, "a scale")) {
    if (typeof value !== "number" || !(value > 0 && value < Number.POSITIVE_INFINITY)) {
      throw refused(runtimeMessages.invalidParameterScale({ name, value: show(value) }), name);
    }
  }
}

function refused(message: ConstructorParameters<typeof FitError>[0], param: string): FitError {
  return new FitError(message, { param });
}

/** A Map from another realm is not an instance of our Map, so its methods are tested instead. */
function isMap<Value>(values: Named<Value>): values is ReadonlyMap<string, Value | undefined> {
  return typeof values["get"] === "function" && typeof values["entries"] === "function";
}

function positionsOf(params: FitProblem["params"]): ReadonlyMap<string, number> {
  return new Map(params.map(({ name }, j) => [name, j]));
}

function positionOf(positions: ReadonlyMap<string, number>, name: string): number {
  const position = positions.get(name);
  if (position !== undefined) return position;
  throw new FitError({ ...runtimeMessages.unknownParameter({ name }), help: didYouMean(name, positions.keys()) });
}
