import { fitMany } from "fitc/runtime";
import type { Random } from "../../../math/random.js";
import type { FitOptions, FitResult, Fitter } from "../../../runtime/index.js";
import { loadModel } from "../../helpers/load-models.js";
import { chance, pick } from "../choose.js";
import { type Family, families } from "./families.js";
import { withOddData } from "./odd-data.js";
import { type Noise, type RandomFit, randomFit, specOf } from "./random-fit.js";

/** A made-up fit with the model that fits it, by options, to its data. */
export interface MadeUp {
  readonly fit: RandomFit;
  readonly fitter: Fitter;
  readonly options: FitOptions;
  /** How the data are odd; null if they are as people have them. */
  readonly oddity: string | null;
}

/** How far the start is from the true values, in powers of 10. */
export const spreads = { near: Math.log10(1.1), decade: 1, wild: 8 } as const;
export type Spread = keyof typeof spreads;

/** One derived quantity that is linear and one that is not. */
export const derived = (names: readonly string[]): readonly string[] => [
  `derive twice = 2*${names[0]} + ${names.at(-1)}`,
  `derive ratio = ${names[0]}/${names.at(-1)}`,
];

const fitters = new Map<string, Promise<Fitter>>();

/** The fitter of a family, with start values, bounds, loss and solver left to the options. */
export function fitterOf(family: Family, noise: Noise): Promise<Fitter> {
  const key = `${family.name}, ${noise}`;
  const known = fitters.get(key) ?? loadModel(specOf(family, noise, undefined, derived(Object.keys(family.params))));
  fitters.set(key, known);
  return known;
}

/** Makes up a fit, with data that are odd now and then if they may be. */
export async function madeUp(random: Random, spread: Spread, mayBeOdd: boolean): Promise<MadeUp> {
  const family = pick(random, families);
  const names = Object.keys(family.params);
  const plain = await fitterOf(family, "none");
  const usual = randomFit(family, random, spreads[spread], (truth, x) =>
    plain.residuals(
      names.map((name) => truth[name] ?? Number.NaN),
      { x, y: new Float64Array(x.length) },
    ),
  );
  const { fit, oddity } = mayBeOdd && chance(random, 0.5) ? withOddData(random, usual) : { fit: usual, oddity: null };
  return { fit, fitter: await fitterOf(family, fit.noise), options: { ...fit.settings, start: fit.start }, oddity };
}

/** Options that change what a fit does or says, beyond those of the settings. */
export function moreOptions(random: Random): FitOptions {
  return {
    ...(chance(random, 0.2) ? { gtol: pick(random, [1e-8, null]) } : {}),
    ...(chance(random, 0.2) ? { ftol: pick(random, [1e-8, null]) } : {}),
    ...(chance(random, 0.2) ? { xtol: pick(random, [1e-8, null]) } : {}),
    ...(chance(random, 0.2) ? { level: pick(random, [0.5, 0.99]) } : {}),
    ...(chance(random, 0.1) ? { maxEvals: 1 + random.below(20) } : {}),
  };
}

/** The code of a refusal. */
export interface Refusal {
  readonly refused: string;
}

/** What an action returns, or the code of the error that data or options cause. */
export function attempt<T>(action: () => T): T | Refusal {
  try {
    return action();
  } catch (error) {
    return refusal(error);
  }
}

export async function attemptLater<T>(action: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await action();
  } catch (error) {
    return refusal(error);
  }
}

/** The models run on the built runtime, which has its own class `FitError`. */
function refusal(error: unknown): Refusal {
  if (error instanceof Error && error.name === "FitError" && "code" in error) return { refused: String(error.code) };
  throw error;
}

export function isResult(result: FitResult | Refusal): result is FitResult {
  return "params" in result;
}

/** What `fitMany` gives for one data set. */
export async function oneOfMany(fitter: Fitter, fit: RandomFit, options: FitOptions, before: number) {
  const sets = before + 1;
  const rows = fit.data["x"]?.length ?? 0;
  const repeated = Object.entries(fit.data).map(([name, column]) => [
    name,
    Float64Array.from({ length: sets * rows }, (_, i) => column[i % rows] as number),
  ]);
  const offsets = Array.from({ length: sets + 1 }, (_, i) => i * rows);
  const { level: _, ...others } = options;
  return fitMany(fitter, Object.fromEntries(repeated), offsets, { ...others, threads: 1 });
}

/** A fit as text, from which the failure can be reproduced. */
export function shown({ fit }: Pick<MadeUp, "fit">, options: FitOptions): string {
  const { start: _, bounds: __, loss: ___, solver: ____, ...opts } = options;
  const spec = specOf(fit.family, fit.noise, fit, derived(Object.keys(fit.family.params)));
  const data = Object.fromEntries(Object.entries(fit.data).map(([name, column]) => [name, Array.from(column, exact)]));
  return JSON.stringify({ spec, data, opts });
}

/** A number that survives JSON. */
function exact(value: number): number | string {
  return Number.isFinite(value) && !Object.is(value, -0) ? value : Object.is(value, -0) ? "-0" : String(value);
}
