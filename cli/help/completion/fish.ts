import type { CommandWords, OptionWords, Values } from "./words.js";

/**
 * The script for Fish. Without a command, words are completed as for the default one.
 */
export function fishScript(commands: readonly CommandWords[]): string {
  const standard = commands.find(({ isDefault }) => isDefault)?.name;
  return `# Completion of fitc for Fish, written by: fitc completion fish

function __fitc_first
    test (count (commandline -opc)) -eq 1
end

function __fitc_command
    set -l words (commandline -opc)
    if set -q words[2]; and contains -- $words[2] ${commands.map(({ name }) => name).join(" ")}
        test $words[2] = $argv[1]
    else
        test ${standard} = $argv[1]
    end
end

function __fitc_models
    __fish_complete_path (commandline -ct) | string match -r '.*(?:\\.fit|/)(?:\\t.*)?$'
end

complete -c fitc -f
${commands.map(({ name, what }) => `complete -c fitc -n __fitc_first -a ${name} -d ${quoted(what)}`).join("\n")}
${commands.flatMap(commandLines).join("\n")}
`;
}

function commandLines({ name, options, operand }: CommandWords): readonly string[] {
  const head = `complete -c fitc -n ${quoted(`__fitc_command ${name}`)}`;
  const lines = options.map((option) => `${head} ${optionText(option)}`);
  return operand.words.length === 0 && operand.paths === null ? lines : [...lines, `${head} -a ${candidates(operand)}`];
}

function optionText({ flags, what, values }: OptionWords): string {
  const names = flags.map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  return [...names, ...valueText(values), `-d ${quoted(what)}`].join(" ");
}

function valueText(values: Values | null): readonly string[] {
  if (values === null) return [];
  if (values.paths === "files") return ["-r -F"];
  return values.words.length === 0 && values.paths === null ? ["-x"] : [`-x -a ${candidates(values)}`];
}

function candidates({ words, paths }: Values): string {
  const functions = { models: ["(__fitc_models)"], folders: ["(__fish_complete_directories)"], files: [], none: [] };
  return quoted([...words, ...functions[paths ?? "none"]].join(" "));
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
