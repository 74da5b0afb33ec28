// SciPy's results on tutorial data: `leastsq`, `least_squares` and `curve_fit`, every loss, with
// and without bounds.
import { describe, expect, it } from "vitest";
import type { FitOptions, FitResult } from "../../../runtime/index.js";
import { byKernel, kernels } from "../../helpers/kernels.js";
import { loadModel } from "../../helpers/load-models.js";
import { listReferences, literal, readReference, readReferenceCsv } from "../../helpers/reference.js";

interface LeastSquaresEntry {
  readonly method: "lm" | "trf" | "dogbox";
  readonly loss: string;
  readonly f_scale: number;
  readonly bounds: "none" | "given";
  readonly jac: string;
  readonly x_scale: number | "jac" | "default";
  readonly tolerances: string;
  readonly x: readonly number[];
  readonly cost: number;
  readonly active_mask: readonly number[];
}

interface CurveFitEntry {
  readonly bounds: "none" | "given";
  readonly absolute_sigma: boolean;
  readonly popt: readonly number[];
  readonly pcov: readonly (readonly number[])[];
}

interface Statistics {
  readonly std_errors: readonly number[];
  readonly std_errors_absolute_sigma: readonly number[];
  readonly reduced_chisq: number;
  readonly aic: number;
  readonly bic: number;
  readonly r_squared: number;
  readonly dof: number;
  readonly ci95_t: readonly (readonly [number, number])[];
  readonly correlation: readonly (readonly number[])[];
}

interface Seed {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly x0: readonly number[];
  readonly model?: string;
  readonly residuals_explicit?: readonly string[];
  readonly response?: string;
  readonly predictors?: readonly string[];
  readonly sigma_column?: string | null;
  readonly data_file?: string;
  readonly bounds: { readonly lower: readonly number[]; readonly upper: readonly number[] } | null;
  readonly expected: {
    readonly leastsq_unbounded: Record<string, { readonly x: readonly number[]; readonly fvec_norm: number }>;
    readonly least_squares: readonly LeastSquaresEntry[];
    readonly curve_fit?: readonly CurveFitEntry[];
    readonly statistics_linear_loss?: { readonly none: Statistics; readonly given?: Statistics };
  };
}

interface Setting {
  readonly bounded?: boolean;
  readonly solver?: string;
  readonly loss?: string;
  readonly sigma?: "absolute" | "relative";
  readonly kernel?: (typeof kernels)[number];
}

function specOf(seed: Seed, { bounded = false, solver = "", loss = "", sigma = "relative" }: Setting): string {
  const params = seed.parameters.map((name, j) => {
    const interval =
      bounded && seed.bounds !== null
        ? ` in [${literal(seed.bounds.lower[j] ?? -Infinity)}, ${literal(seed.bounds.upper[j] ?? Infinity)}]`
        : "";
    return `  param ${name} = ${literal(seed.x0[j] ?? 0)}${interval}`;
  });
  const columns = [...(seed.predictors ?? []), seed.response, seed.sigma_column].filter((name) => name != null);
  const body =
    seed.model === undefined
      ? (seed.residuals_explicit ?? []).map((residual) => `  residual ${residual}`)
      : [`  input ${columns.join(", ")}`, `  fit ${seed.response} ~ ${seed.model}`];
  const noise =
    seed.sigma_column != null ? `sigma ${seed.sigma_column} ${sigma}` : sigma === "absolute" ? "sigma 1 absolute" : "";
  return `model M {\n${[...params, ...body, noise, loss, solver].filter((line) => line !== "").join("\n")}\n}\n`;
}

async function fitSeed(seed: Seed, setting: Setting, options: FitOptions = {}): Promise<FitResult> {
  const fitter = await loadModel(specOf(seed, setting));
  const data = seed.data_file === undefined ? {} : readReferenceCsv(`seeds/${seed.data_file}`);
  const { kernel } = setting;
  return fitter.fit(data, { ...options, ...(kernel === undefined ? {} : byKernel(fitter, kernel)) });
}

