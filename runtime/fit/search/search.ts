import { below } from "../../../math/dense/small-arrays.js";
import type { FitProblem } from "../../contract/fit-problem.js";
import type { PreparedData } from "../../data/prepare.js";
import { modelFold } from "../../fold/model-fold.js";
import type { Bounds } from "../../solvers/bounds.js";
import { minimize, startInside } from "../../solvers/minimize.js";
import { FoldObjective } from "../../solvers/objective.js";
import { residualNoise } from "../../solvers/rounding.js";
import type { Minimum, Objective, Settings, StartPoint } from "../../solvers/solver.js";
import type { StartValues } from "../../solvers/start-values.js";
import { Tally } from "../../solvers/tally.js";
import { byProjection } from "../projection/minimize-separable.js";
import { ReducedProblem } from "../projection/reduced-problem.js";
import { frequencies, locations, sizes } from "./candidates.js";
import { sampleOf } from "./sample.js";
import { type Grid, Screening } from "./screening.js";

/**
 * A search for a better minimum than the one that a fit ended in. Points are first screened by
 * their cost alone, on a sample of the rows: about the start and about the end, each parameter on
 * its own and then two at a time take sizes of every order of magnitude, places in the data, and
 * frequencies. Linear parameters are projected out, so that only the others are varied. Fits of the
 * sample start from the best points with distinct costs. Everything is deterministic, and the work
 * is limited by a count.
 */
export interface Search {
  readonly problem: FitProblem;
  readonly data: PreparedData;
  readonly start: StartValues;
  readonly bounds: Bounds;
  readonly settings: Settings;
  /** The start of the fit. */
  readonly from: StartPoint;
}

/** Fits of the sample after each stage. */
const fits = 12;
/** A screening may evaluate the model as often as the fit did, this many times... */
const patience = 20;
/** ...or at this many rows, whichever is more, but not more often than this in all. */
const leastRows = 2e6;
const mostEvaluations = 10_000;
/** A fit of the sample may take this many evaluations, times the number of parameters plus one. */
const evaluations = 100;
/** A cost below this fraction of that of the first end makes further stages superfluous. */
const decisive = 0.01;
/** Fits whose costs differ by less than this fraction are equally good. */
const alike = 1e-2;
/** A cost that has fallen to this fraction of that of the first end may be rounding. */
const exact = 1e-20;
/** Otherwise the rounding of the parameters may change the residuals by this fraction. */
const blurred = 1e-3;
/** The numbers of values of each kind on a grid. */
const most = { sizes: 24, places: 16, scales: 12, frequencies: 64 };

/** Whether the model is linear in all parameters that the fit varies: it then has one minimum. */
export function isLinearFit({ separable, statements }: FitProblem, { active }: StartValues): boolean {
  if (separable === null || statements.some(({ loss }) => loss >= 0)) return false;
  return !separable.nonlinear.some((position) => active.includes(position));
}

/** The best fit of the sample; the first end itself if no other is better. */
export function search(plan: Search, first: Minimum): Minimum {
  const { problem, data, start, bounds, from } = plan;
  const { x } = from;
  const sample = sampleOf(data);
  const fold = modelFold(problem, sample.columns, sample.rows, start.active);
  const objective = new FoldObjective(fold, start.params, start.indices);
  const reduced = ReducedProblem.of(problem, sample, start);
  const screened: Objective = reduced?.objective ?? objective;
  const { nfev, njev } = first.outcome;
  const wanted = Math.max(patience * (nfev + x.length * njev), leastRows / sample.rows);
  const work = Math.min(Math.ceil(wanted), mostEvaluations);
  const screening = new Screening(screened, reduced?.bounds(bounds) ?? bounds, reduced?.pick(x) ?? x, fits, work);
  const centres = [x, first.outcome.x].map((point) => reduced?.pick(point) ?? point);
  const goal = objective.cost(first.outcome.x) * decisive;

  const places = locations(problem, sample);
  const waves = frequencies(problem, sample);
  const alive = centres.map((centre) => screening.alongAxes(centre, sizes()));
  for (const centre of centres) screening.alongAxes(centre, [...places, ...waves]);
  const sampled: Sampled = { screening, objective, reduced, work };
  const best = fitBest(plan, sampled, first);
  if (best.outcome.state.cost <= goal && best.outcome.status > 0) return best;
  for (const [c, centre] of centres.entries()) {
    screening.overGrids(centre, gridsOf(centre.length, alive[c] ?? [], places, waves));
  }
  return fitBest(plan, sampled, best);
}

