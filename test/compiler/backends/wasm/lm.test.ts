// Compares a whole fit in WebAssembly with the TypeScript solver, whose rows are computed by the
// same instance: the bits must be the same, unless the fit in WebAssembly gives up. Tested on
// NIST's problems, several kinds of random problems, and data for which it must give up.
import { describe, expect, it } from "vitest";
import { PackedRows } from "../../../../runtime/batch/packed-rows.js";
import { Window } from "../../../../runtime/batch/window.js";
import { FoldState } from "../../../../runtime/fold/state.js";
import { LazyKernel } from "../../../../runtime/fold/wasm/lazy-kernel.js";
import type { FitOptions, FitProblem, Fitter } from "../../../../runtime/index.js";
import { Descent } from "../../../../runtime/solvers/descent.js";
import { FoldObjective } from "../../../../runtime/solvers/objective.js";
import { solverSettings } from "../../../../runtime/solvers/settings.js";
import { noise, peak } from "../../../helpers/batches.js";
import { blockOf } from "../../../helpers/blocks.js";
import { loadModel } from "../../../helpers/load-models.js";
import { listReferences, readReference, readReferenceCsv } from "../../../helpers/reference.js";
import { numbersOf } from "../../../helpers/states.js";

type Columns = ReadonlyMap<string, Float64Array>;

interface Outcome {
  readonly x: readonly number[];
  readonly state: readonly number[];
  readonly status: number;
  readonly stoppedBy: string;
  readonly evaluations: readonly [nfev: number, njev: number];
}

/**
 * A fit by WebAssembly (null if it gave up) and the fit by the solver (null if it is not regular).
 */
interface Both {
  readonly wasm: Outcome | null;
  readonly solver: Outcome | null;
}

/** Fits one data set after another in both ways. */
class Fits {
  private readonly instance;
  private readonly active;
  private readonly problem: FitProblem;

  constructor({ problem }: Fitter) {
    const instance = LazyKernel.of(problem)?.always().instance;
    if (instance == null) throw new Error("there is no WebAssembly kernel");
    this.problem = problem;
    this.instance = instance;
    this.active = problem.free.map((_, j) => j);
  }

  /** @param start all parameters; by default the start values of the model */
  fit(columns: Columns, options: FitOptions = {}, start?: Float64Array): Both {
    const { problem, instance, active } = this;
    const data = problem.columns.map(({ name }) => columns.get(name) ?? new Float64Array());
    const rows = data[0]?.length ?? 0;
    const rules = new Float64Array(3 * problem.params.length);
    problem.start(data, rows, rules);
    const p = start ?? Float64Array.from(problem.params, (_, j) => rules[3 * j] as number);
    const settings = solverSettings({ ...problem, solver: { ...problem.solver, method: "lm" } }, options, problem.free);
    const packed = new PackedRows(instance, data, active);
    const lm = packed.lm(settings);
    if (lm === null) throw new Error("the module cannot fit");
    const wasm = packed.fit(lm, p, 0, rows) ? outcomeOf(lm) : null;

    const n = active.length;
    const window = new Window(packed, blockOf(problem).count, n);
    window.move(0, rows);
    const x = Float64Array.from(problem.free, (param) => p[param] as number);
    const objective = new FoldObjective(window, p, problem.free);
    const first = window.linearize(objective.params(x), new FoldState(n));
    const descent = new Descent(n, "lm");
    const bounds = {
      lower: new Float64Array(n).fill(Number.NEGATIVE_INFINITY),
      upper: new Float64Array(n).fill(Number.POSITIVE_INFINITY),
    };
    const isRegular = first.finite && descent.run(objective, { x, state: first }, bounds, settings);
    if (wasm !== null) expect(lm.firstCost).toBe(first.cost);
    return { wasm, solver: isRegular ? outcomeOf(descent) : null };
  }
}

