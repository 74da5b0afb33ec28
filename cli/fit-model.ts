import { dirname, isAbsolute, join } from "node:path";
import type { CheckedModel } from "../compiler/model/checked-model.js";
import { version } from "../compiler/version.js";
import { type Diagnostic, type Location, locate, type Message } from "../diagnostics/index.js";
import { buildDocument } from "../report/document/build.js";
import type { Provenance, ReportDocument } from "../report/document/document.js";
import { printJson } from "../report/printers/json.js";
import { printText } from "../report/printers/text.js";
import type { LoadedData } from "../runtime/data/index.js";
import type { FitError, FitOptions, FitResult, Fitter, Profiles } from "../runtime/index.js";
import type { Console } from "./console.js";
import type { Entries } from "./entries.js";
import type { FinishedFit, Output } from "./outputs/output.js";
import { printDiagnostics } from "./print-diagnostics.js";
import { namelessInput, readInput } from "./read-spec.js";
import { type ExitStatus, exitStatus, UsageError } from "./usage-error.js";

/** A model, both as the compiler sees it and as a fitter. */
export interface FitJob {
  readonly model: CheckedModel;
  readonly fitter: Fitter;
}

/** What the command line asks for in addition to the model. */
export interface FitRequest {
  readonly options: FitOptions;
  /** The levels at which intervals are reported in addition to that of the options. */
  readonly furtherLevels?: readonly number[];
  /** Start values for parameters of any of the models. */
  readonly start: ReadonlyMap<string, number>;
  readonly fixed: readonly string[];
  readonly json: boolean;
  /** The language of the tables to print in place of the report. */
  readonly tables?: "latex" | "markdown" | undefined;
  /** True to report profiles in addition to the fit. */
  readonly profile?: boolean;
  /** Data that replace those of the model; null to use the model's. */
  readonly data: GivenData | null;
  /** What is written in addition to the result. */
  readonly outputs?: readonly Output[];
  /** The command line, as one types it in a shell. */
  readonly command?: string;
}

/** The data file named on the command line, or standard input. */
export interface GivenData {
  readonly path: string;
  /** The content of standard input, which all models of a file share; null for a file. */
  readonly input: Uint8Array | null;
}

/** @param files the model files, one of which may be standard input */
export function readGivenData(files: readonly string[], data: string | undefined): GivenData | null {
  if (data === undefined) return null;
  if (data !== "-") return { path: data, input: null };
  if (files.includes("-")) throw new UsageError("the model and its data cannot both come from standard input");
  return { path: namelessInput, input: readInput("data") };
}

/** A finished fit, whether it converged or not. */
export interface MadeFit extends FitJob {
  readonly result: FitResult;
  /** Null if the model has no columns. */
  readonly loaded: LoadedData | null;
  /** The covariance matrix of the observations as an option, if the model declares one. */
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
  const levels = [made.result.level, ...(request.furtherLevels ?? [])];
  const found =
    request.profile === true && made.result.success
      ? await makeProfiles(made, levels, request, console, entries)
      : null;
  const { intervals } = await entries.runtime();
  const [first, ...further] = levels.map((level, i) => ({
    ...intervals(made.result, { level }),
    profiles: found?.[i]?.profiles ?? null,
  }));
  const profiles = first?.profiles ?? null;
  const warnings = uniqueMessages([...made.result.warnings, ...(found ?? []).flatMap((each) => each.warnings)]);
  const result = { ...made.result, warnings };
  const document = buildDocument({
    result,
    problem: job.fitter.problem,
    profiles: request.profile === true && !result.success && !request.json ? [] : profiles,
    further,
    provenance: provenanceOf(job, request, loaded),
  });
  const dataSha256 = loaded?.sha256 ?? null;
  console.out(await printed(document, dataSha256, request, console, entries));
  const finished: FinishedFit = {
    fitter: job.fitter,
    result,
    data: loaded?.columns ?? new Map<string, Float64Array>(),
    options: made.covariance,
    document,
    dataSha256,
  };
  for (const output of request.outputs ?? []) await output.add(finished, { console, entries });
  if (!result.success) return exitStatus.notConverged;
  return request.profile === true && profiles === null ? exitStatus.wrongInput : exitStatus.done;
}

