// Batches of data sets for fitMany, and the expected results: what fit gives for each data set.
import { fitMany } from "fitc/runtime";
import { expect } from "vitest";
import type { FitError, FitOptions, FitResult, Fitter, ManyFits } from "../../runtime/index.js";

/** The columns of one data set. */
export type DataSet = Readonly<Record<string, readonly number[]>>;

/** Concatenates data sets; the offsets are the rows at which they begin. */
export function pack(sets: readonly DataSet[]): { data: Record<string, Float64Array>; offsets: number[] } {
  const names = Object.keys(sets[0] ?? {});
  const data = Object.fromEntries(
    names.map((name) => [name, Float64Array.from(sets.flatMap((set) => set[name] ?? []))]),
  );
  const offsets = [0];
  for (const set of sets) offsets.push((offsets.at(-1) ?? 0) + (set[names[0] ?? ""]?.length ?? 0));
  return { data, offsets };
}

/** Pseudo-random numbers in (-1, 1) (xorshift; Marsaglia, J. Stat. Softw. 8 (2003) 14). */
export function noise(seed: number): () => number {
  let state = (seed + 1) * 2654435761;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2 ** 31;
  };
  for (let i = 0; i < 10; i++) next();
  return next;
}

export const peak = `model Peak {
  input x, y
  param height = max(y) - min(y)
  param centre = argmax(x, y)
  param width  = (max(x) - min(x)) / 8
  param offset = min(y)
  fit y ~ height * exp(-0.5 * ((x - centre) / width)^2) + offset
}`;

/** A noisy peak whose position and height depend on the seed. */
export function peakData(seed: number, points = 48): DataSet {
  const random = noise(seed);
  const [height, centre, width, offset] = [2 + random(), random(), 1 + 0.4 * random(), 0.5 + 0.2 * random()];
  const x = Array.from({ length: points }, (_, i) => -5 + (10 * i) / (points - 1));
  const y = x.map((at) => height * Math.exp(-0.5 * ((at - centre) / width) ** 2) + offset + 0.1 * random());
  return { x, y };
}

/** The result of fit for a data set, or its error. */
export function alone(model: Fitter, set: DataSet, options: FitOptions = {}): FitResult | FitError {
  try {
    return model.fit(set, { search: false, ...options });
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
}

/**
 * The models run on the built runtime, which has its own class `FitError`, so `instanceof` does not
 * work.
 */
export function isRefusal(value: unknown): value is FitError {
  return value instanceof Error && value.name === "FitError";
}

/** Entry i of the fits as one object. */
export function entry(fits: ManyFits, i: number) {
  const n = fits.free.length;
  return {
    status: fits.status[i],
    params: Array.from(fits.params.subarray(i * n, (i + 1) * n)),
    stderr: Array.from(fits.stderr.subarray(i * n, (i + 1) * n)),
    cost: fits.cost[i],
    reducedChi2: fits.reducedChi2[i],
    dof: fits.dof[i],
    nfev: fits.nfev[i],
  };
}

/** The same object from the result of fit; for an error, `status` is its status. */
export function entryAlone(result: FitResult | FitError, free: readonly string[], status: number) {
  const nothing = free.map(() => Number.NaN);
  if (isRefusal(result)) {
    const none = { cost: Number.NaN, reducedChi2: Number.NaN, dof: 0, nfev: 0 };
    return { status, params: nothing, stderr: nothing, ...none };
  }
  const estimates = new Map(Object.entries(result.params));
  return {
    status: result.status,
    params: [...result.x],
    stderr: free.map((name) => estimates.get(name)?.stderr ?? Number.NaN),
    cost: result.cost,
    reducedChi2: result.reducedChi2 ?? Number.NaN,
    dof: result.dof,
    nfev: result.nfev,
  };
}

/**
 * Fits data sets by fitMany and one by one with fit, with the same kernel (which would otherwise be
 * chosen by size), expects the same results to the bit, and returns the statuses.
 */
export async function expectSame(
  model: Fitter,
  sets: readonly DataSet[],
  others: FitOptions = {},
): Promise<readonly number[]> {
  const { data, offsets } = pack(sets);
  const options: FitOptions = others.compat === undefined ? { kernel: "wasm", ...others } : others;
  const fits = await fitMany(model, data, offsets, options);
  expect(fits.count).toBe(sets.length);
  for (const [i, set] of sets.entries()) {
    const status = fits.status[i] ?? 0;
    expect(entry(fits, i), `data set ${i}`).toEqual(entryAlone(alone(model, set, options), fits.free, status));
  }
  return Array.from(fits.status);
}
