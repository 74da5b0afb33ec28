// Runs the built command line as a process: exit statuses, output streams, and that files are
// written completely or not at all.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommandLine } from "../helpers/command-line.js";

const spec = `model Line {
  data "data.csv" { t, y }
  param a = 1
  param b = 1

  fit y ~ a + b * t
}
`;
// y = 3 + 2 t plus a disturbance orthogonal to 1 and t, so that a = 3 and b = 2 are exact.
const data = "t,y\n-1.5,0.1\n-0.5,1.9\n0.5,3.9\n1.5,6.1\n";
const twoModels = `${spec}${spec.replace("Line", "Second").replace("a + b * t", "a + b * t^2")}`;

let folder: string;
const at = (name: string) => join(folder, name);
const fitc = (...args: string[]) => runCommandLine(args, { cwd: folder });
const fitcWith = (input: string, ...args: string[]) => runCommandLine(args, { cwd: folder, input });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fitc-cli-"));
  writeFileSync(at("line.fit"), spec);
  writeFileSync(at("two.fit"), twoModels);
  writeFileSync(at("wrong.fit"), spec.replace("b * t", "bb * t"));
  writeFileSync(at("data.csv"), data);
  writeFileSync(at("other.csv"), data.replaceAll(",6.1", ",7.1"));
});
afterAll(() => rmSync(folder, { recursive: true }));

it("takes standard errors from the sandwich where it is told to", async () => {
  const { stdout } = await fitc("run", "line.fit", "--sandwich", "HC0", "--json");
  const { sandwich, params } = JSON.parse(stdout) as {
    readonly sandwich: string;
    readonly params: Readonly<Record<string, { readonly stderr: number }>>;
  };
  // Every residual has size 0.1, so HC0 is 0.01 (J'J)^-1; J'J is diagonal with entries 4 and 5.
  expect(sandwich).toBe("HC0");
  expect(params["a"]?.stderr).toBeCloseTo(0.05, 12);
  expect(params["b"]?.stderr).toBeCloseTo(0.1 / Math.sqrt(5), 12);
  const page = await fitc("run", "line.fit", "--sandwich", "HC0");
  expect(page.stdout).toContain("standard errors      sandwich, HC0\n");
});

describe("how it is called", () => {
  it("tells its version and its commands", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
      version: string;
    };
    expect(await fitc("--version")).toEqual({ stdout: `${version}\n`, stderr: "", status: 0 });
    const help = await fitc("--help");
    expect(help.status).toBe(0);
    for (const command of ["build", "run", "check", "fmt", "explain", "init"]) expect(help.stdout).toContain(command);
  });

  it.each([
    [["chekc"], "error: unknown command 'chekc'\n(did you mean 'check'?)\n"],
    [["check", "lime.fit"], "error: there is no file 'lime.fit'\n(did you mean 'line.fit'?)\n"],
    [["check", "line"], "error: there is no file 'line'\n(did you mean 'line.fit'?)\n"],
    [["check", "."], "error: '.' is a directory, not a model file\n"],
    [["check", "line.fit", "--jsn"], "error: unknown option '--jsn'\n(Did you mean --json?)\n"],
    [
      ["run", "line.fit", "--set", "a"],
      "error: --set must be followed by name=value, not 'a'\n(for example --set k=0.7)\n",
    ],
    [["run", "line.fit", "--set", "a=x"], "error: --set needs a finite number, not 'x'\n"],
    [["run", "line.fit", "--set", "c=1"], "error: unknown parameter 'c'\n(use one of: a, b)\n"],
    [["run", "line.fit", "--fix", "slope"], "error: unknown parameter 'slope'\n(use one of: a, b)\n"],
    [["run", "two.fit", "--model", "Lime"], "error: unknown model 'Lime'\n(did you mean 'Line'?)\n"],
    [["run", "line.fit", "--level", "95"], "error: --level must be between 0 and 1, not 95\n(95 % is 0.95)\n"],
    [
      ["run", "line.fit", "--level", "0.5", "--level", "1"],
      "error: --level must be between 0 and 1, not 1\n(95 % is 0.95)\n",
    ],
    [["run", "line.fit", "--level", "0.5", "--level", "x"], "error: --level needs a finite number, not 'x'\n"],
    [["run", "line.fit", "--compat", "r"], "error: --compat must be 'scipy', not 'r'\n"],
    [["run", "line.fit", "--sandwich", "HC9"], "error: --sandwich must be 'HC0', 'HC1', 'HC2' or 'HC3', not 'HC9'\n"],
    [
      ["explain", "line.fit", "--stage", "tokenz"],
      "error: --stage must be 'tokens', 'ast', 'model', 'ir', 'derivatives' or 'kernel', not 'tokenz'\n",
    ],
    [["explain", "FIT2999"], "error: unknown code 'FIT2999'\n"],
    [["check", "line.fit", "--stdin-path", "x.fit"], "error: --stdin-path needs a FILE that is '-'\n"],
  ])("%j is bad usage", async (args, message) => {
    const { stdout, stderr, status } = await fitc(...args);
    expect(stdout).toBe("");
    expect(stderr.replace("(run fitc --help for usage)\n", "").replace(/\n+$/, "\n")).toContain(message);
    expect(status).toBe(2);
  });
});

