import type { FitProblem } from "../contract/fit-problem.js";
import { solverNames } from "../contract/solver.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";
import type { Estimate, FitResult, ParamEstimate, Uncertainty } from "./fit-result.js";
import { isObject, reading } from "./reading.js";

/** Reads a part of a result; undefined if a fit returns no such value. */
type Read<T> = (value: unknown) => T | undefined;

/** A number that JSON may have turned into null, which then means that it is not finite. */
const number: Read<number> = (value) => (value === null ? Number.NaN : typeof value === "number" ? value : undefined);
const numberOrNull: Read<number | null> = (value) => (value === null || typeof value === "number" ? value : undefined);
const count: Read<number> = (value) => (Number.isSafeInteger(value) ? (value as number) : undefined);
const text: Read<string> = (value) => (typeof value === "string" ? value : undefined);
const oneOf =
  <const T>(values: readonly T[]): Read<T> =>
  (value) =>
    values.find((each) => each === value);

const level: Read<number> = (value) => (typeof value === "number" && value > 0 && value < 1 ? value : undefined);
const flag = oneOf([true, false]);
const solver = oneOf(solverNames);
const compat = oneOf(["scipy", null]);
const sigma = oneOf(["none", "absolute", "relative"]);
const side = oneOf([-1, 0, 1]);

/** What operations read of a result that does not depend on its model. */
export type PlainResult = ReturnType<typeof plainOf>;

/** What operations on a finished fit read of its result: a copy, which the caller cannot change. */
export interface ReadResult extends PlainResult, Pick<FitResult, "free" | "activeMask" | "uncertainty"> {
  readonly params: Estimates<BoundedEstimate>;
  readonly derived: Estimates<Value>;
}

/** Estimates by name. */
type Estimates<T> = ReadonlyMap<string, T>;
type Value = Pick<Estimate, "value" | "stderr">;
type BoundedEstimate = Pick<ParamEstimate, keyof Value | "lower" | "upper">;

/** What the intervals of a fit are computed from. */
export interface ReadEstimates extends PlainResult {
  readonly params: Estimates<Value>;
  readonly derived: Estimates<Value>;
}

/** A result as it was given. */
type Given = Parts<FitResult>;
type Parts<T> = { readonly [Name in keyof T]?: unknown };

/** Thrown while a result is read: it says what there is instead. */
class Wrong {
  constructor(readonly found: string) {}
}

/**
 * Reads a result, which may come from `fit` or from JSON, in which a non-finite number has become
 * null.
 * @throws FitError `resultNotOfModel` unless it comes from a fit of this model, compiled from the
 *   same text
 */
export function readResult(problem: FitProblem, value: unknown): ReadResult {
  const refuse = (found: string) =>
    new FitError(runtimeMessages.resultNotOfModel({ found: `this is ${found}`, model: problem.model }));
  return refusing(refuse, () => {
    const given = resultIn(value, "uncertainty");
    const { model, specSha256 } = given;
    if (model !== problem.model) {
      throw new Wrong(`a result of model ${typeof model === "string" ? `'${model}'` : show(model)}`);
    }
    if (specSha256 !== problem.specSha256) throw new Wrong("a result of another version of the spec");
    const plain = plainOf(given);
    const free = need("free", given.free, (value) => freeOf(value, problem));
    const n = free.length;
    const activeMask = need("activeMask", given.activeMask, (value) => listOf(value, n, side));
    const covered = plain.compat === "scipy" ? n : activeMask.filter((each) => each === 0).length;
    return {
      free,
      activeMask,
      params: need("params", given.params, (value) => estimatesOf(value, namesOf(problem.params), paramOf)),
      derived: need("derived", given.derived, (value) => estimatesOf(value, namesOf(problem.derived), estimateOf)),
      uncertainty: need("uncertainty", given.uncertainty, (value) => uncertaintyOf(value, n, covered)),
      // Last: V8 takes ten times as long to add parts to a spread object as large as this.
      ...plain,
    };
  });
}

/**
 * Reads the parts of a result that do not depend on its model.
 * @throws FitError `notAResult`
 */
export function readPlainResult(value: unknown, call: string, position: number): PlainResult {
  return refusing(notAResult(call, position), () => plainOf(resultIn(value, "aic")));
}

/**
 * Reads all estimates of a result, whatever its model.
 * @throws FitError `notAResult`
 */
export function readEstimates(value: unknown, call: string): ReadEstimates {
  return refusing(notAResult(call, 1), () => {
    const given = resultIn(value, "params");
    const all = (value: unknown) => (isGroup(value) ? estimatesOf(value, Object.keys(value), estimateOf) : undefined);
    return {
      params: need("params", given.params, all),
      derived: need("derived", given.derived, all),
      ...plainOf(given),
    };
  });
}

function notAResult(call: string, position: number): (found: string) => FitError {
  return (found) => new FitError(runtimeMessages.notAResult({ position, call, found }));
}

function refusing<T>(refuse: (found: string) => FitError, read: () => T): T {
  return reading("the result", () => {
    try {
      return read();
    } catch (error) {
      throw error instanceof Wrong ? refuse(error.found) : error;
    }
  });
}

