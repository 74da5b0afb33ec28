import { didYouMean } from "../../diagnostics/index.js";
import type { FitProblem } from "../contract/fit-problem.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { shortened, show } from "../messages/show.js";

type Params = Pick<FitProblem, "params">;

/** One entry of an option that gives values by parameter. */
export interface OfParam {
  readonly name: string;
  /** The position of the parameter in `problem.params`. */
  readonly param: number;
  readonly value: unknown;
}

/**
 * The entries of an option that gives values by parameter. Undefined values are left out.
 *
 * @param values as `checkedOptions` gives them: a Map, whatever the caller passed
 * @throws FitError unknownParameter for a name that the model does not have
 */
export function byParam({ params }: Params, values: unknown): readonly OfParam[] {
  if (!(values instanceof Map)) return [];
  const positions = positionsOf(params);
  const entries: OfParam[] = [];
  for (const [name, value] of values as ReadonlyMap<string, unknown>) {
    if (value !== undefined) entries.push({ name, param: positionOf(positions, name), value });
  }
  return entries;
}

/**
 * As {@link byParam}, for options that only make sense for free parameters.
 *
 * @throws FitError optionForFixedParameter for a fixed one
 */
export function byFreeParam(problem: Params, values: unknown, what: string): readonly OfParam[] {
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
export function paramsNamed({ params }: Params, names: readonly string[] = []): readonly number[] {
  if (names.length === 0) return [];
  const positions = positionsOf(params);
  return names.map((name) => positionOf(positions, name));
}

/**
 * @throws FitError unknownParameter, optionForFixedParameter, and invalidParameterScale unless all
 *   scales by parameter are positive numbers
 */
export function checkScales(problem: Params, scales: unknown): void {
  for (const { name, value } of byFreeParam(problem, scales, "a scale")) {
    if (typeof value !== "number" || !(value > 0 && value < Number.POSITIVE_INFINITY)) {
      throw refused(runtimeMessages.invalidParameterScale({ name, value: show(value) }), name);
    }
  }
}

function refused(message: ConstructorParameters<typeof FitError>[0], param: string): FitError {
  return new FitError(message, { param });
}

function positionsOf(params: FitProblem["params"]): ReadonlyMap<string, number> {
  return new Map(params.map(({ name }, j) => [name, j]));
}

function positionOf(positions: ReadonlyMap<string, number>, name: string): number {
  const position = positions.get(name);
  if (position !== undefined) return position;
  const message = runtimeMessages.unknownParameter({ name: shortened(name) });
  throw new FitError({ ...message, help: didYouMean(name, positions.keys()) });
}
