// Compares the functions of emitted modules with the reference evaluator of the same kernels, bit
// for bit, for whole specs: every builtin with its derivatives, and the models of the examples.
import { describe, expect, it } from "vitest";
import { builtins } from "../../../compiler/builtins/index.js";
import { evaluator } from "../../../compiler/ir/evaluate.js";
import { scheduleSource } from "../../../compiler/pipeline.js";
import type { Kernel } from "../../../compiler/schedule/kernel.js";
import { SourceFile } from "../../../diagnostics/index.js";
import type { FitProblem } from "../../../runtime/index.js";
import { builtinSpec } from "../../helpers/builtin-spec.js";
import { specs } from "../../helpers/example-specs.js";
import { loadModels } from "../../helpers/load-models.js";

const points = [0.3, 1, -1, 2, -2.5, 7.25, 0, -0, 5e-324, 1e-160, -1e160, 1.7e308, 710, Infinity, -Infinity, NaN];

type Kernels = ReturnType<typeof compileSpec>["value"]["models"][number]["kernels"];
type Evaluated = (p: Float64Array, columns: readonly Float64Array[], row: number) => readonly number[];

/** The values that the stores of a kernel write for one row, by the reference evaluator. */
function reference(kernel: Kernel | null): Evaluated {
  if (kernel === null) return () => [];
  const run = evaluator(
    kernel.pool,
    kernel.stores.map(({ value }) => value),
  );
  return (params, columns, row) => run({ params, columns, row, rows: columns[0]?.length ?? 0 });
}

/** Compares every function of a problem with its kernel; returns the places where they differ. */
function comparison(problem: FitProblem, kernels: Kernels): (p: Float64Array) => readonly string[] {
  const rows = points.length;
  const columns = problem.columns.map((_, c) =>
    Float64Array.from(points, (_, i) => points[(i * (c + 1) + c) % rows] ?? Number.NaN),
  );
  const n = problem.free.length;
  // The panel starts at row 1, so that a layout that ignores `from` is detected.
  const size = rows - 1;
  const blank = (length: number) => new Float64Array(length).fill(12345);
  const { separable } = problem;
  const columnCount =
    separable === null ? 0 : separable.linear.length + separable.pairs.length + 1 + separable.offsets.length;
  const blocks = problem.blocks.map((block, b) => ({ block, kernels: kernels.blocks[b] as Kernels["blocks"][number] }));
  const [trace, keep] = [reference(kernels.trace), reference(kernels.keep)];
  return (p) => {
    const differences: string[] = [];
    const compare = (what: string, actual: readonly number[], expected: readonly number[]) => {
      const same = actual.length === expected.length && actual.every((value, i) => Object.is(value, expected[i]));
      if (!same) differences.push(`${what} at ${p.join(", ")}: ${actual.join(" ")} instead of ${expected.join(" ")}`);
    };
    for (const { block, kernels: own } of blocks) {
      const m = block.count;
      const [from, k] = block.kind === "row" ? [1, size] : [0, 1];
      const [r, J, alone, B] = [blank(m * k), blank(n * m * k), blank(m * k), blank(columnCount * m * k)];
      block.linearize(p, columns, from, from + k, r, J);
      block.residuals(p, columns, from, from + k, alone);
      block.basis?.(p, columns, from, from + k, B);
      const [linearize, residuals, basis] = [own.linearize, own.residuals, own.basis].map(reference) as [
        Evaluated,
        Evaluated,
        Evaluated,
      ];
      for (let i = 0; i < k; i++) {
        const at = (array: Float64Array, slots: number) =>
          Array.from({ length: slots }, (_, slot) => array[slot * k + i] ?? Number.NaN);
        const where = `${block.kind}, row ${from + i}`;
        compare(`linearize, ${where}`, [...at(r, m), ...at(J, n * m)], linearize(p, columns, from + i));
        compare(`basis, ${where}`, at(B, columnCount * m), basis(p, columns, from + i));
        compare(`residuals, ${where}`, at(alone, m), residuals(p, columns, from + i));
      }
    }
    const out = blank(problem.subexpressions.length);
    for (let i = 0; i < size; i++) {
      problem.trace(p, columns, i, out);
      compare(`trace, row ${i}`, [...out], trace(p, columns, i));
      if (problem.keep !== null) compare(`keep, row ${i}`, [Number(problem.keep(columns, i))], keep(p, columns, i));
    }
    return differences;
  };
}

function compileSpec(spec: string) {
  return scheduleSource(new SourceFile("test.fit", spec));
}

describe("the emitted module and the reference evaluator", () => {
  it("agree on every builtin and its derivatives, to the bit", async () => {
    const spec = builtinSpec();
    const models = [...(await loadModels(spec)).values()];
    const kernels = new Map(compileSpec(spec).value.models.map(({ model, kernels }) => [model.name, kernels]));
    expect(models).toHaveLength(builtins.size);
    for (const { problem } of models) {
      const own = kernels.get(problem.model);
      if (own === undefined) throw new Error(`no kernels of ${problem.model}`);
      const compare = comparison(problem, own);
      for (const a of points) for (const b of points) expect(compare(Float64Array.of(a, b, -a))).toEqual([]);
    }
  });

  it.each([...specs])("agree on %s, to the bit", async (_, spec) => {
    const models = await loadModels(spec);
    for (const { model, kernels } of compileSpec(spec).value.models) {
      const problem = models.get(model.name)?.problem;
      if (problem === undefined) throw new Error(`no model ${model.name}`);
      const compare = comparison(problem, kernels);
      for (const shift of points.keys()) {
        const p = Float64Array.from(problem.params, (_, j) => points[(j + shift) % points.length] ?? Number.NaN);
        expect(compare(p)).toEqual([]);
      }
    }
  });
});
