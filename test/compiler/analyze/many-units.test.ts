import { describe, expect, test } from "vitest";
import { analyzeText, complaints, model } from "../../helpers/analyze.js";

const count = 2000;

/** A sum of 2000 products with the time, in a chain of `let`s; some are no such products. */
function chain(wrong: ReadonlySet<number>): readonly string[] {
  const steps = Array.from({ length: count }, (_, i) => [
    `param p${i} = 1`,
    `let l${i + 1} = l${i} + p${i} * t${wrong.has(i) ? ` + p${i}` : ""}`,
  ]);
  return complaints(model("input t: s, y: V", "param p = 1", "let l0 = p * t", ...steps.flat(), `fit y ~ l${count}`));
}

/** The processor time in seconds that a function takes. */
function timed<T>(run: () => T): readonly [T, number] {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1e6];
}

/**
 * The bound for a whole check is two seconds; twice that and more for slow machines. When each
 * contradiction was searched for with a record of all equations for each name, these took from 9 to
 * 60.
 */
describe("contradictions between thousands of names", { timeout: 60_000 }, () => {
  test.each([1, 50, 500])("%i of them are reported in seconds", (wrong) => {
    const [found, seconds] = timed(() => chain(new Set(Array.from({ length: wrong }, (_, i) => (7 * i + 5) % count))));
    expect(found.length).toBeGreaterThan(0);
    for (const line of found) expect(line).toMatch(/FIT2030 both sides of '\+' need the same unit|FIT2037/);
    expect(seconds).toBeLessThan(5);
  });

  test("one is reported where it is", () => {
    expect(chain(new Set([1234]))).toEqual([
      expect.stringMatching(/^2474:\d+-\d+ FIT2030 both sides of '\+' need the same unit, but .* 's' times/),
    ]);
  });
});

test("models behind one with many errors are still checked", { timeout: 60_000 }, () => {
  const wrong = [
    "param p = 1",
    "let l0 = p * t",
    ...Array.from({ length: 500 }, (_, i) => `let l${i + 1} = l${i} + p * (t + t * t)`),
  ];
  const large = Array.from({ length: 8 }, (_, i) =>
    model("input t: s, y: V", ...wrong, "fit y ~ l500").replace("M", `M${i}`),
  );
  const small = model("input t: s, y: V", "param A = 1", "fit y ~ A * exp(-t)").replace("M", "Small");
  const lines = [...large, small].join("\n");
  const { diagnostics, models } = analyzeText(lines);
  expect(models).toEqual([]);
  expect(new Set(diagnostics.map(({ code }) => code))).not.toContain("FIT9017");
});

test("hundreds of models share one budget: a chain of constants is not read again for each without end", () => {
  const constants = Array.from({ length: 2000 }, (_, i) => `const c${i + 1} = c${i} * 1`);
  const models = Array.from({ length: 300 }, (_, i) =>
    model("input t: s, y: V", "param a = 1", "fit y ~ a * t * c2000").replace("M", `M${i}`),
  );
  const [found, seconds] = timed(() => complaints(["const c0: s = 1", ...constants, ...models].join("\n")));
  expect(found.at(0)).toMatch(/FIT9017 the units of this model were not checked/);
  expect(seconds).toBeLessThan(10);
});
