import type { Message } from "../../../diagnostics/index.js";
import { Random } from "../../../math/index.js";
import {
  checkedOptions,
  fitRules,
  level as levelRule,
  oneOf,
  type Rules,
  wholeNumber,
} from "../../api/check-options.js";
import type { Columns, FitOptions, ModelShape } from "../../api/fit-options.js";
import type { FitResult } from "../../api/fit-result.js";
import type { Fitter } from "../../api/fitter.js";
import { rowBlockOf } from "../../fold/panels.js";
import { FitError } from "../../messages/fit-error.js";
import { runtimeMessages } from "../../messages/index.js";
import { type FittedModel, type FittedOptions, fittedModel, fittedRules } from "../fitted-model.js";
import { LocalFit } from "../local-fit.js";
import { type Quantity, quantitiesOf } from "../quantity.js";
import { accelerationOf, bcaInterval, percentileInterval } from "./intervals.js";
import { caseResampler, type Resampler, residualResampler } from "./resample.js";
import { rowInfluence } from "./row-influence.js";

export interface BootstrapOptions extends FittedOptions, Pick<FitOptions, "level"> {
  /**
   * `residual`, the default, adds resampled residuals to the fitted values; `case` resamples rows.
   */
  readonly kind?: "residual" | "case";
  /** The number of replicates; 1000 by default. */
  readonly samples?: number;
  /** The seed of the generator that draws them; 1 by default. */
  readonly seed?: number;
}

const bootstrapRules: Rules<BootstrapOptions> = {
  level: levelRule,
  kind: oneOf(["residual", "case"]),
  samples: wholeNumber({ least: 2, most: 1_000_000 }),
  seed: fitRules.seed,
  ...fittedRules,
};

/** What refits to resampled data show about the free parameters and the derived quantities. */
export interface Bootstrap<M extends ModelShape = ModelShape> {
  readonly kind: "residual" | "case";
  readonly samples: number;
  readonly seed: number;
  readonly level: number;
  /**
   * Replicates without a minimum, or with a value that is not finite. They are left out of the
   * rest.
   */
  readonly failed: number;
  readonly params: { readonly [N in M["free"]]: BootstrapEstimate };
  /** The derived quantities that depend on some free parameter. */
  readonly derived: { readonly [N in M["derived"]]?: BootstrapEstimate };
  readonly warnings: readonly Message[];
}

export interface BootstrapEstimate {
  /** The value of the fit. */
  readonly value: number;
  /** The standard deviation of the replicates, and their mean minus the value. */
  readonly stderr: number;
  readonly bias: number;
  readonly percentile: readonly [number, number];
  /** Bias-corrected and accelerated; null if all replicates lie on one side of the value. */
  readonly bca: readonly [number, number] | null;
  /** In the order in which they were drawn. */
  readonly replicates: readonly number[];
}

/**
 * Refits the model to resampled data (Efron and Tibshirani, An Introduction to the Bootstrap, 1993,
 * chapter 9), each time from the result. The same seed gives the same replicates.
 *
 * Residuals of statements without a column, such as priors, are not observations and are not
 * resampled. The acceleration of the BCa interval comes from the linearised influence of each row.
 *
 * ```ts
 * const { params } = bootstrap(Decay, fit, data, { samples: 2000 });
 * ```
 * @param data the columns of the fit
 * @throws FitError uninformativeBootstrap if nothing can be resampled, caseBootstrapWithCovariance
 *   for cases of correlated errors, tooManyFailedRefits if most refits fail; as `fittedModel`
 */
export function bootstrap<M extends ModelShape>(
  fitter: Fitter<M>,
  fit: FitResult<NoInfer<M>>,
  data: Columns<M["column"]>,
  options: BootstrapOptions = {},
): Bootstrap<M> {
  const checked = checkedOptions(options, bootstrapRules);
  const model = fittedModel(fitter, fit, data, checked);
  const { kind = "residual", samples = 1000, seed = 1, level = model.result.level } = checked;
  checkExchangeable(model, kind);
  const quantities = quantitiesOf(model);
  const resampler = kind === "case" ? caseResampler(model) : residualResampler(model);
  const replicates = replicatesOf(model, quantities, resampler, samples, seed);
  const failed = samples - (replicates[0]?.length ?? 0);
  if (2 * failed > samples || samples - failed < 2)
    throw new FitError(runtimeMessages.tooManyFailedRefits({ failed, samples }));

  const gradients = quantities.map(() => new Float64Array(model.indices.length));
  const values = quantities.map((quantity, q) => quantity.evaluate(model.params, gradients[q] as Float64Array));
  const influence = rowInfluence(model, gradients);
  const estimates = quantities.map(({ derived, name }, q) => ({
    derived,
    entry: [
      name,
      estimateOf(values[q] as number, replicates[q] ?? [], accelerationOf(influence[q] as Float64Array), level),
    ] as const,
  }));
  const named = (isDerived: boolean) =>
    Object.fromEntries(estimates.filter(({ derived }) => derived === isDerived).map(({ entry }) => entry));
  const warnings = failed === 0 ? [] : [runtimeMessages.failedRefits({ failed, samples })];
  const found: Bootstrap = { kind, samples, seed, level, failed, params: named(false), derived: named(true), warnings };
  return found as Bootstrap<M>;
}

/** @throws FitError uninformativeBootstrap, caseBootstrapWithCovariance */
function checkExchangeable({ result, problem, data }: FittedModel, kind: "residual" | "case"): void {
  const { dof, rank, activeMask } = result;
  const none =
    dof <= 0
      ? "there are no degrees of freedom"
      : (rowBlockOf(problem)?.count ?? 0) * data.rows < 2
        ? "there are no rows"
        : rank < activeMask.filter((side) => side === 0).length
          ? "the data do not determine the parameters"
          : null;
  if (none !== null) throw new FitError(runtimeMessages.uninformativeBootstrap({ reason: none }));
  if (kind === "case" && problem.covariance !== null) throw new FitError(runtimeMessages.caseBootstrapWithCovariance());
}

/** For each quantity, its values at the refits that found a minimum. */
function replicatesOf(
  model: FittedModel,
  quantities: readonly Quantity[],
  resampler: Resampler,
  samples: number,
  seed: number,
): readonly (readonly number[])[] {
  const random = new Random(seed);
  const free = model.indices.map((_, j) => j);
  const slopes = new Float64Array(free.length);
  const replicates = quantities.map((): number[] => []);
  for (let sample = 0; sample < samples; sample++) {
    const { problem, columns } = resampler(random);
    const refit = new LocalFit(problem, columns, model.data.rows, model, free).from(model.params);
    if (refit === null || !refit.converged || !refit.determined) continue;
    const values = quantities.map((quantity) => quantity.evaluate(refit.params, slopes, columns));
    if (!values.every(Number.isFinite)) continue;
    for (const [q, value] of values.entries()) replicates[q]?.push(value);
  }
  return replicates;
}

function estimateOf(
  value: number,
  replicates: readonly number[],
  acceleration: number,
  level: number,
): BootstrapEstimate {
  const count = replicates.length;
  const bias = replicates.reduce((sum, each) => sum + (each - value), 0) / count;
  const squares = replicates.reduce((sum, each) => sum + (each - value - bias) ** 2, 0);
  const sorted = Float64Array.from(replicates).sort();
  return {
    value,
    stderr: Math.sqrt(squares / (count - 1)),
    bias,
    percentile: percentileInterval(sorted, level),
    bca: bcaInterval(sorted, value, acceleration, level),
    replicates,
  };
}
