import type { ColumnData, ResidualBlock } from "../contract/fit-problem.js";
import type { FitCall } from "../fit/call.js";
import { NoiseCount } from "../fit/check-noise.js";
import { boundedParam, chooseSolver } from "../fit/choose-solver.js";
import type { RowKernel } from "../fold/row-kernel.js";
import { RowLosses } from "../fold/row-loss.js";
import { TypeScriptRows } from "../fold/typescript-rows.js";
import { LazyKernel } from "../fold/wasm/lazy-kernel.js";
import { transferRows } from "../fold/wasm/wasm-rows.js";
import { multiStartSettings, solverSettings } from "../solvers/settings.js";
import type { BatchPlan, BatchRequest } from "../threads/protocol.js";
import type { Batch } from "./batch.js";
import { BatchFit } from "./batch-fit.js";
import type { Collected } from "./collected.js";
import { type DataSets, keptColumns } from "./data-sets.js";
import { Observations } from "./observations.js";
import { PackedRows } from "./packed-rows.js";
import { Starts } from "./starts.js";

/** What fits of one kind have in common, and the workspaces for them; null until the first fit. */
interface Planned {
  readonly plan: BatchPlan;
  fits: BatchFit | null;
}

/**
 * The fast path of a batch: fits with a linear loss from one start, in workspaces that are reused
 * for one data set after another. It prepares the start of each fit and does the fits of the
 * calling thread. Any fit that needs more is left to `fit`; the rules are the same.
 */
export class FastPath {
  readonly starts: Starts;
  /**
   * For the data set last prepared: its rows `[from, to)` among those kept, and the number of
   * residuals that count.
   */
  from = 0;
  to = 0;
  residuals = 0;
  /**
   * The plans of fits with and without bounds, which may depend on the data, each made when it is
   * first needed, and that of the data set last prepared.
   */
  private readonly plans: { bounded: Planned | null; free: Planned | null } = { bounded: null, free: null };
  private planned: Planned | null = null;
  /** The plan that the workers have. */
  private sent: BatchPlan | null = null;
  readonly kernel: LazyKernel | null;
  /** The used columns, in the order of `problem.columns`, with the rows kept. */
  readonly columns: ColumnData;
  private readonly observations: Observations;
  private readonly noise: NoiseCount;
  private readonly params: Float64Array;

  private constructor(
    private readonly call: FitCall,
    private readonly block: ResidualBlock,
    batch: Batch,
    private readonly sets: DataSets,
  ) {
    const { problem } = call;
    this.kernel = LazyKernel.of(problem);
    this.columns = keptColumns(problem, batch, sets);
    this.starts = new Starts(problem, this.columns, call, batch.count);
    this.observations = new Observations(problem, block, this.columns);
    this.noise = new NoiseCount(problem);
    this.params = new Float64Array(problem.params.length);
  }

  /** Returns null if all fits are left to `fit`. */
  static of(call: FitCall, batch: Batch, sets: DataSets): FastPath | null {
    const { problem, options } = call;
    const { solver, statements, params } = problem;
    const [block, ...others] = problem.blocks;
    const isFast =
      options.compat === undefined &&
      options.search === false &&
      options.sandwich === undefined &&
      multiStartSettings(problem, options).starts === 1 &&
      problem.covariance === null &&
      problem.order.length === 0 &&
      block?.kind === "row" &&
      others.length === 0 &&
      solver.method !== "dogbox" &&
      statements.every(({ loss }) => loss < 0) &&
      !params.some(({ startless }) => startless);
    return isFast ? new FastPath(call, block, batch, sets) : null;
  }

  /** True if workers can do the fit of the data set last prepared. */
  get isForWorkers(): boolean {
    return this.planned !== null && this.planned.plan === this.sent;
  }

