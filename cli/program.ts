import { Command, CommanderError } from "commander";
import { stages } from "../compiler/explain/stage.js";
import { version } from "../compiler/version.js";
import { printable, printableLines } from "../diagnostics/index.js";
import { figureKinds } from "../report/figures/figure.js";
import { themes } from "../report/figures/style-options.js";
import type { SandwichKind } from "../runtime/index.js";
import { choice, choiceArgument } from "./choice.js";
import { type Console, processConsole } from "./console.js";
import type { Entries } from "./entries.js";
import { shells } from "./help/completion/shell.js";
import { examplesText } from "./help/examples.js";
import { refuseUnknownCommand } from "./unknown-command.js";
import { type ExitStatus, exitStatus, UsageError, usageText } from "./usage-error.js";

// Used by the build, which writes the code cache.
export { engine } from "./engine.js";

interface CommonOptions {
  readonly quiet?: boolean;
  readonly stdinPath?: string;
}

const sandwichKinds: readonly SandwichKind[] = ["HC0", "HC1", "HC2", "HC3"];

/**
 * Makes the action of a command from its function, adding a console. The status that the function
 * returns becomes the exit status.
 */
type ActionOf = <Operand, Options extends CommonOptions>(
  load: () => Promise<(operand: Operand, options: Options, console: Console) => ExitStatus | Promise<ExitStatus>>,
) => (operand: Operand, options: Options) => Promise<void>;

/**
 * Creates the command line. The code of each command is loaded when the command is called, so that
 * `check`, say, does not wait for code that it does not need.
 */
export function createProgram(entries: Entries, finish: (status: ExitStatus) => void, called?: string): Command {
  const action: ActionOf = (load) => async (operand, options) => {
    const call = await load();
    finish(await call(operand, options, processConsole(options.quiet === true)));
  };

  const program = new Command("fitc")
    .description("Compiles .fit files, which declare models for nonlinear least-squares fitting.")
    .usage("[command] [options] FILE.fit ...")
    .version(version)
    .helpCommand(false)
    .showHelpAfterError("(run fitc --help for usage)")
    .addHelpText("afterAll", ({ command }) => examplesText(command.name()))
    .configureOutput({
      outputError: (text, write) => write(commandError(text)),
      // The console knows what to do where a pipe is closed, as by `head`.
      writeOut: (text) => processConsole(false).out(text),
    })
    .exitOverride();

  // An editor calls `check` on every save; it does not wait for the many options of the others.
  if (called !== "check") addFitCommands(program, entries, action);
  addSpecCommands(program, entries, action);

  for (const command of program.commands) {
    command.option("--quiet", "print only errors and the requested output");
    if (command.name() !== "init") command.option("--stdin-path <path>", "the file name for standard input");
  }
  addHelpCommands(program, action);
  return program;
}

/** Adds the commands that compile and fit. */
function addFitCommands(program: Command, entries: Entries, action: ActionOf): void {
  program
    .command("build", { isDefault: true })
    .description("compile FILE.fit to FILE.fit.ts beside it (the default command)")
    .argument("<files...>", "model files; - reads standard input")
    .option("--out <dir>", "write to this directory")
    .option("--js", "write JavaScript and type declarations, FILE.fit.js and FILE.fit.d.ts")
    .option("--standalone", "write one JavaScript module without imports, and .d.ts")
    .option("--no-wasm", "compile without WebAssembly kernels")
    .option("--force", "overwrite files that fitc did not write")
    .action(action(async () => (await import("./commands/build.js")).buildWith(entries)));

  program
    .command("run")
    .description("fit models to their data and report the results")
    .argument("<files...>", "model files or patterns such as 'models/*.fit'; - reads standard input")
    .option("--json", "write one line with a JSON object for each model")
    .option(
      "--data <file>",
      "fit this data file instead; - reads standard input, in the format that the model declares, or CSV",
    )
    .option("--set <name=value>", "set the start value of a parameter; repeatable", append)
    .option("--fix <name>", "fix a parameter at its start value; repeatable", append)
    .option("--model <name>", "fit only this model")
    .option("--no-wasm", "fit without WebAssembly")
    .option("--profile", "add profile-likelihood intervals, which are valid for nonlinear models")
    .addOption(choice("--compat <profile>", "use SciPy's tolerances, convergence tests and covariance", ["scipy"]))
    .addOption(choice("--sandwich <kind>", "standard errors from the sandwich covariance", sandwichKinds))
    .option("--watch", "fit again whenever a model file or its data change, until Ctrl-C")
    .option("--plot", "draw data, curve and residuals in the terminal (with --json on standard error)")
    .option("--report <file>", "write a report: .html, .md, .svg, .png, .tex, .txt or .json; repeatable", append)
    .option("--latex", "print the parameters as a LaTeX table")
    .option("--markdown", "print the parameters as a Markdown table")
    .addOption(choice("--figure <kind>", "the figure to draw in a report that is a picture", figureKinds))
    .option("--contour <a,b>", "add the joint confidence region of two quantities to a report; repeatable", append)
    .option("--size <width>", "the width of figures on paper, such as 85mm or 170mm")
    .option("--font-size <points>", "the size of the smallest text in figures, in points (at least 7)")
    .addOption(choice("--theme <theme>", "the colours of a report that is a picture", themes))
    .option("--table <file>", "write a table of the rows with what the fit says of each: .csv, .tsv, .json or .ndjson")
    .option("--curve <file>", "write a table of the fitted curve with its bands")
    .option("--at <name=values>", "for --curve: x=0:10:0.1 (start:stop:step) or x=1,2,5; repeatable", append)
    .option("--level <p>", "confidence level of the intervals (default: 0.95); repeatable", append)
    .action(action(async () => (await import("./commands/run.js")).runWith(entries)));

  program
    .command("compare")
    .description("fit several models to the same data and say which one the data support")
    .argument("<files...>", "model files, with at least two models in total; - reads standard input")
    .option("--json", "write one JSON object")
    .option("--data <file>", "fit this data file instead; - reads standard input")
    .action(action(async () => (await import("./commands/compare.js")).compareWith(entries)));
}

