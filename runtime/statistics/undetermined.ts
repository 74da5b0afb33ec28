import { listed, type Message } from "../../diagnostics/index.js";
import type { Uncertainty } from "../api/fit-result.js";
import type { FoldState } from "../fold/state.js";
import { runtimeMessages } from "../messages/index.js";
import { type Alias, aliasesOf } from "./aliases.js";
import type { FinishedFit } from "./finished-fit.js";
import { standardError } from "./uncertainty.js";

/**
 * The warnings about free parameters that the data do not determine.
 *
 * @param jacobian the state that the covariance comes from
 * @param kept the free parameters that are not on a bound
 * @param factor the uncertainty for residuals of unit variance
 */
export function undetermined(
  fit: FinishedFit,
  jacobian: FoldState,
  kept: readonly number[],
  factor: Uncertainty,
): readonly Message[] {
  const { first, outcome } = fit;
  const n = outcome.x.length;
  const loose = kept.filter((j) => !Number.isFinite(standardError(factor, unit(n, j))));
  const zero = loose.filter((j) => jacobian.columnNorm(j) === 0);
  // A parameter that mattered at the start has run off; one that never did gets another warning.
  const vanished = zero.filter((j) => first.columnNorm(j) > 0);
  const idle = zero.filter((j) => first.columnNorm(j) === 0);
  const aliased = loose.filter((j) => !zero.includes(j));
  const findings = [
    ...(idle.length === 0 ? [] : [`do not determine ${namesOf(fit, idle)}`]),
    ...aliasesOf(fit, jacobian, aliased, factor).map((alias) => findingOf(fit, alias)),
  ];
  return [
    ...(vanished.length === 0 ? [] : [runtimeMessages.vanishedDerivatives({ names: namesOf(fit, vanished) })]),
    ...findings.map((finding) => runtimeMessages.undeterminedParameters({ finding })),
  ];
}

function findingOf(fit: FinishedFit, { columns, lost, through }: Alias): string {
  const names = namesOf(fit, columns);
  if (columns.length === 1 || through?.length === 0) return `do not determine ${names}`;
  if (through !== null) return `determine ${names} only through ${listed(through)}`;
  return `do not determine ${lost === 1 ? "a combination" : `${lost} combinations`} of ${names}`;
}

function unit(n: number, j: number): Float64Array {
  const h = new Float64Array(n);
  h[j] = 1;
  return h;
}

function namesOf({ problem, start }: FinishedFit, columns: readonly number[]): string {
  return listed(columns.map((j) => `'${problem.params[start.indices[j] ?? -1]?.name ?? ""}'`));
}
