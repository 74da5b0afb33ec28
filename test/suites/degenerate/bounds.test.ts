// Bounds that are not active do not affect the result; a parameter on an active bound is left out
// of the covariance and marked.
import { describe, expect, it } from "vitest";
import type { FitResult, Fitter } from "../../../runtime/index.js";
import { loadModel } from "../../helpers/load-models.js";
import { listReferences, literal, readReference, readReferenceCsv } from "../../helpers/reference.js";

interface NistProblem {
  readonly model: string;
  readonly response_expression: string;
  readonly predictors: readonly string[];
  readonly parameters: readonly string[];
  readonly starts: readonly (readonly number[])[];
}

interface Seed {
  readonly parameters: readonly string[];
  readonly x0: readonly number[];
  readonly model: string;
  readonly response: string;
  readonly predictors: readonly string[];
  readonly sigma_column: string | null;
  readonly data_file: string;
}

interface Problem {
  readonly spec: string;
  readonly data: ReadonlyMap<string, ArrayLike<number>>;
  readonly response: string;
  readonly start: readonly number[];
}

function nist(name: string): Problem {
  const { model, response_expression, predictors, parameters, starts } = readReference<NistProblem>(
    `nist/${name}.json`,
  );
  const start = starts[1] ?? [];
  const params = parameters.map((parameter, j) => `param ${parameter} = ${literal(start[j] ?? 0)}`);
  const spec = `model M { input y, ${predictors.join(", ")}  ${params.join("  ")}  fit ${response_expression} ~ ${model} }`;
  return { spec, data: readReferenceCsv(`nist/${name}.csv`), response: "y", start };
}

function seed(name: string): Problem {
  const { parameters, x0, model, response, predictors, sigma_column, data_file } = readReference<Seed>(
    `seeds/${name}.json`,
  );
  const params = parameters.map((parameter, j) => `param ${parameter} = ${literal(x0[j] ?? 0)}`);
  const columns = [response, ...predictors, ...(sigma_column === null ? [] : [sigma_column])];
  const sigma = sigma_column === null ? "" : `sigma ${sigma_column} relative`;
  const spec = `model M { input ${columns.join(", ")}  ${params.join("  ")}  fit ${response} ~ ${model}  ${sigma} }`;
  return { spec, data: readReferenceCsv(`seeds/${data_file}`), response, start: x0 };
}

// Lanczos1 is left out because its residuals, and so its errors, are the rounding of its data.
const problems = [
  ...listReferences("nist").flatMap((name) =>
    name === "scipy_scores" || name === "Lanczos1" ? [] : [[name, () => nist(name)] as const],
  ),
  ...["a_exp_decay", "a_exp_decay_weighted", "b_damped_oscillation", "d_quadratic", "e_exp", "f_sine"].map(
    (name) => [name, () => seed(name)] as const,
  ),
];

/** Bounds around start and result, at a distance of `part` times the result. */
function boundsAbout({ free, x }: FitResult, start: readonly number[], part: number) {
  return new Map(
    free.map((name, j) => {
      const [value, from] = [x[j] as number, start[j] as number];
      const room = part * Math.abs(value);
      return [name, [Math.min(value, from) - room, Math.max(value, from) + room]] as const;
    }),
  );
}

/**
 * The largest relative difference of covariances, relative to the two errors where parameters are
 * orthogonal, because the entry is then only rounding.
 */
function largestDifference(a: FitResult, b: FitResult): number {
  const [left, right] = [a.covariance ?? [], b.covariance ?? []];
  const variance = (i: number): number => left[i]?.[i] as number;
  const differences = left.flatMap((row, i) =>
    row.map((value, j) => {
      const scale = Math.max(Math.abs(value), 1e-6 * Math.sqrt(variance(i) * variance(j)));
      return Math.abs((right[i]?.[j] as number) - value) / scale;
    }),
  );
  return Math.max(...differences);
}

/**
 * The accuracy to which chi-square can be known: residuals are differences of observations and
 * inherit their rounding.
 */
function roundingOf({ data, response }: Problem, { chi2 }: FitResult): number {
  return (Number.EPSILON * Math.hypot(...Array.from(data.get(response) ?? []))) / Math.sqrt(chi2);
}

describe("bounds that hold nothing", () => {
  // Lanczos2 has residuals of a millionth of its data, so 1e-10 of the variance is a few roundings:
  // 3e-10 there, 1e-10 elsewhere.
  it.each(problems)("leave the covariance of %s as lm has it, to 1e-10", async (_, problemOf) => {
    const problem = problemOf();
    const { spec, data, start } = problem;
    const fitter: Fitter = await loadModel(spec);
    const free = fitter.fit(data, { solver: "lm" });
    expect(free.success).toBe(true);
    for (const solver of ["trf", "dogbox"] as const) {
      for (const part of [0.1, 1000]) {
        const bounded = fitter.fit(data, { solver, bounds: boundsAbout(free, start, part) });
        expect(bounded.activeMask.every((side) => side === 0)).toBe(true);
        const tolerance = 1e-10 + roundingOf(problem, free);
        expect(largestDifference(free, bounded), `${solver}, ${part}`).toBeLessThan(tolerance);
      }
    }
  });
});

describe.each(["trf", "dogbox"] as const)("on a bound, %s", (solver) => {
  const x = Float64Array.from({ length: 12 }, (_, i) => i / 4);
  const y = x.map((value, i) => 3 * Math.exp(-value) + 0.02 * Math.sin(7 * i));
  const bounds = new Map([["k", [0, 0.5] as const]]);

  it.each([
    ["of the spec", "in [0, 0.5]", {}],
    ["of the call", "", { bounds }],
  ] as const)(
    "%s, a parameter is marked and out of the covariance, which is that with it held",
    async (_, interval, options) => {
      const fitter = await loadModel(
        `model M { input x, y  param a = 1  param k = 0.1 ${interval}  fit y ~ a*exp(-k*x) }`,
      );
      const result = fitter.fit({ x, y }, { ...options, solver });
      const held = fitter.fit({ x, y }, { start: { k: 0.5 }, fixed: ["k"], solver });
      expect(result.params["k"]).toMatchObject({
        value: 0.5,
        stderr: null,
        ci95: null,
        atBound: "upper",
        lower: 0,
        upper: 0.5,
      });
      expect(result.activeMask).toEqual([0, 1]);
      // NumPy: the linear fit by exp(-x/2); 11 degrees of freedom.
      expect(result.params["a"]?.value).toBeCloseTo(2.2148283324313924, 12);
      expect(result.params["a"]?.stderr).toBeCloseTo(0.19995421482208367, 12);
      expect(result.dof).toBe(held.dof);
      expect(result.covariance?.[0]?.[0]).toBeCloseTo(held.covariance?.[0]?.[0] as number, 14);
      expect([result.covariance?.[0]?.[1], result.covariance?.[1]]).toEqual([0, [0, 0]]);
      expect(result.warnings.map(({ code }) => code)).toEqual(["FIT9004"]);
    },
  );
});
