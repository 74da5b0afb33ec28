import type { EmitOptions } from "../compiler/pipeline.js";
import { didYouMean, printable } from "../diagnostics/index.js";
import type { Console } from "./console.js";
import type { Entries } from "./entries.js";
import { type FitJob, type FitRequest, fitModel, inputFiles } from "./fit-model.js";
import { type LoadedJobs, loadJobs } from "./load-jobs.js";
import { prepareOutputs } from "./outputs/prepare.js";
import type { Spec } from "./read-spec.js";
import { type ExitStatus, exitStatus, UsageError, usageText } from "./usage-error.js";

/** A spec to be fitted, and where its report and its errors go. */
export interface SpecRun {
  readonly spec: Spec;
  readonly console: Console;
}

/** What all specs of a call have in common. */
export interface SpecsRequest extends FitRequest, EmitOptions {
  /** Fit only the models of this name; undefined for all. */
  readonly model?: string | undefined;
  /** True to head the reports of each spec with its path. */
  readonly headed: boolean;
  /** Loads a spec; omitted to load each time. */
  readonly load?: typeof loadJobs;
  /** Called before any data are read. */
  readonly beforeFits?: (jobs: readonly FitJob[]) => void;
}

/**
 * Fits the chosen models of some specs and writes the reports. An error in one spec does not stop
 * the others.
 * @returns a status for each spec
 * @throws UsageError if the specs have no model or no parameter of a given name
 */
export async function fitSpecs(
  runs: readonly SpecRun[],
  request: SpecsRequest,
  entries: Entries,
): Promise<readonly ExitStatus[]> {
  const load = request.load ?? loadJobs;
  const loaded: (SpecRun & LoadedJobs & { readonly chosen: readonly FitJob[] })[] = [];
  for (const run of runs) {
    const { jobs, failed } = await load(run.spec, run.console, entries, request);
    const chosen = jobs.filter(({ model }) => request.model === undefined || model.name === request.model);
    loaded.push({ ...run, jobs, failed, chosen });
  }
  const chosen = loaded.flatMap((each) => each.chosen);
  // What is not known may belong to a model that has errors.
  if (!loaded.some(({ failed }) => failed)) {
    if (chosen.length === 0)
      throw unknownModel(
        request.model,
        loaded.flatMap(({ jobs }) => jobs),
      );
    refuseUnknownParams([...request.start.keys(), ...request.fixed], chosen);
  }
  prepareOutputs(
    request.outputs ?? [],
    chosen.map((job) => ({ fitter: job.fitter, reads: [job.model.source.path, ...inputFiles(job, request)] })),
  );
  request.beforeFits?.(chosen);
  const statuses: ExitStatus[] = [];
  for (const { spec, console, chosen, failed } of loaded) {
    const own: ExitStatus[] = failed ? [exitStatus.wrongInput] : [];
    if (request.headed && !isForPrograms(request) && chosen.length > 0) {
      console.out(console.paintOut("bold", `==> ${printable(spec.value.path)} <==`).concat("\n"));
    }
    for (const job of chosen) own.push(await fitOne(job, request, console, entries));
    statuses.push(mostSerious(own));
  }
  return statuses;
}

/** Whether standard output is read by programs, which expect nothing but results there. */
export function isForPrograms({ json, tables }: FitRequest): boolean {
  return json || tables !== undefined;
}

/** An error goes before a fit that did not converge. */
export function mostSerious(statuses: readonly ExitStatus[]): ExitStatus {
  const { wrongInput, badUsage, notConverged, done } = exitStatus;
  return [wrongInput, badUsage, notConverged].find((status) => statuses.includes(status)) ?? done;
}

/** Fits one of several models. What stops it is written, and does not stop the others. */
async function fitOne(job: FitJob, request: FitRequest, console: Console, entries: Entries): Promise<ExitStatus> {
  try {
    return await fitModel(job, request, console, entries);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.err(usageText(error));
    return exitStatus.badUsage;
  }
}

/** Separates reports by blank lines. */
export function withBlankLines(console: Console): Console {
  let gap = "";
  return {
    ...console,
    out(text) {
      console.out(gap + text);
      gap = "\n";
    },
  };
}

function unknownModel(name: string | undefined, jobs: readonly FitJob[]): UsageError {
  const names = [...new Set(jobs.map(({ model }) => model.name))];
  if (name === undefined) return new UsageError("the file has no model");
  return new UsageError(`unknown model '${name}'`, didYouMean(name, names) ?? `use one of: ${names.join(", ")}`);
}

/** Refuses a parameter name that none of the models to be fitted has. */
function refuseUnknownParams(names: readonly string[], jobs: readonly FitJob[]): void {
  const known = new Set(jobs.flatMap(({ fitter }) => fitter.info.params));
  for (const name of names) {
    if (known.has(name)) continue;
    throw new UsageError(
      `unknown parameter '${name}'`,
      didYouMean(name, known) ?? `use one of: ${[...known].join(", ")}`,
    );
  }
}