const relative = (actual: number, expected: number) => Math.abs(actual - expected) / (Math.abs(expected) || 1);
const apart = (x: readonly number[], expected: readonly number[]) =>
  Math.max(...expected.map((value, j) => Math.abs((x[j] ?? Number.NaN) - value))) / Math.max(...expected.map(Math.abs));
const tolerances = (value: string) => `ftol: ${value}, xtol: ${value}, gtol: ${value}`;

describe.each(listReferences("seeds"))("seed %s", (name) => {
  const seed = readReference<Seed>(`seeds/${name}.json`);
  const entries = seed.expected.least_squares;
  const lossOf = (entry: LeastSquaresEntry) => (entry.loss === "linear" ? "" : `loss ${entry.loss}(${entry.f_scale})`);

  it.each(kernels)("agrees with least_squares at tolerances of 1e-15 by %s", async (kernel) => {
    const tight = entries.filter((entry) => entry.tolerances === "tight 1e-15");
    expect(tight.length).toBeGreaterThan(0);
    for (const entry of tight) {
      const bounded = entry.bounds === "given";
      const solver = `solver ${entry.method} { ${tolerances("1e-15")} }`;
      const result = await fitSeed(seed, { bounded, loss: lossOf(entry), solver, kernel });
      const label = `${entry.method} ${entry.loss} ${entry.bounds}`;
      // Costs below the rounding of the residuals have no correct digits.
      if (entry.cost > 1e-25) expect(relative(result.cost, entry.cost), label).toBeLessThan(1e-10);
      else expect(result.cost, label).toBeLessThan(1e-20);
      // The cost is flat to 1e-15 within 1.5e-7 of the minimum, as solutions to 40 digits show, so
      // SciPy's x may be off by that much.
      expect(apart(result.x, entry.x), label).toBeLessThan(2e-7);
      // At tolerances of 1e-15 no step promises a reduction, and no residual lacks influence.
      const warned = result.warnings.filter(({ code }) => code === "FIT9011" || code === "FIT9014");
      expect(warned, label).toEqual([]);
    }
  });

  it("agrees with least_squares at its default tolerances under compat", async () => {
    const loose = entries.filter((entry) => entry.tolerances !== "tight 1e-15");
    expect(loose.length).toBeGreaterThan(0);
    for (const entry of loose) {
      const scale = entry.x_scale === "default" ? "" : ` { x_scale: ${entry.x_scale} }`;
      const result = await fitSeed(
        seed,
        { bounded: entry.bounds === "given", loss: lossOf(entry), solver: `solver ${entry.method}${scale}` },
        { compat: "scipy" },
      );
      const label = `${entry.method} ${entry.loss} ${entry.bounds} ${entry.x_scale}`;
      expect(result.activeMask, label).toEqual(entry.active_mask);
      if (entry.cost > 1e-15) expect(relative(result.cost, entry.cost), label).toBeLessThan(1e-7);
      else expect(result.cost, label).toBeLessThan(1e-14);
    }
  });

  it("agrees with leastsq", async () => {
    const { x, fvec_norm } = seed.expected.leastsq_unbounded["analytic"] ?? { x: [], fvec_norm: Number.NaN };
    const result = await fitSeed(seed, { solver: "solver lm" }, { compat: "scipy" });
    const cost = fvec_norm ** 2 / 2;
    if (cost > 1e-25) expect(relative(result.cost, cost)).toBeLessThan(1e-7);
    else expect(result.cost).toBeLessThan(1e-20);
    // leastsq stops when the sum of squares changes by less than 1.5e-8, so x is accurate to about
    // the square root of that.
    expect(apart(result.x, x)).toBeLessThan(2e-4);
  });

  const { curve_fit: curveFit, statistics_linear_loss: statistics } = seed.expected;

  // Only fits to data have a covariance to compare.
  if (curveFit !== undefined)
    it("has curve_fit's covariance", async () => {
      for (const entry of curveFit) {
        const result = await fitSeed(
          seed,
          {
            bounded: entry.bounds === "given",
            sigma: entry.absolute_sigma ? "absolute" : "relative",
            solver: entry.bounds === "given" ? "solver trf" : "solver lm",
          },
          { compat: "scipy" },
        );
        const label = `${entry.bounds} ${entry.absolute_sigma ? "absolute" : "relative"}`;
        expect(apart(result.x, entry.popt), label).toBeLessThan(1e-4);
        for (const [i, row] of entry.pcov.entries()) {
          for (const [j, value] of row.entries()) {
            const scale = Math.sqrt(Math.abs((entry.pcov[i]?.[i] ?? 0) * (entry.pcov[j]?.[j] ?? 0)));
            // curve_fit uses finite differences and stops at 1e-8, so its covariance has about 4
            // digits.
            expect(
              Math.abs((result.covariance?.[i]?.[j] ?? Number.NaN) - value) / scale,
              `${label} ${i},${j}`,
            ).toBeLessThan(1e-3);
          }
        }
      }
    });

  if (statistics?.none?.std_errors !== undefined)
    it.each(kernels)("has lmfit's statistics by %s", async (kernel) => {
      const expected = statistics.none;
      const result = await fitSeed(seed, { kernel });
      const absolute = await fitSeed(seed, { sigma: "absolute", kernel });
      expect(result.dof).toBe(expected.dof);
      // The expected values are from SciPy's own stop, where the parameters have about 8 digits.
      expect(relative(result.reducedChi2 ?? Number.NaN, expected.reduced_chisq)).toBeLessThan(1e-9);
      expect(Math.abs((result.aic ?? Number.NaN) - expected.aic)).toBeLessThan(1e-7);
      expect(Math.abs((result.bic ?? Number.NaN) - expected.bic)).toBeLessThan(1e-7);
      expect(Math.abs((result.r2 ?? Number.NaN) - expected.r_squared)).toBeLessThan(1e-7);
      for (const [j, param] of seed.parameters.entries()) {
        const estimate = result.params[param];
        expect(relative(estimate?.stderr ?? Number.NaN, expected.std_errors[j] ?? 0), param).toBeLessThan(1e-5);
        expect(
          relative(absolute.params[param]?.stderr ?? Number.NaN, expected.std_errors_absolute_sigma[j] ?? 0),
          param,
        ).toBeLessThan(1e-5);
        expect(relative(estimate?.ci95?.[0] ?? Number.NaN, expected.ci95_t[j]?.[0] ?? 0), param).toBeLessThan(1e-5);
        expect(relative(estimate?.ci95?.[1] ?? Number.NaN, expected.ci95_t[j]?.[1] ?? 0), param).toBeLessThan(1e-5);
      }
    });

  const given = statistics?.given;
  if (given !== undefined)
    it("has the statistics of the full Jacobian within bounds under compat", async () => {
      const solver = `solver trf { ${tolerances("1e-15")} }`;
      const result = await fitSeed(seed, { bounded: true, solver }, { compat: "scipy" });
      expect(result.dof).toBe(given.dof);
      // The expected values have parameters at their bounds slightly inside, by about 1e-8.
      expect(relative(result.reducedChi2 ?? Number.NaN, given.reduced_chisq)).toBeLessThan(1e-7);
      expect(Math.abs((result.aic ?? Number.NaN) - given.aic)).toBeLessThan(1e-5);
      expect(Math.abs((result.bic ?? Number.NaN) - given.bic)).toBeLessThan(1e-5);
      for (const [j, param] of seed.parameters.entries()) {
        const stderr = result.params[param]?.stderr ?? Number.NaN;
        expect(relative(stderr, given.std_errors[j] ?? 0), param).toBeLessThan(1e-6);
      }
    });
});