function outcomeOf({
  x,
  state,
  status,
  stoppedBy,
  nfev,
  njev,
}: Descent | NonNullable<ReturnType<PackedRows["lm"]>>): Outcome {
  return { x: [...x], state: numbersOf(state), status, stoppedBy, evaluations: [nfev, njev] };
}

/**
 * Whether WebAssembly did not give up. If so, its fit must equal that of the solver to the bit
 * (`toEqual` distinguishes -0 from 0).
 */
function isDone({ wasm, solver }: Both): boolean {
  if (wasm === null) return false;
  expect(wasm).toEqual(solver);
  return true;
}

interface NistProblem {
  readonly name: string;
  readonly model: string;
  readonly response_expression: string;
  readonly predictors: readonly string[];
  readonly parameters: readonly string[];
  readonly starts: readonly (readonly number[])[];
}

function specOf({ name, predictors, parameters, response_expression, model }: NistProblem): string {
  const params = parameters.map((param) => `  param ${param} = 1`);
  return `model ${name} {\n  input y, ${predictors.join(", ")}\n${params.join("\n")}\n  fit ${response_expression} ~ ${model}\n}\n`;
}

/** Columns x and y, where y is computed from each x. */
function columnsOf(xs: readonly number[], y: (x: number, i: number) => number): Columns {
  return new Map([
    ["x", Float64Array.from(xs)],
    ["y", Float64Array.from(xs, y)],
  ]);
}

/** @param params each with its start value, 1 by default */
function body(params: readonly string[], model: string): string {
  const lines = params.map((param) => `  param ${param.includes("=") ? param : `${param} = 1`}`);
  return `model M {\n  input x, y\n${lines.join("\n")}\n  fit y ~ ${model}\n}`;
}

/**
 * Models, and a function that draws the true curve of one data set after another, using numbers in
 * (-1, 1) from `next`.
 */
const kinds: readonly (readonly [string, string, (next: () => number) => (x: number) => number])[] = [
  ["proportions", body(["a"], "a * x"), (next) => times(3 * next())],
  ["decays", body(["a", "k"], "a * exp(-k * x)"), (next) => decay(2 + next(), 0.5 + 0.4 * next())],
  ["decays to a level", body(["a", "k", "c"], "a * exp(-k * x) + c"), (next) => decay(2 + next(), 0.5 + 0.4 * next())],
  ["peaks", peak, (next) => hill(1 + next(), 2.5 + next(), 0.8 + 0.3 * next())],
  [
    "two peaks on a slope",
    body(
      ["a", "b = 1.5", "c", "d", "e = 3.5", "f", "g", "h"],
      "a * exp(-((x - b) / c)^2) + d * exp(-((x - e) / f)^2) + g + h * x",
    ),
    (next) => hill(1 + next(), 1.5 + 0.3 * next(), 0.6),
  ],
  ["waves", body(["a", "w = 2", "p", "c"], "a * sin(w * x + p) + c"), (next) => wave(2 + 0.1 * next())],
];

const times = (a: number) => (x: number) => a * x;
const decay = (a: number, k: number) => (x: number) => a * Math.exp(-k * x);
const hill = (a: number, b: number, c: number) => (x: number) => a * Math.exp(-(((x - b) / c) ** 2));
const wave = (w: number) => (x: number) => Math.sin(w * x + 0.4);

