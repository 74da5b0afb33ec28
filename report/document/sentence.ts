import { listed, plural, printable } from "../../diagnostics/index.js";
import type { FitProblem, FitResult } from "../../runtime/index.js";
import type { ReportSource } from "./document.js";
import { ownValue } from "./estimates.js";
import { displayName } from "./names.js";
import { formatNumber, formatWithError } from "./numbers.js";

/** An equation longer than this is not quoted, and more parameters than these are only counted. */
const longestEquation = 120;
const mostParams = 8;

const methods: Readonly<Record<FitResult["solver"], string>> = {
  lm: "Levenberg-Marquardt",
  trf: "trust region reflective",
  dogbox: "dogleg in a box",
};

/** What was done and what came out, in one sentence that a paper can quote. */
export function sentenceOf({ result, problem, provenance }: ReportSource): string {
  const versions = (provenance?.versions ?? []).slice(0, 1).map((version) => version.join(" "));
  const tools = [methods[result.solver], ...versions].join(", ");
  const file = provenance?.data == null ? "" : ` of ${printable(provenance.data.path)}`;
  const what = `The model ${displayName(result.model)}${equation(problem)} was fitted to ${plural(result.rows, "row")}${file} by ${method(result, problem)} (${tools})`;
  if (!result.success) return `${what}, but the fit is not a result: ${printable(result.message)}.`;
  const listedParams = problem.params.slice(0, mostParams).map((param) => valueText(param, result));
  const hidden = problem.params.length - listedParams.length;
  const all = hidden === 0 ? listedParams : [...listedParams, plural(hidden, "further parameter")];
  return `${what}: ${listed(all, "and")} (${quality(result, problem)}).`;
}

function equation({ statements }: FitProblem): string {
  const [only, ...others] = statements.filter(({ kind }) => kind !== "prior");
  if (only === undefined || others.length > 0 || only.kind !== "fit" || only.text.length > longestEquation) return "";
  return `, ${printable(only.text.replace(/^fit /, ""))},`;
}

function method({ loss, lossScale, sigma }: FitResult, { separable, covariance, statements }: FitProblem): string {
  const linear = separable !== null && separable.nonlinear.length === 0 && loss === "linear";
  const kind = linear ? "linear" : "nonlinear";
  const weighted =
    covariance !== null ? "generalized " : sigma === "none" ? "" : `${sigma === "absolute" ? "sigma-" : ""}weighted `;
  const robust = loss === "linear" ? "" : ` with the loss ${printable(loss)}${scaleText(loss, lossScale)}`;
  const priors = statements.some((statement) => statement.kind === "prior") ? " with priors" : "";
  return `${weighted}${kind} least squares${robust}${priors}`;
}

function scaleText(loss: string, scale: number): string {
  return loss === "custom" || loss === "mixed" ? "" : `(${formatNumber(scale)})`;
}

/** `a = 2.83 ± 0.18 V` */
function valueText({ name, unit }: FitProblem["params"][number], result: FitResult): string {
  const { value, stderr, fixed, atBound } = ownValue(result.params, name);
  const [number, error] = formatWithError(value, stderr);
  const withError = stderr !== null && Number.isFinite(stderr) ? `${number} ± ${error}` : number;
  const state = fixed
    ? " (fixed)"
    : atBound !== null
      ? ` (at its ${atBound} bound)`
      : stderr !== null && !Number.isFinite(stderr)
        ? " (not determined)"
        : "";
  return `${displayName(name)} = ${withError}${unit === null ? "" : ` ${printable(unit)}`}${state}`;
}

function quality({ sandwich, reducedChi2, dof, sigma }: FitResult, { statements, columns }: FitProblem): string {
  const errors = sandwich === null ? "standard error" : `${sandwich} standard error`;
  const known = sigma === "absolute" ? ", sigma known" : "";
  const freedom = `${plural(dof, "degree")} of freedom`;
  if (reducedChi2 === null) return `± ${errors}${known}; ${freedom}`;
  if (sigma !== "none") return `± ${errors}${known}; reduced chi2 ${formatNumber(reducedChi2, 4)}, ${freedom}`;
  // Without a sigma, chi-square has a unit and says nothing of how good the fit is.
  const units = new Set(statements.map(({ observed }) => columns[observed]?.unit ?? null));
  const [unit = null] = units.size === 1 ? units : [];
  const deviation = `${formatNumber(Math.sqrt(reducedChi2), 3)}${unit === null ? "" : ` ${printable(unit)}`}`;
  return `± ${errors}; residual standard deviation ${deviation}, ${freedom}`;
}
