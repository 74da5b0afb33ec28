import { byRounding } from "../contract/wasm-kernel.js";
import { FoldState } from "../fold/state.js";
import type { KernelInstance } from "../fold/wasm/instance.js";
import { mostPromised, stationary } from "../solvers/promised-reduction.js";
import type { Outcome, Settings } from "../solvers/solver.js";
import { comesThroughData } from "../solvers/through-data.js";

/**
 * Number of results before the parameters: the cost at the start, and the two numbers of
 * evaluations.
 */
const counts = 3;
const causes = ["gtol", "ftol", "xtol", "ftol and xtol"] as const;

/**
 * Does a whole fit by `lm` in one call of WebAssembly, with the same bits as `Descent` over the
 * rows of the same instance. The fields describe the last fit on which it did not give up; `x` and
 * `state` are overwritten by the next.
 */
export class WasmLm implements Outcome {
  readonly x: Float64Array;
  readonly state: FoldState;
  status = 0;
  stoppedBy: Outcome["stoppedBy"] = "max_evals";
  nfev = 0;
  njev = 0;
  firstCost = 0;
  private readonly settings: Float64Array;
  private readonly results: Float64Array;

  private constructor(
    private readonly instance: KernelInstance,
    n: number,
    { ftol, xtol, gtol, factor, maxEvals }: Settings,
  ) {
    this.settings = Float64Array.of(ftol, xtol, gtol, factor, maxEvals);
    this.results = new Float64Array(counts + n);
    this.x = new Float64Array(n);
    this.state = new FoldState(n);
  }

  /**
   * @param n number of columns of J to fold
   * @returns null if the module cannot do such fits
   */
  static of(instance: KernelInstance, n: number, settings: Settings): WasmLm | null {
    const { method, scipy, xScale } = settings;
    const isPossible = method === "lm" && !scipy && xScale === "jac" && n === instance.model.free;
    return isPossible && instance.fits ? new WasmLm(instance, n, settings) : null;
  }

  /**
   * Fits the first `rows` rows in memory, for linear loss without bounds.
   *
   * @param p all parameters at the start
   * @returns false if it gave up, or stopped where a full step promises a reduction
   */
  run(p: Float64Array, rows: number): boolean {
    const { instance, results, x, state } = this;
    const code = instance.fit(p, this.settings, results, 0, rows);
    if (code === 0) return false;
    instance.readState(state);
    this.firstCost = results[0] as number;
    this.nfev = results[1] as number;
    this.njev = results[2] as number;
    for (let j = 0; j < x.length; j++) x[j] = results[counts + j] as number;
    const isRounding = code > byRounding;
    this.status = isRounding ? code - byRounding : code;
    this.stoppedBy = isRounding ? "precision" : (causes[code - 1] ?? "max_evals");
    return mostPromised(state) <= stationary || comesThroughData(x, state, this.firstCost);
  }
}
