import type { Argument, Command, Option } from "commander";

/** What can be typed in one place of a command line, besides what a user makes up. */
export interface Values {
  readonly words: readonly string[];
  /** The files that fit: model files (and the folders to them), all files, or folders alone. */
  readonly paths: "models" | "files" | "folders" | null;
}

export interface OptionWords {
  /** `-h`, `--help`. */
  readonly flags: readonly string[];
  readonly what: string;
  /** Null if it takes no value. */
  readonly values: Values | null;
  /** What stands for its value in the help. */
  readonly valueName: string;
  readonly repeatable: boolean;
}

export interface CommandWords {
  readonly name: string;
  readonly what: string;
  readonly isDefault: boolean;
  /** For the default command, those of `fitc` itself too. */
  readonly options: readonly OptionWords[];
  readonly operand: Values;
  readonly operandName: string;
  readonly manyOperands: boolean;
}

const defaultCommand = "build";
const none: Values = { words: [], paths: null };

/**
 * Everything that a shell can complete, as the program declares it; the default command, which is
 * also meant if no command is named, comes last.
 * @param subjects the names that `fitc explain` explains
 */
export function wordsOf(program: Command, subjects: readonly string[]): readonly CommandWords[] {
  const helper = program.createHelp();
  const operand = (argument: Argument): Values => {
    if (argument.argChoices !== undefined) return { words: argument.argChoices, paths: null };
    switch (argument.name()) {
      case "command":
        return { words: program.commands.map((command) => command.name()), paths: null };
      case "subject":
        return { words: subjects, paths: "models" };
      case "dir":
        return { words: [], paths: "folders" };
      default:
        return { words: [], paths: "models" };
    }
  };
  const words = program.commands.map((command) => {
    const [argument] = command.registeredArguments;
    const isDefault = command.name() === defaultCommand;
    return {
      name: command.name(),
      what: helper.subcommandDescription(command),
      isDefault,
      options: [...(isDefault ? program.options : []), ...helper.visibleOptions(command)].map(optionWords),
      operand: argument === undefined ? none : operand(argument),
      operandName: argument?.name() ?? "",
      manyOperands: argument?.variadic === true,
    };
  });
  return words.sort((a, b) => Number(a.isDefault) - Number(b.isDefault));
}

function optionWords(option: Option): OptionWords {
  const { short, long, required, optional, argChoices, parseArg, description, flags } = option;
  const [, valueName = ""] = /[<[](.+)[>\]]/.exec(flags) ?? [];
  return {
    flags: [short, long].filter((flag) => flag !== undefined),
    what: description,
    values: required || optional ? { words: argChoices ?? [], paths: pathsCalled(valueName) } : null,
    valueName,
    // Commander calls a function for each value: to check it, or to collect them.
    repeatable: parseArg !== undefined && argChoices === undefined,
  };
}

function pathsCalled(valueName: string): Values["paths"] {
  if (valueName === "file" || valueName === "path") return "files";
  return valueName === "dir" ? "folders" : null;
}
