import type { Random } from "../../../math/random.js";
import type { LossName, RobustLossName } from "../../../runtime/contract/losses.js";
import type { SolverName } from "../../../runtime/contract/solver.js";
import { chance, pick } from "../choose.js";
import { drawn, logUniform, normal, places, uniform } from "./draw.js";
import type { Family } from "./families.js";

export type Noise = "none" | "absolute" | "relative" | "weight";

type Numbers = Readonly<Record<string, number>>;
export type Data = Readonly<Record<string, Float64Array>>;

/** The settings of a fit, in the form of the options of `fit`. */
export interface Settings {
  readonly bounds?: Readonly<Record<string, readonly [number, number]>>;
  readonly solver?: SolverName;
  readonly loss?: { readonly name: RobustLossName; readonly scale: number };
}

/** Made-up data of a family with known parameters, and a start from which to fit them. */
export interface RandomFit {
  readonly family: Family;
  readonly noise: Noise;
  readonly truth: Numbers;
  readonly start: Numbers;
  readonly settings: Settings;
  readonly data: Data;
  /** The standard deviation of the observations. */
  readonly deviation: number;
}

/** The model of a family as a spec; with a fit, its start values and settings as well. */
export function specOf(
  { params, model, curve }: Family,
  noise: Noise,
  fit?: Pick<RandomFit, "start" | "settings">,
  statements: readonly string[] = [],
): string {
  const { bounds = {}, solver, loss } = fit?.settings ?? {};
  const lines = Object.keys(params).map((name) => {
    const bound = bounds[name];
    const interval = bound === undefined ? "" : ` in [${bound[0]}, ${bound[1]}]`;
    return `  param ${name} = ${fit?.start[name] ?? 1}${interval}`;
  });
  return [
    "model M {",
    `  input x, y${noise === "none" ? "" : ", sy"}`,
    ...lines,
    curve === undefined ? `  fit y ~ ${model}` : `  residual ${model}`,
    ...(noise === "none" ? [] : [noise === "weight" ? "  weight sy" : `  sigma sy ${noise}`]),
    ...(loss === undefined ? [] : [`  loss ${loss.name}(${loss.scale})`]),
    ...(solver === undefined ? [] : [`  solver ${solver}`]),
    ...statements.map((statement) => `  ${statement}`),
    "}",
    "",
  ].join("\n");
}

const robust: readonly RobustLossName[] = ["soft_l1", "huber", "cauchy", "arctan"];

/**
 * @param spread the starts are the true values times a power of 10 between -spread and spread
 * @param predict the values of the model at these parameters
 */
export function randomFit(
  family: Family,
  random: Random,
  spread: number,
  predict: (truth: Numbers, x: Float64Array) => Float64Array,
): RandomFit {
  const noise =
    family.curve === undefined ? pick<Noise>(random, ["none", "none", "none", "absolute", "relative"]) : "none";
  const { truth, exact } = drawExact(family, random, predict);
  const level = chance(random, 0.1) ? 0 : uniform(random, 0, 0.1);
  const loss = chance(random, 0.1) ? pick<LossName>(random, robust) : "linear";
  const { data, deviation } = withNoise(random, exact, family, { noise, level, outliers: loss !== "linear" });
  const start = Object.fromEntries(
    Object.entries(truth).map(([name, value]) => [name, value * 10 ** uniform(random, -spread, spread)]),
  );
  const bounds = chance(random, 0.25) ? drawBounds(random, truth, start) : null;
  const scale = uniform(random, 1, 3) * (noise === "none" ? deviation || 1e-3 * lengthOf(exact.y) : 1);
  const solver = drawSolver(random, bounds !== null, loss);
  const settings: Settings = {
    ...(bounds === null ? {} : { bounds }),
    ...(solver === null ? {} : { solver }),
    ...(loss === "linear" ? {} : { loss: { name: loss, scale } }),
  };
  return { family, noise, truth, start: insideOf(start, bounds), settings, data, deviation };
}

