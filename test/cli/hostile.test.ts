// Names, paths and files that would change the terminal, hang the command line, or make it print a
// file that is no data.
import { execFileSync, spawn } from "node:child_process";
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandLine, runCommandLine } from "../helpers/command-line.js";

let folder: string;
const at = (name: string) => join(folder, name);
const fitc = (...args: string[]) => runCommandLine(args, { cwd: folder });
const fitcWith = (input: string, ...args: string[]) => runCommandLine(args, { cwd: folder, input });

const data = "t,y\n1,2\n2,3\n3,5\n";
const line = (path: string, format = "csv") =>
  `model L { data "${path}" as ${format} { t, y } param a = 1 fit y ~ a * t }\n`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fitc-hostile-"));
  writeFileSync(at("data.csv"), data);
  writeFileSync(at("line.fit"), line("data.csv"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Everything that a terminal or a reader would not take for text; line breaks are. */
const hidden = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const evil = "\u001b[31m\u001b]0;t\u0007\b\r\u007f\u0085\u009b2J\u061c\u200e\u200f\u202a\u202e\u2066\u2069\u2028\u2029";
const escapes = [...evil].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");

describe("what would change the terminal is escaped", () => {
  const spec = `/// doc ${evil.replaceAll("\r", "")}
model \`M${escapes}\` {
  data "d${escapes}.csv" { \`t${escapes}\`: \`u${escapes}\` from "t${escapes}" y }
  param \`p${escapes}\`: \`v${escapes}\` = 1 in [0, 9] /// doc ${evil.replaceAll("\r", "")}
  param q = 1
  let \`l${escapes}\` = \`p${escapes}\` * \`t${escapes}\` + \`p${escapes}\`^2
  derive \`d${escapes}\` = \`p${escapes}\`^2
  fit y ~ \`l${escapes}\` + q
  sigma \`p${escapes}\` relative
}
`;
  const quiet = spec.replace(/ {2}sigma.*\n/, "").replace(/: `[uv][^`]*`/g, "");

  const stages = ["tokens", "ast", "model", "ir", "derivatives", "kernel"];
  it.each<[string[], string]>([
    [["check", "-"], spec],
    [["check", "--json", "-"], spec],
    [["check", "--verbose", "-"], spec],
    [["check", "-", "--stdin-path", `${evil}.fit`], spec],
    [["build", "-", "--stdin-path", `${evil}.fit`], spec],
    [["build", "-", "--stdin-path", `${evil}.fit`, "--out", "out", "--js"], quiet],
    [["build", "-", "--js"], quiet],
    [["fmt", "-", "--check", "--stdin-path", evil], spec],
    [["run", "-", "--data", "data.csv"], quiet],
    [["run", "-"], quiet],
    [["run", "-", "--set", "zz=1"], quiet],
    [["run", "-", "--model", "zz"], quiet],
    [["explain", "-"], quiet],
    ...stages.map((stage): [string[], string] => [["explain", "-", "--stage", stage], quiet]),
    ...stages.map((stage): [string[], string] => [["explain", "-", "--stage", stage, "--stdin-path", evil], spec]),
  ])("%j", async (args, input) => {
    const { stdout, stderr } = await fitcWith(input, ...args);
    expect(stdout + stderr).not.toBe("");
    expect(stdout).not.toMatch(hidden);
    expect(stderr).not.toMatch(hidden);
  });

  it("in reports, comparisons and their JSON", async () => {
    writeFileSync(at("evil.csv"), `"t${evil}",y\n1,2\n2,3\n3,5\n4,6\n`);
    const two = quiet.replace(`M${escapes}`, `N${escapes}`).replace("+ q", "+ 2 * q");
    const calls = [
      ["run", "-"],
      ["run", "-", "--json"],
      ["run", "-", "--profile"],
      ["compare", "-"],
      ["compare", "-", "--json"],
    ];
    for (const args of calls) {
      const { stdout, stderr } = await fitcWith(quiet + two, ...args, "--data", "evil.csv");
      expect(`${args} ${stdout}`).toContain("\\u001b[31m");
      expect(stdout + stderr).not.toMatch(hidden);
      const [first = ""] = stdout.split("\n");
      if (args[0] === "run" && args.includes("--json")) expect(JSON.parse(first)).toMatchObject({ model: `M${evil}` });
    }
  });

  it("in a terminal that shows colours, which are fitc's own", async () => {
    const env = { FORCE_COLOR: "1" };
    for (const args of [
      ["check", "-"],
      ["run", "-", "--data", "data.csv"],
      ["run", "-", "--fix", evil],
      [`${evil}.fit`],
    ]) {
      const { stdout, stderr } = await runCommandLine(args, { cwd: folder, input: quiet, env });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours that fitc uses
      expect((stdout + stderr).replace(/\u001b\[(?:1|2|22|31|33|36|39)m/g, "")).not.toMatch(hidden);
      expect(stderr).not.toContain(`'\u001b`);
    }
  });

  it.each([
    [evil],
    [`--${evil}`],
    ["check", `${evil}.fit`],
    ["fmt", `a\nerror: b${evil}`],
    ["explain", `FIT1${evil}`],
    ["explain", "line.fit", "--stage", evil],
    ["run", "line.fit", "--compat", evil],
    ["run", "line.fit", "--sandwich", evil],
    ["run", "line.fit", "--level", evil],
    ["run", "line.fit", "--model", evil],
    ["run", "line.fit", "--set", evil],
    ["run", "line.fit", "--set", `${evil}=1`],
    ["run", "line.fit", "--fix", evil],
    ["run", "line.fit", "--data", `${evil}.csv`],
    ["build", "line.fit", "--out", `data.csv/${evil}`],
    ["compare", evil],
    ["init", `data.csv/${evil}`],
    [`check`, `--json\n(Did you mean --${evil}?)`],
  ])("%j", async (...args) => {
    const { stdout, stderr, status } = await fitc(...args);
    expect(stdout).toBe("");
    expect(stderr).toContain("\\u001b");
    expect(stderr).not.toMatch(hidden);
    expect(stderr.split("\n").length).toBeLessThanOrEqual(4);
    expect(stderr).not.toMatch(/^error: b/m);
    expect(status).toBe(args.includes("--data") ? 1 : 2);
  });

  it("in the paths that were written", async () => {
    const out = await fitc("build", "line.fit", "--out", `o${evil}`);
    const init = await fitc("init", `i${evil}`);
    for (const { stderr, status } of [out, init]) {
      expect(status).toBe(0);
      expect(stderr).toContain("\\u001b[31m");
      expect(stderr).not.toMatch(hidden);
    }
    expect(lstatSync(at(`o${evil}/line.fit.ts`)).isFile()).toBe(true);
  });
});

