import { listed, type Paint, plural, printable, renderDiagnostic } from "../../diagnostics/index.js";
import type { Estimate, FitProblem, FitResult, Intervals, ParamEstimate, Profile } from "../../runtime/index.js";
import { minimaColumns } from "../document/minima.js";
import { displayName, noiseText } from "../document/names.js";
import {
  formatNumber,
  formatPercent,
  formatToPlace,
  formatWithError,
  intervalTitle,
  lastPlace,
} from "../document/numbers.js";
import { profileColumns } from "../document/profiles.js";
import { column, layoutTable, type TableColumn } from "../document/table.js";

/** The smallest absolute correlation reported. */
const notableCorrelation = 0.1;
/** The largest number of correlations reported; a model of thirty parameters has 435. */
const mostCorrelations = 20;

export interface ReportOptions {
  readonly paint: Paint;
  /** Width of the terminal in columns. */
  readonly width: number;
  /** True to leave out the warnings. */
  readonly quiet: boolean;
  /** Omitted or null if profiles were not requested; empty if the fit did not converge. */
  readonly profiles?: readonly Profile[] | null;
  /** The intervals at levels other than that of the fit. */
  readonly further?: readonly FurtherLevel[];
}

/** The intervals at a level other than that of the fit. */
export interface FurtherLevel extends Intervals {
  /** Null if profiles were not requested, or the fit did not converge. */
  readonly profiles: readonly Profile[] | null;
}

