import type { FitResult } from "../api/fit-result.js";
import type { ManyFits } from "./many.js";

/** The results of one fit that `fitMany` returns. */
export interface Found {
  readonly x: ArrayLike<number>;
  readonly stderr: ArrayLike<number>;
  readonly status: number;
  readonly cost: number;
  readonly reducedChi2: number;
  readonly dof: number;
  readonly nfev: number;
}

/** The length of the record of a fit with n free parameters. */
export function recordLength(n: number): number {
  return 2 * n + 5;
}

/** Writes the results of a fit as a record. */
export function writeRecord(values: Float64Array, at: number, found: Found): void {
  const { x, stderr, status, cost, reducedChi2, dof, nfev } = found;
  values.set(x, at);
  values.set(stderr, at + x.length);
  values.set([status, cost, reducedChi2, dof, nfev], at + 2 * x.length);
}

/**
 * Collects the results of a batch. Until a result is available its entries are NaN and its status
 * is 0.
 */
export class Collected implements ManyFits {
  readonly params: Float64Array;
  readonly stderr: Float64Array;
  readonly status: Int8Array;
  readonly cost: Float64Array;
  readonly reducedChi2: Float64Array;
  readonly dof: Int32Array;
  readonly nfev: Uint32Array;

  constructor(
    readonly count: number,
    readonly free: readonly string[],
  ) {
    this.params = new Float64Array(count * free.length).fill(Number.NaN);
    this.stderr = new Float64Array(count * free.length).fill(Number.NaN);
    this.status = new Int8Array(count);
    this.cost = new Float64Array(count).fill(Number.NaN);
    this.reducedChi2 = new Float64Array(count).fill(Number.NaN);
    this.dof = new Int32Array(count);
    this.nfev = new Uint32Array(count);
  }

  /** Stores the result of data set i, fitted by `fit`. */
  take(i: number, { status, params, x, cost, reducedChi2, dof, nfev }: FitResult): void {
    const estimates = new Map(Object.entries(params));
    const stderr = this.free.map((name) => estimates.get(name)?.stderr ?? Number.NaN);
    this.put(i, { x, stderr, status, cost, reducedChi2: reducedChi2 ?? Number.NaN, dof, nfev });
  }

  /** Stores the results of data set i. */
  put(i: number, { x, stderr, status, cost, reducedChi2, dof, nfev }: Found): void {
    const n = this.free.length;
    for (let j = 0; j < n; j++) {
      this.params[i * n + j] = x[j] as number;
      this.stderr[i * n + j] = stderr[j] as number;
    }
    this.status[i] = status;
    this.cost[i] = cost;
    this.reducedChi2[i] = reducedChi2;
    this.dof[i] = dof;
    this.nfev[i] = nfev;
  }

  /** Stores the results of data set i from a record. */
  putRecord(i: number, values: Float64Array, at: number): void {
    const n = this.free.length;
    const [x, stderr] = [values.subarray(at, at + n), values.subarray(at + n, at + 2 * n)];
    const [status = 0, cost = 0, reducedChi2 = 0, dof = 0, nfev = 0] = values.subarray(
      at + 2 * n,
      at + recordLength(n),
    );
    this.put(i, { x, stderr, status, cost, reducedChi2, dof, nfev });
  }

  /** The results as a plain object, for the caller. */
  get fits(): ManyFits {
    const { count, free, params, stderr, status, cost, reducedChi2, dof, nfev } = this;
    return { count, free, params, stderr, status, cost, reducedChi2, dof, nfev };
  }
}
