import type { Command } from "commander";
import { languageReference } from "../../compiler/explain/reference/index.js";
import type { Console } from "../console.js";
import { bashScript } from "../help/completion/bash.js";
import { fishScript } from "../help/completion/fish.js";
import type { Shell } from "../help/completion/shell.js";
import { type CommandWords, wordsOf } from "../help/completion/words.js";
import { zshScript } from "../help/completion/zsh.js";
import { type ExitStatus, exitStatus } from "../usage-error.js";

const scripts: Readonly<Record<Shell, (commands: readonly CommandWords[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** `fitc completion bash`: the script that the shell is to evaluate. */
export const completionOf =
  (program: Command) =>
  (shell: Shell, _options: object, console: Console): ExitStatus => {
    const subjects = [...new Set(languageReference().map(({ name }) => name))];
    console.out(scripts[shell](wordsOf(program, subjects)));
    return exitStatus.done;
  };
