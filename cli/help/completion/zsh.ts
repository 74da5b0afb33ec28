import type { CommandWords, OptionWords, Values } from "./words.js";

/**
 * The script for Zsh: to be evaluated after `compinit`, or to be found by it as `_fitc`. Without a
 * command, words are completed as for the default one.
 */
export function zshScript(commands: readonly CommandWords[]): string {
  const named = commands.map(({ name, what }) => `    ${quoted(`${name}:${what}`)}`);
  const others = commands.flatMap(({ name, isDefault }) => (isDefault ? [] : [name]));
  return `#compdef fitc
# Completion of fitc for Zsh, written by: fitc completion zsh

_fitc_models() {
  _files -g '*.fit'
}

_fitc_words_or_models() {
  _alternative "words:word:($*)" 'models:model file:_fitc_models'
}

_fitc_first() {
  local -a commands=(
${named.join("\n")}
  )
  _describe -t commands command commands
  _fitc_models
}

_fitc() {
  local command=
  case \${words[2]} in
    ${others.join("|")})
      if ((CURRENT > 2)); then
        command=\${words[2]}
        shift words
        ((CURRENT--))
      fi ;;
  esac
  case $command in
${commands.map(commandCase).join("\n")}
  esac
}

if [[ \${funcstack[1]} == _fitc ]]; then
  _fitc "$@"
else
  compdef _fitc fitc
fi
`;
}

function commandCase({ name, isDefault, options, operand, operandName, manyOperands }: CommandWords): string {
  const operands = `${manyOperands ? "*" : "1"}:${operandName}:${action(operand)}`;
  const specs = [...options.flatMap(optionSpecs), ...(isDefault ? ["1:command:_fitc_first"] : []), operands];
  const lines = ["      _arguments", ...specs.map(quoted)].join(" \\\n        ");
  return `    ${isDefault ? "*" : name})\n${lines} ;;`;
}

function optionSpecs({ flags, what, values, valueName, repeatable }: OptionWords): readonly string[] {
  const text = what.replace(/[\\[\]:]/g, "\\$&");
  const instead = flags.length > 1 ? `(${flags.join(" ")})` : "";
  const value = values === null ? `[${text}]` : `=[${text}]:${valueName}:${action(values)}`;
  return flags.map((flag) => `${repeatable ? "*" : instead}${flag}${value}`);
}

function action({ words, paths }: Values): string {
  if (words.length > 0) return paths === null ? `(${words.join(" ")})` : ` _fitc_words_or_models ${words.join(" ")}`;
  if (paths === "models") return "_fitc_models";
  return { files: "_files", folders: "_files -/", none: " " }[paths ?? "none"];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
