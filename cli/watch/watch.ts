import { extname } from "node:path";
import type { Console } from "../console.js";
import type { Entries } from "../entries.js";
import { type FitJob, inputFiles } from "../fit-model.js";
import { fitSpecs, isForPrograms, type SpecRun, type SpecsRequest, withBlankLines } from "../fit-specs.js";
import type { Output } from "../outputs/output.js";
import { readSpec } from "../read-spec.js";
import { isPattern, specFiles } from "../spec-files.js";
import { type ExitStatus, exitStatus, UsageError, usageText } from "../usage-error.js";
import { type BufferedConsole, bufferedConsole } from "./buffered-console.js";
import { cachingLoader } from "./caching-loader.js";
import { type Frame, lineDisplay, screenDisplay } from "./display.js";
import { FileWatcher } from "./file-watcher.js";

export interface WatchRequest extends Omit<SpecsRequest, "headed" | "outputs" | "load" | "beforeFits"> {
  /** Makes the outputs of a run. */
  readonly makeOutputs: () => readonly Output[];
}

/**
 * `fitc run --watch`: fits again whenever a spec or its data change, until it is interrupted. The
 * results are those of a fresh run.
 *
 * @param operands files and patterns
 * @throws UsageError in the first run; later, such an error is the consequence of a change
 */
export async function watchSpecs(
  operands: readonly string[],
  request: WatchRequest,
  console: Console,
  entries: Entries,
): Promise<ExitStatus> {
  const watcher = new FileWatcher();
  const session = new Session(operands, request, watcher, entries);
  const forPrograms = isForPrograms(request);
  const onScreen = console.terminal("out") !== null && console.terminal("err") !== null && !forPrograms;
  const display =
    onScreen && process.env["TERM"] !== "dumb" ? screenDisplay(console) : lineDisplay(console, forPrograms);
  try {
    let changed: readonly string[] | null = [];
    for (; changed !== null; changed = await nextChange(watcher)) display.show(await session.run(console, changed));
  } finally {
    watcher.close();
  }
  display.end();
  return exitStatus.done;
}

/** The files that changed; null if the user ends the command. */
async function nextChange(watcher: FileWatcher): Promise<readonly string[] | null> {
  const { stdout } = process;
  let stop = () => {};
  const stopped = new Promise<null>((resolve) => {
    stop = () => resolve(null);
  });
  // Only while it waits: a fit that takes long is ended by the signal itself.
  process.once("SIGINT", stop);
  // The reader of a pipe is gone.
  stdout.once("error", stop);
  const resized = () => watcher.notify("");
  stdout.on("resize", resized);
  try {
    return await Promise.race([watcher.next(), stopped]);
  } finally {
    process.off("SIGINT", stop);
    stdout.off("error", stop).off("resize", resized);
  }
}

/** A file in one run. */
interface FileRun {
  readonly file: string;
  readonly console: BufferedConsole;
  good: boolean;
}

/** What is kept from one run to the next. */
class Session {
  private readonly load = cachingLoader();
  /** By file, the reports of its last run without errors. */
  private readonly reports = new Map<string, string>();
  /** By spec, the files that its last version without errors reads. */
  private readonly inputs = new Map<string, readonly string[]>();
  private started = false;

  constructor(
    private readonly operands: readonly string[],
    private readonly request: WatchRequest,
    private readonly watcher: FileWatcher,
    private readonly entries: Entries,
  ) {}

  async run(console: Console, changed: readonly string[]): Promise<Frame> {
    const notes = bufferedConsole(console);
    const runs: FileRun[] = [];
    const fitFiles = async () => {
      for (const file of await specFiles(this.operands)) {
        runs.push({ file, console: bufferedConsole(console), good: false });
      }
      await this.fit(runs, notes);
    };
    await (this.started ? attempt(notes, fitFiles) : fitFiles());
    this.started = true;
    for (const { file, console, good } of runs) if (good) this.reports.set(file, console.written.out);
    const reports =
      runs.length === 0
        ? [...this.reports.values()]
        : runs.map(({ file, console }) => this.reports.get(file) ?? console.written.out);
    const old = runs.filter(({ file, good }) => !good && this.reports.has(file));
    return {
      reports,
      messages: [...runs.map((each) => each.console), notes].map(({ written }) => written.err).join(""),
      stale: old.length > 0 || (runs.length === 0 && reports.length > 0),
      changed,
    };
  }

  /** Fits all files that can be read, and writes the outputs if none has an error. */
  private async fit(runs: readonly FileRun[], notes: Console): Promise<void> {
    const { request, entries } = this;
    const files = runs.map(({ file }) => file);
    this.watch(files);
    const read: (SpecRun & { readonly run: FileRun })[] = [];
    for (const run of runs) {
      await attempt(run.console, async () => {
        const console = request.json ? run.console : withBlankLines(run.console);
        read.push({ run, spec: readSpec(run.file, {}), console });
      });
    }
    if (read.length === 0) return;
    const outputs = request.makeOutputs();
    const beforeFits = (jobs: readonly FitJob[]) => {
      for (const { model } of jobs) {
        const own = jobs.filter((job) => job.model.source === model.source);
        this.inputs.set(
          model.source.path,
          own.flatMap((job) => inputFiles(job, request)),
        );
      }
      this.watch(files);
    };
    const all = { ...request, outputs, headed: runs.length > 1, load: this.load, beforeFits };
    const statuses = await fitSpecs(read, all, entries);
    for (const [i, { run }] of read.entries()) {
      run.good = statuses[i] === exitStatus.done || statuses[i] === exitStatus.notConverged;
    }
    if (runs.every(({ good }) => good)) for (const output of outputs) await output.end({ console: notes, entries });
  }

  /** Watches the specs and what they read. For a pattern, new files count too. */
  private watch(files: readonly string[]): void {
    const extensions = this.operands.filter(isPattern).map(extname);
    this.watcher.watch([...files, ...[...this.inputs.values()].flat()], (file) => extensions.includes(extname(file)));
  }
}

/** Takes a step. Wrong use that it finds is written. */
async function attempt(console: Console, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.err(usageText(error));
  }
}