/** Adds the commands that check, format, explain and create specs. */
function addSpecCommands(program: Command, entries: Entries, action: ActionOf): void {
  program
    .command("check")
    .description("check models for errors and warnings; write no files")
    .argument("<files...>", "model files; - reads standard input")
    .option("--json", "write the diagnostics as JSON")
    .option("--verbose", "also list the units that follow for names without one, and those left open")
    .option("--warn-as-error", "treat warnings as errors")
    .action(action(async () => (await import("./commands/check.js")).check));

  program
    .command("fmt")
    .description("format model files in place; standard input goes to standard output")
    .argument("<files...>", "model files; - reads standard input")
    .option("--check", "write no files; exit status 1 if a file is not formatted")
    .action(action(async () => (await import("./commands/fmt.js")).fmt));

  program
    .command("explain")
    .description("explain a model in mathematics, the output of a compiler stage, a message, or a word")
    .argument(
      "<subject>",
      "a model file, - for standard input, a code such as FIT2001, a function, a word of the language, or an option",
    )
    .addOption(choice("--stage <stage>", "show the output of a compiler stage", stages))
    .action(action(async () => (await import("./commands/explain.js")).explainWith(entries, program)));

  program
    .command("init")
    .description("create a project with a commented model and data")
    .argument("[dir]", "the directory to write to (default: the current one)")
    .action(action(async () => (await import("./commands/init.js")).initWith(entries)));
}

/** Adds the commands that tell of the others. */
function addHelpCommands(program: Command, action: ActionOf): void {
  program
    .command("completion")
    .description("print a script for completion of commands, options and files in a shell")
    .addArgument(choiceArgument("<shell>", "the shell that is to complete", shells))
    .action(action(async () => (await import("./commands/completion.js")).completionOf(program)));

  program
    .command("help")
    .description("describe a command with its options")
    .argument("[command]", "the command (default: list all)")
    .action(action(async () => (await import("./commands/help.js")).helpOf(program)));
}

/**
 * An error in the arguments as Commander words it: a line, perhaps with a suggestion on the next
 * one.
 */
function commandError(text: string): string {
  const [line = "", suggestion] = text.trimEnd().split(/\n(?=\(Did you mean [^\n]*$)/);
  return `${[line, ...(suggestion === undefined ? [] : [suggestion])].map(printable).join("\n")}\n`;
}

function append(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

/** `fitc explain --profile`: what is to be explained is an option, not one of this call. */
function asksForOption([command, subject = "", ...others]: readonly string[]): boolean {
  return command === "explain" && /^--\w/.test(subject) && subject !== "--help" && others.length === 0;
}

/** Runs the command line with the arguments of the process. */
export async function main(entries: Entries): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.done;
  try {
    // `fitc` alone is the question what it can do.
    const args = process.argv.length > 2 ? process.argv.slice(2) : ["--help"];
    const [called] = args;
    const program = createProgram(
      entries,
      (result) => {
        status = result;
      },
      called,
    );
    if (called !== "check") refuseUnknownCommand(program, args);
    await program.parseAsync(asksForOption(args) ? ["explain", "--", ...args.slice(1)] : args, { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.done : exitStatus.badUsage;
    const { err } = processConsole(false);
    if (!(error instanceof UsageError)) {
      err(describeBug(error));
      return exitStatus.bug;
    }
    err(usageText(error));
    return exitStatus.badUsage;
  }
}

/**
 * Describes an unexpected error in one line. The stack trace is of use only to those who fix it.
 */
function describeBug(error: unknown): string {
  const [line = ""] = String(error instanceof Error ? error.message : error).split("\n");
  const what = line.replace(/^fitc bug: /, "").slice(0, 200);
  const stack =
    process.env["FITC_DEBUG"] === undefined || !(error instanceof Error)
      ? ""
      : `${printableLines(error.stack ?? "")}\n`;
  return `error: this is a bug in fitc ${version}: ${printable(what)}\n(please report it with the model; FITC_DEBUG=1 shows the stack trace)\n${stack}`;
}
