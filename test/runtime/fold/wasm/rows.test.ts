// Compares the fold by the WebAssembly kernel with the same fold by the TypeScript kernels: models
// of every kind, with numbers of rows around the sizes of panels, blocks and chunks, and several
// folds that take turns on one instance.
import { describe, expect, it } from "vitest";
import { specialFunctions } from "../../../../compiler/builtins/index.js";
import { type Fold, typescriptFold } from "../../../../runtime/fold/fold.js";
import { modelFold } from "../../../../runtime/fold/model-fold.js";
import type { FoldState } from "../../../../runtime/fold/state.js";
import { importsOf } from "../../../../runtime/fold/wasm/imports.js";
import { LazyKernel } from "../../../../runtime/fold/wasm/lazy-kernel.js";
import { transferRows } from "../../../../runtime/fold/wasm/wasm-rows.js";
import type { FitProblem, Fitter } from "../../../../runtime/index.js";
import { blockOf } from "../../../helpers/blocks.js";
import { loadModel } from "../../../helpers/load-models.js";
import { factorOf, numbersOf } from "../../../helpers/states.js";

/**
 * The functions of a kernel are within two units in the last place, and sums are computed in a
 * different order.
 */
const rounding = 1e-13;

/** A small pseudo-random generator (Lehmer, 48271 mod 2^31 - 1). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647 - 0.5;
  };
}

const models = {
  "one statement": "input t, y  param A = 2  param k = 0.6  param c = 0.1  fit y ~ A * exp(-k * t) + c",
  "two statements, of which one has a sigma":
    "input t, y, z, s  param a = 1  param b = 0.3  fit y ~ a * sin(b * t)  fit z ~ a + b * t^2  sigma s relative",
  weights: "input t, y, s  param a = 1  param b = 0.3  fit y ~ a / (1 + b * t)  weight s",
  "a column that no residual needs, a parameter without an effect":
    "input u, t, y  param a = mean(u)  param b = 1  param dead = 3  fit y ~ b * log(1 + t)",
  "a robust loss": "input t, y  param A = 2  param k = 0.6  fit y ~ A * exp(-k * t)  loss huber(0.1)",
  "a robust loss of three statements":
    "input t, y, z  param a = 1  param b = 0.3  fit y ~ a * exp(b * t)  fit z ~ b * t  residual a * t - 1  loss soft_l1(0.2)",
  "a loss of one's own": "input t, y  param a = 1  param b = 2  fit y ~ a + b * t  loss (0.3) z => log(1 + z)",
  "a prior and a residual that occurs once":
    "input t, y  param a = 1  param b = 2  fit y ~ a * exp(-b * t)  prior a ~ normal(1.2, 0.1)  residual a - b / 3",
  "a special function without vector code": "input t, y  param a = 1.3  param b = 0.2  fit y ~ b * lgamma(a + t)",
} as const;

async function fitterOf(body: string): Promise<Fitter> {
  return loadModel(`model M { ${body} }`);
}

function dataOf({ columns }: FitProblem, rows: number): Float64Array[] {
  const next = random(rows + 7);
  return columns.map(({ name }) =>
    Float64Array.from({ length: rows }, (_, i) =>
      name === "t" ? (5 * i) / rows : name === "s" ? 1.5 + next() : 1 + next(),
    ),
  );
}

function startOf(problem: FitProblem, data: readonly Float64Array[], rows: number): Float64Array {
  const rules = new Float64Array(3 * problem.params.length);
  problem.start(data, rows, rules);
  return Float64Array.from(problem.params, (_, j) => rules[3 * j] as number);
}

function folds(problem: FitProblem, kernel: LazyKernel, data: readonly Float64Array[], active: readonly number[]) {
  const rows = data[0]?.length ?? 0;
  return {
    wasm: modelFold({ ...problem, wasm: kernel }, data, rows, active),
    typescript: typescriptFold(problem, data, rows, active),
  };
}

function kernelOf(problem: FitProblem): LazyKernel {
  const kernel = LazyKernel.of(problem)?.always() ?? null;
  if (kernel?.instance == null) throw new Error("there is no WebAssembly kernel");
  return kernel;
}

/**
 * Compares R'R entry by entry, which does not depend on the signs of rows, relative to the lengths
 * of the columns; and the cost and its gradient.
 */
