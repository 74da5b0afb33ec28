import { type ColumnData, panelRows } from "../../contract/fit-problem.js";
import { rowStep, slackBytes } from "../../contract/wasm-kernel.js";
import type { FoldState } from "../state.js";
import { importsOf } from "./imports.js";
import { type CompiledWasm, instantiate } from "./module.js";
import type { RowModel } from "./row-model.js";

/** The exports of a module: see `WasmKernel`. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  prepare(): void;
  fold(columns: number, stride: number, rows: number, count: number): void;
  cost(columns: number, stride: number, rows: number): void;
  linearize(columns: number, stride: number, rows: number): void;
  residuals(columns: number, stride: number, rows: number): void;
  reduce(count: number, bytes: number): void;
  fit?(columns: number, stride: number, rows: number): number;
}

const pageBytes = 65_536;
/**
 * Extra bytes between columns. If the rows of all columns had the same offset within a page, loads
 * would stall.
 */
const gap = 64;

/**
 * An instance of the WebAssembly module. Its memory holds the parameters, some rows of the columns,
 * and the state of a fold. Its users take turns, and each writes everything that it needs again;
 * `holder` says whose rows are in memory.
 */
export class KernelInstance {
  /** The user whose rows are in memory, if all of them belong to it. */
  holder: object | null = null;
  /** The number of times that the memory has grown. */
  generation = 0;
  private readonly exports: Exports;
  /** Views of the memory; they become invalid when it grows. */
  private doubles: Float64Array;
  private words: Int32Array;
  /** The state of a fold of all columns of J. */
  private state: Float64Array;
  /** The columns of J to fold. */
  private chosen: readonly number[] = [];
  /** The number of rows that fit, and the distance between columns in bytes. */
  private capacity = 0;
  private stride = 0;

  /** @throws the platform's error if there is not enough memory */
  constructor(
    module: CompiledWasm,
    readonly model: RowModel,
  ) {
    this.exports = instantiate(module, importsOf(model.imports)) as Exports;
    this.doubles = new Float64Array(this.exports.memory.buffer);
    this.words = new Int32Array(this.exports.memory.buffer);
    this.state = this.viewOfState();
  }

  private viewOfState(): Float64Array {
    const { layout, free } = this.model;
    return this.doubles.subarray(layout.factor / 8, layout.factor / 8 + (free + 2) * (free + 1) + 2);
  }

  /**
   * Makes room for `rows` rows at once.
   * @throws RangeError if there is not enough memory
   */
  reserve(rows: number): void {
    if (rows <= this.capacity) return;
    const { heap, columns } = this.model;
    const stride = Math.ceil((8 * rows) / gap) * gap + gap;
    const { memory } = this.exports;
    const missing = heap + columns.length * stride + slackBytes - memory.buffer.byteLength;
    if (missing > 0) {
      memory.grow(Math.ceil(missing / pageBytes));
      this.generation++;
      this.doubles = new Float64Array(memory.buffer);
      this.words = new Int32Array(memory.buffer);
      this.state = this.viewOfState();
    }
    this.holder = null;
    this.capacity = rows;
    this.stride = stride;
  }

  /**
   * Copies rows `[from, to)` of the columns into memory, starting at row `at`. Unless they are the
   * last rows, their number must be a multiple of `rowStep`.
   */
  load(data: ColumnData, from: number, to: number, at = 0): void {
    const { doubles, stride } = this;
    const { heap, columns } = this.model;
    const rows = to - from;
    for (let c = 0; c < columns.length; c++) {
      const column = data[columns[c] as number] as Float64Array;
      const first = (heap + c * stride) / 8 + at;
      if (rows < fewRows) for (let i = 0; i < rows; i++) doubles[first + i] = column[from + i] as number;
      else doubles.set(column.subarray(from, to), first);
      // Rows are computed in steps, so some rows after the last are computed too. They repeat the
      // last row, because unusual values there could cost time.
      const last = column[to - 1] as number;
      for (let i = rows; i % rowStep !== 0; i++) doubles[first + i] = last;
    }
  }