describe("check", () => {
  it("has nothing to say of a right model but that", async () => {
    expect(await fitc("check", "line.fit", "two.fit")).toEqual({
      stdout: "",
      stderr: "3 models, no problems\n",
      status: 0,
    });
    expect(await fitc("check", "--quiet", "line.fit")).toEqual({ stdout: "", stderr: "", status: 0 });
  });

  it("tells its diagnostics as JSON", async () => {
    const { stdout, status } = await fitc("check", "--json", "wrong.fit");
    expect(JSON.parse(stdout)).toEqual({
      diagnostics: [
        {
          code: "FIT2001",
          severity: "error",
          message: "unknown name 'bb'",
          file: "wrong.fit",
          start: { line: 6, column: 15 },
          end: { line: 6, column: 17 },
          help: "did you mean 'b'?",
          related: [],
        },
      ],
      units: [],
    });
    expect(status).toBe(1);
    expect(JSON.parse((await fitc("check", "--json", "line.fit")).stdout)).toEqual({ diagnostics: [], units: [] });
  });

  it("tells the other places of a contradiction between units, and the units that follow", async () => {
    const text = "model M {\n  input t: s, y: V\n  param A = 1\n  param k: 1/ms = 1\n  fit y ~ A * exp(-k * t)\n}\n";
    const wrong = JSON.parse((await fitcWith(text, "check", "--json", "-")).stdout);
    const place = (line: number, from: number, to: number) => ({
      file: "<stdin>",
      start: { line, column: from },
      end: { line, column: to },
    });
    expect(wrong.diagnostics[0]).toMatchObject({ code: "FIT2031", ...place(5, 19, 25) });
    expect(wrong.diagnostics[0].related).toEqual([
      { message: "'t' is declared in 's'", ...place(2, 9, 10) },
      { message: "'k' is declared in '1/ms'", ...place(4, 9, 10) },
    ]);
    const { units } = JSON.parse((await fitcWith(text.replace(": 1/ms", ""), "check", "--json", "-")).stdout);
    const model = { file: "<stdin>", model: "M" };
    expect(units).toEqual([
      { ...model, name: "t", unit: "s", inferred: false },
      { ...model, name: "y", unit: "V", inferred: false },
      { ...model, name: "A", unit: "V", inferred: true },
      { ...model, name: "k", unit: "1/s", inferred: true },
    ]);
  });

  it("lists the units that follow, and those left open, where asked to", async () => {
    const text = "model M { input P: W, I: A param a = 1 param b = 1 param dark = 0 fit I ~ a * b * P + dark }";
    expect(await fitcWith(text, "check", "--verbose", "--quiet", "-")).toMatchObject({
      stdout: [
        "model M",
        "  inferred units",
        "    dark: A, because both sides of '+' have one unit: 'a * b * P' and 'dark'",
        "  undetermined units",
        "    b, a: only b*a = A/W is known; give one of them a unit",
        "",
      ].join("\n"),
      status: 0,
    });
  });

  it("takes warnings for errors where asked to", async () => {
    const unused = spec.replace("param b", "param c = 1\n  param b");
    expect((await fitcWith(unused, "check", "-")).status).toBe(0);
    const strict = await fitcWith(unused, "check", "-", "--warn-as-error", "--stdin-path", "dir/x.fit");
    expect(strict.stderr).toContain("dir/x.fit:4:9 - error FIT9001: no residual depends on parameter 'c'");
    expect(strict.status).toBe(1);
  });
});

