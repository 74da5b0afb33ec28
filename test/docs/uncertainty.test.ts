// The numbers of docs/uncertainty.md: those of the example must agree with results from other
// programs, and those in the text with the example, to the printed digits. (The blocks are compared
// in shown-output.test.ts.)

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bootstrap, contour, diagnostics, profile } from "fitc/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import { readDataText } from "../../runtime/data/index.js";
import type { FitResult, Fitter } from "../../runtime/index.js";
import { loadModel } from "../helpers/load-models.js";
import { blocksOf, page } from "../helpers/pages.js";
import { digits, readReference } from "../helpers/reference.js";

const uncertainty = page("docs/uncertainty.md");
const spec = readFileSync(join(uncertainty.folder, "model.fit"), "utf8");
const text = readFileSync(join(uncertainty.folder, "demand.csv"), "utf8");

/**
 * SciPy 1.17.1 and NumPy, at the certified parameters to 30 digits. Profile: `ultimate` is linear,
 * so the least sum of squares given `rate` has a closed form; given `ultimate`, it was searched on
 * a grid of 4001 and polished by Newton's method; the ends by `brentq` to 1e-15. Joint region: the
 * same with the rise 2 s^2 `f.ppf(0.95, 2, 4)`.
 */
const scipy = {
  t: 2.7764451051977934, // t.ppf(0.975, 4)
  profile: { ultimate: [180.967004673521, 258.5677771071612], rate: [0.30258962269312084, 1.073053204951399] },
  region: { ultimate: [170.97318028149735, 280.98765501323146], rate: [0.24307816369849053, 1.4590826427504149] },
  rise: 13.88854381999831,
  hc3: { ultimate: 12.05656881, rate: 0.13313232 },
  correlation: -0.7298455620513418,
  leverage: [0.32908807, 0.38347842, 0.27075165, 0.21846478, 0.33462555, 0.46359153],
  studentized: [-1.58359618, -0.45057135, 2.32531926, 0.53725294, -0.24018891, -0.85589148],
  cooks: [0.44667247, 0.07884803, 0.47757779, 0.04906864, 0.01897734, 0.33923574],
  durbinWatson: 1.2687437143255191,
  shapiro: 0.7066625490642505,
  // At day 4: the mean, the band of the mean, and the band of an observation.
  predicted: [189.85541513455914, 168.29729664220304, 211.41353362691524, 137.74308812102657, 241.9677421480917],
};

/**
 * The exact bootstrap of residuals: all 6^6 data sets that resampling the residuals can give, each
 * fitted by a search over `rate` (1200 points, then golden section), in NumPy. The standard
 * deviation and the 2.5 % and 97.5 % points of `rate`, and the points that the BCa formula needs,
 * with z0 from the fraction below the estimate and the acceleration from C J_i r_i.
 */
const allResamples = {
  stderr: 0.10680048671,
  percentile: [0.37495196592, 0.7890679728],
  bca: [0.3780452813, 0.7959044309],
};

const nist = readReference<{
  certified_text: { std_errors: readonly string[] };
  refined_30_digits: { parameters: readonly string[]; std_errors: readonly string[]; residual_sum_of_squares: string };
}>("nist/BoxBOD.json");
const certified = {
  values: nist.refined_30_digits.parameters.map(Number),
  stderrs: nist.refined_30_digits.std_errors.map(Number),
  rss: Number(nist.refined_30_digits.residual_sum_of_squares),
};

let model: Fitter;
let data: ReadonlyMap<string, Float64Array>;
let fit: FitResult;

beforeAll(async () => {
  model = await loadModel(spec);
  data = readDataText(model.info, text, "csv");
  fit = model.fit(data);
});

const names = ["ultimate", "rate"] as const;
const estimate = (name: string) => {
  const found = { ...fit.params, ...fit.derived }[name];
  if (found === undefined) throw new Error(`no '${name}'`);
  return { value: found.value, stderr: found.stderr ?? Number.NaN, interval: found.ci95 ?? [Number.NaN, Number.NaN] };
};