  /** Begins a pass: writes the parameters and clears the state. */
  begin(p: Float64Array): void {
    this.setParams(p);
    this.exports.prepare();
  }

  private setParams(p: Float64Array): void {
    const { doubles } = this;
    const { params } = this.model.layout;
    for (let j = 0; j < p.length; j++) doubles[params / 8 + j] = p[j] as number;
  }

  /** True if the module exports `fit`. */
  get fits(): boolean {
    return this.exports.fit !== undefined;
  }

  /**
   * Fits rows that are in memory, starting from `p`: see `fit` of `WasmKernel`.
   *
   * @param settings the input values at `layout.lm`
   * @param results receives the output values after them
   * @returns the code returned by the module's `fit`
   */
  fit(p: Float64Array, settings: Float64Array, results: Float64Array, first: number, rows: number): number {
    const { doubles, exports, model } = this;
    if (exports.fit === undefined) throw new Error("fitc bug: a module without `fit`");
    const at = model.layout.lm / 8;
    this.setParams(p);
    for (let j = 0; j < settings.length; j++) doubles[at + j] = settings[j] as number;
    const code = exports.fit(model.heap + 8 * first, this.stride, rows);
    for (let j = 0; j < results.length; j++) results[j] = doubles[at + settings.length + j] as number;
    return code;
  }

  /** Chooses the columns of J to fold. */
  choose(active: readonly number[]): void {
    if (active === this.chosen) return;
    this.chosen = active;
    const { words, model } = this;
    const { table, panel, panelColumnBytes } = model.layout;
    for (let j = 0; j < active.length; j++) words[table / 4 + j] = panel + (active[j] as number) * panelColumnBytes;
    words[table / 4 + active.length] = panel + model.free * panelColumnBytes;
  }

  /**
   * Adds residuals and derivatives of rows in memory to the state, folding `count` columns of J.
   */
  fold(first: number, rows: number, count: number): void {
    this.exports.fold(this.model.heap + 8 * first, this.stride, rows, count);
  }

  /** Adds only the cost of rows in memory to the state. */
  cost(first: number, rows: number): void {
    this.exports.cost(this.model.heap + 8 * first, this.stride, rows);
  }

  /** Computes residuals and derivatives of at most a panel of rows in memory. */
  linearize(first: number, rows: number): void {
    this.exports.linearize(this.model.heap + 8 * first, this.stride, rows);
  }

  /** Computes only the residuals. */
  residuals(first: number, rows: number): void {
    this.exports.residuals(this.model.heap + 8 * first, this.stride, rows);
  }

  /**
   * Folds the current panel, `length` residuals, into the factor. The residuals are padded with
   * zeros to a multiple of `rowStep`.
   */
  reduce(count: number, length: number): void {
    this.exports.reduce(count, 8 * Math.ceil(length / rowStep) * rowStep);
  }

  /**
   * A view of panel column j: a column of J, or the residuals if j is `free`. It becomes invalid
   * when `generation` changes.
   */
  panelColumn(j: number): Float64Array {
    const { panel, panelColumnBytes } = this.model.layout;
    const at = panel + j * panelColumnBytes;
    return new Float64Array(this.exports.memory.buffer, at, this.model.rowStatements * panelRows);
  }

  /** Copies the factor out. */
  readFactor(state: FoldState): void {
    state.loadFactor(this.doubles, this.model.layout.factor / 8);
  }

  /** Copies the whole state out. */
  readState(state: FoldState): void {
    if (state.size === this.state.length) {
      state.load(this.state);
      return;
    }
    const { factor, sums, errors, bad } = this.model.layout;
    state.loadFactor(this.doubles, factor / 8);
    state.loadSums(this.doubles, sums / 8, errors / 8, bad / 8);
  }
}

/** Below this number of rows, a loop copies faster than a call of `set`. */
const fewRows = 256;
