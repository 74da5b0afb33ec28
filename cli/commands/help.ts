import type { Command } from "commander";
import { meantCommand } from "../unknown-command.js";
import { type ExitStatus, exitStatus, UsageError } from "../usage-error.js";

/** `fitc help` and `fitc help run`: the same as `fitc --help` and `fitc run --help`. */
export const helpOf =
  (program: Command) =>
  (name: string | undefined): ExitStatus => {
    const command = name === undefined ? program : program.commands.find((each) => each.name() === name);
    if (command === undefined) {
      throw new UsageError(`unknown command '${name}'`, meantCommand(program, name ?? "") ?? "fitc help lists them");
    }
    command.outputHelp();
    return exitStatus.done;
  };
