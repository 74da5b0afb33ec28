import type { StatementInfo } from "../../runtime/contract/fit-problem.js";
import type { Columns, FitProblem, FitResult, Fitter } from "../../runtime/index.js";
import type { NumberColumn } from "./table.js";

/** Columns with notes for their reader. */
export interface NotedColumns {
  readonly columns: readonly NumberColumn[];
  readonly notes: readonly string[];
}

/**
 * The prediction of a `fit` statement with its bands as columns. Where it has no value, nothing
 * else has one.
 *
 * @param statement index into `FitProblem.statements`
 * @param at the predictors, and other columns that the noise depends on
 */
export function bandColumns(
  fitter: Fitter,
  fit: FitResult,
  at: Columns<string>,
  { statement, level }: { readonly statement: number; readonly level: number },
): NotedColumns {
  const info = fitter.problem.statements[statement] as StatementInfo;
  const { value, stderr, lower, upper, prediction } = fitter.predict(fit, at, { response: info.response, level });
  const known = (values: readonly number[] | undefined) => {
    const own = new Array<number>(value.length).fill(Number.NaN);
    if (values === undefined) return own;
    for (let i = 0; i < own.length; i++) if (!Number.isNaN(value[i])) own[i] = values[i] as number;
    return own;
  };
  return {
    columns: [
      { name: "fitted", values: value },
      { name: "stderr", values: known(stderr) },
      { name: "lower", values: known(lower) },
      { name: "upper", values: known(upper) },
      { name: "prediction_lower", values: known(prediction?.lower) },
      { name: "prediction_upper", values: known(prediction?.upper) },
    ],
    notes:
      prediction === null ? [`no prediction band for '${info.response}': ${reason(fitter.problem, fit, info)}`] : [],
  };
}

/** Why there is no prediction band. */
function reason(problem: FitProblem, fit: FitResult, { noise }: StatementInfo): string {
  if (problem.covariance !== null) return "the covariance matrix says nothing about a new observation";
  if (fit.sigma !== "absolute" && fit.reducedChi2 === null) return "there are no degrees of freedom for the noise";
  return `its ${noise?.word ?? "noise"} is not known there`;
}

/** The columns of each statement, with its response in their names if there are several. */
export function joinedColumns(
  problem: FitProblem,
  parts: readonly { readonly statement: number; readonly made: NotedColumns }[],
): NotedColumns {
  return {
    columns: parts.flatMap(({ statement, made }) => {
      const end = parts.length === 1 ? "" : `_${problem.statements[statement]?.response ?? ""}`;
      return made.columns.map(({ name, values }) => ({ name: `${name}${end}`, values }));
    }),
    notes: parts.flatMap(({ made }) => made.notes),
  };
}
