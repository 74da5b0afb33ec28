import type { EmitOptions } from "../../compiler/pipeline.js";
import type { FitOptions, SandwichKind } from "../../runtime/index.js";
import { commandText } from "../command-text.js";
import type { Console } from "../console.js";
import type { Entries } from "../entries.js";
import { readGivenData } from "../fit-model.js";
import { fitSpecs, mostSerious, withBlankLines } from "../fit-specs.js";
import { outputsOf } from "../outputs/index.js";
import type { OutputOptions } from "../outputs/output.js";
import { readSpecs, type SpecOptions } from "../read-spec.js";
import { type ExitStatus, UsageError } from "../usage-error.js";

export interface RunOptions extends SpecOptions, EmitOptions, OutputOptions {
  readonly data?: string;
  readonly set?: readonly string[];
  readonly fix?: readonly string[];
  readonly model?: string;
  readonly profile?: boolean;
  readonly compat?: "scipy";
  readonly sandwich?: SandwichKind;
  readonly level?: readonly string[];
  readonly watch?: boolean;
}

export type RunCommand = (files: readonly string[], options: RunOptions, console: Console) => Promise<ExitStatus>;

/** `fitc run FILE.fit ...`: fits every model of the files, or the one named, and reports. */
export const runWith =
  (entries: Entries): RunCommand =>
  (files, options, console) =>
    run(files, options, console, entries);

async function run(
  operands: readonly string[],
  options: RunOptions,
  console: Console,
  entries: Entries,
): Promise<ExitStatus> {
  if (options.watch === true && [...operands, options.data].includes("-")) {
    throw new UsageError("--watch needs files: standard input does not change");
  }
  const [level, ...furtherLevels] = readLevels(options.level ?? ["0.95"]);
  const request = {
    options: readFitOptions(options, level),
    furtherLevels,
    start: new Map((options.set ?? []).map(readSetting)),
    fixed: (options.fix ?? []).map((name) => name.normalize("NFC")),
    json: options.json === true,
    tables: options.latex === true ? ("latex" as const) : options.markdown === true ? ("markdown" as const) : undefined,
    profile: options.profile === true,
    data: readGivenData(operands, options.data),
    command: commandText(),
    model: options.model,
    ...(options.wasm === undefined ? {} : { wasm: options.wasm }),
  };
  if ([options.json, options.latex, options.markdown].filter((each) => each === true).length > 1) {
    throw new UsageError("standard output has one format: give only one of --json, --latex and --markdown");
  }
  const outputs = outputsOf(options);
  const specs = await readSpecs(operands, options);
  if (options.watch === true) {
    const { watchSpecs } = await import("../watch/watch.js");
    return watchSpecs(operands, { ...request, makeOutputs: () => outputsOf(options) }, console, entries);
  }
  const reports = request.json ? console : withBlankLines(console);
  const runs = specs.map((spec) => ({ spec, console: reports }));
  const statuses = await fitSpecs(runs, { ...request, outputs, headed: specs.length > 1 }, entries);
  for (const output of outputs) await output.end({ console, entries });
  return mostSerious(statuses);
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
    if (!(level > 0 && level < 1)) throw new UsageError(`--level must be between 0 and 1, not ${text}`, "95 % is 0.95");
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
