import { type ModelSizes, printModule, type RowKernels } from "../../compiler/backends/wasm/index.js";
import { specialFunctions } from "../../compiler/builtins/index.js";
import { importModule, slackBytes } from "../../runtime/contract/wasm-kernel.js";
import { instantiate } from "./instantiate-wasm.js";

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  prepare(): void;
  residuals(columns: number, stride: number, rows: number): void;
  linearize(columns: number, stride: number, rows: number): void;
  cost(columns: number, stride: number, rows: number): void;
  fold(columns: number, stride: number, rows: number, count: number): void;
  reduce(count: number, bytes: number): void;
}

type Numbers = ArrayLike<number>;

/** A module with data in its memory, laid out as the runtime does. */
export interface LoadedModule {
  readonly imports: readonly string[];
  /** Writes the parameters and all rows of the model's columns into memory. */
  set(p: Numbers, columns: readonly Numbers[]): void;
  /** Evaluates rows `[from, to)`, at most one panel; {@link panelColumn} then returns columns. */
  linearize(from: number, to: number): void;
  residuals(from: number, to: number): void;
  /**
   * Column j of the Jacobian or, for j = n, the residuals of one statement, at the rows evaluated
   * last.
   */
  panelColumn(j: number, statement?: number): Float64Array;
  /** Folds rows `[from, to)` into an empty state, with some columns of the Jacobian. */
  fold(active: readonly number[], from: number, to: number): Folded;
  cost(from: number, to: number): number;
  /**
   * Evaluates a panel of a model with one statement, multiplies its rows, and folds it into an
   * empty state; returns the factor.
   */
  foldScaled(from: number, to: number, scale: readonly number[]): Float64Array;
}

export interface Folded {
  readonly R: Float64Array;
  readonly cost: number;
  readonly gradient: readonly number[];
  readonly badResiduals: number;
  readonly badDerivatives: number;
}

export function loadModule(kernels: RowKernels, sizes: ModelSizes): LoadedModule {
  const { bytes, layout, columns: used, imports, heap } = printModule(kernels, sizes);
  const math = Object.fromEntries([...specialFunctions.values()].map(({ name, evaluate }) => [name, evaluate]));
  const wasm = instantiate<Exports>(bytes, { [importModule]: math });
  let stride = 0;
  let lastRows = 0;
  const doubles = (at: number, length: number) => new Float64Array(wasm.memory.buffer, at, length);
  const at = (row: number): number => heap + 8 * row;
  const table = (active: readonly number[]): void => {
    const entries = [...active, sizes.free].map((j) => layout.panel + j * layout.panelColumnBytes);
    new Int32Array(wasm.memory.buffer, layout.table, entries.length).set(entries);
  };
  const fold = (active: readonly number[], from: number, to: number): Folded => {
    table(active);
    wasm.prepare();
    const n = active.length;
    wasm.fold(at(from), stride, to - from, n);
    const [sums, errors] = [doubles(layout.sums, n + 1), doubles(layout.errors, n + 1)];
    const total = Array.from(sums, (sum, j) => sum + (errors[j] ?? 0));
    const [badResiduals = 0, badDerivatives = 0] = doubles(layout.bad, 2);
    return {
      R: doubles(layout.factor, n * (n + 1)).slice(),
      cost: total[n] ?? Number.NaN,
      gradient: total.slice(0, n),
      badResiduals,
      badDerivatives,
    };
  };
  return {
    imports,
    set(p, columns) {
      const rows = columns[used[0] ?? 0]?.length ?? 0;
      stride = 8 * rows;
      const missing = heap + used.length * stride + slackBytes - wasm.memory.buffer.byteLength;
      if (missing > 0) wasm.memory.grow(Math.ceil(missing / 65_536));
      used.forEach((c, position) => {
        doubles(heap + position * stride, rows).set(columns[c] ?? []);
      });
      doubles(layout.params, sizes.params).set(p);
      wasm.prepare();
    },
    linearize(from, to) {
      wasm.linearize(at(from), stride, to - from);
      lastRows = to - from;
    },
    residuals(from, to) {
      wasm.residuals(at(from), stride, to - from);
      lastRows = to - from;
    },
    panelColumn(j, statement = 0) {
      const padded = Math.ceil(lastRows / 4) * 4;
      return doubles(layout.panel + j * layout.panelColumnBytes + 8 * statement * padded, lastRows);
    },
    fold,
    foldScaled(from, to, scale) {
      const all = Array.from({ length: sizes.free }, (_, j) => j);
      table(all);
      wasm.prepare();
      this.linearize(from, to);
      for (let j = 0; j <= sizes.free; j++)
        this.panelColumn(j).forEach((x, i, column) => {
          column[i] = x * (scale[i] ?? 1);
        });
      wasm.reduce(sizes.free, 8 * Math.ceil((to - from) / 4) * 4);
      return doubles(layout.factor, sizes.free * (sizes.free + 1)).slice();
    },
    cost(from, to) {
      wasm.prepare();
      wasm.cost(at(from), stride, to - from);
      return (doubles(layout.sums, 1)[0] ?? 0) + (doubles(layout.errors, 1)[0] ?? 0);
    },
  };
}
