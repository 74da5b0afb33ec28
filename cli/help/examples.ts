/** A command line as a user may type it, and what it does. */
export interface Example {
  readonly what: string;
  readonly line: string;
}

/**
 * The examples at the end of a command's help and in the manual; those of `fitc` itself are its
 * first steps. A function, so that only those who ask for help wait for the texts.
 */
export function examplesOf(command: string): readonly Example[] {
  const examples: Readonly<Record<string, readonly (readonly [what: string, line: string])[]>> = {
    fitc: [
      ["Create a model with data, and fit it", "fitc init my-fit && fitc run my-fit/model.fit"],
      ["Compile a model to decay.fit.ts, for a program to import", "fitc decay.fit"],
    ],
    build: [
      ["Write decay.fit.ts beside the model, for a program to import", "fitc decay.fit"],
      [
        "Write one JavaScript module without imports, for a web page, to the folder web",
        "fitc build decay.fit --standalone --out web",
      ],
    ],
    run: [
      ["Fit another data file, from another start value", "fitc run decay.fit --data new.csv --set k=0.7"],
      [
        "Report intervals that are valid for nonlinear models, at two levels",
        "fitc run decay.fit --profile --level 0.68 --level 0.95",
      ],
    ],
    compare: [
      ["Ask the data whether a second exponential is needed", "fitc compare decay.fit two-decays.fit"],
      [
        "The same for another data file, for a program to read",
        "fitc compare decay.fit two-decays.fit --data new.csv --json",
      ],
    ],
    check: [
      ["Check all models of a folder, and let a warning fail the build", "fitc check --warn-as-error *.fit"],
      ["List the units that follow for the parameters", "fitc check --verbose decay.fit"],
    ],
    fmt: [
      ["Format all models of a folder in place", "fitc fmt *.fit"],
      ["Format what an editor sends", "fitc fmt - < decay.fit"],
    ],
    explain: [
      ["Show the equations of a model with their derivatives", "fitc explain decay.fit"],
      [
        "Explain a message, a function and an option",
        "fitc explain FIT2001 && fitc explain voigt && fitc explain --profile",
      ],
    ],
    init: [
      ["Create a new folder with a model, data and a program", "fitc init my-fit"],
      ["Create them in the present folder, and fit the model", "fitc init && fitc run model.fit"],
    ],
    completion: [
      [
        "Bash: add this line to ~/.bashrc (Zsh: with zsh, to ~/.zshrc, after compinit)",
        'eval "$(fitc completion bash)"',
      ],
      [
        "Fish: write the script to where it looks for it",
        "fitc completion fish > ~/.config/fish/completions/fitc.fish",
      ],
    ],
    help: [
      ["List the commands", "fitc help"],
      ["Describe one of them, with its options and examples", "fitc help run"],
    ],
  };
  return (examples[command] ?? []).map(([what, line]) => ({ what, line }));
}

/** The examples as the last part of a command's help. */
export function examplesText(command: string): string {
  const shown = examplesOf(command).map(({ what, line }) => `  # ${what}\n  ${line}`);
  return `\nExamples:\n${shown.join("\n\n")}`;
}
