import type { Message } from "../../diagnostics/index.js";
import type { FoldState } from "../fold/state.js";
import { runtimeMessages } from "../messages.js";
import type { Estimate, ParamEstimate } from "../result.js";
import { show } from "../show.js";
import type { FinishedFit } from "./finished-fit.js";
import { standardError, type Uncertainty } from "./uncertainty.js";

/** What the warnings are drawn from, beside the fit itself. */
export interface Findings {
  readonly params: readonly (readonly [string, ParamEstimate])[];
  readonly derived: readonly (readonly [string, Estimate])[];
  /** The state at the result with the losses left out. */
  readonly plain: FoldState;
  /** The active free parameters that are not on a bound. */
  readonly kept: readonly number[];
  readonly dof: number;
  readonly residuals: number;
  readonly absolute: boolean;
  /** The uncertainty for residuals of unit variance: which parameters are not determined. */
  readonly factor: Uncertainty;
}

/** The cosine of the angle between residuals and a column of J above which a stop is no minimum. */
const orthogonal = 1e-4;
/** Residuals up to this part of what the model is made of are rounding, and so is their angle with anything. */
const rounding = 1e-11;
/** And where the model hardly changes with its parameters, the angle is that of a vanishing column. */
const flat = 1e-6;

/** What a user must know of a result before trusting it. */
export function warningsOf(fit: FinishedFit, findings: Findings): readonly Message[] {
  return [
    ...onBounds(findings),
    ...tooFewResiduals(fit, findings),
    ...undetermined(fit, findings),
    ...notStationary(fit, findings),
    ...largeErrors(findings),
    ...notFinite(findings),
  ];
}

function onBounds({ params }: Findings): Message[] {
  return params.flatMap(([name, { atBound, lower, upper }]) =>
    atBound === null
      ? []
      : [runtimeMessages.FIT9004({ name, end: atBound, bound: atBound === "lower" ? lower : upper })],
  );
}

function tooFewResiduals({ outcome }: FinishedFit, { residuals, dof, absolute }: Findings): Message[] {
  const params = outcome.x.length;
  if (residuals < params) return [runtimeMessages.FIT9009({ residuals, params })];
  return dof <= 0 && !absolute ? [runtimeMessages.FIT9010()] : [];
}

function undetermined(fit: FinishedFit, { kept, factor, plain }: Findings): Message[] {
  const { first, outcome } = fit;
  const n = outcome.x.length;
  const loose = kept.filter((j) => !Number.isFinite(standardError(factor, unit(n, j))));
  // What mattered at the start and no longer does has run off; what never did is another matter.
  const vanished = loose.filter((j) => plain.columnNorm(j) === 0 && first.columnNorm(j) > 0);
  const others = loose.filter((j) => !vanished.includes(j));
  const messages: Message[] = [];
  if (vanished.length > 0) messages.push(runtimeMessages.FIT9012({ names: namesOf(fit, vanished) }));
  if (others.length > 0) messages.push(runtimeMessages.FIT9007({ names: namesOf(fit, others) }));
  return messages;
}

/** A stop by tolerances, at which the gradient is far from 0. */
function notStationary(fit: FinishedFit, { kept }: Findings): Message[] {
  const { state, status, x } = fit.outcome;
  const length = Math.sqrt(2 * state.cost);
  const size = x.reduce((largest, value, j) => Math.max(largest, Math.abs(value) * state.columnNorm(j)), 0);
  if (status <= 0 || length <= rounding * size || size <= flat * length) return [];
  let worst = -1;
  let largest = orthogonal;
  for (const j of kept) {
    const cosine = Math.abs(state.gradient(j)) / (state.columnNorm(j) * length);
    if (cosine > largest) {
      worst = j;
      largest = cosine;
    }
  }
  return worst < 0 ? [] : [runtimeMessages.FIT9011({ name: nameOf(fit, worst), cosine: largest.toPrecision(2) })];
}

function largeErrors({ params }: Findings): Message[] {
  return params.flatMap(([name, { value, stderr }]) =>
    stderr !== null && Number.isFinite(stderr) && stderr > Math.abs(value)
      ? [runtimeMessages.FIT9005({ name, value: value.toPrecision(6), stderr: stderr.toPrecision(3) })]
      : [],
  );
}

function notFinite({ derived }: Findings): Message[] {
  return derived.flatMap(([name, { value }]) =>
    Number.isFinite(value) ? [] : [runtimeMessages.FIT9013({ name, value: show(value) })],
  );
}

function unit(n: number, j: number): Float64Array {
  const h = new Float64Array(n);
  h[j] = 1;
  return h;
}

function nameOf({ problem, start }: FinishedFit, j: number): string {
  return problem.params[start.indices[j] ?? -1]?.name ?? "";
}

function namesOf(fit: FinishedFit, columns: readonly number[]): string {
  return columns.map((j) => `'${nameOf(fit, j)}'`).join(", ");
}
