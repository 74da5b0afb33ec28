import { type ColumnData, panelRows } from "../../contract/fit-problem.js";
import { rowStep, slackBytes } from "../../contract/wasm-kernel.js";
import type { FoldState } from "../state.js";
import { importsOf } from "./imports.js";
import { type CompiledModule, instantiate } from "./module.js";
import type { RowModel } from "./row-model.js";

/** What a module exports: see `WasmKernel`. */
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
 * Columns are apart by so much more than they are long: where their rows lie at the same place of a
 * page, loads wait.
 */
const gap = 64;

/**
 * A module at work: its memory holds parameters, some rows of the columns, and the state of a fold.
 * Its users take turns, each of which writes anew what it needs; `holder` says whose rows are in
 * memory.
 */
export class KernelInstance {
  /** Whoever wrote the rows that are in memory, and has no others. */
  holder: object | null = null;
  /** How often its memory has grown. */
  generation = 0;
  private readonly exports: Exports;
  /** Views of the memory, which growing it makes void. */
  private doubles: Float64Array;
  private words: Int32Array;
  /** The state of a fold of all columns of J. */
  private state: Float64Array;
  /** The columns of J that are folded. */
  private chosen: readonly number[] = [];
  /** How many rows fit, and how many bytes the columns are apart. */
  private capacity = 0;
  private stride = 0;

  /** @throws what the platform throws where memory does not suffice */
  constructor(
    module: CompiledModule,
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

  /** Makes room for so many rows at once. @throws RangeError where memory does not suffice */
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
   * Copies rows `[from, to)` of the columns into memory, where they are rows `at` and on: a
   * multiple of `rowStep`, or the last.
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
      // Rows are computed in steps, some behind the last too. They are to be no stranger than it
      // is, or they would cost time.
      const last = column[to - 1] as number;
      for (let i = rows; i % rowStep !== 0; i++) doubles[first + i] = last;
    }
  }

  /** Begins a pass: takes the parameters, and forgets what the state held. */
  begin(p: Float64Array): void {
    this.setParams(p);
    this.exports.prepare();
  }

  private setParams(p: Float64Array): void {
    const { doubles } = this;
    const { params } = this.model.layout;
    for (let j = 0; j < p.length; j++) doubles[params / 8 + j] = p[j] as number;
  }

  /** Whether the module fits by itself. */
  get fits(): boolean {
    return this.exports.fit !== undefined;
  }

  /**
   * Fits rows that are in memory from the start `p`: see `fit` of `WasmKernel`.
   *
   * @param settings the first entries of what `layout.lm` says
   * @param results those after them are copied into it
   * @returns the code that `fit` gives
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

  /** Says which columns of J are folded. */
  choose(active: readonly number[]): void {
    if (active === this.chosen) return;
    this.chosen = active;
    const { words, model } = this;
    const { table, panel, panelColumnBytes } = model.layout;
    for (let j = 0; j < active.length; j++) words[table / 4 + j] = panel + (active[j] as number) * panelColumnBytes;
    words[table / 4 + active.length] = panel + model.free * panelColumnBytes;
  }

  /** Adds rows that are in memory to the state, `count` columns of J. */
  fold(first: number, rows: number, count: number): void {
    this.exports.fold(this.model.heap + 8 * first, this.stride, rows, count);
  }

  /** The same of their cost alone. */
  cost(first: number, rows: number): void {
    this.exports.cost(this.model.heap + 8 * first, this.stride, rows);
  }

  /** Computes rows that are in memory, a panel at most: residuals and derivatives. */
  linearize(first: number, rows: number): void {
    this.exports.linearize(this.model.heap + 8 * first, this.stride, rows);
  }

  /** Their residuals alone. */
  residuals(first: number, rows: number): void {
    this.exports.residuals(this.model.heap + 8 * first, this.stride, rows);
  }

  /**
   * Folds the panel as it lies, `length` rows of it, into the factor. They are padded by zeros to a
   * multiple of `rowStep`.
   */
  reduce(count: number, length: number): void {
    this.exports.reduce(count, 8 * Math.ceil(length / rowStep) * rowStep);
  }

  /**
   * A column of the panel, of J or for `free` the residuals: a view, which is void in another
   * generation.
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

  /** Copies all of the state out. */
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

/** Below so many rows a loop copies faster than a call. */
const fewRows = 256;