/** The problem over the sample. */
interface Sampled {
  readonly screening: Screening;
  readonly objective: FoldObjective;
  readonly reduced: ReducedProblem | null;
  /** The number of evaluations that fits may take together. */
  readonly work: number;
}

/** Pairs of sizes and places for every two parameters, and of sizes and frequencies. */
function gridsOf(
  n: number,
  alive: readonly (readonly number[])[],
  places: readonly number[],
  waves: readonly number[],
): readonly Grid[] {
  const coarse = sizes().filter((size) => Number.isInteger(Math.log10(Math.abs(size))));
  const scales = below(n).map((j) => {
    const own = alive[j] ?? [];
    return thin(own.length > 2 ? own : coarse, most.sizes);
  });
  const values = scales.map((own) => [...own, ...thin(places, most.places)]);
  return below(n).flatMap((i) =>
    below(n)
      .filter((j) => j !== i)
      .flatMap((j) => [
        ...(j < i ? [{ i, j, first: values[i] ?? [], second: values[j] ?? [] }] : []),
        { i, j, first: thin(scales[i] ?? [], most.scales), second: thin(waves, most.frequencies) },
      ]),
  );
}

/** Fits the sample from the best points found so far; returns the best end. */
function fitBest(
  { bounds, settings, from: given }: Search,
  { screening, objective, reduced, work }: Sampled,
  first: Minimum,
): Minimum {
  let best = first;
  let spent = 0;
  let lowest = objective.cost(first.outcome.x);
  for (const { x } of screening.best.splice(0)) {
    if (spent > work) break;
    const whole = reduced === null ? x : reduced.whole(x);
    if (whole === null) continue;
    const from = startInside(inside(whole, bounds), bounds, settings);
    const state = Number.isFinite(objective.cost(from)) ? objective.linearize(from) : null;
    if (state === null) continue;
    const few = { ...settings, maxEvals: Math.min(settings.maxEvals, evaluations * (from.length + 1)) };
    const begin = { x: from, state, reference: first.outcome.state.cost, origin: given };
    const end: Minimum | null =
      reduced === null
        ? run(minimize(objective, begin, bounds, few))
        : run(byProjection(reduced, new Tally(few.maxEvals), objective, begin, bounds, few));
    if (end === null) continue;
    spent += end.outcome.nfev + x.length * end.outcome.njev;
    if (end.outcome.status <= 0 || isBlurred(end, first)) continue;
    const { cost } = end.outcome.state;
    const isFirst = best === first;
    const isAlike = !isFirst && Math.abs(cost - lowest) <= alike * lowest;
    const isNearer = isAlike && distance(end.outcome.x, given.x) < distance(best.outcome.x, given.x);
    const isLower = cost < lowest || (isFirst && first.outcome.status <= 0 && cost <= lowest);
    if (isNearer || (isLower && !isAlike)) {
      lowest = cost;
      best = end;
    }
  }
  return best;
}

/**
 * Whether rounding of the parameters decides what the residuals are, although these are not
 * rounding themselves: hardly any residual cannot be met with an angle of 1e13.
 */
function isBlurred({ outcome: { x, state } }: Minimum, first: Minimum): boolean {
  if (state.cost <= exact * first.outcome.state.cost) return false;
  return residualNoise(x, state) > blurred * Math.sqrt(2 * state.cost);
}

/** Runs a fit of the sample, whose iterates are not those of the data and are not reported. */
function run<T>(steps: Generator<unknown, T, undefined>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * How far a point is from the start, in decades and signs. Of fits that are equally good, such as
 * those with the aliases of a frequency, the nearest is meant.
 */
function distance(x: Float64Array, start: Float64Array): number {
  return x.reduce((sum, value, j) => {
    const from = start[j] as number;
    const decades = Math.abs(Math.log10(Math.abs(value) || 1) - Math.log10(Math.abs(from) || 1));
    return sum + decades + (value * from < 0 ? 1 : 0);
  }, 0);
}

function inside(x: Float64Array, { lower, upper }: Bounds): Float64Array {
  return x.map((value, j) => Math.min(Math.max(value, lower[j] as number), upper[j] as number));
}

/** Some of the values, evenly spread. */
function thin(values: readonly number[], count: number): readonly number[] {
  if (values.length <= count) return values;
  const sorted = [...values].sort((a, b) => a - b);
  return below(count).map((k) => sorted[Math.floor((k * sorted.length) / count)] as number);
}