function drawExact(
  { axis, params, curve }: Family,
  random: Random,
  predict: (truth: Numbers, x: Float64Array) => Float64Array,
): { readonly truth: Numbers; readonly exact: { readonly x: Float64Array; readonly y: Float64Array } } {
  const scaled = axis.natural !== true && chance(random, 0.5);
  const scales = {
    x: scaled ? logUniform(random, 1e-3, 1e3) : 1,
    y: scaled ? logUniform(random, 1e-4, 1e4) : 1,
  };
  const entries = Object.entries(params);
  const truth = Object.fromEntries(entries.map(([name, draw]) => [name, drawn(random, draw, scales)]));
  const rows = Math.max(Math.round(logUniform(random, 8, 200)), entries.length + 2);
  const at = places(random, axis, rows, curve === undefined ? scales.x : 1);
  if (curve === undefined) return { truth, exact: { x: at, y: predict(truth, at) } };
  const points = Array.from(at, (angle) => curve(truth, angle));
  const exact = { x: Float64Array.from(points, ([x]) => x), y: Float64Array.from(points, ([, y]) => y) };
  return { truth, exact };
}

const lengthOf = (values: Float64Array): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

function withNoise(
  random: Random,
  { x, y }: { readonly x: Float64Array; readonly y: Float64Array },
  { curve }: Family,
  { noise, level, outliers }: { readonly noise: Noise; readonly level: number; readonly outliers: boolean },
): { readonly data: Data; readonly deviation: number } {
  if (curve !== undefined) {
    const deviation = (level * (Math.max(...x) - Math.min(...x))) / 2;
    const moved = (values: Float64Array) => values.map((value) => value + deviation * normal(random));
    return { data: { x: moved(x), y: moved(y) }, deviation: level };
  }
  const deviation = level * lengthOf(y);
  const sy = y.map(() => (noise === "none" ? deviation : deviation * logUniform(random, 0.5, 2)));
  const observed = y.map((value, i) => {
    const factor = outliers && chance(random, 0.05) ? 20 : 1;
    return value + factor * (sy[i] as number) * normal(random);
  });
  if (noise === "none") return { data: { x, y: observed }, deviation };
  // Without noise, the deviations that are declared have no meaning.
  const least = 1e-3 * lengthOf(y) || 1;
  return { data: { x, y: observed, sy: sy.map((value) => value || least) }, deviation };
}

/** Bounds that contain the true value and the start, and now and then exclude the true value. */
function drawBounds(
  random: Random,
  truth: Numbers,
  start: Numbers,
): Readonly<Record<string, readonly [number, number]>> {
  const bounded = Object.keys(truth).filter(() => chance(random, 0.5));
  return Object.fromEntries(
    bounded.map((name) => {
      const [value, from] = [truth[name] as number, start[name] as number];
      const sign = Math.sign(value) || 1;
      const [low, high] = [Math.min(value * sign, from * sign), Math.max(value * sign, from * sign)];
      const cuts = chance(random, 0.1);
      const least = chance(random, 0.5) ? 0 : low / logUniform(random, 1.01, 10);
      const most = cuts && value * sign === high ? (low + high) / 2 : high * logUniform(random, 1.01, 10);
      return [name, sign > 0 ? [least, most] : [0 - most, 0 - least]] as const;
    }),
  );
}

function drawSolver(random: Random, bounded: boolean, loss: LossName): SolverName | null {
  const solver = pick<SolverName | null>(random, [null, null, null, null, "lm", "trf", "dogbox"]);
  return solver === "lm" && (bounded || loss !== "linear") ? null : solver;
}

/** Moves start values into their bounds. */
export function insideOf(start: Numbers, bounds: Settings["bounds"] | null): Numbers {
  return Object.fromEntries(
    Object.entries(start).map(([name, value]) => {
      const [lower, upper] = bounds?.[name] ?? [-Infinity, Infinity];
      return [name, Math.min(Math.max(value, lower), upper)];
    }),
  );
}