  /** Prepares the fit of data set i; returns false if it is left to `fit`. */
  prepare(i: number): boolean {
    const { sets, starts, call } = this;
    this.from = sets.offsets[i] as number;
    this.to = sets.offsets[i + 1] as number;
    const rows = this.to - this.from;
    if (rows === 0 || rows > transferRows || sets.isBad(i)) return false;
    if (!starts.take(i, this.from, this.to)) return false;
    const kind = this.isBounded() ? "bounded" : "free";
    this.planned = this.plans[kind] ??= { plan: this.planOf(), fits: null };
    for (let j = 0; j < this.params.length; j++) this.params[j] = starts.values[3 * j] as number;
    this.residuals = this.noise.count(this.block, this.params, this.columns, this.from, this.to);
    return this.residuals >= call.indices.length;
  }

  /** Fits data set i, which was prepared last; returns false if it is left to `fit`. */
  fit(i: number, found: Collected): boolean {
    const { starts } = this;
    const fits = this.batchFit();
    if (!fits.run(this.from, this.to, starts.values, 0, this.residuals)) return false;
    if (!this.accepts(i, starts.values, 0, fits.x, 0)) return false;
    found.put(i, fits);
    return true;
  }

  /**
   * Returns true if the observations of data set i are large enough that their squares do not
   * underflow.
   * @param starts its start values and bounds, beginning at index `first`; the values of fixed
   *   parameters are used
   * @param x its result, beginning at index `at`
   */
  accepts(i: number, starts: Float64Array, first: number, x: Float64Array, at: number): boolean {
    const { params, sets } = this;
    const { indices } = this.call;
    for (let j = 0; j < params.length; j++) params[j] = starts[first + 3 * j] as number;
    for (let j = 0; j < indices.length; j++) params[indices[j] as number] = x[at + j] as number;
    return this.observations.areSized(params, sets.offsets[i] as number, sets.offsets[i + 1] as number);
  }

  /**
   * The first request to the workers; null if there is nothing for them to do. Prepares data sets
   * until one is found for the fast path.
   */
  workerRequest(shared: ColumnData | null): BatchRequest | null {
    const { sets, kernel } = this;
    const { active } = this.call;
    for (let i = 0; this.planned === null && i < sets.offsets.length - 1; i++) this.prepare(i);
    if (this.planned === null || kernel === null || kernel.module === null || kernel.instance === null) return null;
    const { module, model } = kernel;
    this.sent = this.planned.plan;
    return { kind: "batch", module, model, active, plan: this.sent, columns: shared };
  }

  private isBounded(): boolean {
    const { values } = this.starts;
    for (const param of this.call.indices) {
      if (values[3 * param + 1] !== Number.NEGATIVE_INFINITY) return true;
      if (values[3 * param + 2] !== Number.POSITIVE_INFINITY) return true;
    }
    return false;
  }

  /** @throws FitError as `chooseSolver` */
  private planOf(): BatchPlan {
    const { indices, active, options } = this.call;
    const { values } = this.starts;
    const every = (entry: number) => Float64Array.from(this.params, (_, j) => values[3 * j + entry] as number);
    const start = { params: every(0), lower: every(1), upper: every(2), active, indices };
    const problem = chooseSolver(this.call.problem, boundedParam(start), options);
    return {
      params: this.params.length,
      indices,
      rowStatements: this.block.count,
      absolute: problem.statements.some(({ absolute }) => absolute),
      settings: solverSettings(problem, options, indices),
    };
  }

  private batchFit(): BatchFit {
    if (this.planned === null) throw new Error("fitc bug: a fit that has not been prepared");
    this.planned.fits ??= new BatchFit(this.planned.plan, this.rowKernel());
    return this.planned.fits;
  }

  /** The WebAssembly kernel if there is one: here it is faster for data sets of any size. */
  private rowKernel(): RowKernel {
    const { block, columns, kernel } = this;
    const { problem, active } = this.call;
    const instance = kernel?.instance ?? null;
    if (instance === null) {
      const losses = new RowLosses([], problem.statements);
      return new TypeScriptRows(block, columns, problem.free.length, active, losses);
    }
    return new PackedRows(instance, columns, active);
  }
}
