import type { Fitter } from "../api/fitter.js";
import { isObject, reading } from "../api/reading.js";
import { abi, type FitProblem } from "../contract/fit-problem.js";
import { LazyKernel } from "../fold/wasm/lazy-kernel.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";

/** Problems that have been checked, with a kernel of this copy of the runtime. */
const own = new WeakMap<object, FitProblem>();

/**
 * The problem of a fitter, with a WebAssembly kernel that is compiled on first use. The fitter may
 * come from another copy of the runtime, such as the one inside a standalone module.
 *
 * @throws FitError notAFitter, and contractVersionMismatch if the module was compiled for another
 *   version of the contract
 */
export function problemOf(fitter: Pick<Fitter, "problem">): FitProblem {
  return reading("the fitter", () => {
    const given: unknown = isObject(fitter) ? fitter.problem : undefined;
    const known = isObject(given) ? own.get(given) : undefined;
    if (known !== undefined) return known;
    const problem = checked(given, fitter);
    const wasm = LazyKernel.of(problem);
    const made = wasm === problem.wasm ? problem : { ...problem, wasm };
    own.set(problem, made);
    own.set(made, made);
    return made;
  });
}

type Check = (value: unknown) => boolean;
const isText: Check = (value) => typeof value === "string";
const isFunction: Check = (value) => typeof value === "function";
const orNull =
  (holds: Check): Check =>
  (value) =>
    value === null || holds(value);

/** What a problem of this version has: a caller without types may pass anything as a fitter. */
const parts: { readonly [Name in keyof FitProblem]: Check } = {
  abi: (value) => value === abi,
  compiler: isText,
  specSha256: isText,
  model: isText,
  doc: orNull(isText),
  source: orNull(isObject),
  missing: isText,
  columns: Array.isArray,
  params: Array.isArray,
  free: Array.isArray,
  derived: Array.isArray,
  statements: Array.isArray,
  solver: isObject,
  separable: orNull(isObject),
  order: Array.isArray,
  covariance: orNull(isObject),
  blocks: Array.isArray,
  predict: Array.isArray,
  start: isFunction,
  derive: isFunction,
  keep: orNull(isFunction),
  losses: Array.isArray,
  trace: isFunction,
  subexpressions: Array.isArray,
  wasm: orNull(isObject),
};

/** @param fitter what has the problem, for the message */
function checked(given: unknown, fitter: unknown): FitProblem {
  const problem = (given ?? {}) as Partial<FitProblem>;
  const { abi: found } = problem;
  const isProblem = typeof found === "number" && problem.params !== undefined;
  if (isProblem && found !== abi) {
    throw new FitError(runtimeMessages.contractVersionMismatch({ found, expected: abi }));
  }
  const names = Object.keys(parts) as (keyof FitProblem)[];
  if (isProblem && names.every((name) => parts[name](problem[name]))) return problem as FitProblem;
  throw new FitError(runtimeMessages.notAFitter({ found: show(fitter) }));
}
