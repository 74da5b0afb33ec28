import * as fc from "fast-check";
import { expect, test } from "vitest";
import { analyze } from "../../../compiler/analyze/index.js";
import { SourceFile } from "../../../diagnostics/index.js";
import { parse } from "../../../grammar/index.js";

const text = `const two = 2
fn spread(v) = max(v) - min(v)
model M {
  data "a.csv" { t: s y: V sy: V where t >= 0 and y > 0 missing drop }
  const t0: s = 0.1
  param A: V = spread(y) in [0, 10 * max(y)]
  param k: 1/s = 0.5 in (0, 5]
  param c: V = 0.5 fixed
  let late = t > 5 or not (y > 3)
  let shifted = t - t0
  fn decay(x, on) = if on then exp(-x) else 1 / (1 + x)^2
  derive tau = 1 / k + count() * mean(t) * 0
  derive rate = 2 * k
  fit y ~ A * decay(k * shifted, late) + c { sigma sy absolute loss huber(two) }
  residual (k - 1) * rate { sigma 1 absolute loss(2) z => log1p(z) }
  solver trf { ftol: 1e-10, x_scale: jac }
}`;
const tokens = text.split(/(\s+|[()[\]{},:=~^*/+-])/).filter((token) => token !== "");

// Each change is a typical slip: a token is removed, doubled, or put in the place of another.
const change = fc.record({
  at: fc.nat(tokens.length - 1),
  kind: fc.constantFrom("remove", "double", "replace"),
  by: fc.constantFrom(...tokens),
});

test("the text itself is right", () => {
  const source = new SourceFile("m.fit", text);
  const parsed = parse(source);
  expect([...parsed.diagnostics, ...analyze(parsed.value, source).diagnostics]).toEqual([]);
});

test("whatever is changed in a text, the analysis reports and never throws, within the text", () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const changed = [...tokens];
      for (const { at, kind, by } of changes) {
        changed[at] = kind === "remove" ? " " : kind === "double" ? `${tokens[at]} ${tokens[at]}` : by;
      }
      const source = new SourceFile("m.fit", changed.join(""));
      const parsed = parse(source);
      const { value, diagnostics } = analyze(parsed.value, source);
      const failed = [...parsed.diagnostics, ...diagnostics].some(({ severity }) => severity === "error");
      if (!failed) expect(value.length).toBe(1);
      for (const { location } of diagnostics) {
        expect(location?.start.line).toBeLessThanOrEqual(changed.join("").split("\n").length);
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});
