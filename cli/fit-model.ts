import { dirname, isAbsolute, join } from "node:path";
import type { CheckedModel } from "../compiler/model/checked-model.js";
import { version } from "../compiler/version.js";
import { type Diagnostic, type Location, locate } from "../diagnostics/index.js";
import type { LoadedData } from "../runtime/data/index.js";
import type { FitError, FitOptions, FitResult, Fitter, Profiles } from "../runtime/index.js";
import type { Console } from "./console.js";
import type { Entries } from "./entries.js";
import { printDiagnostics } from "./print-diagnostics.js";
import { namelessInput, readInput } from "./read-spec.js";
import { resultToJson } from "./report/json.js";
import { report } from "./report/report.js";
import { type ExitStatus, exitStatus, UsageError } from "./usage-error.js";

/** One model, as the compiler knows it and as it runs. */
export interface FitJob {
  readonly model: CheckedModel;
  readonly fitter: Fitter;
}

/** What the command line asks for beyond what the model says. */
export interface FitRequest {
  readonly options: FitOptions;
  /** Values for parameters of any of the models. */
  readonly start: ReadonlyMap<string, number>;
  readonly fixed: readonly string[];
  readonly json: boolean;
  /** Profiles are reported beside the fit. */
  readonly profile?: boolean;
  /** The data in place of the model's; null for the model's. */
  readonly data: GivenData | null;
}

/** The data file that the command line names, or standard input. */
export interface GivenData {
  readonly path: string;
  /** What was read from standard input, which the models of a file share; null for a file. */
  readonly input: Uint8Array | null;
}

/** @param files the models, which may come from standard input themselves */
export function readGivenData(files: readonly string[], data: string | undefined): GivenData | null {
  if (data === undefined) return null;
  if (data !== "-") return { path: data, input: null };
  if (files.includes("-")) throw new UsageError("the model and its data cannot both come from standard input");
  return { path: namelessInput, input: readInput() };
}

/** A fit that was made, whether it converged or not. */
export interface MadeFit extends FitJob {
  readonly result: FitResult;
  /** Null where the model has no columns. */
  readonly loaded: LoadedData | null;
  /** The covariance matrix of the observations as an option, where the model declares one. */
  readonly covariance: Pick<FitOptions, "covariance">;
}

/** Reads the data of a model, fits it and writes the report. */
export async function fitModel(
  job: FitJob,
  request: FitRequest,
  console: Console,
  entries: Entries,
): Promise<ExitStatus> {
  const made = await makeFit(job, request, console, entries);
  if (made === null) return exitStatus.wrongInput;
  const { loaded } = made;
  const found =
    request.profile === true && made.result.success ? await makeProfiles(made, request, console, entries) : null;
  const profiles = found?.profiles ?? null;
  const result = { ...made.result, warnings: [...made.result.warnings, ...(found?.warnings ?? [])] };
  const { paintOut: paint, width, quiet } = console;
  const text = request.json
    ? `${resultToJson(result, { version, dataSha256: loaded?.sha256 ?? null, profiles })}\n`
    : report(result, job.fitter.problem, {
        paint,
        width,
        quiet,
        profiles: request.profile === true && !result.success ? [] : profiles,
      });
  console.out(text);
  if (!result.success) return exitStatus.notConverged;
  return request.profile === true && profiles === null ? exitStatus.wrongInput : exitStatus.done;
}

/** The profiles of a fit; null, and the reason is written, where it can have none. */
async function makeProfiles(
  { model, fitter, result, loaded, covariance }: MadeFit,
  request: FitRequest,
  console: Console,
  entries: Entries,
): Promise<Profiles | null> {
  const { FitError, profiles } = await entries.runtime();
  try {
    return profiles(fitter, result, loaded?.columns ?? new Map(), covariance);
  } catch (error) {
    if (!(error instanceof FitError)) throw error;
    printDiagnostics(console, [toDiagnostic(error, model, request, loaded)]);
    return null;
  }
}

