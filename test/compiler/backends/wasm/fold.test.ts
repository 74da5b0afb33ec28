// Compares the passes in WebAssembly with the fold of the runtime, on random panels. The
// derivatives of the model are the data columns.
import { describe, expect, it } from "vitest";
import { scheduleSource } from "../../../../compiler/pipeline.js";
import { SourceFile } from "../../../../diagnostics/index.js";
import { typescriptFold } from "../../../../runtime/fold/fold.js";
import { blockOf } from "../../../helpers/blocks.js";
import { loadModel } from "../../../helpers/load-models.js";
import { loadModule } from "../../../helpers/load-wasm-module.js";
import { factorOf } from "../../../helpers/states.js";

/** The same numbers are summed in a different order; relative to the length of the column. */
const rounding = 1e-13;

/** Pseudo-random numbers in (-1, 1) (xorshift; Marsaglia, J. Stat. Softw. 8 (2003) 14). */
function random(rows: number, seed: number): Float64Array {
  let state = seed * 2654435761;
  return Float64Array.from({ length: rows + 10 }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2 ** 31;
  }).subarray(10);
}

/** n columns of J, and r, for each of m statements: `r = sum p_j x_js - y_s`. */
function spec(n: number, m: number): string {
  const names = (letter: string) => Array.from({ length: n * m }, (_, q) => `${letter}${q}`);
  const statements = Array.from({ length: m }, (_, s) => {
    const terms = Array.from({ length: n }, (_, j) => `p${j} * x${s * n + j}`);
    return `fit y${s} ~ ${terms.join(" + ")}`;
  });
  const responses = Array.from({ length: m }, (_, s) => `y${s}`);
  const params = names("p").slice(0, n);
  return `model M {
    input ${[...names("x"), ...responses].join(", ")}
    ${params.map((name) => `param ${name} = 1`).join("\n")}
    ${statements.join("\n")}
  }`;
}

async function both(
  n: number,
  m: number,
  columns: readonly Float64Array[],
  p: readonly number[],
  active: readonly number[],
) {
  const text = spec(n, m);
  const [model] = scheduleSource(new SourceFile("test.fit", text)).value.models;
  if (model === undefined) throw new Error("no model");
  const rows = columns[0]?.length ?? 0;
  const { problem } = await loadModel(text);
  const module = loadModule(blockOf(model.kernels), { params: n, free: n, rowStatements: m });
  module.set(p, columns);
  const expected = typescriptFold(problem, columns, rows, active);
  return { module, rows, expected, state: expected.linearize(Float64Array.from(p)) };
}

const dataOf = (n: number, m: number, rows: number, scale = 1): Float64Array[] =>
  Array.from({ length: n * m + m }, (_, c) => random(rows, c + 3).map((x) => x * scale));

/**
 * Compares two triangular factors with rows of `width`, up to the signs of rows, relative to the
 * lengths of the columns.
 */
function expectSameFactor(actual: Float64Array, expected: Float64Array, width: number): void {
  const norms = Array.from({ length: width }, (_, j) =>
    Math.hypot(...Array.from({ length: Math.min(j + 1, width - 1) }, (_, i) => expected[i * width + j] ?? 0)),
  );
  for (let i = 0; i + 1 < width; i++) {
    const sign = Math.sign(actual[i * width + i] ?? 0) * Math.sign(expected[i * width + i] ?? 0) || 1;
    for (let j = i; j < width; j++) {
      const [a, b] = [(actual[i * width + j] ?? Number.NaN) * sign, expected[i * width + j] ?? Number.NaN];
      expect(Math.abs(a - b), `R[${i}][${j}]: ${a} and ${b}`).toBeLessThanOrEqual(rounding * (norms[j] ?? 0));
    }
  }
}

const relative = (a: number, b: number): number => Math.abs(a - b) / Math.max(Math.abs(b), 1e-300);