describe.skipIf(process.platform === "win32")("what is no file", () => {
  const pipe = (name: string) => execFileSync("mkfifo", [at(name)]);

  it("is not waited for in vain", async () => {
    for (const name of ["p1.csv", "p2.csv", "p3.fit"]) pipe(name);
    writeFileSync(at("matrix.fit"), line("data.csv").replace("param", 'covariance "p2.csv" param'));
    const never = "it is a pipe that no program wrote to within 5 seconds";
    const results = await Promise.all([
      fitc("run", "line.fit", "--data", "p1.csv"),
      fitc("run", "matrix.fit"),
      fitc("check", "p3.fit"),
    ]);
    expect(results[0].stderr).toBe(`error FIT4022: cannot read the data file 'p1.csv': ${never}\n`);
    expect(results[1].stderr).toContain(`cannot read the data file 'p2.csv': ${never}`);
    expect(results[2].stderr).toBe(`error: cannot read 'p3.fit': ${never}\n`);
    expect(results.map(({ status }) => status)).toEqual([1, 1, 2]);
  }, 30_000);

  it("but a pipe is read once somebody writes to it, however slowly", async () => {
    for (const name of ["q.csv", "q.fit"]) pipe(name);
    const slowly = (name: string, text: string) =>
      spawn(
        "sh",
        ["-c", `sleep 0.5; (printf '%s' "$0"; sleep 0.5; printf '%s' "$1") > ${name}`, text.slice(0, 5), text.slice(5)],
        {
          cwd: folder,
        },
      );
    slowly("q.csv", data);
    slowly("q.fit", line("data.csv"));
    const [run, check] = await Promise.all([
      fitc("run", "line.fit", "--json", "--data", "q.csv"),
      fitc("check", "q.fit"),
    ]);
    expect(JSON.parse(run.stdout)).toMatchObject({ rows: 3, success: true });
    expect(check).toEqual({ stdout: "", stderr: "1 model, no problems\n", status: 0 });
  }, 30_000);

  it.each([
    [["check", "/dev/zero"], "error: cannot read '/dev/zero': it is a device\n"],
    [["fmt", "/dev/null"], "error: cannot read '/dev/null': it is a device\n"],
    [
      ["run", "line.fit", "--data", "/dev/zero"],
      "error FIT4022: cannot read the data file '/dev/zero': it is not a file\n",
    ],
    [["check", "loop.fit"], "error: cannot read 'loop.fit': its symbolic links form a loop\n"],
    [
      ["run", "line.fit", "--data", "loop.fit"],
      "error FIT4022: cannot read the data file 'loop.fit': its symbolic links form a loop\n",
    ],
  ])("is not read: %j", async (args, expected) => {
    rmSync(at("loop.fit"), { force: true });
    symlinkSync("loop.fit", at("loop.fit"));
    expect((await fitc(...args)).stderr).toBe(expected);
  });

  it("is not read without end from standard input", () => {
    const shell = `cat /dev/zero | "${process.execPath}" "${commandLine}" check - 2>&1; true`;
    const output = execFileSync("sh", ["-c", shell], { cwd: folder, encoding: "utf8" });
    expect(output).toBe("error: cannot read standard input: it holds more than 64 MB\n");
  });

  it("is not written to", async () => {
    mkdirSync(at("made"));
    const target = at("made/line.fit.ts");
    const cannot = "error: cannot write 'made/line.fit.ts': ";
    const build = async (...more: string[]) => (await fitc("build", "line.fit", "--out", "made", ...more)).stderr;
    const refused = async (reason: string, remake: () => void) => {
      for (const more of [[], ["--force"]]) {
        rmSync(target, { force: true });
        remake();
        expect(await build(...more)).toBe(`${cannot}${reason}\n`);
      }
    };
    await refused("it is not a file", () => execFileSync("mkfifo", [target]));
    await refused("it is not a file", () => symlinkSync("/dev/null", target));
    await refused("its symbolic links form a loop", () => symlinkSync("line.fit.ts", target));
    await refused("it is a symbolic link to a file that does not exist", () => symlinkSync("nowhere", target));
    mkdirSync(at("started"));
    symlinkSync("nowhere", at("started/main.js"));
    expect((await fitc("init", "started")).stderr).toContain("'started/main.js' already exists");
  });

  it("does not redirect what is written", async () => {
    // Whoever guesses the name of the temporary file could put a link there.
    mkdirSync(at("shared"));
    writeFileSync(at("precious"), "precious");
    const script = `for (let i = 1; i < 400; i++) require("node:fs").symlinkSync("../precious", "shared/line.fit.ts." + (process.pid + i) + ".tmp");
      require("node:child_process").spawnSync(process.execPath, process.argv.slice(1), { stdio: "inherit" });`;
    try {
      execFileSync(process.execPath, ["-e", script, commandLine, "build", "line.fit", "--out", "shared"], {
        cwd: folder,
        stdio: "pipe",
      });
    } catch {
      // The command may refuse to write.
    }
    expect(readFileSync(at("precious"), "utf8")).toBe("precious");
  });
});

