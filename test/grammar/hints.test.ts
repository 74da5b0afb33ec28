// First attempts by people who know other programs: the help says what to write, and what it says
// is correct. The lines are in the manner of lmfit, SciPy, R, gnuplot, MATLAB, Prism and Origin.
import { describe, expect, it } from "vitest";
import { SourceFile } from "../../diagnostics/index.js";
import { parse } from "../../grammar/index.js";
import { analyzeText } from "../helpers/analyze.js";

const modelOf = (line: string): string => `model M {\n  data "d.csv" { x, y }\n  ${line}\n}\n`;

/** The help of the first error. */
function helpOf(text: string): string | null {
  const { diagnostics } = parse(new SourceFile("m.fit", text));
  expect(diagnostics.length).toBeGreaterThan(0);
  return diagnostics[0]?.help ?? null;
}

/** The errors in what a help says to write, in its place. */
function errorsIn(help: string): readonly string[] {
  const quoted = [
    ...help.matchAll(/'((?:param|fit|let|fn|sigma|weight|solver|loss|residual|data|model|prior|const) .*?)'(?!')/g),
  ];
  return quoted.flatMap(([, text = ""]) => {
    if (text.includes("...")) return [];
    const whole = text.startsWith("model ") ? text : `model M { ${text} }`;
    return parse(new SourceFile("m.fit", whole)).diagnostics.map(({ message }) => `${text}: ${message}`);
  });
}

const where = "write 'where x >= 0 and x <= 5' in the data block, after the columns";
const plot = "run 'fitc run model.fit --plot' for a plot in the terminal, or with '--report fit.html' for a page";

const lines: readonly (readonly [line: string, help: string])[] = [
  // Bounds and the like.
  ["param c = 1, > 0", "write 'param c = 1 in (0, inf)'"],
  ["param c > 0", "write 'param c in (0, inf)'"],
  ["param c <= -2", "write 'param c in (-inf, -2]'"],
  ["param 0 < c <= 5", "write 'param c in (0, 5]'"],
  ["param c: 1/s = 1 [0, 5]", "write 'param c: 1 / s = 1 in [0, 5]'"],
  ["param c = 1 range 0..5", "write 'param c = 1 in [0, 5]'"],
  ["param c = 1 range 0 5", "write 'param c = 1 in [0, 5]'"],
  ["param c = 1 in [0:5]", "write 'param c = 1 in [0, 5]'"],
  ["param c = 1 in -1..5", "write 'param c = 1 in [-1, 5]'"],
  ["param c = 1 bounds [0, inf]", "write 'param c = 1 in [0, inf]'"],
  ["param c = 1 between 0 and 5", "write 'param c = 1 in [0, 5]'"],
  ["param c = 1 min 0 max 5", "write 'param c = 1 in [0, 5]'"],
  ["param c = 1, min=0, max=5", "write 'param c = 1 in [0, 5]'"],
  ["param c = 1, min=0", "write 'param c = 1 in [0, inf)'"],
  ["param c = 1 positive", "write 'param c = 1 in [0, inf)'"],
  ["param c = 1, vary=False", "write 'param c = 1 fixed'"],
  ["param c = 1 +/- 0.1", "write 'param c = 1', and 'prior c ~ normal(1, 0.1)' if that is known before the fit"],
  ["param c = 1 \u00b1 0.1", "write 'param c = 1', and 'prior c ~ normal(1, 0.1)' if that is known before the fit"],
  ["param c = [1, 0, 5]", "write 'param c = 1 in [0, 5]'"],
  ["param c(1, 0, 5)", "write 'param c = 1 in [0, 5]'"],
  ["param c [m/s] = 1", "write 'param c: m / s = 1'"],
  ["param c 0.5", "write 'param c = 0.5'"],
  ["param a, c, d", "write 'param a param c param d'"],
  ["param a = 1, c = 2", "write 'param a = 1 param c = 2'"],
  ["parameter c = 1", "write 'param c = 1'"],
  ["fixed c = 1", "write 'param c = 1 fixed'"],
  ["a > 0", "bounds are declared with the parameter: write 'param a in (0, inf)'"],
  ["bounds a in [0, 5]", "bounds are declared with the parameter: write 'param a in [0, 5]'"],
  ["start = list(a=1, b=-2)", "a start value is declared with its parameter: write 'param a = 1 param b = -2'"],
  // Rows.
  ["fit y ~ a * x where x > 0", "write 'where x > 0' in the data block, after the columns"],
  ["fit y ~ a * x if x > 0 and y > 0", "write 'where x > 0 and y > 0' in the data block, after the columns"],
  ["fit y ~ a * x range x 0 5", where],
  ["fit y ~ a * x for x in [0, 5]", where],
  ["range x in [0, 5]", where],
  ["range 0 < x < 5", where],
  ["where x > 0", "write 'where x > 0' in the data block, after the columns"],
  ["exclude x > 5", "write 'where not (x > 5)' in the data block, after the columns"],
  ["fit [0:5] y ~ a*x", "write 'fit y ~ a * x', and 'where x >= 0 and x <= 5' in the data block"],
  // gnuplot.
  ["fit f(x) 'd.csv' via a,b", `write 'data "d.csv" { x, y } param a param b fit y ~ f(x)'`],
  ["fit [0:5] f(x) 'd.csv' using 1:2", `write 'data "d.csv" { x, y where x >= 0 and x <= 5 } fit y ~ f(x)'`],
  ["f(x) = a*x + b", "write 'fn f(x) = a * x + b'"],
  ["fit y ~ a*x via a", "write 'param a fit y ~ a * x'"],
  // The model.
  ["y ~ a*exp(-b*x)", "write 'fit y ~ a * exp(-b * x)'"],
  ["fit y = a*x^2", "write 'fit y ~ a * x^2'"],
  ["y = a*x", "write 'fit y ~ a * x' if it is observed, or 'let y = a * x' if it is a part of the model"],
  ["a = 1", "write 'param a = 1', or 'const a = 1' if it is known"],
  ["let f(x) = a*x", "write 'fn f(x) = a * x'"],
  ["return a*x", "write 'fit y ~ a * x'"],
  ["minimize (y - a*x)^2", "write 'residual y - a * x', without the square"],
  ["fit y ~ a*exp x", "write 'exp(x)'"],
  ["fit y ~ a*Exp[-x]", "write 'exp(-x)' for a call"],
  ["fit y ~ a*x! + 1", "write 'gamma(x + 1)' for 'x!'"],
  ["fit y ~ a*|x|", "write 'abs(x)'"],
  ["fit y ~ a*sin(np.pi*x)", "write 'pi'"],
  // Settings and commands.
  ["sigma = 0.1", "write 'sigma 0.1 absolute'"],
  ["yerr = 0.1*y", "write 'sigma 0.1 * y absolute' for standard deviations that are known"],
  ["weights = 1/y", "write 'weight 1 / y'"],
  ["method = 'lm'", "write 'solver lm'"],
  ["loss = huber", "write 'loss huber(1)', with the residual at which it begins to count less"],
  ["plot y", plot],
  ["plot(x, y)", plot],
];

describe("first attempts in a model", () => {
  it.each(lines)("%s", (line, help) => {
    expect(helpOf(modelOf(line))).toBe(help);
    expect(errorsIn(help)).toEqual([]);
  });

  it("find their place in a model on one line too", () => {
    const text = 'model M { data "d.csv" { x, y } param a = 1 min 0 max 5 fit y ~ a * x }';
    expect(helpOf(text)).toBe("write 'param a = 1 in [0, 5]'");
  });
});

describe("first attempts without a model", () => {
  const model = (params: string, equation: string) =>
    `write 'model Fit { data "data.csv" { t, y } ${params} fit ${equation} }'`;

  it.each([
    ["y ~ a*exp(-b*t)", model("param a = 1 param b = 1", "y ~ a * exp(-b * t)")],
    [
      "fit <- nls(y ~ a*exp(-b*t), data=df, start=list(a=1,b=1))",
      model("param a = 1 param b = 1", "y ~ a * exp(-b * t)"),
    ],
    ["y = y0 + A1*exp(-t/t1)", model("param y0 = 1 param A1 = 1 param t1 = 1", "y ~ y0 + A1 * exp(-t / t1)")],
    ["f(t) = a*t + b", model("param a = 1 param b = 1", "y ~ a * t + b")],
    ["model = a*t", model("param a = 1", "y ~ a * t")],
  ])("%s", (line, help) => {
    expect(helpOf(`${line}\n`)).toBe(help);
    expect(errorsIn(help)).toEqual([]);
  });
});

describe("columns", () => {
  it.each([
    ["x (s)", "write 'x: s' for a column with a unit"],
    ["x [s], y [V]", "write 'x: s' for a column with a unit"],
    ['x = "time"', "write 'x from \"time\"'"],
    ["filter x > 0", "write 'where x > 0'"],
  ])("%s", (line, help) => {
    expect(helpOf(`model M { data "d.csv" {\n  ${line}\n} fit y ~ x }`)).toBe(help);
  });

  it.each([
    ['data "d.csv"', `write 'data "d.csv" { x, y }', with the columns that the model uses`],
    ['data: "d.csv"', `write 'data "d.csv" { x, y }', with the columns that the model uses`],
    ['file "d.csv" { x, y }', `write 'data "d.csv" { x, y }', with the columns that the model uses`],
    ['data "d.csv" using 1:2 { x, y }', `write 'data "d.csv" { x, y }': the first line of the file names its columns`],
  ])("%s", (line, help) => {
    expect(helpOf(`model M {\n  ${line}\n  fit y ~ x\n}`)).toBe(help);
  });
});

describe("what is not known from elsewhere", () => {
  it.each([
    ["fit y ~ a x", "write a product with '*'"],
    ["fit y ~ a**x where b", "write '^'"],
    ["fit y ~ 2x", "write '2 * x' for a product"],
    ["frob a", null],
  ])("%s keeps its own help", (line, help) => {
    expect(helpOf(modelOf(line))).toBe(help);
  });

  it("a start value that is a comparison", () => {
    const help = (param: string) => analyzeText(modelOf(`${param} fit y ~ c * x`)).diagnostics.map(({ help }) => help);
    expect(help("param c = 1 > 0")).toContain("write 'param c = 1 in (0, inf)'");
    expect(help("param c = 2 * 3 <= 9")).toContain("write 'param c = 2 * 3 in (-inf, 9]'");
  });
});

it("long and hostile lines take no time", () => {
  const parts = ["param a ", "fit y ~ ", "nls ( ", "x , ", "[ 0 : ", "= ", "where ", "~ ", ") "];
  const start = performance.now();
  for (const part of parts) {
    for (const line of [part.repeat(30), `param ${part.repeat(20)}`, `fit ${part.repeat(20)}`, part.repeat(20_000)]) {
      parse(new SourceFile("m.fit", modelOf(line)));
    }
  }
  // The limits on the length of a line allow milliseconds each; a busy machine may be slow.
  expect(performance.now() - start).toBeLessThan(10_000);
});
