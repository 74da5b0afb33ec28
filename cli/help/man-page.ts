import type { Command } from "commander";
import { version } from "../../compiler/version.js";
import { exitStatus } from "../usage-error.js";
import { examplesOf } from "./examples.js";
import { sentence } from "./explained-options.js";

const statuses: Readonly<Record<keyof typeof exitStatus, string>> = {
  done: "Success.",
  wrongInput: "A model or its data are wrong.",
  badUsage: "Bad usage, or output that cannot be written.",
  notConverged: "A fit did not converge.",
  bug: "A bug in fitc.",
};

const environment: readonly (readonly [name: string, what: string])[] = [
  ["NO_COLOR", "If set and not empty, no colours are printed."],
  ["FORCE_COLOR", "If set, colours are printed even if the output is not a terminal; 0 or false switches them off."],
  ["FITC_DEBUG", "If set, the report of a bug in fitc includes its stack trace."],
];

/** The manual page of fitc, in the macros of man(7), as the program declares its commands. */
export function manPage(program: Command): string {
  const lines = [
    '.\\" Written by: npm run update',
    `.TH FITC 1 "" "fitc ${version}" "User Commands"`,
    ".SH NAME",
    "fitc \\- compile and fit declarative models",
    ".SH SYNOPSIS",
    ...program.commands.flatMap((command, i) => [...(i === 0 ? [] : [".br"]), synopsis(command)]),
    ".SH DESCRIPTION",
    text(program.description()),
    "Without a command, the files given are compiled, as by",
    ".BR build .",
    ".SH OPTIONS",
    ...options(program),
    ".SH COMMANDS",
    ...program.commands.flatMap(command),
    ".SH EXIT STATUS",
    ...Object.entries(statuses).flatMap(([name, what]) => item(`${exitStatus[name as keyof typeof exitStatus]}`, what)),
    ".SH ENVIRONMENT",
    ...environment.flatMap(([name, what]) => item(name, what)),
    ".SH EXAMPLES",
    ...examples(program),
    ".SH SEE ALSO",
    "The language, the uncertainties of a fit, and the functions for programs are described in the folder",
    ".I docs",
    "of the package.",
  ];
  return `${lines.join("\n")}\n`;
}

function command(command: Command): readonly string[] {
  const [argument] = command.registeredArguments;
  return [
    `.SS ${text(command.name())}`,
    synopsis(command),
    ".PP",
    `${text(sentence(command.description()))}`,
    ...(argument === undefined ? [] : item(text(argument.name()), argument.description, ".I")),
    ...options(command),
    ".PP",
    ...examples(command),
  ];
}

function synopsis(command: Command): string {
  return `.B fitc ${text(command.name())} ${text(command.usage())}`;
}

function options(command: Command): readonly string[] {
  const helper = command.createHelp();
  return helper
    .visibleOptions(command)
    .flatMap((option) => item(helper.optionTerm(option), helper.optionDescription(option)));
}

function examples(command: Command): readonly string[] {
  return examplesOf(command.name()).flatMap(({ what, line }, i) => [
    ...(i === 0 ? [] : [".PP"]),
    text(`${what}:`),
    ".PP",
    ".in +4n",
    ".nf",
    text(line),
    ".fi",
    ".in",
  ]);
}

/** A term with its description. */
function item(term: string, what: string, font = ".B"): readonly string[] {
  return [".TP", `${font} ${text(term)}`, text(sentence(what))];
}

/** Characters that roff reads as its own or prints as others, and how they are written. */
const escapes: ReadonlyMap<string, string> = new Map([
  ["\\", "\\e"],
  ["-", "\\-"],
  ["'", "\\(aq"],
  ['"', "\\(dq"],
  ["`", "\\(ga"],
  ["~", "\\(ti"],
  ["^", "\\(ha"],
]);

function text(words: string): string {
  // A line that begins with a dot is a request.
  return words.replace(/[-\\'"`~^]/g, (character) => escapes.get(character) ?? character).replace(/^\./, "\\&.");
}
