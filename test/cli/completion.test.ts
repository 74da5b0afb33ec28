// Each shell completes by the script that `fitc completion` prints for it. A shell that is not
// installed is left out.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shells } from "../../cli/help/completion/shell.js";
import { runCommandLine } from "../helpers/command-line.js";
import { commands } from "../helpers/program.js";
import { programPath } from "../helpers/shells.js";

let folder: string;
const script = (shell: string) => join(folder, `.fitc.${shell}`);
const odd = ["a$b.fit", "it's.fit", "my model.fit", 'q"u.fit', "semi;colon.fit"];
const names = commands.map((command) => command.name());

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fitc-completion-"));
  for (const name of [...odd, "decay.fit", "data (1).csv"]) writeFileSync(join(folder, name), "");
  for (const name of ["build", "sub dir"]) mkdirSync(join(folder, name));
  for (const shell of shells) {
    const { stdout, status } = await runCommandLine(["completion", shell]);
    expect(status).toBe(0);
    writeFileSync(script(shell), stdout);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (shell: string, code: string) =>
  execFileSync(shell, ["-c", code], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, HOME: folder, LC_ALL: "C" },
    stdio: ["ignore", "pipe", "pipe"],
  });

/** The lines of a printed list, sorted. */
const linesOf = (text: string) =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .sort();

const optionsOf = (name: string) => [
  "--help",
  ...(commands.find((command) => command.name() === name)?.options ?? []).map(({ long }) => long ?? ""),
];

/** What Bash offers for a line of words, the last of which is being typed. */
function bashOffers(...words: string[]): readonly string[] {
  const quoted = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
  // Outside of a completion, `compopt` fails, as in old versions of Bash: the script then quotes.
  return linesOf(
    run(
      "bash",
      `. '${script("bash")}'; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _fitc; printf '%s\\n' "\${COMPREPLY[@]}"`,
    ),
  );
}

describe.skipIf(programPath("bash") === null)("bash", () => {
  it("reads the script", () => {
    run("bash", `bash -n '${script("bash")}'`);
  });

  it("completes commands, and model files for the default one", () => {
    expect(bashOffers("fitc", "ru")).toEqual(["run"]);
    expect(bashOffers("fitc", "dec")).toEqual(["decay.fit"]);
    expect(bashOffers("fitc", "")).toEqual(expect.arrayContaining([...names, "decay.fit"]));
    // Not the folder of that name.
    expect(bashOffers("fitc", "buil")).toEqual(["build"]);
    expect(bashOffers("fitc", "help", "c")).toEqual(["check", "compare", "completion"]);
    expect(bashOffers("fitc", "completion", "")).toEqual([...shells].sort());
  });

  it.each(names)("completes the options of %s", (name) => {
    expect(bashOffers("fitc", name, "--")).toEqual(
      [...new Set(optionsOf(name)), ...(name === "build" ? ["--version"] : [])].sort(),
    );
  });

  it("completes the values of an option", () => {
    expect(bashOffers("fitc", "run", "decay.fit", "--sandwich", "")).toEqual(["HC0", "HC1", "HC2", "HC3"]);
    // Three words in Bash: --compat=s
    expect(bashOffers("fitc", "run", "--compat", "=", "s")).toEqual(["scipy"]);
    expect(bashOffers("fitc", "run", "--compat", "=")).toEqual(["scipy"]);
    expect(bashOffers("fitc", "run", "--set", "")).toEqual([]);
    expect(bashOffers("fitc", "explain", "--stage", "t")).toEqual(["tokens"]);
  });

  it("completes model files where one belongs, any file for --data, folders for --out", () => {
    const models = ["a\\$b.fit", "decay.fit", "it\\'s.fit", "my\\ model.fit", 'q\\"u.fit', "semi\\;colon.fit"];
    expect(bashOffers("fitc", "run", "")).toEqual(["build", ...models, "sub\\ dir"].sort());
    expect(bashOffers("fitc", "run", "--data", "da")).toEqual(["data\\ \\(1\\).csv"]);
    expect(bashOffers("fitc", "decay.fit", "--out", "s")).toEqual(["sub\\ dir"]);
  });
});

/** What Fish offers for a line, without the descriptions. */
function fishOffers(line: string): readonly string[] {
  const printed = run("fish", `source '${script("fish")}'; complete -C '${line}'`);
  return linesOf(printed).map((offer) => offer.split("\t")[0] ?? "");
}

describe.skipIf(programPath("fish") === null)("fish", () => {
  it("completes commands, options, values and files", () => {
    expect(fishOffers("fitc ru")).toEqual(["run"]);
    expect(fishOffers("fitc ")).toEqual(expect.arrayContaining([...names, "decay.fit"]));
    expect(fishOffers("fitc run --")).toEqual([...new Set(optionsOf("run"))].sort());
    expect(fishOffers("fitc decay.fit --sta")).toEqual(["--standalone"]);
    expect(fishOffers("fitc run --sandwich ")).toEqual(["HC0", "HC1", "HC2", "HC3"]);
    expect(fishOffers("fitc run ")).toEqual([...odd, "decay.fit", "build/", "sub dir/"].sort());
    expect(fishOffers("fitc run --data da")).toEqual(["data (1).csv"]);
    expect(fishOffers("fitc build --out ")).toEqual(["build/", "sub dir/"]);
  });
});

describe.skipIf(programPath("zsh") === null)("zsh", () => {
  /**
   * What Zsh offers for a line. Its completion works in a terminal alone, which a module of its own
   * makes; there, a key lists the matches, between marks.
   */
  function zshOffers(line: string): readonly string[] {
    const code = `zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "PS1= PROMPT2= RPS1=; stty -echo; autoload -Uz compinit; compinit -u -D; . '${script("zsh")}'"
zpty -w z "zstyle ':completion:*' list-grouped false; zstyle ':completion:*' insert-tab false"
zpty -w z "list() { compadd() { local -a m; builtin compadd -O m \\"\\$@\\"; print -rl -- \\$m >>\\$HOME/.offers; builtin compadd \\"\\$@\\" }; _main_complete; print done >>\\$HOME/.offers }"
zpty -w z "zle -C list complete-word list; bindkey '^I' list; : >\\$HOME/.offers; print ready"
zpty -r -m z text '*ready*'
zpty -w -n z $'${line.replaceAll("'", "\\'")}\\t'
for ((i = 0; i < 200; i++)); do if [[ -e .offers && $(<.offers) == *done ]]; then break; fi; sleep 0.05; done
cat .offers
zpty -d z`;
    return [
      ...new Set(linesOf(run("zsh", code)).flatMap((offer) => (offer === "done" ? [] : [offer.replaceAll("\\", "")]))),
    ];
  }

  it("reads the script", () => {
    run("zsh", `zsh -n '${script("zsh")}'`);
  });

  it("completes commands, options, values and files", () => {
    expect(zshOffers("fitc run --sandwich ")).toEqual(["HC0", "HC1", "HC2", "HC3"]);
    expect(zshOffers("fitc decay.fit --sta")).toEqual(["--standalone"]);
    expect(zshOffers("fitc run my")).toEqual(["my model.fit"]);
    expect(zshOffers("fitc run --data da")).toEqual(["data (1).csv"]);
  });
});
