import type { Command, Option } from "commander";
import type { ExplainedWord } from "../../compiler/explain/reference/index.js";
import { listed } from "../../diagnostics/index.js";
import { examplesOf } from "./examples.js";

/** The options and the commands of the program, as `fitc explain` shows them. */
export function explainedOptions(program: Command): readonly ExplainedWord[] {
  const helper = program.createHelp();
  const byText = new Map<string, { readonly option: Option; readonly commands: Command[] }>();
  for (const command of [program, ...program.commands]) {
    for (const option of helper.visibleOptions(command)) {
      const text = `${option.flags} ${option.description}`;
      const { commands } = byText.get(text) ?? { commands: [] };
      byText.set(text, { option, commands: [...commands, command] });
    }
  }
  return [...[...byText.values()].map(explainedOption), ...program.commands.map(explainedCommand)];
}

function explainedOption({
  option,
  commands,
}: {
  readonly option: Option;
  readonly commands: readonly Command[];
}): ExplainedWord {
  const names = commands.map(callOf);
  const [first = "fitc"] = names;
  const flag = option.long ?? option.flags;
  const examples = commands.flatMap((command) => examplesOf(command.name()));
  return {
    name: flag,
    kind: `an option of ${listed(names)}`,
    form: option.flags,
    what: sentence(option.description),
    facts: option.argChoices === undefined ? [] : [["values", option.argChoices.join(", ")]],
    example: examples.find(({ line }) => line.split(" ").includes(flag))?.line ?? "",
    see: `${first} --help`,
  };
}

function explainedCommand(command: Command): ExplainedWord {
  const name = command.name();
  return {
    name,
    kind: "a command",
    form: `${callOf(command)} ${command.usage()}`,
    what: sentence(command.description()),
    facts: [],
    example: examplesOf(name)[0]?.line ?? "",
    see: `${callOf(command)} --help`,
  };
}

function callOf(command: Command): string {
  return command.parent === null ? command.name() : `${command.parent.name()} ${command.name()}`;
}

/** A description as a sentence. */
export function sentence(words: string): string {
  const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return /[.!?:]$/.test(sentence) ? sentence : `${sentence}.`;
}
