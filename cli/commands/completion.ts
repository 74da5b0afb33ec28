import type { Command } from "commander";
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
    console.out(scripts[shell](wordsOf(program, [])));
    return exitStatus.done;
  };
