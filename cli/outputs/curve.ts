import { didYouMean, listed } from "../../diagnostics/index.js";
import { mostPoints } from "../../report/tables/points.js";
import type { Fitter } from "../../runtime/index.js";
import { UsageError } from "../usage-error.js";
import type { Output, OutputOptions } from "./output.js";
import { readPoints } from "./points.js";
import { tableFile } from "./table-file.js";

/**
 * `--curve FILE`: the fitted curve with its bands, at the points that `--at` gives.
 * @throws UsageError for a file of an unknown format, or points that cannot be read
 */
export function curveOutput({ curve: path, at = [] }: OutputOptions): Output | null {
  if (path === undefined) {
    if (at.length > 0) throw new UsageError("--at needs --curve FILE");
    return null;
  }
  const given = readPoints(at);
  return tableFile(path, {
    option: "--curve",
    check: (fitter) => checkPredictors(fitter, [...given.keys()]),
    make({ fitter, result, data }, { curveAxes, curveTable }) {
      const { open, points } = curveAxes(fitter, data, given);
      if (open.length > 0) throw needsValues(open);
      if (points > mostPoints) throw tooManyPoints(points);
      return curveTable(fitter, result, data, { at: given });
    },
  });
}

/** @throws UsageError for a model without predictors, or for points of something else */
function checkPredictors({ problem }: Fitter, names: readonly string[]): void {
  const predictors = problem.columns.filter(({ predictor }) => predictor).map(({ name }) => name);
  if (predictors.length === 0) {
    throw new UsageError(`no prediction of model '${problem.model}' depends on a column, so that there is no curve`);
  }
  for (const name of names) {
    if (predictors.includes(name)) continue;
    const exists = problem.columns.some((column) => column.name === name);
    throw new UsageError(
      exists ? `--at needs a predictor, and '${name}' is none` : `--at: unknown column '${name}'`,
      (exists ? null : didYouMean(name, predictors)) ?? `use one of: ${predictors.join(", ")}`,
    );
  }
}

function needsValues(open: readonly string[]): UsageError {
  const example = open.map((name) => `--at ${name}=0:10:0.1`).join(" ");
  return new UsageError(`--curve needs values of ${quoted(open)}, which vary in the data`, `for example ${example}`);
}

function tooManyPoints(points: number): UsageError {
  return new UsageError(`--curve has ${points} points, and at most ${mostPoints} are allowed`, "give fewer with --at");
}

function quoted(names: readonly string[]): string {
  return listed(names.map((name) => `'${name}'`));
}
