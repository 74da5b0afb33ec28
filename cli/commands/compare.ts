import { version } from "../../compiler/version.js";
import { noiseText } from "../../report/document/names.js";
import { comparisonReport, comparisonToJson } from "../../report/printers/comparison.js";
import type { Console } from "../console.js";
import type { Entries } from "../entries.js";
import { type FitRequest, type MadeFit, makeFit, readGivenData } from "../fit-model.js";
import { loadJobs } from "../load-jobs.js";
import { printDiagnostics } from "../print-diagnostics.js";
import { readSpecs, type SpecOptions } from "../read-spec.js";
import { type ExitStatus, exitStatus, UsageError } from "../usage-error.js";

export interface CompareOptions extends SpecOptions {
  readonly json?: boolean;
  readonly data?: string;
}

export type CompareCommand = (
  files: readonly string[],
  options: CompareOptions,
  console: Console,
) => Promise<ExitStatus>;

/**
 * `fitc compare a.fit b.fit`: fits every model of the files to its data, which must be the same for
 * all, and compares the fits.
 */
export const compareWith =
  (entries: Entries): CompareCommand =>
  (files, options, console) =>
    compare(files, options, console, entries);

async function compare(
  files: readonly string[],
  options: CompareOptions,
  console: Console,
  entries: Entries,
): Promise<ExitStatus> {
  const request: FitRequest = {
    options: {},
    start: new Map(),
    fixed: [],
    json: options.json === true,
    data: readGivenData(files, options.data),
  };
  const loaded: Awaited<ReturnType<typeof loadJobs>>[] = [];
  for (const spec of await readSpecs(files, options)) loaded.push(await loadJobs(spec, console, entries));
  const jobs = loaded.flatMap((some) => some.jobs);
  if (loaded.some(({ failed }) => failed)) return exitStatus.wrongInput;
  if (jobs.length < 2) {
    throw new UsageError(
      "there is nothing to compare: the files contain only one model",
      "give two files, or one file with two models",
    );
  }
  const fits: MadeFit[] = [];
  for (const job of jobs) {
    const made = await makeFit(job, request, console, entries);
    if (made !== null) fits.push(made);
  }
  if (fits.length < jobs.length) return exitStatus.wrongInput;
  const failed = fits.filter(({ result }) => !result.success);
  for (const { result } of failed) console.note(`error: the fit of '${result.model}' failed: ${result.message}`);
  if (failed.length > 0) return exitStatus.notConverged;
  return await printComparison(fits, options, console, entries);
}

async function printComparison(
  fits: readonly MadeFit[],
  { json }: CompareOptions,
  console: Console,
  entries: Entries,
): Promise<ExitStatus> {
  const { compareFits, FitError, runtimeMessages } = await entries.runtime();
  try {
    const [first, ...others] = fits as readonly [MadeFit, ...MadeFit[]];
    for (const other of others) {
      const difference = differenceOf(first, other);
      if (difference === null) continue;
      throw new FitError(runtimeMessages.fitsNotComparable({ first: label(first), second: label(other), difference }));
    }
    const comparison = compareFits(first.result, ...others.map(({ result }) => result));
    console.out(
      json === true
        ? `${comparisonToJson(comparison, { version, dataSha256: first.loaded?.sha256 ?? null })}\n`
        : comparisonReport(comparison, fits, { paint: console.paintOut, width: console.width }),
    );
    return exitStatus.done;
  } catch (error) {
    if (!(error instanceof FitError)) throw error;
    printDiagnostics(console, [{ ...error.diagnostic, location: null }]);
    return exitStatus.wrongInput;
  }
}

/**
 * Why two fits are not of the same observations, as far as their results do not show it; null if
 * they are.
 */
function differenceOf(a: MadeFit, b: MadeFit): string | null {
  if (a.loaded?.sha256 !== b.loaded?.sha256) return "they read different data";
  if (rowsOf(a) !== rowsOf(b)) return "`where` and `missing` keep different rows";
  const [observedA, observedB] = [observationsOf(a), observationsOf(b)];
  return observedA === observedB ? null : `one observes ${observedA}, the other ${observedB}`;
}

function rowsOf({ fitter, loaded }: MadeFit): string {
  return loaded === null ? "" : fitter.rowIndex(loaded.columns).join();
}

/**
 * The observations and noise of the statements. A `residual` statement has no observation to
 * compare.
 */
function observationsOf({ fitter }: MadeFit): string {
  const { statements, covariance } = fitter.problem;
  const scale = covariance?.absolute === true ? "absolute" : "relative";
  const matrix = covariance === null ? "" : ` with \`covariance ${JSON.stringify(covariance.path)} ${scale}\``;
  const observed = statements
    .filter(({ kind }) => kind !== "prior")
    .map(({ kind, response, noise }) => {
      const what = kind === "fit" ? `\`${response}\`` : "a residual";
      return noise === null ? what : `${what} with \`${noiseText(noise)}\``;
    })
    .join(", ");
  return observed + matrix;
}

function label({ model }: MadeFit): string {
  return `'${model.name}' of ${model.source.path}`;
}
