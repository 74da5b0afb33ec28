// The second look: a suspicious fit is followed by a search for a better minimum, an ordinary one
// is not.
import { describe, expect, it } from "vitest";
import { Random } from "../../../../math/index.js";
import { fitMany, fitParallel } from "../../../../runtime/index.js";
import { loadModel } from "../../../helpers/load-models.js";
import { readReference, readReferenceCsv } from "../../../helpers/reference.js";

const random = new Random(7);
const t = Float64Array.from({ length: 80 }, (_, i) => i / 8);
/** Frequency 1.3, amplitude 2, noise uniform over [-0.1, 0.1]. */
const y = t.map((time) => 2 * Math.sin(2 * Math.PI * 1.3 * time + 0.4) + 0.2 * random.uniform() - 0.1);
const sine = (solver = "", f = "param f = 0.3") => `model Sine {
  input t, y
  param a = 1  param b = 1  ${f}
  fit y ~ a * sin(2 * pi * f * t) + b * cos(2 * pi * f * t)
  ${solver}
}`;
/** Half the sum of squares of the noise is about 80 * 0.01 / 6 = 0.13. */
const noise = 0.3;

describe("a sine whose frequency is far off", () => {
  it("is found by the search, which says so and keeps the fit from the start", async () => {
    const fitter = await loadModel(sine());
    const result = fitter.fit({ t, y });
    expect(result.success).toBe(true);
    expect(result.cost).toBeLessThan(noise);
    expect(result.params["f"]?.value).toBeCloseTo(1.3, 2);
    expect(result.params["f"]?.init).toBe(0.3);
    expect(result.fromStart?.cost).toBeGreaterThan(100 * noise);
    expect(result.fromStart?.fromStart).toBeNull();
    expect(result.nfev).toBeGreaterThan(result.fromStart?.nfev ?? 0);
    const [warning] = result.warnings;
    expect(warning?.code).toBe("FIT9044");
    expect(warning?.message).toMatch(/from a = \S+, b = \S+, f = \S+$/);
    expect(fitter.fit({ t, y })).toEqual(result);
    expect(structuredClone(result)).toEqual(result);
  });

  it("is found by the same steps on threads and asynchronously", async () => {
    const fitter = await loadModel(sine());
    const result = fitter.fit({ t, y });
    expect(await fitter.fitAsync({ t, y })).toEqual(result);
    expect(await fitParallel(fitter, { t, y }, { threads: 2 })).toEqual(result);
  });

  it("is left as it is where the search is off", async () => {
    const fitter = await loadModel(sine());
    const off = fitter.fit({ t, y }, { search: false });
    expect(off.cost).toBeGreaterThan(100 * noise);
    expect(off.fromStart).toBeNull();
    const bySpec = await loadModel(sine("solver lm { search: off }"));
    expect(bySpec.fit({ t, y }).x).toEqual(off.x);
    expect(fitter.fit({ t, y }, { compat: "scipy" }).fromStart).toBeNull();
  });

  it("is searched for in a batch only where that is asked", async () => {
    const fitter = await loadModel(sine());
    const batch = { t: [...t, ...t], y: [...y, ...y] };
    const offsets = [0, t.length, 2 * t.length];
    const plain = await fitMany(fitter, batch, offsets);
    expect(plain.cost[1]).toBe(fitter.fit({ t, y }, { search: false }).cost);
    const searched = await fitMany(fitter, batch, offsets, { search: true });
    expect(Array.from(searched.cost)).toEqual([0, 1].map(() => fitter.fit({ t, y }).cost));
  });

  it("keeps bounds, order and what is fixed", async () => {
    const bounded = await loadModel(sine("", "param f = 0.3 in [0.1, 0.9]"));
    const within = bounded.fit({ t, y });
    expect(within.params["f"]?.value).toBeLessThanOrEqual(0.9);
    const fitter = await loadModel(sine());
    const fixed = fitter.fit({ t, y }, { fixed: ["f"] });
    expect(fixed.params["f"]?.value).toBe(0.3);
    expect(fixed.fromStart).toBeNull();
  });
});

describe("an ordinary good fit", () => {
  const names = ["Misra1a", "Chwirut2", "DanWood", "Gauss1", "Kirby2", "Hahn1", "Thurber", "Rat43", "MGH09", "ENSO"];

  it.each(names)("%s is not searched", async (name) => {
    interface Nist {
      readonly model: string;
      readonly response_expression: string;
      readonly predictors: readonly string[];
      readonly parameters: readonly string[];
      readonly starts: readonly [unknown, readonly number[]];
    }
    const { model, response_expression, predictors, parameters, starts } = readReference<Nist>(`nist/${name}.json`);
    const params = parameters.map((param, j) => `param ${param} = ${starts[1][j]}`);
    const fitter = await loadModel(
      `model M { input ${predictors.join(", ")}, y  ${params.join("  ")}  fit ${response_expression} ~ ${model} }`,
    );
    const data = readReferenceCsv(`nist/${name}.csv`);
    const searched = fitter.fit(data);
    const plain = fitter.fit(data, { search: false });
    expect(searched).toEqual(plain);
  });
});

it("takes no angle of 1e13 for a better minimum", async () => {
  // From this start only such an angle is better than where the fit ends.
  const fitter = await loadModel(`model E {
    input x, y
    param u = -594268234.1873503  param v = -1469334351.8204267
    param a = 0.001169330326398941  param b = 754211.29550011  param t = 27.408863742000396
    residual sqrt((((x - u)*cos(t) + (y - v)*sin(t))/a)^2 + (((y - v)*cos(t) - (x - u)*sin(t))/b)^2) - 1
  }`);
  const x = [199, 139, 49, -60, -142, -213, -244, -223, -163, -50, 51, 130, 195, 203];
  const y = [286, 281, 162, 20, -156, -292, -384, -411, -337, -219, -51, 108, 239, 287];
  const result = fitter.fit({ x, y }, { solver: "dogbox" });
  expect(Math.abs(result.params["t"]?.value ?? Infinity)).toBeLessThan(1e6);
  expect(result.success).toBe(false);
});

it("takes no alias of a frequency, of 1e13, for the frequency", async () => {
  const fitter = await loadModel(`model S {
    input x, y
    param A = -0.3748764509256716  param w = 6.51547023409419  param p = -0.40714442765744385  param c = -0.8545004509536961
    fit y ~ A*sin(w*x + p) + c
  }`);
  // -2.325 * sin(37.52 * x - 2.91) - 0.998 with noise
  const y = [
    -0.463, 1.102, -2.423, -2.476, 1.065, -0.404, -3.334, -0.595, 1.153, -2.314, -2.578, 1.012, -0.264, -3.312, -0.741,
    1.199, -2.206, -2.675, 0.927, -0.139, -3.287, -0.867,
  ];
  const x = y.map((_, i) => i / 21);
  const result = fitter.fit({ x, y });
  expect(result.success).toBe(true);
  expect(Math.abs(result.params["w"]?.value ?? 0)).toBeCloseTo(37.52, 1);
});
