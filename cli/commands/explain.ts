import type { Command } from "commander";
import { algebraMessages } from "../../compiler/algebra-checks/messages.js";
import { analysisMessages } from "../../compiler/analyze/index.js";
import { explainModel, explainStage, type Stage } from "../../compiler/explain/index.js";
import { type ExplainedWord, languageReference } from "../../compiler/explain/reference/index.js";
import { didYouMean, hasErrors, type MessageEntry } from "../../diagnostics/index.js";
import { grammarMessages } from "../../grammar/index.js";
import { wrapText } from "../../report/printers/wrap.js";
import type { Console } from "../console.js";
import type { Entries } from "../entries.js";
import { explainedOptions } from "../help/explained-options.js";
import { printDiagnostics } from "../print-diagnostics.js";
import { isFile } from "../read-file.js";
import { readSpecs, type SpecOptions, similarFile } from "../read-spec.js";
import { type ExitStatus, exitStatus, UsageError } from "../usage-error.js";

export interface ExplainFlags extends SpecOptions {
  readonly stage?: Stage;
}

export type ExplainCommand = (subject: string, options: ExplainFlags, console: Console) => Promise<ExitStatus>;

/** `fitc explain FILE.fit`, `fitc explain FIT2001`, `fitc explain voigt`; a file comes first. */
export const explainWith =
  (entries: Entries, program: Command): ExplainCommand =>
  async (subject, options, console) => {
    if (subject === "-" || isFile(subject)) return explainFile(subject, options, console);
    if (/^FIT\d+$/i.test(subject)) return explainCode(subject.toUpperCase(), console, entries);
    const words = [...languageReference(), ...explainedOptions(program)];
    const meanings = words.filter(({ name }) => name === subject || name === `--${subject}`);
    if (meanings.length > 0) return explainWord(meanings, console);
    if (/[./\\]/.test(subject)) return explainFile(subject, options, console);
    const names = words.map(({ name }) => name);
    throw new UsageError(
      `there is nothing called '${subject}' to explain`,
      didYouMean(subject, names) ??
        similarFile(subject) ??
        "it can be a model file, a code such as FIT2001, a function, a word of the language, a loss, a solver, or an option",
    );
  };

function explainWord(meanings: readonly ExplainedWord[], console: Console): ExitStatus {
  const width = Math.min(console.width, 100);
  console.out(`${meanings.map((meaning) => wordText(meaning, width)).join("\n\n")}\n`);
  return exitStatus.done;
}

function wordText({ form, kind, what, facts, example, see }: ExplainedWord, width: number): string {
  const margin = Math.max(...facts.map(([label]) => label.length)) + 2;
  const table = facts.map(([label, text]) => {
    const lines = wrapText(text, width - margin).replaceAll("\n", `\n${" ".repeat(margin)}`);
    return `${label.padEnd(margin)}${lines}`;
  });
  const parts = [
    `${form}\n${kind}`,
    wrapText(what, width),
    table.join("\n"),
    example === "" ? "" : `example\n${example.replace(/^/gm, "  ")}`,
    `more: ${see}`,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

async function explainFile(file: string, options: ExplainFlags, console: Console): Promise<ExitStatus> {
  const { stage } = options;
  for (const { value: source, diagnostics: unreadable } of await readSpecs([file], options)) {
    if (hasErrors(unreadable)) {
      printDiagnostics(console, unreadable);
      return exitStatus.wrongInput;
    }
    const { value, diagnostics } = stage === undefined ? explainModel(source) : explainStage(source, stage);
    printDiagnostics(console, diagnostics);
    console.out(value);
    if (hasErrors(diagnostics)) return exitStatus.wrongInput;
  }
  return exitStatus.done;
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
