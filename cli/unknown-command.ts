import type { Command } from "commander";
import { nearestName } from "../diagnostics/index.js";
import { isFile } from "./read-file.js";
import { similarFile } from "./read-spec.js";
import { UsageError } from "./usage-error.js";

/** What the commands of other programs are called here. */
export const synonyms: readonly (readonly [word: string, command: string])[] = [
  ["fit", "run"],
  ["plot", "run --plot"],
  ["watch", "run --watch"],
  ["report", "run --report"],
  ["compile", "build"],
  ["validate", "check"],
  ["lint", "check"],
  ["format", "fmt"],
  ["new", "init"],
  ["create", "init"],
  ["man", "help"],
  ["version", "--version"],
];

/**
 * Refuses a mistyped command. Commander would take it for a model file of the default command, and
 * might then complain about the options of the one that was meant.
 * @throws UsageError if the first word is neither a command nor a file, and does not look like one
 */
export function refuseUnknownCommand(program: Command, args: readonly string[]): void {
  const names = program.commands.map((command) => command.name());
  const word = firstWord(program, args);
  if (word === undefined || names.includes(word) || !/^\w[\w-]*$/.test(word) || isFile(word)) return;
  const meant = meantCommand(program, word);
  if (meant !== null) throw new UsageError(`unknown command '${word}'`, meant);
  if (similarFile(word) === null) {
    throw new UsageError(`there is no command or file '${word}'`, `the commands are ${names.join(", ")}`);
  }
}

/** `did you mean 'check'?`, or null if the word is not like any command. */
export function meantCommand({ commands }: Command, word: string): string | null {
  const known = new Map([...commands.map((command) => [command.name(), command.name()] as const), ...synonyms]);
  const meant = known.get(word) ?? known.get(nearestName(word, known.keys()) ?? "");
  return meant === undefined ? null : `did you mean '${meant}'?`;
}

/** The first argument that is neither an option nor the value of one. */
function firstWord(program: Command, args: readonly string[]): string | undefined {
  const options = program.commands.flatMap((command) => command.options);
  const takesValue = (arg = "") =>
    options.some((option) => option.required && [option.short, option.long].includes(arg));
  return args.find((arg, i) => !arg.startsWith("-") && !takesValue(args[i - 1]));
}
