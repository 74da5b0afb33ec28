import { describe, expect, test } from "vitest";
import { complaints, model } from "../../helpers/analyze.js";

const list = (count: number, line: (i: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, i) => line(i));

/** `params` parameters, all of which the first statement uses. */
function large(params: number, ...others: readonly string[]): string[] {
  const sum = list(params, (i) => `p${i} * sin(${i} * t)`).join(" + ");
  const text = model("input t, y", ...list(params, (i) => `param p${i} = 1`), `fit y ~ ${sum}`, ...others);
  return complaints(text).map((line) => line.replace(/ \(.*/, ""));
}

describe("too many derivatives", () => {
  test("of residuals per row", () => {
    const more = (count: number) => list(count - 1, (i) => `fit y ~ p${i} * t`);
    expect(large(400, ...more(250))).toEqual([]);
    expect(large(400, ...more(251))).toEqual([
      "1:7-8 FIT2045 251 residuals per row of 400 free parameters have too many derivatives",
    ]);
  });

  test("of priors", () => {
    // The second complaint is a warning about the noise.
    expect(large(400, ...list(400, (i) => `prior p${i} ~ normal(1, 0.5)`)).slice(0, 1)).toEqual([
      "1:7-8 FIT2045 400 residuals without a row of 400 free parameters have too many derivatives",
    ]);
  });

  test("of derived quantities", () => {
    expect(large(400, ...list(300, (i) => `derive d${i} = 2 * p${i}`))).toEqual([
      "1:7-8 FIT2045 300 derived quantities of 400 free parameters have too many derivatives",
    ]);
  });

  test("but two thousand parameters of one residual are not", () => {
    expect(large(2000)).toEqual([]);
  });
});
