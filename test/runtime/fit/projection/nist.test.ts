// Variable projection on the problems of the NIST Statistical Reference Datasets
// (https://www.itl.nist.gov/div898/strd/) that are linear in some parameters: 25 of the 27. They
// start from NIST's first start, which is farther from the solution, without values for the linear
// parameters.
import { beforeAll, describe, expect, it } from "vitest";
import type { FitResult } from "../../../../runtime/index.js";
import { loadModel } from "../../../helpers/load-models.js";
import { digits, listReferences, literal, readReference, readReferenceCsv } from "../../../helpers/reference.js";

interface NistProblem {
  readonly name: string;
  readonly model: string;
  readonly response_expression: string;
  readonly predictors: readonly string[];
  readonly parameters: readonly string[];
  readonly starts: readonly (readonly number[])[];
  readonly certified: { readonly residual_sum_of_squares: number };
}

/**
 * The parameters in which each model is linear, taken from its formula; of a product, the first
 * one.
 */
const linear: Readonly<Record<string, string>> = {
  Bennett5: "b1",
  BoxBOD: "b1",
  DanWood: "b1",
  ENSO: "b1 b2 b3 b5 b6 b8 b9",
  Eckerle4: "b1",
  Gauss1: "b1 b3 b6",
  Gauss2: "b1 b3 b6",
  Gauss3: "b1 b3 b6",
  Hahn1: "b1 b2 b3 b4",
  Kirby2: "b1 b2 b3",
  Lanczos1: "b1 b3 b5",
  Lanczos2: "b1 b3 b5",
  Lanczos3: "b1 b3 b5",
  MGH09: "b1",
  MGH10: "b1",
  MGH17: "b1 b2 b3",
  Misra1a: "b1",
  Misra1b: "b1",
  Misra1c: "b1",
  Misra1d: "b1",
  Nelson: "b1 b2",
  Rat42: "b1",
  Rat43: "b1",
  Roszman1: "b1 b2",
  Thurber: "b1 b2 b3 b4",
};

interface Run {
  readonly name: string;
  readonly chosen: string;
  readonly certified: number;
  readonly joint: FitResult;
  readonly projected: FitResult;
}

async function fitBoth(name: string): Promise<Run> {
  const problem = readReference<NistProblem>(`nist/${name}.json`);
  const data = readReferenceCsv(`nist/${name}.csv`);
  const spec = (lacking: readonly string[]): string => {
    const params = problem.parameters.map((param, j) =>
      lacking.includes(param) ? `param ${param}` : `param ${param} = ${literal(problem.starts[0]?.[j] ?? Number.NaN)}`,
    );
    const lines = [`input y, ${problem.predictors.join(", ")}`, ...params];
    return `model M { ${lines.join("\n")}\nfit ${problem.response_expression} ~ ${problem.model} }`;
  };
  const joint = await loadModel(spec([]));
  const betas = joint.problem.separable?.linear.map((j) => problem.parameters[j] ?? "") ?? [];
  return {
    name,
    chosen: betas.join(" "),
    certified: problem.certified.residual_sum_of_squares,
    joint: joint.fit(data),
    projected: (await loadModel(spec(betas))).fit(data),
  };
}

describe("NIST without the linear start values", () => {
  let runs: readonly Run[] = [];

  beforeAll(async () => {
    const found: Run[] = [];
    for (const name of listReferences("nist")) found.push(await fitBoth(name));
    runs = found;
  });

  it("finds the parameters in which the models are linear", () => {
    const chosen = runs.filter((run) => run.chosen !== "").map((run) => [run.name, run.chosen] as const);
    expect(Object.fromEntries(chosen)).toEqual(linear);
  });

  it("reaches the certified residual sum of squares to 8 digits", () => {
    const missed = runs
      .filter(({ name, chosen }) => chosen !== "" && name !== "Lanczos1")
      .filter(({ certified, projected }) => !projected.success || digits(projected.rss, certified) < 8)
      .map(({ name, certified, projected }) => `${name} ${projected.message} ${projected.rss} ${certified}`);
    expect(missed).toEqual([]);
  });

  it("fits Lanczos1 to the rounding of its data", () => {
    // Its residuals, 8e-14 for values up to 2.5, have two or three digits in double precision; the
    // certified value is 1.4307867721e-25.
    const run = runs.find(({ name }) => name === "Lanczos1");
    expect(run?.projected.success).toBe(true);
    const error = Math.abs(Math.sqrt(run?.projected.rss ?? Number.NaN) - Math.sqrt(run?.certified ?? Number.NaN));
    // 24 values, each rounded a few times by up to half a unit in the last place of 2.5.
    expect(error).toBeLessThan(Math.sqrt(24) * 2 * 2.5 * Number.EPSILON);
  });

  it("takes no more evaluations than the joint fit, in the geometric mean", () => {
    const logs = runs
      .filter(({ chosen }) => chosen !== "")
      .map(({ joint, projected }) => Math.log(projected.nfev) - Math.log(joint.nfev));
    const mean = Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
    expect(logs).toHaveLength(25);
    expect(mean).toBeLessThanOrEqual(1);
  });

  it("gives the parameters, the standard errors and the covariance of the joint fit", () => {
    // Eckerle4 and MGH17 end at a mirror image of the joint fit, with the same sum of squares;
    // Lanczos1 is at rounding.
    const mirrored = ["Eckerle4", "MGH17", "Lanczos1"];
    for (const { name, chosen, joint, projected } of runs) {
      if (chosen === "" || mirrored.includes(name)) continue;
      const worst = (values: readonly (readonly [number, number])[]): number =>
        Math.min(...values.map(([a, b]) => digits(a, b)));
      const of = (result: FitResult) => joint.free.map((param) => result.params[param]);
      const [there, here] = [of(joint), of(projected)];
      const values = here.map((estimate, j) => [estimate?.value ?? NaN, there[j]?.value ?? NaN] as const);
      const errors = here.map((estimate, j) => [estimate?.stderr ?? NaN, there[j]?.stderr ?? NaN] as const);
      // The accuracy of the joint fit itself, compared with certified values of 11 digits.
      expect(worst(values), `${name}, parameters`).toBeGreaterThan(8.5);
      expect(worst(errors), `${name}, errors`).toBeGreaterThan(8);
    }
  });
});
