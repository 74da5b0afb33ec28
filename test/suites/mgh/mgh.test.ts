// The problems of Moré, Garbow and Hillstrom (Testing unconstrained optimization software, ACM TOMS
// 7 (1981) 17), with some of MINPACK-2 and of SciPy's benchmarks, from their standard starts with
// fitc's own defaults. The best values are those of the literature, each confirmed by a multi-start
// of SciPy; sums of squares have no factor 1/2.
import { beforeAll, describe, expect, it } from "vitest";
import type { FitOptions, Fitter } from "../../../runtime/index.js";
import { byKernel, kernels } from "../../helpers/kernels.js";
import { loadModel } from "../../helpers/load-models.js";
import { listReferences, literal, readReference } from "../../helpers/reference.js";

interface Problem {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly x0: readonly number[];
  readonly residuals_explicit: readonly string[] | null;
  readonly residual_table: {
    readonly residual: string;
    readonly columns: Readonly<Record<string, readonly number[]>>;
  } | null;
  readonly best_found: { readonly sum_of_squares: number };
  readonly bounded: {
    readonly lower: readonly (number | string)[];
    readonly upper: readonly (number | string)[];
    readonly x0_clipped: readonly number[];
    readonly best_found: { readonly sum_of_squares: number };
  } | null;
}

/**
 * Local minima whose basin contains the start, and their sums of squares (Moré, Garbow and
 * Hillstrom 1981, problems 2 and 26).
 */
const localMinima = new Map([
  ["freudenstein_roth", 48.98425],
  ["trigonometric_n10", 2.79506e-5],
]);

/** Rewrites `if(c, a, b)` of the recorded formulas in the syntax of the language. */
const withConditions = (formula: string) =>
  formula.replace(/if\(([^,()]+), ([^,()]+), ([^,()]+)\)/g, "(if $1 then $2 else $3)");

function specOf(problem: Problem): string {
  const columns = Object.keys(problem.residual_table?.columns ?? {});
  const residuals = [problem.residual_table?.residual ?? [], problem.residuals_explicit ?? []].flat();
  return `model M {
  ${columns.length > 0 ? `input ${columns.join(", ")}` : ""}
  ${problem.parameters.map((name, j) => `param ${name} = ${literal(problem.x0[j] ?? 0)}`).join("\n  ")}
  ${residuals.map((residual) => `residual ${withConditions(residual)}`).join("\n  ")}
}
`;
}

describe.each(kernels)("problems of Moré, Garbow and Hillstrom by %s", (kernel) => {
  const problems = listReferences("mgh").map((name) => readReference<Problem>(`mgh/${name}.json`));
  const fitters = new Map<string, Fitter>();

  beforeAll(async () => {
    for (const problem of problems) fitters.set(problem.name, await loadModel(specOf(problem)));
  });

  /** The sum of squares at the end of a fit, and whether it is the best one. */
  function solve(problem: Problem, start: readonly number[], best: number, options: FitOptions) {
    const fitter = fitters.get(problem.name);
    if (fitter === undefined) throw new Error(`no model ${problem.name}`);
    const data = new Map(
      Object.entries(problem.residual_table?.columns ?? {}).map(([name, values]) => [name, Float64Array.from(values)]),
    );
    const result = fitter.fit(data, {
      start: new Map(problem.parameters.map((name, j) => [name, start[j] ?? 0])),
      ...byKernel(fitter, kernel),
      ...options,
    });
    const first = fitter.residuals(start, data).reduce((sum, r) => sum + r * r, 0);
    const sum = 2 * result.cost;
    // Within a millionth of the best value of the literature; if that is 0, within the rounding of
    // a start far away.
    return { sum, solved: sum <= best * (1 + 1e-6) + 1e-20 * first, success: result.success };
  }

  it("are all here", () => {
    expect(problems.length).toBeGreaterThanOrEqual(47);
    expect(problems.filter(({ bounded }) => bounded !== null).length).toBe(11);
  });

  it.each(["lm", "trf"] as const)("%s finds the best value", (solver) => {
    for (const problem of problems) {
      const { sum, solved, success } = solve(problem, problem.x0, problem.best_found.sum_of_squares, { solver });
      const local = localMinima.get(problem.name);
      expect([problem.name, success]).toEqual([problem.name, true]);
      if (solved) continue;
      expect(local, `${problem.name}: ${sum}`).toBeDefined();
      // To the number of digits in the literature.
      expect(Math.abs(sum / (local ?? 0) - 1), problem.name).toBeLessThan(1e-5);
    }
  });

  it("trf finds the best value within bounds", () => {
    for (const problem of problems) {
      const { bounded } = problem;
      if (bounded === null) continue;
      const bounds = new Map(
        problem.parameters.map((name, j) => [name, [Number(bounded.lower[j]), Number(bounded.upper[j])] as const]),
      );
      const { sum, solved } = solve(problem, bounded.x0_clipped, bounded.best_found.sum_of_squares, {
        solver: "trf",
        bounds,
      });
      expect(solved, `${problem.name}: ${sum}`).toBe(true);
    }
  });
});