/** The result of a fit as text for a person to read; every line ends with a line break. */
export function report(result: FitResult, problem: FitProblem, options: ReportOptions): string {
  const { paint, width, quiet, profiles = null, further = [] } = options;
  const title = (text: string) => paint("bold", text);
  const table = (columns: readonly TableColumn[]) => layoutTable(columns, width, (text) => paint("dim", text));
  const sections: (readonly string[])[] = [
    [
      title(displayName(result.model)),
      ...problem.statements.map(statementLine),
      ...orderLines(problem),
      ...covarianceLine(problem),
    ],
    outcome(result, paint),
    [title("parameters"), ...table(paramColumns(result, problem, further))],
  ];
  if (problem.derived.length > 0) {
    sections.push([title("derived quantities"), ...table(derivedColumns(result, problem, further))]);
  }
  if (profiles !== null) {
    const levels = [profiles, ...further.map((each) => each.profiles ?? [])];
    const lines = profiles.length > 0 ? table(profileColumns(levels)) : ["  none: the fit did not converge"];
    sections.push([title("profile likelihood"), ...lines]);
  }
  if (result.minima !== null)
    sections.push([title("minima found"), ...table(minimaColumns(result.minima, result.free))]);
  const correlations = notableCorrelations(result);
  if (correlations.length > 0) {
    sections.push([title(`correlations above ${notableCorrelation} in absolute value`), ...correlations]);
  }
  sections.push([title("goodness of fit"), ...goodness(result)]);
  if (result.warnings.length > 0 && !quiet) {
    const line = (message: FitResult["warnings"][number]) =>
      renderDiagnostic({ ...message, location: null }, { frame: false, paint });
    sections.push([title("warnings"), ...result.warnings.map((message) => `  ${line(message)}`)]);
  }
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** The statement as written in the model, with the noise and the loss that apply to it. */
function statementLine(statement: FitProblem["statements"][number]): string {
  const { kind, text, noise, lossName, lossScale } = statement;
  if (kind === "prior") return `  ${printable(text)}`;
  const parts = [
    ...(noise === null ? [] : [noiseText(noise)]),
    ...(lossName === "linear" ? [] : [`loss ${lossName}(${formatNumber(lossScale)})`]),
  ];
  return `  ${printable(text)}${parts.length === 0 ? "" : printable(` { ${parts.join("  ")} }`)}`;
}

function orderLines({ order, params }: FitProblem): string[] {
  return order.map((chain) => `  order ${printable(chain.map((param) => params[param]?.name ?? "").join(" < "))}`);
}

function covarianceLine({ covariance }: FitProblem): string[] {
  if (covariance === null) return [];
  const { path, absolute } = covariance;
  return [`  covariance ${printable(JSON.stringify(path))} ${absolute ? "absolute" : "relative"}`];
}

/**
 * How the fit stopped. This comes first: a fit that did not converge must not be mistaken for one
 * that did.
 */
function outcome(result: FitResult, paint: Paint): string[] {
  const effort = `${plural(result.nfev, "evaluation")} of the residuals, ${result.njev} of the Jacobian, ${result.solver}`;
  const text = `  ${printable(result.message)} (${effort})`;
  if (result.success) return result.fromStart === null ? [text] : [text, ...searched(result.fromStart)];
  const lost = Object.entries(result.derived).filter(([, { value }]) => !Number.isFinite(value));
  const hasValues = [result.cost, ...Object.values(result.params).map(({ value }) => value)].every(Number.isFinite);
  if (result.status > 0 && lost.length > 0 && hasValues) {
    const names = lost.map(([name]) => `'${printable(name)}'`);
    const what = names.length === 1 ? "the derived quantity" : "the derived quantities";
    return [paint("red", `  CONVERGED, BUT WITHOUT A VALUE for ${what} ${listed(names, "and")}`), paint("red", text)];
  }
  const reason =
    result.status > 0
      ? "some quantities are not finite where the solver stopped."
      : "the solver did not converge, and these are the values where it stopped.";
  return [paint("red", `  THIS IS NOT A FIT: ${reason}`), paint("red", text)];
}

/** What the fit from the given start values came to, where a search found a lower minimum. */
function searched({ success, message, cost }: FitResult): string[] {
  const end = success ? "it converged" : printable(message);
  return [`  found by a search; from the start values: ${end}, at a cost of ${formatNumber(cost)}`];
}

type Further = readonly Intervals[];

function paramColumns(result: FitResult, problem: FitProblem, further: Further): TableColumn[] {
  const rows = problem.params.map((info) => ({ info, estimate: ownValue(result.params, info.name) }));
  return [
    column("parameter", "left", rows, ({ info }) => displayName(info.name)),
    ...estimateColumns(rows, levelsOf(result, further, "params")),
    column("start", "right", rows, ({ estimate }) => formatNumber(estimate.init)),
    column("bounds", "left", rows, ({ info, estimate }) => formatBounds(estimate, info)),
    column("note", "left", rows, ({ estimate }) => note(estimate)),
  ];
}

function derivedColumns(result: FitResult, problem: FitProblem, further: Further): TableColumn[] {
  const rows = problem.derived.map((info) => ({ info, estimate: ownValue(result.derived, info.name) }));
  return [
    column("quantity", "left", rows, ({ info }) => displayName(info.name)),
    ...estimateColumns(rows, levelsOf(result, further, "derived")),
    column("note", "left", rows, ({ estimate: { value, stderr } }) =>
      !Number.isFinite(value) ? "not finite" : stderr === Number.POSITIVE_INFINITY ? undetermined : "",
    ),
  ];
}

/** The intervals of one level, by name. */
interface Level {
  readonly level: number;
  readonly intervalOf: (name: string) => Estimate["ci95"];
}

function levelsOf(result: FitResult, further: Further, kind: "params" | "derived"): readonly Level[] {
  const own = { level: result.level, intervalOf: (name: string) => ownValue<Estimate>(result[kind], name).ci95 };
  const others = further.map((each) => ({
    level: each.level,
    intervalOf: (name: string) => ownValue(each[kind], name),
  }));
  return [own, ...others];
}

interface EstimateRow {
  readonly info: { readonly name: string; readonly unit: string | null };
  readonly estimate: Estimate;
}

function estimateColumns(rows: readonly EstimateRow[], levels: readonly Level[]): TableColumn[] {
  return [
    column("value", "right", rows, ({ estimate }) => formatWithError(estimate.value, estimate.stderr)[0]),
    column("std. error", "right", rows, ({ estimate }) => formatWithError(estimate.value, estimate.stderr)[1]),
    column("unit", "left", rows, ({ info }) => printable(info.unit ?? "")),
    column("rel. error", "right", rows, ({ estimate: { value, stderr } }) =>
      stderr === null ? "" : formatPercent(stderr === 0 ? 0 : stderr / Math.abs(value)),
    ),
    ...levels.map(({ level, intervalOf }) =>
      column(intervalTitle(level), "left", rows, ({ info, estimate }) =>
        formatInterval(estimate.stderr, intervalOf(info.name)),
      ),
    ),
  ];
}

const undetermined = "not determined";

function note({ fixed, atBound, stderr }: ParamEstimate): string {
  if (fixed) return "fixed";
  if (atBound !== null) return `at ${atBound} bound`;
  return stderr === Number.POSITIVE_INFINITY ? undetermined : "";
}

function formatInterval(stderr: number | null, interval: Estimate["ci95"]): string {
  if (interval === null || stderr === null) return "";
  const ends = interval.map((end) => {
    return Number.isFinite(stderr) && stderr > 0 ? formatToPlace(end, lastPlace(stderr)) : formatNumber(end);
  });
  return `[${ends.join(", ")}]`;
}

function formatBounds(
  { lower, upper }: ParamEstimate,
  { lowerOpen, upperOpen }: { readonly lowerOpen: boolean; readonly upperOpen: boolean },
): string {
  if (lower === Number.NEGATIVE_INFINITY && upper === Number.POSITIVE_INFINITY) return "";
  const left = lowerOpen || lower === Number.NEGATIVE_INFINITY ? "(" : "[";
  const right = upperOpen || upper === Number.POSITIVE_INFINITY ? ")" : "]";
  return `${left}${formatNumber(lower)}, ${formatNumber(upper)}${right}`;
}

function notableCorrelations({ free, correlation }: FitResult): string[] {
  if (correlation === null) return [];
  const pairs = free.flatMap((a, i) =>
    free
      .slice(0, i)
      .map((b, j) => ({ names: `${displayName(b)}, ${displayName(a)}`, value: correlation[i]?.[j] ?? 0 })),
  );
  const notable = pairs
    .filter(({ value }) => Math.abs(value) > notableCorrelation)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const shown = notable.slice(0, mostCorrelations);
  const lines = layoutTable(
    [
      column("", "left", shown, ({ names }) => names),
      column("", "right", shown, ({ value }) => formatCorrelation(value)),
    ],
    Number.POSITIVE_INFINITY,
    (text) => text,
  ).slice(1);
  const hidden = notable.length - shown.length;
  return hidden === 0 ? lines : [...lines, `  and ${hidden} more; --json has them all`];
}

/**
 * Three decimals, or more if the value would otherwise be rounded to one: 1 - 1e-6 is `0.999999`.
 */
function formatCorrelation(value: number): string {
  const distance = 1 - Math.abs(value);
  const decimals = distance > 0 && distance < 0.001 ? Math.min(15, Math.ceil(-Math.log10(distance))) : 3;
  return value.toFixed(decimals);
}

function goodness(result: FitResult): string[] {
  const number = (value: number | null) => (value === null ? "" : formatNumber(value));
  const rows: readonly (readonly [string, string])[] = [
    ["rows", result.rowsDropped === 0 ? String(result.rows) : `${result.rows} (${result.rowsDropped} dropped)`],
    ["residuals", result.residuals === result.rows ? "" : String(result.residuals)],
    ["free parameters", String(result.free.length)],
    ["degrees of freedom", String(result.dof)],
    ["standard errors", result.sandwich === null ? "" : `sandwich, ${result.sandwich}`],
    ["cost", number(result.cost)],
    ["sum of squares", number(result.rss)],
    ["chi2", result.sigma === "none" ? "" : number(result.chi2)],
    ["reduced chi2", number(result.reducedChi2)],
    ["R2", number(result.r2)],
    ["AIC", number(result.aic)],
    ["AICc", number(result.aicc)],
    ["BIC", number(result.bic)],
  ];
  const shown = rows.filter(([, value]) => value !== "");
  return layoutTable(
    [column("", "left", shown, ([label]) => label), column("", "left", shown, ([, value]) => value)],
    Number.POSITIVE_INFINITY,
    (text) => text,
  ).slice(1);
}

/**
 * The value of a name. Every parameter and derived quantity of the problem is an own property of
 * the result.
 */
function ownValue<T>(values: Readonly<Record<string, T>>, name: string): T {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) throw new Error(`fitc bug: the result has no '${name}'`);
  return value;
}