function plainOf(given: Given) {
  return {
    model: need("model", given.model, text),
    specSha256: need("specSha256", given.specSha256, text),
    success: need("success", given.success, flag),
    message: need("message", given.message, text),
    solver: need("solver", given.solver, solver),
    loss: need("loss", given.loss, text),
    lossScale: need("lossScale", given.lossScale, number),
    compat: need("compat", given.compat, compat),
    sigma: need("sigma", given.sigma, sigma),
    level: need("level", given.level, level),
    rows: need("rows", given.rows, count),
    residuals: need("residuals", given.residuals, count),
    rank: need("rank", given.rank, count),
    dof: need("dof", given.dof, count),
    cost: need("cost", given.cost, number),
    chi2: need("chi2", given.chi2, number),
    reducedChi2: need("reducedChi2", given.reducedChi2, numberOrNull),
    aic: need("aic", given.aic, numberOrNull),
    aicc: need("aicc", given.aicc, numberOrNull),
    bic: need("bic", given.bic, numberOrNull),
  } satisfies Partial<FitResult>;
}

/**
 * @param part one that every result has
 * @throws Wrong unless `value` looks like a result at all
 */
function resultIn(value: unknown, part: keyof FitResult): Given {
  if (isGroup(value) && part in value) return value;
  throw new Wrong(show(value));
}

/** @throws Wrong unless `read` accepts the value of a part of the result */
function need<T>(name: keyof FitResult, value: unknown, read: Read<T>): T {
  const part = read(value);
  if (part !== undefined) return part;
  throw new Wrong(`an object whose '${name}' is ${show(value)}`);
}

function namesOf(infos: readonly { readonly name: string }[]): readonly string[] {
  return infos.map(({ name }) => name);
}

function isGroup(value: unknown): value is object {
  return isObject(value) && !Array.isArray(value);
}

/** A model may have parameters with names that every object has, such as `constructor`. */
function partOf(group: object, name: string): unknown {
  return Object.hasOwn(group, name) ? (group as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** The estimates with these names. */
function estimatesOf<T>(value: unknown, names: readonly string[], read: Read<T>): Estimates<T> | undefined {
  if (!isGroup(value)) return undefined;
  const estimates = new Map<string, T>();
  for (const name of names) {
    const estimate = read(partOf(value, name));
    if (estimate === undefined) return undefined;
    estimates.set(name, estimate);
  }
  return estimates;
}

function estimateOf(estimate: unknown): Value | undefined {
  if (!isGroup(estimate)) return undefined;
  const parts: Parts<Estimate> = estimate;
  const value = number(parts.value);
  const stderr = numberOrNull(parts.stderr);
  return value === undefined || stderr === undefined ? undefined : { value, stderr };
}

function paramOf(estimate: unknown): BoundedEstimate | undefined {
  const own = estimateOf(estimate);
  if (own === undefined || !isGroup(estimate)) return undefined;
  const { value, stderr } = own;
  const parts: Parts<ParamEstimate> = estimate;
  // JSON has turned an infinite bound into null.
  const lower = numberOrNull(parts.lower ?? Number.NEGATIVE_INFINITY);
  const upper = numberOrNull(parts.upper ?? Number.POSITIVE_INFINITY);
  if (lower == null || upper == null) return undefined;
  return lower < upper && !(value < lower) && !(value > upper) ? { value, stderr, lower, upper } : undefined;
}

/** At least one free parameter, each once, in the order of the spec. */
function freeOf(value: unknown, { free, params }: FitProblem): readonly string[] | undefined {
  const names = free.map((param) => params[param]?.name ?? "");
  if (!Array.isArray(value) || value.length === 0 || value.length > names.length) return undefined;
  const given = listOf(value, value.length, text) ?? [];
  const found = names.filter((name) => given.includes(name));
  return found.length === value.length && found.every((name, j) => name === given[j]) ? found : undefined;
}

/** @param covered number of parameters whose directions are in the root, or not determined */
function uncertaintyOf(value: unknown, n: number, covered: number): Uncertainty | undefined {
  if (!isGroup(value)) return undefined;
  const parts: Parts<Uncertainty> = value;
  const root = matrixOf(parts.root, n);
  const undetermined = matrixOf(parts.undetermined, n);
  const scales = numbersOf(parts.scales, n);
  if (root === undefined || undetermined === undefined || scales === undefined) return undefined;
  const directions = (root[0]?.length ?? 0) + (undetermined[0]?.length ?? 0);
  return directions < covered ? undefined : { root, undetermined, scales };
}

/** n rows, all of the same length of at most n. */
function matrixOf(value: unknown, n: number): readonly (readonly number[])[] | undefined {
  const [first] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const width = Array.isArray(first) ? first.length : Number.NaN;
  return width <= n ? listOf(value, n, (row) => numbersOf(row, width)) : undefined;
}

/** A loop of its own: these are most of the values of a result. */
function numbersOf(value: unknown, length: number): readonly number[] | undefined {
  if (!Array.isArray(value) || value.length !== length) return undefined;
  const numbers: number[] = [];
  for (let i = 0; i < length; i++) {
    const item: unknown = value[i];
    if (item !== null && typeof item !== "number") return undefined;
    numbers.push(item ?? Number.NaN);
  }
  return numbers;
}

function listOf<T>(value: unknown, length: number, read: Read<T>): readonly T[] | undefined {
  if (!Array.isArray(value) || value.length !== length) return undefined;
  const list: T[] = [];
  for (let i = 0; i < length; i++) {
    const item = read(value[i]);
    if (item === undefined) return undefined;
    list.push(item);
  }
  return list;
}