describe("run", () => {
  it("fits the data of the model, beside it", async () => {
    const { stdout, stderr, status } = await runCommandLine(["run", at("line.fit"), "--json"], { cwd: tmpdir() });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const result = JSON.parse(stdout);
    // Linear least squares by hand: residuals 0.1, -0.1, -0.1, 0.1, so rss = 0.04; s^2 = 0.02;
    // x'x = 5.
    expect(result.params.a.value).toBeCloseTo(3, 13);
    expect(result.params.b.value).toBeCloseTo(2, 13);
    expect(result.params.a.stderr).toBeCloseTo(Math.sqrt(0.02 / 4), 13);
    expect(result.params.b.stderr).toBeCloseTo(Math.sqrt(0.02 / 5), 13);
    expect(result).toMatchObject({ schema: 1, model: "Line", success: true, dof: 2, rows: 4, free: ["a", "b"] });
  });

  it("reports every model, in the order of the file", async () => {
    const models = (text: string) =>
      text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).model);
    const twoInReverse = twoModels.replace("Line", "Zulu");
    expect(models((await fitcWith(twoInReverse, "run", "-", "--json")).stdout)).toEqual(["Zulu", "Second"]);
    expect(models((await fitc("run", "two.fit", "--json", "--model", "Second")).stdout)).toEqual(["Second"]);
  });

  it("takes other data, start values and fixed parameters from its call", async () => {
    const other = JSON.parse((await fitc("run", "line.fit", "--json", "--data", "other.csv")).stdout);
    expect(other.params.a.value).toBeCloseTo(3.25, 13);
    const fixed = JSON.parse(
      (await fitc("run", "line.fit", "--json", "--fix", "b", "--set", "b=7", "--set", "a=-1e3")).stdout,
    );
    expect(fixed.params.b).toMatchObject({ value: 7, stderr: null, ci95: null, init: 7, fixed: true });
    expect(fixed.params.a).toMatchObject({ init: -1000, fixed: false });
    expect(fixed.free).toEqual(["a"]);
  });

  it("takes the level of the intervals", async () => {
    const { params } = JSON.parse((await fitc("run", "line.fit", "--json", "--level", "0.5")).stdout);
    // Student's t with 2 degrees of freedom has the quartile 1 / sqrt(1.5).
    expect(params.b.ci95[1] - params.b.value).toBeCloseTo(params.b.stderr / Math.sqrt(1.5), 12);
  });

  it("takes several levels, each of which has its column", async () => {
    const levels = ["--level", "0.5", "--level", "0.95"];
    const { params, intervals } = JSON.parse((await fitc("run", "line.fit", "--json", ...levels)).stdout);
    const { value, stderr, ci95 } = params.b;
    expect(intervals.map(({ level }: { level: number }) => level)).toEqual([0.5, 0.95]);
    expect(intervals[0].params.b).toEqual(ci95);
    // Student's t with 2 degrees of freedom has the quantile (2p - 1) / sqrt(2p (1 - p)).
    for (const { level, params } of intervals) {
      const half = (stderr * level) / Math.sqrt((1 + level) * (1 - (1 + level) / 2));
      expect(params.b[1] - value).toBeCloseTo(half, 12);
    }
    expect(intervals[0]).not.toHaveProperty("profile");
    const report = (await fitc("run", "line.fit", ...levels)).stdout;
    expect(report).toMatch(/50 % interval +95 % interval +start/);
    expect(JSON.parse((await fitc("run", "line.fit", "--json", "--level", "0.5")).stdout)).not.toHaveProperty(
      "intervals",
    );
  });

  it("takes SciPy's tolerances where asked to", async () => {
    const slow = spec.replace("a + b * t", "a * exp(b * t)").replace("param b = 1", "param b = 1 in [-9, 9]");
    const evaluations = async (...args: string[]) => {
      const { stdout } = await fitcWith(slow, "run", "-", "--json", ...args);
      return JSON.parse(stdout).nfev;
    };
    // A tolerance of 1e-8 instead of 1e-14 needs fewer evaluations.
    expect(await evaluations("--compat", "scipy")).toBeLessThan(await evaluations());
  });

  it("has status 1, not 3, where one model is wrong and another does not converge", async () => {
    const slow =
      'model Slow {\n  data "data.csv" { t, y }\n  param k = 1\n  fit y ~ exp(k * t)\n  solver lm { max_evals: 1 }\n}\n';
    expect((await fitcWith(slow, "run", "-")).status).toBe(3);
    expect((await fitcWith(`${slow}${spec.replace("data.csv", "none.csv")}`, "run", "-")).status).toBe(1);
  });

  it("fits the models that have no errors, whatever is wrong with the others", async () => {
    const model = (name: string, body: string) =>
      `model ${name} {\n  data "data.csv" { t, y }\n  param a = 1\n  param b = 1\n  ${body}\n}\n`;
    const good = (name: string) => model(name, "fit y ~ a + b * t");
    const fitted = async (text: string, ...args: string[]) => {
      const { stdout, stderr, status } = await fitcWith(text, "run", "-", "--json", ...args);
      const names = stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line).model]));
      return [
        names,
        [...stderr.matchAll(/error (FIT\d+)|^error: (.*)/gm)].map(([, code, text]) => code ?? text),
        status,
      ];
    };
    const around = (bad: string) => `${good("First")}${bad}${good("Last")}`;
    // Names, algebra, syntax, a brace that is not closed, data, no data.
    expect(await fitted(around(model("Bad", "fit y ~ a + bb * t")))).toEqual([["First", "Last"], ["FIT2001"], 1]);
    expect(
      await fitted(around(model("Bad", "fit y ~ a + b * t\nloss z => z + 1e-3 * (trigamma(1) - trigamma(1 + z)) * z"))),
    ).toEqual([["First", "Last"], ["FIT3026"], 1]);
    expect(await fitted(around(model("Bad", "fit y ~ a + * t")))).toEqual([["First", "Last"], ["FIT1001"], 1]);
    expect(await fitted(around(model("Bad", "fit y ~ a < b < t")))).toEqual([
      ["First", "Last"],
      ["FIT2011", "FIT1018"],
      1,
    ]);
    expect(await fitted(around(good("Bad").replace(/}\n$/, "")))).toEqual([["First", "Last"], ["FIT1012"], 1]);
    expect(await fitted(around(good("Bad").replace("data.csv", "none.csv")))).toEqual([
      ["First", "Last"],
      ["FIT4020"],
      1,
    ]);
    expect(await fitted(around(model("Bad", "fit y ~ a + log(b * t)")))).toEqual([["First", "Last"], ["FIT5010"], 1]);
    expect(await fitted(around(good("Bad").replace('data "data.csv" { t, y }', "input t, y")))).toEqual([
      ["First", "Last"],
      ["model 'Bad' declares no data file"],
      2,
    ]);
    // A mistake outside the models may concern all of them.
    expect(await fitted(around("const c = 1 +* 2\n"))).toEqual([[], ["FIT1001"], 1]);
    expect(await fitted(around("const c = d\n"))).toEqual([[], ["FIT2001"], 1]);
    expect(await fitted(around(good("First")))).toEqual([[], ["FIT2020"], 1]);
    // One model of them.
    const wrong = around(model("Bad", "param c = 1\nfit y ~ a + bb * t"));
    expect(await fitted(wrong, "--model", "Last", "--set", "c=3")).toEqual([["Last"], ["FIT2001"], 1]);
    expect(await fitted(wrong, "--model", "Bad")).toEqual([[], ["FIT2001"], 1]);
    // Reports are separated by one line, and begin with none.
    const { stdout } = await fitcWith(
      `${good("Bad").replace("data.csv", "none.csv")}${good("A")}${good("B")}`,
      "run",
      "-",
    );
    expect(stdout).toMatch(/^A\n.*\n\nB\n.*freedom\)\.\n$/s);
  });

  it("needs data for a model that declares none", async () => {
    const without = spec.replace('data "data.csv" { t, y }', "input t, y");
    const { stderr, status } = await fitcWith(without, "run", "-");
    expect(stderr).toBe("error: model 'Line' declares no data file\n(give one with --data FILE)\n");
    expect(status).toBe(2);
    expect((await fitcWith(without, "run", "-", "--data", "data.csv")).status).toBe(0);
  });

  it("takes data from standard input, in the format of the model's own", async () => {
    const fitInput = async (text: string, model: string) => {
      const { stdout, stderr } = await fitcWith(text, "run", model, "--json", "--data", "-");
      expect(stderr).toBe("");
      return stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
    };
    // Every model of the file is fitted to these data.
    const [line, second] = await fitInput(data.replaceAll(",6.1", ",7.1"), "two.fit");
    expect(line.params.a.value).toBeCloseTo(3.25, 13);
    expect(line.data_sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(second.data_sha256).toBe(line.data_sha256);

    const records = data.replaceAll(/^([-\d.]+),(.+)$/gm, '{"t": $1, "y": $2}').replace("t,y\n", "");
    writeFileSync(at("records.fit"), spec.replace("data.csv", "data.ndjson"));
    expect((await fitInput(records, "records.fit"))[0].params.a.value).toBeCloseTo(3, 13);
    writeFileSync(at("input.fit"), spec.replace('data "data.csv" { t, y }', "input t, y"));
    expect((await fitInput(data, "input.fit"))[0].params.a.value).toBeCloseTo(3, 13);

    const missing = await fitcWith(data.replace("3.9", ""), "run", "line.fit", "--data", "-");
    expect(missing.stderr).toContain("<stdin>:4:5 - error FIT4004: column 'y' has no value in row 3");
    expect(missing.status).toBe(1);
    const both = await fitcWith(spec, "run", "-", "--data", "-");
    expect(both.stderr).toBe("error: the model and its data cannot both come from standard input\n");
    expect(both.status).toBe(2);
  });

  it("does not mind a reader that leaves", async () => {
    const { execFileSync } = await import("node:child_process");
    const { commandLine } = await import("../helpers/command-line.js");
    const shell = `"${process.execPath}" "${commandLine}" run two.fit | head -c 1; echo " \${PIPESTATUS[0]}"`;
    const output = execFileSync("bash", ["-c", `(${shell}) 2>&1`], { cwd: folder, encoding: "utf8" });
    expect(output).toBe("L 0\n");
  });

  it("colours only a terminal, or where it is told to", async () => {
    const colour = "\u001b[";
    const run = (env: object) => runCommandLine(["run", "line.fit"], { cwd: folder, env });
    expect((await run({})).stdout).not.toContain(colour);
    expect((await run({ FORCE_COLOR: "1" })).stdout).toContain(colour);
    expect((await run({ FORCE_COLOR: "0" })).stdout).not.toContain(colour);
    expect((await run({ NO_COLOR: "1" })).stdout).not.toContain(colour);
  });
});