function expectSame(own: FoldState, expected: FoldState, robust: boolean): void {
  const { n } = expected;
  const upper = (state: FoldState) => {
    const R = factorOf(state);
    return (i: number, j: number) => {
      let sum = 0;
      for (let row = 0; row < n; row++) sum += (R[row * (n + 1) + i] as number) * (R[row * (n + 1) + j] as number);
      return sum;
    };
  };
  const [a, b] = [upper(own), upper(expected)];
  const length = Math.sqrt(2 * expected.cost);
  expect(Math.abs(own.cost - expected.cost)).toBeLessThanOrEqual(rounding * expected.cost);
  for (let j = 0; j < n; j++) {
    const norm = expected.columnNorm(j);
    expect(Math.abs(own.gradient(j) - expected.gradient(j))).toBeLessThanOrEqual(rounding * norm * length);
    for (let i = 0; i <= j; i++) {
      const tolerance = rounding * norm * expected.columnNorm(i);
      expect(Math.abs(a(i, j) - b(i, j)), `${i}, ${j}`).toBeLessThanOrEqual(tolerance);
    }
    // Where a loss is concave its right-hand side is huge, and no step uses it.
    if (!robust) expect(Math.abs(a(j, n) - b(j, n)), `${j}`).toBeLessThanOrEqual(rounding * norm * length);
  }
}

const all = (problem: FitProblem) => problem.free.map((_, j) => j);

describe("rows by WebAssembly", () => {
  it.each(Object.entries(models))("are those by TypeScript: %s", async (_, body) => {
    const { problem } = await fitterOf(body);
    const kernel = kernelOf(problem);
    for (const rows of [1, 2, 3, 5, 127, 128, 129, 390, transferRows, transferRows + 1, 65_536 + 3]) {
      const data = dataOf(problem, rows);
      const p = startOf(problem, data, rows);
      for (const active of [all(problem), all(problem).slice(1)]) {
        const { wasm, typescript } = folds(problem, kernel, data, active);
        expect([wasm.residuals, wasm.robust]).toEqual([typescript.residuals, typescript.robust]);
        const state = wasm.linearize(p);
        expectSame(state, typescript.linearize(p), wasm.robust);
        expect(Math.abs(wasm.cost(p) - state.cost)).toBeLessThanOrEqual(rounding * state.cost);
      }
    }
  });

  it("are their own for each of several folds that take turns", async () => {
    const { problem } = await fitterOf(models["one statement"]);
    const kernel = kernelOf(problem);
    const ofRows = (rows: number) => folds(problem, kernel, dataOf(problem, rows), all(problem)).wasm;
    const [small, large, block] = [ofRows(40), ofRows(transferRows), ofRows(transferRows + 500)] as const;
    const p = Float64Array.of(2, 0.6, 0.1);
    const values = (fold: Fold) => [...numbersOf(fold.linearize(p)), fold.cost(p)];
    const once = [small, large, block].map(values);
    expect([small, block, large, small].map(values)).toEqual([once[0], once[2], once[1], once[0]]);
  });

  it("count what is not finite as TypeScript does", async () => {
    const { problem } = await fitterOf("input t, y  param a = 1  param b = 1  fit y ~ a * sqrt(t - b)");
    const data = [
      Float64Array.from({ length: 300 }, (_, i) => (i === 150 ? 0.5 : i === 290 ? 1 : 2 + i)),
      new Float64Array(300),
    ];
    const p = Float64Array.of(1, 1);
    for (const loss of ["linear", "cauchy"] as const) {
      const robust = await fitterOf(
        `input t, y  param a = 1  param b = 1  fit y ~ a * sqrt(t - b)  loss ${loss}(1)`.replace("linear(1)", "linear"),
      );
      const { wasm, typescript } = folds(robust.problem, kernelOf(robust.problem), data, [0, 1]);
      const [own, expected] = [wasm.linearize(p), typescript.linearize(p)];
      // Row 150 is NaN in the residual and in both derivatives; row 290 has an infinite derivative.
      expect([own.badResiduals, own.badDerivatives]).toEqual([1, 3]);
      expect([expected.badResiduals, expected.badDerivatives]).toEqual([1, 3]);
      expect(own.finite).toBe(false);
      expect([...factorOf(own)].every(Number.isFinite)).toBe(true);
    }
    expect(blockOf(problem).count).toBe(1);
  });

  it("import functions that are all there", () => {
    const names = [...specialFunctions.keys()];
    const { math } = importsOf(names) as { math: Record<string, (...args: number[]) => number> };
    for (const { name, arity, evaluate } of specialFunctions.values()) {
      const args = [0.7, 1.9, 0.4].slice(0, arity);
      expect([name, math[name]?.(...args)]).toEqual([name, evaluate(...args)]);
    }
    expect(() => importsOf(["nothing"])).toThrow("fitc bug");
  });
});
