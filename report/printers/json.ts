import type { Estimate, FitProblem, FitResult, ParamEstimate, Profile } from "../../runtime/index.js";
import { jsonLine } from "./json-line.js";
import type { FurtherLevel } from "./text.js";

/** Information that is not part of a result. */
export interface JsonContext {
  /** The version of fitc. */
  readonly version: string;
  /** Has the units of the parameters and the derived quantities. */
  readonly problem: Pick<FitProblem, "params" | "derived">;
  /** SHA-256 of the bytes of the data file; null if the model reads no file. */
  readonly dataSha256: string | null;
  /** Omitted or null if profiles were not requested. */
  readonly profiles?: readonly Profile[] | null;
  /** The intervals at levels other than that of the fit. */
  readonly further?: readonly FurtherLevel[];
}

/**
 * The line that `fitc run --json` writes for a model. Its shape is a promise: numbers have full
 * double precision, a non-finite number is the string `"nan"`, `"inf"` or `"-inf"`, and a value
 * that does not apply is null.
 */
export function resultToJson(result: FitResult, context: JsonContext): string {
  const { version, dataSha256, problem, profiles = null, further = [] } = context;
  const line = {
    schema: 1,
    fitc: version,
    model: result.model,
    success: result.success,
    status: result.status,
    message: result.message,
    params: withUnits(mapValues(result.params, paramToJson), problem.params),
    derived: withUnits(mapValues(result.derived, estimateToJson), problem.derived),
    cost: result.cost,
    rss: result.rss,
    chi2: result.chi2,
    dof: result.dof,
    reduced_chi2: result.reducedChi2,
    r2: result.r2,
    aic: result.aic,
    aicc: result.aicc,
    bic: result.bic,
    nfev: result.nfev,
    njev: result.njev,
    minima: result.minima,
    from_start: result.fromStart === null ? null : fromStartToJson(result.fromStart),
    optimality: result.optimality,
    rows: result.rows,
    rows_dropped: result.rowsDropped,
    free: result.free,
    covariance: result.covariance,
    correlation: result.correlation,
    sandwich: result.sandwich,
    rank: result.rank,
    condition: result.condition,
    solver: result.solver,
    loss: result.loss,
    loss_scale: result.lossScale,
    sigma: result.sigma,
    spec_sha256: result.specSha256,
    data_sha256: dataSha256,
    ...(profiles === null ? {} : { profile: profilesToJson(profiles) }),
    ...(further.length === 0 ? {} : { intervals: levelsToJson(result, profiles, further) }),
    warnings: result.warnings.map(({ code, message }) => ({ code, message })),
  };
  return jsonLine(line);
}

/** The fit from the given start values, where a search found a lower minimum. */
function fromStartToJson({ success, status, message, params, cost, rss }: FitResult): object {
  return { success, status, message, params: mapValues(params, ({ value }) => value), cost, rss };
}

/** The intervals at every level, that of the fit first. */
function levelsToJson(
  { level, params, derived }: FitResult,
  profiles: readonly Profile[] | null,
  further: readonly FurtherLevel[],
): object[] {
  const ci95 = ({ ci95 }: Estimate): Estimate["ci95"] => ci95;
  const own = { level, params: mapValues(params, ci95), derived: mapValues(derived, ci95), profiles };
  return [own, ...further].map(({ level, params, derived, profiles }) => ({
    level,
    params,
    derived,
    ...(profiles === null ? {} : { profile: profilesToJson(profiles) }),
  }));
}

function profilesToJson(profiles: readonly Profile[]): object {
  return Object.fromEntries(
    profiles.map(({ name, lower, upper, lowerAt, upperAt }) => [
      name,
      { lower, upper, lower_at: lowerAt, upper_at: upperAt },
    ]),
  );
}

function paramToJson(param: ParamEstimate): object {
  return {
    ...estimateToJson(param),
    init: param.init,
    lower: param.lower,
    upper: param.upper,
    fixed: param.fixed,
    at_bound: param.atBound,
  };
}

function estimateToJson({ value, stderr, ci95 }: Estimate): object {
  return { value, stderr, ci95 };
}

/** Each quantity with its unit; null if it is not known. */
function withUnits(values: Readonly<Record<string, object>>, infos: FitProblem["derived"]): Record<string, object> {
  const units = new Map(infos.map(({ name, unit }) => [name, unit]));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { ...value, unit: units.get(name) ?? null }]),
  );
}

/** `Object.fromEntries` defines own properties, so a parameter may even be called `__proto__`. */
function mapValues<T, U>(values: Readonly<Record<string, T>>, convert: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, convert(value)]));
}
