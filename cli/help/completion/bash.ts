import type { CommandWords, OptionWords, Values } from "./words.js";

/**
 * The script for Bash, 3.2 and later. Without a command, words are completed as
 * for the default one.
 */
export function bashScript(commands: readonly CommandWords[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  return `# Completion of fitc for Bash, written by: fitc completion bash

_fitc_words() {
  local word
  for word in "$@"; do
    if [[ $word == "$cur"* ]]; then COMPREPLY+=("$word"); fi
  done
}

# The shell quotes file names and marks folders, but it would also take a command for a folder.
_fitc_paths() {
  local path quote=%s words=\${#COMPREPLY[@]}
  if ((words)) || ! compopt -o filenames 2>/dev/null; then quote=%q; fi
  while IFS= read -r path; do
    if ((words)) && [[ -d $path ]]; then continue; fi
    COMPREPLY+=("$(printf "$quote" "$path")")
  done < <(compgen "$@" -- "$cur")
}

_fitc() {
  local cur=\${COMP_WORDS[COMP_CWORD]} option=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  COMPREPLY=()
  # Bash makes three words of --option=value.
  if [[ $cur == = ]]; then
    cur=
  elif [[ $option == = ]]; then
    option=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  if ((COMP_CWORD == 1)); then
    command=${commands.find(({ isDefault }) => isDefault)?.name}
    if [[ $cur != -* ]]; then _fitc_words ${names}; fi
  fi
  case $command in
${commands.map(commandCase).join("\n")}
  esac
}

complete -F _fitc fitc
`;
}

function commandCase({ name, isDefault, options, operand }: CommandWords): string {
  const flags = options.flatMap(({ flags }) => flags).join(" ");
  const otherwise = `if [[ $cur == -* ]]; then _fitc_words ${flags}; else ${offer(operand)}; fi`;
  const cases = [...options.flatMap(optionCase), `        *) ${otherwise} ;;`];
  return `    ${isDefault ? "*" : name})\n      case $option in\n${cases.join("\n")}\n      esac ;;`;
}

function optionCase({ flags, values }: OptionWords): readonly string[] {
  return values === null ? [] : [`        ${flags.join("|")}) ${offer(values)} ;;`];
}

const compgen = { models: "-f -o plusdirs -X '!*.fit'", files: "-f", folders: "-d" };

function offer({ words, paths }: Values): string {
  const offers = [
    ...(words.length === 0 ? [] : [`_fitc_words ${words.join(" ")}`]),
    ...(paths === null ? [] : [`_fitc_paths ${compgen[paths]}`]),
  ];
  return offers.length === 0 ? ":" : offers.join("; ");
}
