import { chi2Sf, fSf } from "../../math/index.js";
import type { FitResult } from "../api/fit-result.js";
import { type PlainResult, readPlainResult } from "../api/read-result.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";

/** A comparison of several fits of the same observations. */
export interface Comparison {
  /** In the order given. */
  readonly fits: readonly ComparedFit[];
  /** The criterion behind `delta` and `weight`: AICc if every fit has one, else AIC. */
  readonly criterion: "aicc" | "aic";
  /** One test for each pair of fits with different numbers of parameters. */
  readonly tests: readonly NestedTest[];
}

export interface ComparedFit {
  readonly model: string;
  /** The number of parameters that the data determine: the rank, over those not on a bound. */
  readonly parameters: number;
  readonly dof: number;
  readonly chi2: number;
  readonly reducedChi2: number | null;
  readonly aic: number | null;
  readonly aicc: number | null;
  readonly bic: number | null;
  /** The criterion minus the smallest one; null if one of the fits has none. */
  readonly delta: number | null;
  /**
   * Akaike's weight, exp(-delta / 2) divided by the sum over all fits (Burnham and Anderson, Model
   * Selection, 2nd ed. 2002, 2.9).
   */
  readonly weight: number | null;
}

/**
 * Tests whether the model with more parameters fits better than its additional parameters would by
 * chance. The test assumes that the simpler model is a special case of the other, which the results
 * cannot show.
 */
export interface NestedTest {
  /** Indices into `fits`. */
  readonly simple: number;
  readonly complex: number;
  /**
   * F = ((chi2_s - chi2_c) / (dof_s - dof_c)) / (chi2_c / dof_c); null if the complex model leaves
   * no degrees of freedom, or no residual.
   */
  readonly f: { readonly statistic: number; readonly dof: readonly [number, number]; readonly p: number } | null;
  /**
   * chi2_s - chi2_c, a chi-square with dof_s - dof_c degrees of freedom; null unless sigma is
   * absolute.
   */
  readonly likelihoodRatio: { readonly statistic: number; readonly dof: number; readonly p: number } | null;
}

/**
 * Compares fits of different models to the same data: the same rows, the same observed quantity,
 * the same sigma or weight. The caller has to make sure that the rows and the observations are the
 * same; whatever the results show is checked.
 *
 * ```ts
 * const { fits, tests } = compareFits(One.fit(data), Two.fit(data));
 * ```
 * @throws FitError notAResult for an argument that is not a result, fitsNotComparable if two fits
 *   cannot be compared
 */
export function compareFits(first: FitResult, ...others: readonly FitResult[]): Comparison {
  const one = readPlainResult(first, "compareFits", 1);
  const rest = others.map((other, i) => readPlainResult(other, "compareFits", i + 2));
  const results = [one, ...rest];
  for (const other of rest) refuseUnlike(one, other);
  for (const result of results) refuseUnfit(result, result === one ? (rest[0] ?? one) : one);
  const criterion = results.every(({ aicc }) => aicc !== null) ? "aicc" : "aic";
  const values = results.map((result) => result[criterion] ?? Number.NaN);
  const deltas = values.map((value) => value - Math.min(...values));
  const weights = deltas.map((delta) => Math.exp(-delta / 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const known = Number.isFinite(total);
  return {
    criterion,
    fits: results.map(({ model, residuals, dof, chi2, reducedChi2, aic, aicc, bic }, i) => ({
      model,
      parameters: residuals - dof,
      dof,
      chi2,
      reducedChi2,
      aic,
      aicc,
      bic,
      delta: known ? (deltas[i] as number) : null,
      weight: known ? (weights[i] as number) / total : null,
    })),
    tests: results.flatMap((a, i) =>
      results.flatMap((b, j) =>
        j > i && a.dof !== b.dof ? [a.dof > b.dof ? test(a, b, i, j) : test(b, a, j, i)] : [],
      ),
    ),
  };
}

function test(s: PlainResult, c: PlainResult, simple: number, complex: number): NestedTest {
  const gained = s.chi2 - c.chi2;
  const dof = s.dof - c.dof;
  const f = gained / dof / (c.chi2 / c.dof);
  return {
    simple,
    complex,
    f: c.dof > 0 && Number.isFinite(f) ? { statistic: f, dof: [dof, c.dof], p: fSf(f, dof, c.dof) } : null,
    likelihoodRatio: c.sigma === "absolute" ? { statistic: gained, dof, p: chi2Sf(gained, dof) } : null,
  };
}

function refuseUnlike(a: PlainResult, b: PlainResult): void {
  if (a.residuals !== b.residuals) {
    throw unlike(a, b, `they have ${a.residuals} and ${b.residuals} residuals`);
  }
  if (a.rows !== b.rows) throw unlike(a, b, `they have ${a.rows} and ${b.rows} rows`);
  if (a.sigma !== b.sigma) throw unlike(a, b, `their noise differs: ${noiseText(a)} and ${noiseText(b)}`);
}

function noiseText({ sigma }: PlainResult): string {
  return sigma === "none" ? "not declared" : sigma;
}

function refuseUnfit(result: PlainResult, other: PlainResult): void {
  if (!result.success) throw unlike(result, other, `the fit of '${result.model}' failed: ${result.message}`);
  if (result.loss !== "linear") throw unlike(result, other, `'${result.model}' has a robust loss, ${result.loss}`);
}

function unlike(a: { readonly model: string }, b: { readonly model: string }, difference: string): FitError {
  return new FitError(runtimeMessages.fitsNotComparable({ first: `'${a.model}'`, second: `'${b.model}'`, difference }));
}