const profileOf = (name: string) => profile(model, fit, data, name);

describe("the example against figures from elsewhere", () => {
  it("is the spec that the page shows", () => {
    expect(blocksOf(uncertainty).find(({ language }) => language === "fit")?.content).toBe(spec);
  });

  it("has the certified values, errors and linear intervals", () => {
    for (const [j, name] of names.entries()) {
      const { value, stderr, interval } = estimate(name);
      const [v, s] = [certified.values[j] ?? 0, certified.stderrs[j] ?? 0];
      // The requirement of the whole NIST set is 8 digits or more.
      expect(digits(value, v)).toBeGreaterThan(9);
      expect(digits(stderr, s)).toBeGreaterThan(8);
      expect(digits(interval[0], v - scipy.t * s)).toBeGreaterThan(8);
      expect(digits(interval[1], v + scipy.t * s)).toBeGreaterThan(8);
    }
    expect(fit.correlation?.[1]?.[0]).toBeCloseTo(scipy.correlation, 8);
  });

  it("has the profile intervals of a search by brute force", () => {
    for (const name of names) {
      const { lower, upper } = profile(model, fit, data, name);
      const [from = 0, to = 0] = scipy.profile[name];
      // The point at which the sum of squares reaches a level is determined to about 1e-10 of its
      // rise.
      expect(digits(lower, from)).toBeGreaterThan(8);
      expect(digits(upper, to)).toBeGreaterThan(8);
    }
    const half = profile(model, fit, data, "half_life");
    const [from = 0, to = 0] = scipy.profile.rate;
    expect(digits(half.lower, Math.log(2) / to)).toBeGreaterThan(8);
    expect(digits(half.upper, Math.log(2) / from)).toBeGreaterThan(8);
  });

  it("has a joint region whose boundary is where the sum of squares has risen by the quantile of F", () => {
    const { points } = contour(model, fit, data, "ultimate", "rate", { points: 128 });
    const rows = [...(data.get("time") ?? [])].map((time, i) => [time, data.get("demand")?.[i] ?? 0] as const);
    for (const { values } of points) {
      const [a, k] = values;
      const sum = rows.reduce((total, [time, demand]) => total + (a * (1 - Math.exp(-k * time)) - demand) ** 2, 0);
      expect(digits((sum - certified.rss) / (certified.rss / 4), scipy.rise)).toBeGreaterThan(7);
    }
    for (const [j, name] of names.entries()) {
      const reached = points.map(({ values }) => values[j] ?? 0);
      const [from = 0, to = 0] = scipy.region[name];
      const width = to - from;
      // One of 128 points is next to the extreme, where the boundary is flat, so the extreme is
      // missed by a few times 1 - cos(pi / 128).
      for (const missed of [Math.min(...reached) - from, to - Math.max(...reached)]) {
        expect(missed).toBeGreaterThan(-1e-4 * width);
        expect(missed).toBeLessThan(0.01 * width);
      }
    }
  });

  it("has the sandwich errors of HC3", () => {
    const { params } = model.fit(data, { sandwich: "HC3" });
    for (const name of names) expect(digits(params[name]?.stderr ?? 0, scipy.hc3[name])).toBeGreaterThan(7);
  });

  it("has the diagnostics of the residuals", () => {
    const found = diagnostics(model, fit, data);
    for (const key of ["leverage", "studentized", "cooks"] as const) {
      for (const [i, value] of scipy[key].entries()) expect(found[key]?.[i]).toBeCloseTo(value, 7);
    }
    expect(found.durbinWatson).toBeCloseTo(scipy.durbinWatson, 8);
    // Both use Royston's approximation, whose coefficients have about nine digits.
    expect(found.normality?.p).toBeCloseTo(scipy.shapiro, 6);
  });

  it("predicts with the bands of the delta method", () => {
    const { value, lower, upper, prediction } = model.predict(fit, { time: [4] });
    const found = [value, lower, upper, prediction?.lower, prediction?.upper].map((column) => column?.[0] ?? 0);
    for (const [i, expected] of scipy.predicted.entries()) expect(digits(found[i] ?? 0, expected)).toBeGreaterThan(8);
  });

  it("has the bootstrap that all possible draws make, but for chance", () => {
    const samples = 2000;
    const { stderr, percentile, bca } = bootstrap(model, fit, data, { samples, seed: 1 }).params["rate"] ?? {};
    // The standard deviation of a standard deviation is s / sqrt(2 N); that of the 2.5 % point is
    // sqrt(0.025 0.975 / N) / density, where the density of a normal distribution there is
    // 0.058 / s. The tolerance is four of them each.
    expect(Math.abs((stderr ?? 0) - allResamples.stderr)).toBeLessThan(
      (4 * allResamples.stderr) / Math.sqrt(2 * samples),
    );
    const chance = (4 * Math.sqrt((0.025 * 0.975) / samples) * allResamples.stderr) / 0.058;
    for (const [i, end] of allResamples.percentile.entries()) {
      expect(Math.abs((percentile?.[i] ?? 0) - end)).toBeLessThan(chance);
    }
    // z0, whose standard deviation is sqrt(pi / (2 N)), moves both points by twice as many standard
    // deviations.
    const correction = 4 * 2 * Math.sqrt(Math.PI / (2 * samples)) * allResamples.stderr;
    for (const [i, end] of allResamples.bca.entries()) {
      expect(Math.abs((bca?.[i] ?? 0) - end)).toBeLessThan(Math.hypot(chance, correction));
    }
  });
});