describe("a pass in WebAssembly", () => {
  const shapes = [1, 2, 3, 4, 5, 6, 7, 8, 12].flatMap((n) => [1, 2].map((m) => [n, m] as const));

  it.each(shapes)("gives the factor, cost and gradient of the runtime: %i columns, %i statements", async (n, m) => {
    for (const rows of [1, 2, 5, 128, 131, 1000]) {
      const p = Array.from({ length: n }, (_, j) => 0.3 + j);
      const all = p.map((_, j) => j);
      const { module, expected, state } = await both(n, m, dataOf(n, m, rows), p, all);
      const folded = module.fold(all, 0, rows);
      expectSameFactor(folded.R, factorOf(state), n + 1);
      expect(relative(folded.cost, state.cost)).toBeLessThan(1e-14);
      expect(relative(module.cost(0, rows), expected.cost(Float64Array.from(p)))).toBeLessThan(1e-14);
      // The terms that cancel in the gradient are small compared to the lengths of its factors.
      folded.gradient.forEach((g, j) => {
        const scale = state.columnNorm(j) * Math.sqrt(2 * state.cost);
        expect(Math.abs(g - state.gradient(j))).toBeLessThanOrEqual(1e-15 * rows * scale);
      });
      expect([folded.badResiduals, folded.badDerivatives]).toEqual([0, 0]);
    }
  });

  it("folds some of the columns alone", async () => {
    const active = [1, 2, 4];
    const { module, rows, state } = await both(5, 1, dataOf(5, 1, 300), [1, 2, 3, 4, 5], active);
    expectSameFactor(module.fold(active, 0, rows).R, factorOf(state), 4);
    const none = module.fold([], 0, rows);
    expect(relative(none.cost, state.cost)).toBeLessThan(1e-14);
  });

  it("folds a panel whose rows the caller has scaled", async () => {
    const scale = Array.from(random(90, 7));
    const columns = dataOf(3, 1, 90);
    const { module } = await both(3, 1, columns, [1, 2, 3], [0, 1, 2]);
    // Scaling all data of a row scales the row of [J | r].
    const scaled = columns.map((column) => column.map((x, i) => x * (scale[i] ?? 0)));
    const { state } = await both(3, 1, scaled, [1, 2, 3], [0, 1, 2]);
    expectSameFactor(module.foldScaled(0, 90, scale), factorOf(state), 4);
  });

  it.each([1e-160, 1e-310, 1e150, 3e153])(
    "keeps its digits where squares vanish or are near overflow: %f",
    async (scale) => {
      const columns = dataOf(4, 1, 200);
      // Scales the first and the third column; the others keep their size.
      for (const c of [0, 2]) columns[c] = (columns[c] ?? new Float64Array()).map((x) => x * scale);
      const p = [scale > 1 ? 1e-150 : 1, 1, scale > 1 ? 1e-150 : 1, 1];
      const { module, rows, state } = await both(4, 1, columns, p, [0, 1, 2, 3]);
      const folded = module.fold([0, 1, 2, 3], 0, rows);
      expect(factorOf(state).some((x) => x !== 0 && Math.abs(x) < 1e-100) || scale > 1).toBe(true);
      expectSameFactor(folded.R, factorOf(state), 5);
    },
  );

  it("leaves out columns of zeros", async () => {
    const columns = dataOf(4, 1, 200);
    for (const c of [0, 3]) columns[c] = new Float64Array(200);
    const { module, rows, state } = await both(4, 1, columns, [1, 1, 1, 1], [0, 1, 2, 3]);
    expectSameFactor(module.fold([0, 1, 2, 3], 0, rows).R, factorOf(state), 5);
  });

  it("counts what is not finite, and leaves its panel out", async () => {
    // The panels here have 512 rows, those of the runtime 128: both leave out the first 512 rows of
    // these data.
    const columns = dataOf(3, 1, 900);
    const put = (c: number, row: number, value: number) => {
      const column = columns[c];
      if (column !== undefined) column[row] = value;
    };
    put(0, 7, Number.NaN);
    put(1, 300, Number.POSITIVE_INFINITY);
    put(3, 301, Number.NEGATIVE_INFINITY);
    for (const row of [200, 400]) put(3, row, Number.NaN);
    const { module, rows, state } = await both(3, 1, columns, [1, 1, 1], [0, 1, 2]);
    const folded = module.fold([0, 1, 2], 0, rows);
    expect([folded.badResiduals, folded.badDerivatives]).toEqual([state.badResiduals, state.badDerivatives]);
    expect(folded.badResiduals).toBe(5);
    expect(folded.badDerivatives).toBe(2);
    expect(Number.isFinite(folded.cost)).toBe(false);
    expectSameFactor(folded.R, factorOf(state), 4);
    expect(Number.isFinite(module.cost(0, rows))).toBe(false);
  });
});