/** Reads the data of a model and fits it; null, and the reason is written, where data or options are wrong. */
export async function makeFit(
  job: FitJob,
  request: FitRequest,
  console: Console,
  entries: Entries,
): Promise<MadeFit | null> {
  const { FitError } = await entries.runtime();
  let loaded: LoadedData | null = null;
  try {
    loaded = await loadColumns(job, request, entries);
    const covariance = await loadCovariance(job.model, entries);
    const options = { ...optionsFor(job.fitter, request), ...covariance };
    const result = job.fitter.fit(loaded?.columns ?? new Map(), options);
    return { ...job, result, loaded, covariance };
  } catch (error) {
    if (!(error instanceof FitError)) throw error;
    printDiagnostics(console, [toDiagnostic(error, job.model, request, loaded)]);
    return null;
  }
}

/** The columns of the model's data file, or of that given in its place; null where the model has no columns. */
async function loadColumns(
  { model, fitter }: FitJob,
  { data }: FitRequest,
  entries: Entries,
): Promise<LoadedData | null> {
  if (fitter.info.columns.length === 0) return null;
  const { loadData } = await entries.data();
  if (data !== null) {
    const { path, input } = data;
    // Standard input has no extension that tells its format.
    const format = input === null ? undefined : (model.data?.format ?? "csv");
    return loadData(fitter.info, input ?? path, { path, ...(format === undefined ? {} : { format }) });
  }
  if (model.data === null) {
    throw new UsageError(`model '${model.name}' declares no data file`, "give one with --data FILE");
  }
  const { path, format } = model.data;
  return loadData(fitter.info, pathBeside(model.source.path, path), { format });
}

async function loadCovariance({ covariance, source }: CheckedModel, entries: Entries): Promise<MadeFit["covariance"]> {
  if (covariance === null) return {};
  const { readMatrix } = await entries.data();
  return { covariance: readMatrix(pathBeside(source.path, covariance.path)) };
}

/** A path that a model names is relative to the model. */
function pathBeside(model: string, path: string): string {
  return isAbsolute(path) ? path : join(dirname(model), path);
}

/** Of the values and names on the command line those that concern this model; a parameter that it fixes stays fixed. */
function optionsFor({ info }: Fitter, { options, start, fixed }: FitRequest): FitOptions {
  return {
    ...options,
    start: new Map([...start].filter(([name]) => info.params.includes(name))),
    fixed: fixed.filter((name) => info.free.includes(name)),
  };
}

/**
 * With the place where the user can mend it: the declaration of the parameter at fault, the cell or the row of the data
 * file, else the data block of the model, else the model.
 */
function toDiagnostic(
  error: FitError,
  { source, data, covariance, columns, params, span }: CheckedModel,
  request: FitRequest,
  loaded: LoadedData | null,
): Diagnostic {
  const { diagnostic, row, column } = error;
  const param = params.find(({ name }) => name.text === error.param);
  if (param !== undefined) return { ...diagnostic, location: locate(source, param.name.span) };
  const inFile = error.location ?? (row === null || loaded === null ? null : locateRow(loaded, row, column, columns));
  if (inFile !== null) return { ...diagnostic, location: inFile };
  if (covariance !== null && error.about === "covariance") {
    return { ...diagnostic, location: locate(source, covariance.pathSpan) };
  }
  if (error.about !== "data") return { ...diagnostic, location: locate(source, span) };
  // Another file than the model's own was asked for by name; the message tells which.
  return { ...diagnostic, location: data === null || request.data !== null ? null : locate(source, data.pathSpan) };
}

/** The cell, where the column is known, else the beginning of the row's line. */
function locateRow(
  loaded: LoadedData,
  row: number,
  column: string | null,
  columns: CheckedModel["columns"],
): Location | null {
  if (column !== null) return loaded.locate(row, column);
  const cells = columns.map(({ name }) => loaded.locate(row, name.text)).filter((cell) => cell !== null);
  const [first] = cells;
  return first === undefined ? null : { ...first, start: { line: first.start.line, column: 1 } };
}