/** The result as standard output gets it. */
async function printed(
  document: ReportDocument,
  dataSha256: string | null,
  { json, tables }: FitRequest,
  { paintOut: paint, width, quiet }: Console,
  entries: Entries,
): Promise<string> {
  if (json) return `${printJson(document, { version, dataSha256 })}\n`;
  if (tables === undefined) return printText(document, { paint, width, quiet });
  const { printLatex, printMarkdownTables } = await entries.report();
  return tables === "latex" ? printLatex(document) : printMarkdownTables(document);
}

/** Where the report on a fit comes from. */
function provenanceOf({ model }: FitJob, { command = "", data }: FitRequest, loaded: LoadedData | null): Provenance {
  const { path, text } = model.source;
  const dataPath = data?.path ?? model.data?.path ?? "";
  return {
    command,
    versions: [["fitc", version]],
    spec: { path, text },
    data: loaded === null ? null : { path: dataPath, sha256: loaded.sha256 },
  };
}

/** The profiles at several levels give some warnings more than once. */
function uniqueMessages(messages: readonly Message[]): readonly Message[] {
  return [...new Map(messages.map((message) => [message.message, message])).values()];
}

/**
 * Computes the profiles of a fit at each level. Writes the reason and returns null if it cannot
 * have any.
 */
async function makeProfiles(
  { model, fitter, result, loaded, covariance }: MadeFit,
  levels: readonly number[],
  request: FitRequest,
  console: Console,
  entries: Entries,
): Promise<readonly Profiles[] | null> {
  const { FitError, profiles } = await entries.runtime();
  try {
    return levels.map((level) => profiles(fitter, result, loaded?.columns ?? new Map(), { ...covariance, level }));
  } catch (error) {
    if (!(error instanceof FitError)) throw error;
    printDiagnostics(console, [toDiagnostic(error, model, request, loaded)]);
    return null;
  }
}

/**
 * Reads the data of a model and fits it. Writes the reason and returns null if data or options are
 * wrong.
 */
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

/**
 * Loads the columns of the model's data file, or of the one given instead; null if the model has no
 * columns.
 */
async function loadColumns(
  { model, fitter }: FitJob,
  { data }: FitRequest,
  entries: Entries,
): Promise<LoadedData | null> {
  if (fitter.info.columns.length === 0) return null;
  const { loadData } = await entries.data();
  if (data !== null) {
    const { path, input } = data;
    // Standard input has no extension to determine its format.
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

/** The files that are read to fit a model, other than its spec. */
export function inputFiles({ model, fitter }: FitJob, { data }: FitRequest): readonly string[] {
  const paths = [model.covariance?.path, data === null ? model.data?.path : undefined];
  const own = paths.flatMap((path) => (path === undefined ? [] : [pathBeside(model.source.path, path)]));
  return data === null || fitter.info.columns.length === 0 ? own : [...own, data.path];
}

/** Resolves a path in a model, which is relative to the model's file. */
function pathBeside(model: string, path: string): string {
  return isAbsolute(path) ? path : join(dirname(model), path);
}

/**
 * The options for this model: only the values and names of its own parameters. A parameter that the
 * model fixes stays fixed.
 */
function optionsFor({ info }: Fitter, { options, start, fixed }: FitRequest): FitOptions {
  return {
    ...options,
    start: new Map([...start].filter(([name]) => info.params.includes(name))),
    fixed: fixed.filter((name) => info.free.includes(name)),
  };
}

/**
 * Makes a diagnostic located where the user can fix the error: the declaration of the parameter at
 * fault, or the cell or row of the data file, or else the data block of the model, or else the
 * model.
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
  // If the user named another file than the model's own, there is no location; the message names
  // the file.
  return { ...diagnostic, location: data === null || request.data !== null ? null : locate(source, data.pathSpan) };
}

/** The cell if the column is known, otherwise the beginning of the row's line. */
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
