import type { EmitOptions } from "../../compiler/pipeline.js";
import { didYouMean } from "../../diagnostics/index.js";
import type { FitOptions, SandwichKind } from "../../runtime/index.js";
import { commandText } from "../command-text.js";
import type { Console } from "../console.js";
import type { Entries } from "../entries.js";
import { type FitJob, type FitRequest, filesOf, fitModel, readGivenData } from "../fit-model.js";
import { loadJobs } from "../load-jobs.js";
import { outputsOf } from "../outputs/index.js";
import type { OutputOptions } from "../outputs/output.js";
import { prepareOutputs } from "../outputs/prepare.js";
import { readSpecs, type SpecOptions } from "../read-spec.js";
import { type ExitStatus, exitStatus, UsageError, usageText } from "../usage-error.js";

export interface RunOptions extends SpecOptions, EmitOptions, OutputOptions {
  readonly json?: boolean;
  readonly data?: string;
  readonly set?: readonly string[];
  readonly fix?: readonly string[];
  readonly model?: string;
  readonly profile?: boolean;
  readonly compat?: "scipy";
  readonly sandwich?: SandwichKind;
  readonly level?: readonly string[];
}

export type RunCommand = (file: string, options: RunOptions, console: Console) => Promise<ExitStatus>;

/** `fitc run FILE.fit`: fits every model of the file, or the one named, and reports the results. */
export const runWith =
  (entries: Entries): RunCommand =>
  (file, options, console) =>
    run(file, options, console, entries);

async function run(file: string, options: RunOptions, console: Console, entries: Entries): Promise<ExitStatus> {
  const [level, ...furtherLevels] = readLevels(options.level ?? ["0.95"]);
  const request: FitRequest = {
    options: readFitOptions(options, level),
    furtherLevels,
    start: new Map((options.set ?? []).map(readSetting)),
    fixed: (options.fix ?? []).map((name) => name.normalize("NFC")),
    json: options.json === true,
    profile: options.profile === true,
    data: readGivenData([file], options.data),
    outputs: outputsOf(options),
    command: commandText(),
  };
  const statuses: ExitStatus[] = [];
  for (const spec of readSpecs([file], options)) {
    const { jobs, failed } = await loadJobs(spec, console, entries, options);
    const chosen = jobs.filter(({ model }) => options.model === undefined || model.name === options.model);
    if (failed) statuses.push(exitStatus.wrongInput);
    else {
      // What is not known may belong to a model that has errors.
      if (chosen.length === 0) throw unknownModel(options.model, jobs);
      refuseUnknownParams([...request.start.keys(), ...request.fixed], chosen);
    }
    prepareOutputs(
      request.outputs ?? [],
      chosen.map((job) => ({ fitter: job.fitter, reads: filesOf(job, request.data) })),
    );
    const output = request.json ? console : withBlankLines(console);
    for (const job of chosen) statuses.push(await fitOne(job, request, output, entries));
  }
  for (const output of request.outputs ?? []) await output.end({ console, entries });
  // The most serious one first.
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
function withBlankLines(console: Console): Console {
  let gap = "";
  return {
    ...console,
    out(text) {
      console.out(gap + text);
      gap = "\n";
    },
  };
}

function readFitOptions({ compat, sandwich }: RunOptions, level: number | undefined): FitOptions {
  return {
    ...(level === undefined ? {} : { level }),
    ...(compat === undefined ? {} : { compat }),
    ...(sandwich === undefined ? {} : { sandwich }),
  };
}

/** The levels in the order given, each of them once. */
function readLevels(texts: readonly string[]): readonly number[] {
  const levels = texts.map((text) => {
    const level = readNumber("--level", text);
    if (!(level > 0 && level < 1)) throw new UsageError(`--level must be between 0 and 1, not ${text}`);
    return level;
  });
  return [...new Set(levels)];
}

/** Reads a setting such as `k=0.7`. A quoted name may contain an equals sign; a number cannot. */
function readSetting(setting: string): readonly [name: string, value: number] {
  const at = setting.lastIndexOf("=");
  if (at <= 0)
    throw new UsageError(`--set must be followed by name=value, not '${setting}'`, "for example --set k=0.7");
  return [setting.slice(0, at).trim().normalize("NFC"), readNumber("--set", setting.slice(at + 1))];
}

function readNumber(option: string, text: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new UsageError(`${option} needs a finite number, not '${text}'`);
  return value;
}

function unknownModel(name: string | undefined, jobs: readonly FitJob[]): UsageError {
  const names = jobs.map(({ model }) => model.name);
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
