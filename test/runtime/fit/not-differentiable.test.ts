// Where a derivative does not exist at the start, the error names the smallest part of the model
// without one.
import { expect, it } from "vitest";
import { loadModel } from "../../helpers/load-models.js";

type Params = Readonly<Record<string, number>>;

/** Under SciPy's rules the start stays as it is. */
const atStart = { compat: "scipy" } as const;

/** The sentence after the place: the expression with its values, and the guard. */
async function refusal(model: string, params: Params, [x, z]: readonly [number, number]): Promise<string> {
  const declared = Object.entries(params).map(([name, value]) => `param ${name} = ${value}`);
  const fitter = await loadModel(`model M { input x, z, y  ${declared.join("  ")}  fit y ~ ${model} }`);
  try {
    fitter.fit({ x: [3, x, 4.5, 5.5], z: [3, z, 7.5, 8.5], y: [1, 2, 3, 4] }, atStart);
  } catch (error) {
    return (error as Error).message.replace(/^.* in row /, "");
  }
  throw new Error("the fit was expected to be refused");
}

it.each<[model: string, params: Params, row: readonly [number, number], named: string, guarded: string]>([
  // Infinite slopes.
  ["1 + exp(-sqrt(a*x))", { a: 0 }, [1, 0], "1, in `sqrt(a*x)` (a = 0, x = 3)", "a*x"],
  ["b * (x - c)^0.5", { b: 2, c: 2 }, [2, 0], "2, in `(x - c)^0.5` (x = 2, c = 2)", "x - c"],
  ["a * (x - c)^0.9 + a", { a: 1e6, c: 2 }, [2, 0], "2, in `(x - c)^0.9` (x = 2, c = 2)", "x - c"],
  ["cbrt(x - c)", { c: 2 }, [2, 0], "2, in `cbrt(x - c)` (x = 2, c = 2)", "x - c"],
  ["if x < 4 then sqrt(x - c) else c", { c: 2 }, [2, 0], "2, in `sqrt(x - c)` (x = 2, c = 2)", "x - c"],
  // The argument of this one is 1 there, not 0.
  ["acos(x - c)", { c: 2 }, [3, 0], "1, in `acos(x - c)` (x = 3, c = 2)", "x"],
  // Cones, of which the derivatives by all parameters are NaN.
  [
    "5 + sqrt((x / a)^2 + (z - c)^2)",
    { a: 1, c: 2 },
    [0, 2],
    "2, in `sqrt((x / a)^2 + (z - c)^2)` (x = 0, a = 1, z = 2, c = 2)",
    "(x / a)^2 + (z - c)^2",
  ],
  [
    "a * exp(-(abs(x - c) / s)^0.5)",
    { a: 1, c: 2, s: 1 },
    [2, 0],
    "2, in `(abs(x - c) / s)^0.5` (s = 1, x = 2, c = 2)",
    "abs(x - c) / s",
  ],
])("%s with %o", async (model, params, row, named, guarded) => {
  expect(await refusal(model, params, row)).toBe(
    `${named} (change the start values, restrict the rows with \`where\`, or guard it with \`if ${guarded} > 0 then ... else ...\`)`,
  );
});

it("the guard that is proposed works", async () => {
  const fitter = await loadModel(
    "model M { input x, y  param b = 1  param c = 2  fit y ~ if x - c > 0 then b * (x - c)^0.5 else 0 }",
  );
  const x = [1, 2, 3, 4, 5, 6];
  // b = 3, c = 1.5.
  const fit = fitter.fit({ x, y: x.map((value) => (value > 1.5 ? 3 * Math.sqrt(value - 1.5) : 0)) });
  expect(fit.success).toBe(true);
  expect(fit.params["b"]?.value).toBeCloseTo(3, 8);
  expect(fit.params["c"]?.value).toBeCloseTo(1.5, 8);
});
