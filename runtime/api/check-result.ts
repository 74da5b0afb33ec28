import type { FitProblem } from "../contract/fit-problem.js";
import { solverNames } from "../contract/solver.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";
import type { FitResult } from "./fit-result.js";

type Check = (value: unknown, problem: FitProblem) => boolean;

/**
 * The fields of a result that later operations read, each with a check. The result may come from
 * `fit` or from JSON, in which a non-finite number has become null.
 */
const parts: readonly (readonly [name: keyof FitResult, holds: Check])[] = [
  ["params", (value, { params }) => isRecord(value) && params.every(({ name }) => isRecord(partOf(value, name)))],
  [
    "free",
    (value, problem) => Array.isArray(value) && areDistinct(value) && value.every((name) => isFree(name, problem)),
  ],
  ["uncertainty", isRecord],
  ["activeMask", Array.isArray],
  ["solver", (value) => solverNames.some((name) => name === value)],
  ["loss", (value) => typeof value === "string"],
  ["level", (value) => typeof value === "number" && value > 0 && value < 1],
  ["rows", Number.isSafeInteger],
  ["dof", Number.isSafeInteger],
  ["cost", (value) => value === null || typeof value === "number"],
];

/**
 * @throws FitError `resultNotOfModel` unless `result` comes from a fit of this model, compiled from
 *   the same text
 */
export function checkResult(problem: FitProblem, result: unknown): void {
  const refuse = (found: string) => new FitError(runtimeMessages.resultNotOfModel({ found, model: problem.model }));
  if (!isRecord(result) || !("params" in result && "uncertainty" in result && "free" in result)) {
    throw refuse(`this is ${show(result)}`);
  }
  const { model, specSha256 } = result as Partial<FitResult>;
  if (model !== problem.model) throw refuse(`this is a result of model '${model}'`);
  if (specSha256 !== problem.specSha256) throw refuse("this is a result of another version of the spec");
  for (const [name, holds] of parts) {
    const value = partOf(result, name);
    if (!holds(value, problem)) throw refuse(`this is an object whose '${name}' is ${show(value)}`);
  }
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function partOf(record: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(record, name)?.value;
}

function areDistinct(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

function isFree(name: unknown, { free, params }: FitProblem): boolean {
  return free.some((param) => params[param]?.name === name);
}
