// All 27 problems of the NIST Statistical Reference Datasets for nonlinear regression
// (https://www.itl.nist.gov/div898/strd/), from both starts, with fitc's own defaults: the default
// solver, which is lm here, and trf; with either kernel.
import { beforeAll, describe, expect, it } from "vitest";
import type { FitOptions, FitResult, Fitter } from "../../../runtime/index.js";
import { loadModel } from "../../helpers/load-models.js";
import { digits, listReferences, literal, readReference, readReferenceCsv } from "../../helpers/reference.js";

interface NistProblem {
  readonly name: string;
  readonly model: string;
  readonly response_expression: string;
  readonly predictors: readonly string[];
  readonly parameters: readonly string[];
  readonly starts: readonly (readonly number[])[];
  readonly certified: { readonly parameters: readonly number[]; readonly std_errors: readonly number[] };
  readonly refined_30_digits: { readonly parameters: readonly string[]; readonly std_errors: readonly string[] };
}

interface Run {
  readonly problem: NistProblem;
  readonly result: FitResult;
  readonly parameterDigits: number;
  readonly errorDigits: number;
}

function specOf(problem: NistProblem, start: readonly number[]): string {
  const params = problem.parameters.map((name, j) => `  param ${name} = ${literal(start[j] ?? 0)}`);
  return `model ${problem.name} {\n  input y, ${problem.predictors.join(", ")}\n${params.join("\n")}\n  fit ${problem.response_expression} ~ ${problem.model}\n}\n`;
}

function worst(values: readonly number[], expected: readonly string[]): number {
  return Math.min(...values.map((value, j) => digits(value, Number(expected[j]))));
}

async function fitFrom(problem: NistProblem, start: readonly number[], options: FitOptions): Promise<Run> {
  const fitter: Fitter = await loadModel(specOf(problem, start));
  const result = fitter.fit(readReferenceCsv(`nist/${problem.name}.csv`), options);
  const estimates = problem.parameters.map((name) => result.params[name]);
  return {
    problem,
    result,
    parameterDigits: worst(
      estimates.map((estimate) => estimate?.value ?? Number.NaN),
      problem.refined_30_digits.parameters,
    ),
    errorDigits: worst(
      estimates.map((estimate) => estimate?.stderr ?? Number.NaN),
      problem.refined_30_digits.std_errors,
    ),
  };
}

const below = (runs: readonly Run[], digitsOf: (run: Run) => number, bar: number) =>
  runs
    .filter((run) => digitsOf(run) < bar)
    .map((run) => `${run.problem.name} from ${Object.values(run.result.params)[0]?.init}: ${digitsOf(run).toFixed(1)}`);

describe.each<[string, FitOptions]>([
  ["the defaults and WebAssembly", { kernel: "wasm" }],
  ["the defaults and TypeScript", { kernel: "typescript" }],
  ["trf and WebAssembly", { kernel: "wasm", solver: "trf" }],
  ["trf and TypeScript", { kernel: "typescript", solver: "trf" }],
])("NIST StRD with %s", (_, options) => {
  let runs: readonly Run[] = [];

  beforeAll(async () => {
    const problems = listReferences("nist").map((name) => readReference<NistProblem>(`nist/${name}.json`));
    runs = await Promise.all(
      problems.flatMap((problem) => problem.starts.map((start) => fitFrom(problem, start, options))),
    );
  });

  it("every parameter to 8 digits in all 54 runs, and to 10 in 53", () => {
    expect(runs.length).toBe(54);
    expect(below(runs, (run) => run.parameterDigits, 8)).toEqual([]);
    expect(below(runs, (run) => run.parameterDigits, 10).length).toBeLessThanOrEqual(1);
  });

  it("standard errors to 8 digits", () => {
    // The residuals of Lanczos1 are at the rounding of its data, so its certified errors are
    // rounding too.
    const others = runs.filter(({ problem }) => problem.name !== "Lanczos1");
    expect(below(others, (run) => run.errorDigits, 8)).toEqual([]);
  });

  it("every run is a success, and none is said to stop where the cost still falls", () => {
    for (const { problem, result } of runs) {
      expect([problem.name, result.success]).toEqual([problem.name, true]);
      expect(result.warnings.filter(({ code }) => code === "FIT9011")).toEqual([]);
    }
  });
});