describe("the numbers in the prose", () => {
  const prose = uncertainty.text
    .replace(/^```[\s\S]*?^```$/gm, "")
    .replace(/^## Sources[\s\S]*/m, "")
    .replace(/^\|.*$/gm, "")
    .replace(/^> /gm, "")
    .replace(/`[^`\n]*`/g, (code) => (/\d/.test(code) ? "" : code))
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/FIT\d+/g, "")
    .replace(/\s+/g, " ");

  /** The statements of the page about its example, with the numbers recomputed. */
  function claims(): readonly string[] {
    const [u, r, h] = [estimate("ultimate"), estimate("rate"), estimate("half_life")];
    const [pu, pr, ph] = [profileOf("ultimate"), profileOf("rate"), profileOf("half_life")];
    const halves = [Math.log(2) / r.interval[0], Math.log(2) / r.interval[1]] as const;
    const region = contour(model, fit, data, "ultimate", "rate", { points: 128 }).points;
    const largest = (j: 0 | 1) => Math.max(...region.map(({ values }) => values[j]));
    const { studentized } = diagnostics(model, fit, data);
    const outlier = Math.max(...(studentized ?? []));
    const day = data.get("time")?.[studentized?.indexOf(outlier) ?? -1];
    const at = model.predict(fit, { time: [4] });
    const correlation = `−${Math.abs(fit.correlation?.[1]?.[0] ?? 0).toFixed(2)}`;
    const deviation = Math.sqrt(fit.reducedChi2 ?? 0);
    const [below, above] = [r.value - pr.lower, pr.upper - r.value];
    expect(above).toBeGreaterThan(2 * below);
    expect(correlation.length).toBe(5);
    return [
      `For \`rate\` it is ${r.stderr.toFixed(3)}, as NIST certifies (${Number(nist.certified_text.std_errors[1])}).`,
      `Here t is ${scipy.t.toFixed(2)}: Student's t for ${fit.dof} degrees of freedom, six observations minus two`,
      `${r.value.toFixed(3)} ± ${scipy.t.toFixed(2)} × ${r.stderr.toFixed(3)}, from ${ends(r.interval, 3)} per day.`,
      `Its linear interval is ${ends(h.interval, 2)} days.`,
      `are half-lives of ${halves[0].toFixed(2)} and ${halves[1].toFixed(2)} days`,
      `\`rate\` is ${r.value.toFixed(2)} per day, from ${ends([pr.lower, pr.upper], 2)}: the upper side is more than twice as long`,
      `as the lower, ${above.toFixed(2)} against ${below.toFixed(2)}.`,
      `The upper end of the linear interval, ${r.interval[1].toFixed(2)}, excludes`,
      `its lower end, ${r.interval[0].toFixed(2)}, includes`,
      `(correlation ${correlation})`,
      `a \`rate\` of ${largest(1).toFixed(2)} where`,
      `an \`ultimate\` of ${largest(0).toFixed(0)} where`,
      `${Math.sqrt(2 / 50)} for 50.`,
      // All draws of two given rows, minus the draws of only one of them.
      `one in ${Math.round(6 ** 6 / (2 ** 6 - 2))} case samples contains only the samples of days 2 and 3,`,
      `Here it is ${fit.reducedChi2?.toFixed(0)}, and its root is the standard deviation of one measurement: ${deviation.toFixed(1)} mg/L.`,
      `The largest here, ${outlier.toFixed(1)} on day ${day},`,
      `on day 4 between ${at.lower[0]?.toFixed(0)} and ${at.upper[0]?.toFixed(0)} mg/L.`,
      `between ${at.prediction?.lower[0]?.toFixed(0)} and ${at.prediction?.upper[0]?.toFixed(0)}.`,
      `Ultimate demand ${u.value.toFixed(0)} mg/L (95 % interval ${ends([pu.lower, pu.upper], 0)}), rate constant ${r.value.toFixed(2)} per day (${ends([pr.lower, pr.upper], 2)}), half-life ${h.value.toFixed(2)} days (${ends([ph.lower, ph.upper], 2)}).`,
      `${fit.rows} observations of equal weight, residual standard deviation ${deviation.toFixed(0)} mg/L (${fit.dof} degrees of freedom)`,
      `are correlated (${correlation})`,
    ];
  }

  it("are those of the example, and there are no others", () => {
    let rest = prose;
    for (const claim of claims()) {
      expect(prose).toContain(claim);
      rest = rest.replace(claim, "");
    }
    // Levels, quantiles of the normal distribution, conventions and limits.
    const conventions = ["95", "100", "1.96", "20", "2.5", "97.5", "2000", "0.01", "0.05", "10", "5,000"];
    const found = [...rest.matchAll(/\d[\d.,]*\d/g)].map(([number]) => number);
    expect(found.filter((number) => !conventions.includes(number))).toEqual([]);
  });
});

