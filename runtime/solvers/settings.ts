import type { FitOptions } from "../api/fit-options.js";
import type { FitProblem } from "../contract/fit-problem.js";
import type { SolverName } from "../contract/solver.js";
import { type SolverOptions, solverOptions } from "../contract/solver-options.js";
import type { Outcome, Settings } from "./solver.js";

/**
 * The settings of a solver. Options of the call override those of the spec, which override the
 * defaults.
 *
 * The defaults are tight: exact derivatives reach such tolerances in one or two more iterations,
 * and SciPy's defaults stop a tenth of NIST's problems short of six digits. Under `compat: "scipy"`
 * the defaults are those of `leastsq` for `lm`, and of `least_squares` for `trf` and `dogbox`.
 *
 * @param indices the active free parameters, as indices into `problem.params`
 */
export function solverSettings(
  { solver, params }: Pick<FitProblem, "solver" | "params">,
  options: FitOptions,
  indices: readonly number[],
): Settings {
  const n = indices.length;
  const defaults = options.compat === "scipy" ? scipyDefaults(solver.method, n) : ownDefaults(n);
  const names = indices.map((param) => params[param]?.name ?? "");
  return {
    method: solver.method,
    scipy: options.compat === "scipy",
    ftol: tolerance(options.ftol, solver.ftol, defaults.ftol),
    xtol: tolerance(options.xtol, solver.xtol, defaults.xtol),
    gtol: tolerance(options.gtol, solver.gtol, defaults.gtol),
    maxEvals: options.maxEvals ?? solver.maxEvals ?? defaults.maxEvals,
    xScale: scaleOf(options.xScale ?? solver.xScale ?? defaults.xScale, names),
    factor: options.factor ?? solver.factor ?? defaults.factor,
  };
}

/** The number of starts, and the seed of the generator for those after the first. */
export function multiStartSettings(
  { solver }: Pick<FitProblem, "solver">,
  options: FitOptions,
): { readonly starts: number; readonly seed: number } {
  return {
    starts: options.starts ?? solver.starts ?? solverOptions.starts.default,
    seed: options.seed ?? solver.seed ?? solverOptions.seed.default,
  };
}

/** Whether a fit stopped by a tolerance that is looser than the default. */
export function isByLooseTolerance(stoppedBy: Outcome["stoppedBy"], { ftol, xtol, gtol }: Settings): boolean {
  const looseFtol = ftol > solverOptions.ftol.default;
  const looseXtol = xtol > solverOptions.xtol.default;
  switch (stoppedBy) {
    case "ftol":
      return looseFtol;
    case "xtol":
      return looseXtol;
    case "ftol and xtol":
      return looseFtol || looseXtol;
    default:
      return stoppedBy === "gtol" && gtol > solverOptions.gtol.default;
  }
}

/**
 * Whether a suspicious fit is followed by a search for a better minimum. SciPy does not search, so
 * neither does `compat: "scipy"`.
 */
export function searchWanted({ solver }: Pick<FitProblem, "solver">, options: FitOptions): boolean {
  return options.compat !== "scipy" && (options.search ?? solver.search ?? solverOptions.search.default);
}

/** The first tolerance that is given. Null switches the test off, as a tolerance of 0 does. */
function tolerance(option: number | null | undefined, spec: number | null | undefined, ours: number): number {
  return (option === undefined ? (spec === undefined ? ours : spec) : option) ?? 0;
}

type Scale = NonNullable<FitOptions["xScale"] | SolverOptions["xScale"]>;

/** One scale for each parameter; 1 for those that are not named. */
function scaleOf(scale: Scale, names: readonly string[]): Settings["xScale"] {
  if (scale === "jac") return scale;
  if (typeof scale === "number") return new Float64Array(names.length).fill(scale);
  const byName = new Map<string, number | undefined>(entriesOf(scale));
  return Float64Array.from(names, (name) => byName.get(name) ?? 1);
}

function entriesOf(scale: Exclude<Scale, number | string>): Iterable<readonly [string, number | undefined]> {
  if (isPairs(scale)) return scale;
  return typeof scale.entries === "function" ? scale.entries() : Object.entries(scale);
}

function isPairs(scale: object): scale is Exclude<NonNullable<SolverOptions["xScale"]>, number | string> {
  return Array.isArray(scale);
}

interface Defaults extends Omit<Settings, "method" | "scipy" | "xScale"> {
  readonly xScale: number | "jac";
}

function ownDefaults(n: number): Defaults {
  const { ftol, xtol, gtol, maxEvals, xScale, factor } = solverOptions;
  return {
    ftol: ftol.default,
    xtol: xtol.default,
    gtol: gtol.default,
    maxEvals: maxEvals.default(n),
    xScale: xScale.default,
    factor: factor.default,
  };
}

function scipyDefaults(method: SolverName, n: number): Defaults {
  return method === "lm"
    ? { ftol: 1.49012e-8, xtol: 1.49012e-8, gtol: 0, maxEvals: 100 * (n + 1), xScale: "jac", factor: 100 }
    : { ftol: 1e-8, xtol: 1e-8, gtol: 1e-8, maxEvals: 100 * n, xScale: 1, factor: 100 };
}
