import type { Estimate, FitResult, Profile } from "../../runtime/index.js";
import type { FurtherLevel, ReportDocument } from "../document/document.js";
import { goodnessMembers } from "../document/goodness.js";
import { type Members, rowMembers, type Table } from "../document/table.js";
import { jsonLine } from "./json-line.js";

export interface JsonContext {
  /** The version of fitc. */
  readonly version: string;
  /** SHA-256 of the bytes of the data file; null if the model reads no file. */
  readonly dataSha256: string | null;
}

/**
 * The line that `fitc run --json` writes for a model. Its shape is a promise: numbers have full
 * double precision, a non-finite number is the string `"nan"`, `"inf"` or `"-inf"`, and a value
 * that does not apply is null.
 */
export function printJson(
  { source, parameters, derived, provenance, sentence }: ReportDocument,
  context: JsonContext,
): string {
  const { result, problem, profiles = null, further = [] } = source;
  const line = {
    schema: 1,
    fitc: context.version,
    model: result.model,
    success: result.success,
    status: result.status,
    message: result.message,
    params: byName(problem.params, parameters),
    derived: byName(problem.derived, derived),
    ...goodnessMembers(result),
    nfev: result.nfev,
    njev: result.njev,
    minima: result.minima,
    from_start: result.fromStart === null ? null : fromStartToJson(result.fromStart),
    optimality: result.optimality,
    free: result.free,
    covariance: result.covariance,
    correlation: result.correlation,
    rank: result.rank,
    condition: result.condition,
    solver: result.solver,
    loss: result.loss,
    loss_scale: result.lossScale,
    sigma: result.sigma,
    spec_sha256: result.specSha256,
    data_sha256: context.dataSha256,
    command: provenance?.command ?? null,
    sentence,
    ...(source.provenance === undefined ? {} : { file: source.provenance.spec.path }),
    ...(profiles === null ? {} : { profile: profilesToJson(profiles) }),
    ...(further.length === 0 ? {} : { intervals: levelsToJson(result, profiles, further) }),
    warnings: result.warnings.map(({ code, message }) => ({ code, message })),
  };
  return jsonLine(inPromisedOrder(line));
}

/** The members in the order in which they were promised; additions follow. */
function inPromisedOrder(line: Members): Members {
  const last = promised.length;
  const place = (key: string) => (promised.includes(key) ? promised.indexOf(key) : last);
  return Object.fromEntries(Object.entries(line).sort(([a], [b]) => place(a) - place(b)));
}

const promised = [
  ..."schema fitc model success status message params derived".split(" "),
  ..."cost rss chi2 dof reduced_chi2 r2 aic aicc bic nfev njev minima from_start optimality rows rows_dropped".split(
    " ",
  ),
  ..."free covariance correlation sandwich rank condition solver loss loss_scale sigma".split(" "),
  ..."spec_sha256 data_sha256 profile intervals warnings".split(" "),
];

/** `Object.fromEntries` defines own properties, so a parameter may even be called `__proto__`. */
function byName(infos: readonly { readonly name: string }[], table: Table): Record<string, Members> {
  const rows = rowMembers(table);
  return Object.fromEntries(infos.map(({ name }, row) => [name, rows[row] ?? {}]));
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

function mapValues<T, U>(values: Readonly<Record<string, T>>, convert: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, convert(value)]));
}