describe("fmt", () => {
  const untidy = spec.replaceAll("  ", "      ");

  it("rewrites a file in place, once", async () => {
    writeFileSync(at("untidy.fit"), untidy);
    expect((await fitc("fmt", "--check", "untidy.fit")).status).toBe(1);
    expect(readFileSync(at("untidy.fit"), "utf8")).toBe(untidy);
    expect(await fitc("fmt", "untidy.fit")).toEqual({ stdout: "", stderr: "formatted untidy.fit\n", status: 0 });
    const tidy = readFileSync(at("untidy.fit"), "utf8");
    expect(await fitcWith(untidy, "fmt", "-")).toEqual({ stdout: tidy, stderr: "", status: 0 });
    expect(await fitc("fmt", "--check", "untidy.fit")).toEqual({ stdout: "", stderr: "", status: 0 });
    expect(await fitcWith(tidy, "fmt", "-")).toEqual({ stdout: tidy, stderr: "", status: 0 });
  });

  it("leaves a file with a syntax error as it is", async () => {
    writeFileSync(at("broken.fit"), "model Line {");
    expect((await fitc("fmt", "broken.fit")).status).toBe(1);
    expect(readFileSync(at("broken.fit"), "utf8")).toBe("model Line {");
  });
});

describe("build", () => {
  it("writes the module beside the model", async () => {
    const { stdout, stderr, status } = await fitc("line.fit");
    expect([stdout, status]).toEqual(["", 0]);
    const first = readFileSync(at("line.fit.ts"), "utf8");
    const base64 = /bytes: "(.*)"/.exec(first)?.[1] ?? "";
    const [all, wasm] = [first, base64].map((text) => (text.length / 1000).toFixed(1));
    expect(stderr).toBe(`wrote line.fit.ts (${all} kB, of which ${wasm} kB WebAssembly)\n`);
    expect(first).toContain("export { ");
    expect((await fitc("build", "line.fit", "--quiet")).status).toBe(0);
    expect(readFileSync(at("line.fit.ts"), "utf8")).toBe(first);
    expect((await fitcWith(spec, "-")).stdout.split("\n").slice(1)).toEqual(first.split("\n").slice(1));
  });

  it("writes JavaScript with its declarations, and elsewhere", async () => {
    expect((await fitc("line.fit", "--js", "--out", "made/here", "--no-wasm")).stderr).toMatch(
      /^wrote made\/here\/line\.fit\.js \([\d.]+ kB\)\nwrote made\/here\/line\.fit\.d\.ts \([\d.]+ kB\)\n$/,
    );
    expect(readFileSync(at("made/here/line.fit.js"), "utf8")).toContain("wasm: null,");
    expect(readdirSync(at("made/here")).sort()).toEqual(["line.fit.d.ts", "line.fit.js"]);
  });

  it("writes one module that imports nothing and gives the same fit", async () => {
    expect((await fitc("line.fit", "--standalone", "--out", "alone")).status).toBe(0);
    const text = readFileSync(at("alone/line.fit.js"), "utf8");
    expect(text).not.toMatch(/^\s*import\b/m);
    const { Line } = await import(
      /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`
    );
    const alone = Line.fit({ t: [-1.5, -0.5, 0.5, 1.5], y: [0.1, 1.9, 3.9, 6.1] });
    const run = JSON.parse((await fitc("run", "line.fit", "--json")).stdout);
    expect(alone.params.b.value).toBe(run.params.b.value);
  });

  it("writes the declarations of a standalone module, or none of both files", async () => {
    const { stderr } = await fitc("line.fit", "--standalone", "--out", "both");
    expect(stderr.replace(/\(.*?\)/g, "()")).toBe("wrote both/line.fit.js ()\nwrote both/line.fit.d.ts ()\n");
    rmSync(at("both/line.fit.js"));
    writeFileSync(at("both/line.fit.d.ts"), "// mine\n");
    const refused = await fitc("line.fit", "--standalone", "--out", "both");
    expect(refused.stderr).toContain("'both/line.fit.d.ts' exists and was not written by fitc");
    expect(existsSync(at("both/line.fit.js"))).toBe(false);
    expect(readFileSync(at("both/line.fit.d.ts"), "utf8")).toBe("// mine\n");
    expect((await fitc("line.fit", "--standalone", "--out", "both", "--force")).status).toBe(0);
    expect(readFileSync(at("both/line.fit.d.ts"), "utf8")).toContain("declare const");
  });

  it("writes nothing where one of the models is wrong", async () => {
    const { stderr, status } = await fitc("two.fit", "wrong.fit");
    expect(stderr).toContain("wrong.fit:6:15 - error FIT2001: unknown name 'bb' (did you mean 'b'?)");
    expect(status).toBe(1);
    expect(existsSync(at("two.fit.ts"))).toBe(false);
  });

  it("does not overwrite what it did not write, unless forced", async () => {
    writeFileSync(at("two.fit.ts"), "// mine\n");
    const refused = await fitc("two.fit");
    expect(refused.stderr).toBe(
      "error: 'two.fit.ts' exists and was not written by fitc\n(use --force to overwrite it)\n",
    );
    expect(refused.status).toBe(2);
    expect(readFileSync(at("two.fit.ts"), "utf8")).toBe("// mine\n");
    expect((await fitc("two.fit", "--force")).status).toBe(0);
    expect(readFileSync(at("two.fit.ts"), "utf8")).not.toBe("// mine\n");
  });

  it("leaves no temporary file behind", () => {
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

describe("init", () => {
  it("writes a formatted model that fits, and overwrites nothing", async () => {
    expect((await fitc("init", "fresh")).status).toBe(0);
    const { stdout, stderr, status } = await fitc("run", "fresh/model.fit");
    expect(stdout).toContain("converged");
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect((await fitc("check", "fresh/model.fit", "--warn-as-error")).status).toBe(0);
    expect((await fitc("fmt", "fresh/model.fit", "--check")).status).toBe(0);
    const again = await fitc("init", "fresh");
    expect(again.stderr).toContain("already exist; fitc init does not overwrite files");
    expect(again.status).toBe(2);
  });
});

describe("explain", () => {
  it("shows the model in mathematics and what stands at each stage", async () => {
    const { stdout, status } = await fitc("explain", "line.fit");
    expect(stdout).toContain("y ~ a + b * t");
    expect(status).toBe(0);
    const stages = ["tokens", "ast", "model", "ir", "derivatives", "kernel"];
    const texts = await Promise.all(stages.map((stage) => fitc("explain", "line.fit", "--stage", stage)));
    expect(texts.map((result) => result.status)).toEqual(stages.map(() => 0));
    expect(new Set(texts.map((result) => result.stdout)).size).toBe(stages.length);
    for (const { stdout } of texts) expect(stdout.trim()).not.toBe("");
  });

  it("explains a code", async () => {
    const { stdout, status } = await fitc("explain", "fit2001");
    expect(stdout).toMatch(/^error FIT2001: unknown name '\{name\}'\n\n/);
    expect(status).toBe(0);
  });
});
