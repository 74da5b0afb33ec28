import { bootstrap, profile } from "fitc/runtime";
import { describe, expect, it } from "vitest";
import { Random } from "../../../math/index.js";
import type { BootstrapEstimate } from "../../../runtime/index.js";
import { loadModel } from "../../helpers/load-models.js";
import { digits } from "../../helpers/reference.js";

/** Uniformly distributed noise without a pattern, with mean 0. */
const noise = (n: number, seed: number) => {
  const random = new Random(seed);
  return Array.from({ length: n }, () => random.uniform() - 0.5);
};

const x = Array.from({ length: 40 }, (_, i) => i / 10);
const line = "model Line { input x, y  param a = 1  param b = 1  derive at2 = a + 2 * b  fit y ~ a + b * x }";
const straight = { x, y: noise(40, 5).map((e, i) => 1 + 0.5 * (x[i] ?? 0) + e) };

/**
 * The relative standard deviation of a standard error from B replicates is 1 / sqrt(2 B); three of
 * these for B = 1000.
 */
const monteCarlo = 0.07;
const within = (value: number, expected: number) => Math.abs(value / expected - 1) < monteCarlo;

describe("the generator", () => {
  // xoshiro128** and its seeding, transcribed to Python integers from the authors' C code. From the
  // state 1, 2, 3, 4 the transcription gives 11520, 0, 5927040, 70819200, as published
  // implementations do.
  it.each([
    [0, [583574135, 1491729995, 3958530960, 1012654989, 1223272000]],
    [1, [3744230918, 4085411741, 3160389862, 586529176, 480715085]],
    [2 ** 40 + 5, [2442546614, 4151131013, 865303739, 576141522, 3173342308]],
  ])("seeded by %d gives known bits", (seed, expected) => {
    const random = new Random(seed);
    expect(expected.map(() => random.bits())).toEqual(expected);
  });

  it("is uniform, and its permutations are permutations", () => {
    const random = new Random(3);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i++) {
      const k = random.below(10);
      counts[k] = (counts[k] ?? 0) + 1;
    }
    // Chi-square with 9 degrees of freedom: its 0.999 quantile is 27.9.
    expect(counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(27.9);
    expect([...random.permutation(20)].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });
});

describe("the residual bootstrap", () => {
  it("has the standard errors of least squares where the model is linear", async () => {
    const fitter = await loadModel(line);
    const fit = fitter.fit(straight);
    const { params, derived, failed } = bootstrap(fitter, fit, straight, { samples: 1000 });
    expect(failed).toBe(0);
    const all: [string, BootstrapEstimate | undefined][] = [...Object.entries(params), ...Object.entries(derived)];
    expect(all.map(([name]) => name)).toEqual(["a", "b", "at2"]);
    for (const [name, estimate] of all) {
      const stderr = (fit.params[name] ?? fit.derived[name])?.stderr ?? 0;
      expect(within(estimate?.stderr ?? 0, stderr), `${name}: ${estimate?.stderr} for ${stderr}`).toBe(true);
      // No bias other than that of 1000 draws, whose mean has a standard deviation of
      // stderr / sqrt(1000).
      expect(Math.abs(estimate?.bias ?? 1)).toBeLessThan((3 * stderr) / Math.sqrt(1000));
    }
  });

  it("keeps sigma: residuals are drawn as they are scaled", async () => {
    const sigma = x.map((value) => 0.1 + value);
    const y = noise(40, 6).map((e, i) => 1 + 0.5 * (x[i] ?? 0) + e * (sigma[i] ?? 0));
    const fitter = await loadModel(
      "model M { input x, y, s  param a = 1  param b = 1  fit y ~ a + b * x  sigma s relative }",
    );
    const data = { x, y, s: sigma };
    const fit = fitter.fit(data);
    const { params } = bootstrap(fitter, fit, data, { samples: 1000 });
    expect(within(params["a"]?.stderr ?? 0, fit.params["a"]?.stderr ?? 0)).toBe(true);
    expect(within(params["b"]?.stderr ?? 0, fit.params["b"]?.stderr ?? 0)).toBe(true);
  });

  it("leaves rows of weight 0, priors and other residuals that occur once as they are", async () => {
    const fitter = await loadModel(`model M { input x, y, w  param a = 1  param b = 1
      fit y ~ a + b * x { weight w }
      residual (b - 0.5) / 0.01 }`);
    const data = { x: [...x, 100], y: [...straight.y, -1e6], w: [...x.map(() => 1), 0] };
    const fit = fitter.fit(data);
    const { params } = bootstrap(fitter, fit, data, { samples: 500 });
    // The tight residual keeps b near 0.5 in every replicate; if it were resampled, b would follow
    // it.
    expect(params["b"]?.stderr).toBeLessThan(0.01);
    expect(params["a"]?.stderr).toBeLessThan(0.2);
  });
});

describe("the case bootstrap", () => {
  const y = [1.2137, 0.4419, 3.1083, 0.9271, 7.4391, 2.2057, 1.7713, 0.3329, 5.6177, 1.1539, 0.8263, 2.9071];

  it("of a mean has the intervals that SciPy makes of the same replicates", async () => {
    const fitter = await loadModel("model Mean { input y  param c = 1  fit y ~ c }");
    const fit = fitter.fit({ y });
    const found = bootstrap(fitter, fit, { y }, { kind: "case", samples: 400, seed: 7 }).params["c"];
    const at80 = bootstrap(fitter, fit, { y }, { kind: "case", samples: 400, seed: 7, level: 0.8 }).params["c"];
    // SciPy 1.17.1: bootstrap((y,), np.mean, n_resamples=0, bootstrap_result=<these replicates>,
    // method="BCa" and "percentile"). Each replicate is a mean, exact to rounding, so the results
    // agree to rounding.
    const expected = [
      [found?.percentile, [1.2271358333333333, 3.582182083333331]],
      [found?.bca, [1.4139691489918091, 3.954931621816442]],
      [at80?.percentile, [1.5409016666666666, 3.060728333333334]],
      [at80?.bca, [1.688673226736075, 3.310473498107465]],
      [
        [found?.stderr, found?.bias],
        [0.6050330833199629, -0.03961691666666667],
      ],
    ] as const;
    for (const [actual, [a, b]] of expected) {
      expect(digits(actual?.[0] ?? 0, a)).toBeGreaterThan(12);
      expect(digits(actual?.[1] ?? 0, b)).toBeGreaterThan(12);
    }
    // The standard error of a mean under resampling is sqrt(sum (y - mean)^2) / n.
    const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
    const exact = Math.sqrt(y.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / y.length;
    expect(Math.abs((found?.stderr ?? 0) / exact - 1)).toBeLessThan(3 / Math.sqrt(800));
  });

  it("sees what the residual bootstrap takes for granted", async () => {
    // The scatter grows with x, so the slope is less certain than with constant scatter.
    const growing = { x, y: noise(40, 8).map((e, i) => 1 + 0.5 * (x[i] ?? 0) + e * (x[i] ?? 0) ** 2) };
    const fitter = await loadModel(line);
    const fit = fitter.fit(growing);
    const residual = bootstrap(fitter, fit, growing).params["b"]?.stderr ?? 0;
    const cases = bootstrap(fitter, fit, growing, { kind: "case" }).params["b"]?.stderr ?? 0;
    // White's standard error does not assume constant scatter either.
    const white = fitter.fit(growing, { sandwich: "HC0" }).params["b"]?.stderr ?? 0;
    expect(cases / residual).toBeGreaterThan(1.1);
    expect(Math.abs(cases / white - 1)).toBeLessThan(0.15);
  });

  it("leaves out replicates that run off to where a parameter no longer matters", async () => {
    // BoxBOD of NIST: in samples of days 2 and 3 only, whose values decrease, the best rate is
    // infinite.
    const data = { day: [1, 2, 3, 5, 7, 10], bod: [109, 149, 149, 191, 213, 224] };
    const fitter = await loadModel(
      "model Box { input day, bod  param top = 200  param rate = 0.5  fit bod ~ top * (1 - exp(-rate * day)) }",
    );
    const { failed, params } = bootstrap(fitter, fitter.fit(data), data, { kind: "case", samples: 2000 });
    expect(failed).toBeGreaterThan(0);
    // At a rate of 14, the value at day 1 is within 1e-6 of the maximum.
    expect(Math.max(...(params["rate"]?.replicates ?? [99]))).toBeLessThan(14);
  });

  it("counts and tells of resamples that determine nothing", async () => {
    // A sample without either row of the second group leaves its mean undetermined: (6/8)^8 = 10 %
    // of all.
    const fitter = await loadModel("model M { input g, y  param a = 1  param b = 1  fit y ~ if g > 0 then b else a }");
    const data = { g: [0, 0, 0, 0, 0, 0, 1, 1], y: [1, 2, 3, 2, 1, 3, 5, 6] };
    const { failed, warnings, params } = bootstrap(fitter, fitter.fit(data), data, { kind: "case" });
    expect(failed).toBeGreaterThan(60);
    expect(failed).toBeLessThan(140);
    expect(params["b"]?.replicates.length).toBe(1000 - failed);
    expect(warnings.map(({ code }) => code)).toEqual(["FIT9024"]);
  });
});

describe("a bootstrap", () => {
  const t = Array.from({ length: 25 }, (_, i) => i / 5);
  const decay =
    "model Decay { input t, y  param A = 2  param k = 1 in [0, 5]  derive tau = 1 / k  fit y ~ A * exp(-k * t) }";
  const data = { t, y: noise(25, 9).map((e, i) => 2 * Math.exp(-0.8 * (t[i] ?? 0)) + 0.4 * e) };

  it("is the same to the bit for one seed, and another for another", async () => {
    const fitter = await loadModel(decay);
    const fit = fitter.fit(data);
    const first = bootstrap(fitter, fit, data, { samples: 100, seed: 4 });
    expect(bootstrap(fitter, fit, data, { samples: 100, seed: 4 })).toEqual(first);
    expect(bootstrap(fitter, fit, data, { samples: 100, seed: 5 }).params["k"]?.replicates[0]).not.toBe(
      first.params["k"]?.replicates[0],
    );
  });

  it("transforms as the quantity does: percentile intervals of 1 / k are those of k", async () => {
    const fitter = await loadModel(decay);
    const fit = fitter.fit(data);
    // With 401 replicates, the quantiles 0.025 and 0.975 are replicates themselves, not means of
    // two.
    const { params, derived } = bootstrap(fitter, fit, data, { samples: 401 });
    const [low = 0, high = 0] = params["k"]?.percentile ?? [];
    expect(derived["tau"]?.percentile).toEqual([1 / high, 1 / low]);
    const interval = profile(fitter, fit, data, "k");
    const [bcaLow = 0, bcaHigh = 0] = params["k"]?.bca ?? [];
    // Two ways to compute the same interval; from 401 replicates an end is known to about a tenth
    // of the half-width.
    const half = (interval.upper - interval.lower) / 2;
    expect(Math.abs(bcaLow - interval.lower) / half).toBeLessThan(0.35);
    expect(Math.abs(bcaHigh - interval.upper) / half).toBeLessThan(0.35);
  });

  it("refuses what a bootstrap cannot do", async () => {
    const fitter = await loadModel(line);
    const two = { x: [1, 2], y: [1, 2] };
    expect(() => bootstrap(fitter, fitter.fit(two), two)).toThrow(/FIT5040.*no degrees of freedom/);
    const rows = await loadModel("model M { param a = 1  residual a - 1  residual a - 2 }");
    expect(() => bootstrap(rows, rows.fit({}), {})).toThrow(/FIT5040.*no rows/);
    const alias = await loadModel("model M { input x, y  param a = 1  param b = 1  fit y ~ a * b * x }");
    expect(() => bootstrap(alias, alias.fit(straight), straight)).toThrow(/FIT5040.*do not determine/);
    const fit = fitter.fit(straight);
    expect(() => bootstrap(fitter, fit, straight, { kind: "rows" as never })).toThrow(/FIT5007/);
    expect(() => bootstrap(fitter, fit, straight, { samples: 1 })).toThrow(/FIT5007/);
  });
});
