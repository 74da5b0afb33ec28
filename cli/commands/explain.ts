import { algebraMessages } from "../../compiler/algebra-checks/messages.js";
import { analysisMessages } from "../../compiler/analyze/index.js";
import { explainModel, explainStage, type Stage, stages } from "../../compiler/explain/index.js";
import { didYouMean, hasErrors, type MessageEntry } from "../../diagnostics/index.js";
import { grammarMessages } from "../../grammar/index.js";
import { wrapText } from "../../report/printers/wrap.js";
import type { Console } from "../console.js";
import type { Entries } from "../entries.js";
import { printDiagnostics } from "../print-diagnostics.js";
import { readSpecs, type SpecOptions } from "../read-spec.js";
import { type ExitStatus, exitStatus, UsageError } from "../usage-error.js";

export interface ExplainFlags extends SpecOptions {
  readonly stage?: string;
}

export type ExplainCommand = (subject: string, options: ExplainFlags, console: Console) => Promise<ExitStatus>;

/** `fitc explain FILE.fit` or `fitc explain FIT2001`. */
export const explainWith =
  (entries: Entries): ExplainCommand =>
  (subject, options, console) =>
    /^FIT\d+$/i.test(subject)
      ? explainCode(subject.toUpperCase(), console, entries)
      : explainFile(subject, options, console);

async function explainFile(file: string, options: ExplainFlags, console: Console): Promise<ExitStatus> {
  const stage = options.stage === undefined ? null : readStage(options.stage);
  for (const { value: source, diagnostics: unreadable } of readSpecs([file], options)) {
    if (hasErrors(unreadable)) {
      printDiagnostics(console, unreadable);
      return exitStatus.wrongInput;
    }
    const { value, diagnostics } = stage === null ? explainModel(source) : explainStage(source, stage);
    printDiagnostics(console, diagnostics);
    console.out(value);
    if (hasErrors(diagnostics)) return exitStatus.wrongInput;
  }
  return exitStatus.done;
}

function readStage(name: string): Stage {
  const stage = stages.find((known) => known === name);
  if (stage !== undefined) return stage;
  throw new UsageError(`unknown stage '${name}'`, didYouMean(name, stages) ?? `use one of: ${stages.join(", ")}`);
}

async function explainCode(code: string, console: Console, entries: Entries): Promise<ExitStatus> {
  const known = await allMessages(entries);
  const entry = known.get(code);
  if (entry === undefined) throw new UsageError(`unknown code '${code}'`, didYouMean(code, known.keys()));
  const width = Math.min(console.width, 100);
  const head = `${entry.severity} ${code}: ${entry.message}`;
  const help = entry.help === undefined ? [] : [`help: ${entry.help}`];
  console.out(`${[head, ...help, entry.explain].map((text) => wrapText(text, width)).join("\n\n")}\n`);
  return exitStatus.done;
}

/** The messages of all layers by their codes. */
export async function allMessages(entries: Entries): Promise<ReadonlyMap<string, MessageEntry>> {
  const { runtimeMessages } = await entries.runtime();
  const { dataMessages } = await entries.data();
  const tables = [grammarMessages, analysisMessages, algebraMessages, runtimeMessages, dataMessages];
  return new Map(
    tables.flatMap(({ entries: table }) => Object.values(table).map((entry) => [entry.code, entry] as const)),
  );
}
