// Compares row kernels of whole models with the reference evaluator and with the evaluation of
// single rows: every builtin with its derivatives, and the examples, for typical and extreme
// arguments, at each position of a panel.
import { describe, expect, it } from "vitest";
import { printModule } from "../../../../compiler/backends/wasm/index.js";
import type { ExprNode } from "../../../../compiler/ir/pool.js";
import { scheduleSource } from "../../../../compiler/pipeline.js";
import { SourceFile } from "../../../../diagnostics/index.js";
import { approximation } from "../../../helpers/approximation.js";
import { blockOf } from "../../../helpers/blocks.js";
import { builtinSpec } from "../../../helpers/builtin-spec.js";
import { specs } from "../../../helpers/example-specs.js";
import { loadModule } from "../../../helpers/load-wasm-module.js";
import { disagreements, storingAll } from "../../../helpers/nodes.js";

const points = [0.3, 1, -1, 2, -2.5, 7.25, 0, -0, 5e-324, 1e-160, -1e160, 1.7e308, 710, Infinity, -Infinity, NaN, 0.9];

function compiled(spec: string) {
  const { models } = scheduleSource(new SourceFile("test.fit", spec)).value;
  const ofRows = models.filter(({ kernels }) => kernels.blocks.some(({ kind }) => kind === "row"));
  return ofRows.map(({ model, kernels }) => ({
    kernels: blockOf(kernels),
    sizes: {
      params: model.params.length,
      free: model.params.filter((param) => !param.fixed).length,
      rowStatements: blockOf(kernels).count,
    },
    columns: model.columns.map((_, c) => points.map((_, i) => points[(i * (c + 1) + c) % points.length] ?? Number.NaN)),
  }));
}

type Model = ReturnType<typeof compiled>[number];

/** Checks every expression of the kernel, at rows 1 to the end, for several parameter vectors. */
function check({ kernels, sizes, columns }: Model, parameters: Iterable<readonly number[]>): void {
  const rows = points.length;
  const all = storingAll(kernels.linearize, "J");
  const residuals = { ...kernels.residuals, prologue: [], body: [], stores: [] };
  const module = loadModule(
    { residuals, linearize: all.kernel },
    { params: sizes.params, free: all.ids.length, rowStatements: 1 },
  );
  for (const p of parameters) {
    module.set(p, columns);
    module.linearize(1, rows);
    const values = all.ids.map((_, slot) => module.panelColumn(slot));
    for (let row = 1; row < rows; row++) {
      const leaf = ({ op, index }: ExprNode) => (op === "param" ? p[index] : columns[index]?.[row]) ?? Number.NaN;
      const own = values.map((column) => column[row - 1] ?? Number.NaN);
      expect(disagreements(all.kernel, all.ids, own, leaf, approximation), `row ${row}, p = ${p}`).toEqual([]);
    }
  }
}

/**
 * Each row of a panel must have the same values as when it is evaluated alone, in whichever lane,
 * for each number of rows.
 */
function checkPositions({ kernels, sizes, columns }: Model, p: readonly number[]): void {
  const module = loadModule(kernels, sizes);
  const columnsOf = (from: number, to: number) => {
    module.linearize(from, to);
    return Array.from({ length: sizes.free + 1 }, (_, j) =>
      Array.from({ length: sizes.rowStatements }, (_, s) => module.panelColumn(j, s).slice()),
    );
  };
  module.set(p, columns);
  const alone = points.map((_, row) => columnsOf(row, row + 1));
  for (let size = 1; size <= 9; size++) {
    const together = columnsOf(3, 3 + size);
    for (let i = 0; i < size; i++) {
      expect(together.map((statements) => statements.map((column) => column[i]))).toStrictEqual(
        alone[3 + i]?.map((statements) => statements.map((column) => column[0])),
      );
    }
    module.residuals(3, 3 + size);
    const last = together.at(-1);
    for (let s = 0; s < sizes.rowStatements; s++) expect(module.panelColumn(sizes.free, s)).toStrictEqual(last?.[s]);
  }
}

const shifted = (count: number, shift: number): readonly number[] =>
  Array.from({ length: count }, (_, j) => points[(j + shift) % points.length] ?? Number.NaN);

describe("a row kernel as vector code", () => {
  const models = compiled(builtinSpec());

  it("computes every builtin and its derivatives as the reference evaluator does", () => {
    expect(models.length).toBeGreaterThan(30);
    for (const model of models)
      check(
        model,
        points.flatMap((a, i) => [a, 0.8, points[(3 * i + 1) % points.length] ?? 0, 710].map((b) => [a, b, -a])),
      );
  });

  it("gives a row the same bits wherever it stands", () => {
    for (const model of models) checkPositions(model, [0.7, -1.3, 2.1]);
  });

  it("is the same module to the byte each time, and imports only what has no vector code", () => {
    const bytes = () => compiled(builtinSpec()).map(({ kernels, sizes }) => printModule(kernels, sizes).bytes);
    expect(bytes()).toStrictEqual(bytes());
    const imports = new Set(models.flatMap(({ kernels, sizes }) => printModule(kernels, sizes).imports));
    expect([...imports]).toContain("besselj0");
    for (const name of ["min", "tanh", "erf", "softplus", "powDx"]) expect([...imports]).not.toContain(name);
  });

  it("reads only the columns that residuals depend on", () => {
    const [model] = compiled("model M { input x, y  param a = 2  fit y ~ a }");
    if (model === undefined) throw new Error("no model");
    expect(printModule(model.kernels, model.sizes).columns).toEqual([1]);
    const module = loadModule(model.kernels, model.sizes);
    module.set([3], [[], [1, 2, 5]]);
    expect(module.cost(0, 3)).toBe((4 + 1 + 4) / 2);
    expect(module.fold([0], 0, 3)).toMatchObject({ cost: 4.5, gradient: [1] });
  });

  it.each([...specs])("computes the model of %s", (_, spec) => {
    for (const model of compiled(spec)) {
      check(
        model,
        points.map((_, shift) => shifted(model.sizes.params, shift)),
      );
      checkPositions(model, shifted(model.sizes.params, 1));
    }
  });
});
