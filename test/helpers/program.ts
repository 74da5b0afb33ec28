import type { Command } from "commander";
import type { Entries } from "../../cli/entries.js";
import { createProgram } from "../../cli/program.js";

/** The command line as it is declared; what a command does is loaded only when it is called. */
export const program: Command = createProgram({} as Entries, () => {});
export const commands: readonly Command[] = program.commands;