describe("a file that is no data", () => {
  const passwd = "root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\n";
  const content = /root|daemon|bin/;

  it("is not shown", async () => {
    mkdirSync(at("a/b"), { recursive: true });
    writeFileSync(at("passwd"), passwd);
    const specs = ["csv", "tsv", "json", "ndjson"].map((format) => line("../../passwd", format));
    specs.push(line("../../data.csv").replace("param", 'covariance "../../passwd" param'));
    const runs = specs.map(async (spec, i) => {
      writeFileSync(at(`a/b/secret${i}.fit`), spec);
      const { stdout, stderr, status } = await fitc("run", `a/b/secret${i}.fit`);
      expect([stdout, status]).toEqual(["", 1]);
      expect(stderr).toMatch(/passwd:[12]:1 - error FIT4/);
      expect(stderr).not.toMatch(content);
    });
    await Promise.all(runs);
  });

  it("is not shown in a code frame either", () => {
    writeFileSync(at("secret"), passwd);
    writeFileSync(at("frame.fit"), line("secret"));
    const terminal = `script -qec '"${process.execPath}" "${commandLine}" run frame.fit' /dev/null`;
    let output: string;
    try {
      output = execFileSync("sh", ["-c", `${terminal}; true`], { cwd: folder, encoding: "utf8" });
    } catch {
      return; // `script` is not installed.
    }
    expect(output).toContain("FIT4001");
    expect(output).not.toMatch(content);
  });
});