describe("a whole fit in WebAssembly", () => {
  it("is that of the solver, to the bit, for NIST's problems from both starts", async () => {
    const done: string[] = [];
    for (const name of listReferences("nist")) {
      const problem = readReference<NistProblem>(`nist/${name}.json`);
      const fits = new Fits(await loadModel(specOf(problem)));
      const columns = readReferenceCsv(`nist/${name}.csv`);
      for (const start of problem.starts) {
        for (const options of [{}, { ftol: 1e-10, xtol: 1e-10 }]) {
          if (isDone(fits.fit(columns, options, Float64Array.from(start)))) done.push(name);
        }
      }
    }
    // All 27 problems, from both starts, with both tolerances.
    expect(done.length).toBe(108);
  });

  it.each(kinds)("is that of the solver, to the bit, for %s", async (_, spec, truth) => {
    const fits = new Fits(await loadModel(spec));
    const next = noise(5);
    const trials = 60;
    let done = 0;
    let regular = 0;
    for (let trial = 0; trial < trials; trial++) {
      const rows = 5 + ((7 * trial) % 300);
      const value = truth(next);
      const amount = 10 ** (-6 + (trial % 7));
      const xs = Array.from({ length: rows }, (_, i) => (5 * i) / rows);
      const both = fits.fit(
        columnsOf(xs, (x) => value(x) + amount * next()),
        trial % 3 === 0 ? { maxEvals: 4 + (trial % 20) } : trial % 3 === 1 ? { gtol: 1e-6, factor: 0.1 } : {},
      );
      if (isDone(both)) done++;
      if (both.solver !== null) regular++;
    }
    expect(regular).toBeGreaterThan(trials / 3);
    // Almost all regular fits are done in WebAssembly.
    expect(done).toBeGreaterThanOrEqual(0.95 * regular);
  });

  it("ends, and tells nothing but what the solver tells, where data, start or options are extreme", async () => {
    const fits = new Fits(await loadModel(body(["a", "k", "c"], "a * exp(-k * x) + c")));
    const xs = [0, 1, 2, 3, 4, 5, 6, 7];
    const plain = (x: number) => 2 * Math.exp(-0.5 * x) + 0.1 * (x % 2);
    const values: readonly ((x: number) => number)[] = [
      plain,
      (x) => 1e300 * plain(x),
      (x) => 1e-300 * plain(x),
      (x) => 1e155 * plain(x),
      (x) => 1e-155 * plain(x),
      (x) => (x === 3 ? Number.NaN : plain(x)),
      (x) => (x === 3 ? Number.POSITIVE_INFINITY : plain(x)),
      () => 0,
      () => 3,
      (x) => 2 * Math.exp(-0.5 * x) + 1,
    ];
    const { NaN: none, POSITIVE_INFINITY: infinite } = Number;
    const starts = [
      [1, 1, 1],
      [0, 0, 0],
      [infinite, 1, 1],
      [none, 1, 1],
      [1, 1e300, 1],
      [1, -1e300, 1],
      [1, -700, 1],
      [1e308, 1, 1],
      [1e-300, 1e-300, 1e-300],
      [0, 0.5, 1],
      [2, 0.5, 1],
    ];
    const options: readonly FitOptions[] = [
      {},
      { maxEvals: 1 },
      { ftol: 0, xtol: 0, gtol: 0 },
      { factor: 1e-8 },
      { factor: 1e300, gtol: 1 },
    ];
    let done = 0;
    for (const y of values) {
      for (const start of starts) {
        for (const option of options) {
          for (const rows of [1, 2, 3, 8]) {
            const both = fits.fit(columnsOf(xs.slice(0, rows), y), option, Float64Array.from(start));
            if (isDone(both)) done++;
          }
        }
      }
    }
    expect(done).toBeGreaterThan(0);
  });

  it("is there for unbounded models with linear loss and without priors alone", async () => {
    const params = "param a = 1  param b = 1";
    const canFit = async (rest: string) => {
      const { problem } = await loadModel(`model M { input x, y  ${rest} }`);
      return LazyKernel.of(problem)?.instance?.fits;
    };
    expect(await canFit(`${params}  fit y ~ a * exp(-b * x)`)).toBe(true);
    expect(await canFit(`${params}  param c = 1 fixed  fit y ~ a * exp(-b * x) + c`)).toBe(true);
    expect(await canFit(`${params}  fit y ~ a * exp(-b * x)  loss huber(0.1)`)).toBe(false);
    expect(await canFit(`${params}  fit y ~ a * exp(-b * x)  prior a ~ normal(1, 0.1)`)).toBe(false);
    expect(await canFit("param a = 1 in [0, 2]  fit y ~ exp(-a * x)")).toBe(false);
  });
});