function ends([from, to]: readonly [number, number], decimals: number): string {
  return `${from.toFixed(decimals)} to ${to.toFixed(decimals)}`;
}

it("names what is not determined as the page says", async () => {
  const alias = await loadModel(
    "model Alias { input t, y\n param A = 1\n param B = 2\n param k = 1\n derive AB = A * B\n fit y ~ A * B * exp(-k * t) }",
  );
  const result = alias.fit({ t: [0, 1, 2, 3, 4], y: [3, 2.1, 1.3, 0.95, 0.6] });
  const messages = result.warnings.map(({ message }) => message);
  expect(messages).toContain("the data determine 'A' and 'B' only through A*B");
  expect(uncertainty.text).toContain("> the data determine 'A' and 'B' only through A*B");
  expect(result.params["A"]?.stderr).toBe(Infinity);
  expect(Number.isFinite(result.derived["AB"]?.stderr)).toBe(true);
});

it("has a profile interval for a parameter on its bound, from the bound to an end that the data give", async () => {
  const line = await loadModel(
    "model Line { input x, y\n param a = 1\n param b = 0.5 in [0, 10]\n fit y ~ a + b * x }",
  );
  const columns = { x: [1, 2, 3, 4, 5], y: [2.1, 1.8, 2.05, 1.9, 1.95] };
  const { lower, upper, lowerAt, upperAt } = profile(line, line.fit(columns), columns, "b");
  expect([lower, lowerAt, upperAt]).toEqual([0, "bound", "level"]);
  // With b fixed, a is the mean of y - b x: S = S0 + 0.4 b + 10 b^2 with S0 = 0.057 and 4 degrees
  // of freedom.
  expect(0.4 * upper + 10 * upper ** 2).toBeCloseTo((scipy.t ** 2 * 0.057) / 4, 12);
});
