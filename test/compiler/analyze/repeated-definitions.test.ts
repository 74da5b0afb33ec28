import { describe, expect, test } from "vitest";
import { complaints, model } from "../../helpers/analyze.js";

/** A `fit` of each step in a chain of `let`s, of five operations each. */
function chain(steps: number): readonly string[] {
  const lines = Array.from({ length: steps }, (_, i) => [`let l${i + 1} = l${i} * exp(l${i})`, `fit y ~ l${i + 1}`]);
  return complaints(model("input t, y", "param a = 1", "let l0 = a * t", ...lines.flat()));
}

describe("a fit of every step of a chain", () => {
  // Fit n uses 4 n + 3 operations, so that n of them use 2 n^2 + 5 n: 220 have 97,900.
  test("can have 220 steps", () => {
    expect(chain(220)).toEqual([]);
  });

  test("is refused if it is longer, before anything is derived", () => {
    expect(chain(300)).toEqual([
      "1:7-8 FIT2046 the 'let's that the 300 'fit's and 'residual's of this model use are too long together (at most 100000 operations are compiled: fit fewer steps of a chain of 'let's, or split the model)",
    ]);
  });

  test("has no limit if there is one fit", () => {
    const lets = Array.from({ length: 24_000 }, (_, i) => `let l${i + 1} = l${i} * exp(l${i})`);
    expect(complaints(model("input t, y", "param a = 1", "let l0 = a * t", ...lets, "fit y ~ l24000"))).toEqual([]);
  });
});
