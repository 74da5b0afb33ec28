import { Command, CommanderError } from "commander";
import { version } from "../compiler/version.js";
import { type Console, processConsole } from "./console.js";
import type { Entries } from "./entries.js";
import { type ExitStatus, exitStatus, UsageError } from "./usage-error.js";

// For the build, which writes the code cache.
export { engine } from "./engine.js";

interface CommonOptions {
  readonly quiet?: boolean;
  readonly stdinPath?: string;
}

/** The function of a command, given a console; its status becomes the exit status. */
type ActionOf = <Operand, Options extends CommonOptions>(
  load: () => Promise<(operand: Operand, options: Options, console: Console) => ExitStatus | Promise<ExitStatus>>,
) => (operand: Operand, options: Options) => Promise<void>;

/** Each command's code is loaded when the command is called: what `check` does not need, it does not wait for. */
function createProgram(entries: Entries, finish: (status: ExitStatus) => void): Command {
  const action: ActionOf = (load) => async (operand, options) => {
    const call = await load();
    finish(await call(operand, options, processConsole(options.quiet === true)));
  };

  const program = new Command("fitc")
    .description("Compiles .fit files, which declare models to be fitted by nonlinear least squares.")
    .usage("[command] [options] FILE.fit ...")
    .version(version)
    .helpCommand(false)
    .showHelpAfterError("(fitc --help tells how to call it)")
    .exitOverride();

  addFitCommands(program, entries, action);
  addSpecCommands(program, entries, action);

  for (const command of program.commands) {
    command.option("--quiet", "only errors and what was asked for: no warnings, no counts, no names of files");
    if (command.name() !== "init") command.option("--stdin-path <path>", "the name of what is read from -");
  }
  return program;
}

/** The commands that compile and fit. */
function addFitCommands(program: Command, entries: Entries, action: ActionOf): void {
  program
    .command("build", { isDefault: true })
    .description("compile FILE.fit to FILE.fit.ts beside it (the command where none is named)")
    .argument("<files...>", "models; - reads standard input")
    .option("--out <dir>", "write to this directory instead")
    .option("--js", "write JavaScript and its declarations, FILE.fit.js and FILE.fit.d.ts")
    .option("--standalone", "write one JavaScript module that imports nothing")
    .option("--no-wasm", "leave the WebAssembly kernels out")
    .option("--force", "overwrite files that fitc did not write")
    .action(action(async () => (await import("./commands/build.js")).buildWith(entries)));

  program
    .command("run")
    .description("fit the data that a model declares, and report")
    .argument("<file>", "a model; - reads standard input")
    .option("--json", "one JSON object a line, one for each model")
    .option(
      "--data <file>",
      "fit these data instead; - reads standard input, in the format of the model's own data, else CSV",
    )
    .option("--set <name=value>", "the start value of a parameter; repeatable", append)
    .option("--fix <name>", "hold a parameter at its start value; repeatable", append)
    .option("--model <name>", "fit this model only")
    .option("--no-wasm", "fit without WebAssembly")
    .option("--profile", "add the profile-likelihood intervals, which hold for nonlinear models")
    .option("--compat <profile>", "scipy: SciPy's tolerances, tests and covariance")
    .option("--sandwich <kind>", "standard errors by the sandwich: HC0, HC1, HC2 or HC3")
    .option("--level <p>", "the level of the intervals (default: 0.95)")
    .action(action(async () => (await import("./commands/run.js")).runWith(entries)));

  program
    .command("compare")
    .description("fit several models to the same data, and say which of them the data speak for")
    .argument("<files...>", "models, two at least in all; - reads standard input")
    .option("--json", "one JSON object")
    .option("--data <file>", "fit these data instead; - reads standard input")
    .action(action(async () => (await import("./commands/compare.js")).compareWith(entries)));
}

/** Those that look at specs, and make a first one. */
function addSpecCommands(program: Command, entries: Entries, action: ActionOf): void {
  program
    .command("check")
    .description("diagnose models; write nothing")
    .argument("<files...>", "models; - reads standard input")
    .option("--json", "write the diagnostics as JSON")
    .option("--warn-as-error", "take warnings for errors")
    .action(action(async () => (await import("./commands/check.js")).check));

  program
    .command("fmt")
    .description("format models in place; standard input goes to standard output")
    .argument("<files...>", "models; - reads standard input")
    .option("--check", "write nothing; exit status 1 where something would change")
    .action(action(async () => (await import("./commands/fmt.js")).fmt));

  program
    .command("explain")
    .description("the model in mathematics, what each stage of the compiler made of it, or what a code means")
    .argument("<file-or-code>", "a model, - for standard input, or a code such as FIT2001")
    .option("--stage <stage>", "tokens, ast, model, ir, derivatives or kernel")
    .action(action(async () => (await import("./commands/explain.js")).explainWith(entries)));

  program
    .command("init")
    .description("write a commented model, data and a package that runs")
    .argument("[dir]", "where; the current directory")
    .action(action(async () => (await import("./commands/init.js")).init));
}

function append(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

/** The command line, called with the arguments of the process. */
export async function main(entries: Entries): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.done;
  try {
    await createProgram(entries, (result) => {
      status = result;
    }).parseAsync();
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.done : exitStatus.badUsage;
    const { err } = processConsole(false);
    if (!(error instanceof UsageError)) {
      err(describeBug(error));
      return exitStatus.bug;
    }
    err(`error: ${error.message}${error.help === null ? "" : `\n(${error.help})`}\n`);
    return exitStatus.badUsage;
  }
}

/** An error that no code foresaw, in one line: where it was thrown is of use only to those who mend it. */
function describeBug(error: unknown): string {
  const [line = ""] = String(error instanceof Error ? error.message : error).split("\n");
  const what = line.replace(/^fitc bug: /, "").slice(0, 200);
  const stack = process.env["FITC_DEBUG"] === undefined || !(error instanceof Error) ? "" : `${error.stack}\n`;
  return `error: this is a bug of fitc ${version}: ${what}\n(please report it with the model; FITC_DEBUG=1 shows where it is)\n${stack}`;
}
