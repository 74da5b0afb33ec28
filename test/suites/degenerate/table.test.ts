// Degenerate inputs with their expected codes and values: for every solver, through the compiler
// and the emitted module.
import { describe, expect, it } from "vitest";
import { compile } from "../../../compiler/index.js";
import type { FitResult } from "../../../runtime/index.js";
import { loadModel } from "../../helpers/load-models.js";

const x = Float64Array.from({ length: 12 }, (_, i) => i / 4);
const pattern = x.map((_, i) => 0.02 * Math.sin(7 * i));
const y = x.map((value, i) => 3 * Math.exp(-value) + (pattern[i] as number));
const times = (values: Float64Array, factor: number): Float64Array => values.map((value) => value * factor);
const constant = (value: number): Float64Array => x.map(() => value);

/** The least-squares line through (x, y), by textbook formulas. */
function line(): { a: number; b: number; da: number; db: number } {
  const sum = (f: (i: number) => number): number => x.reduce((total, _, i) => total + f(i), 0);
  const [mx, my] = [sum((i) => x[i] as number) / 12, sum((i) => y[i] as number) / 12];
  const sxx = sum((i) => ((x[i] as number) - mx) ** 2);
  const b = sum((i) => ((x[i] as number) - mx) * ((y[i] as number) - my)) / sxx;
  const a = my - b * mx;
  const s = Math.sqrt(sum((i) => (a + b * (x[i] as number) - (y[i] as number)) ** 2) / 10);
  return { a, b, da: s * Math.sqrt(1 / 12 + mx ** 2 / sxx), db: s / Math.sqrt(sxx) };
}

// a exp(-k x) fitted to y: NumPy, Gauss-Newton with lstsq to convergence; the standard errors are
// for residuals of variance 1.
const decay = {
  a: 3.011279703716545,
  k: 1.0016712252669924,
  da: 0.011859208552409925,
  dk: 0.006526800651880164,
  unitA: 0.8051274626253655,
  unitK: 0.44310768502692377,
};
// A exp(-((x - m) / w)^2) fitted to 2 exp(-((x - 1.2) / 0.8)^2) + pattern, in the same way; the
// standard errors with 9 degrees of freedom.
const peak = {
  A: 1.991992662536669,
  m: 1.1929113165103065,
  w: 0.8048973591722322,
  dA: 0.006008549668104593,
  dm: 0.001979811485506558,
  dw: 0.002842711780311458,
};
const peakData = x.map((value, i) => 2 * Math.exp(-(((value - 1.2) / 0.8) ** 2)) + (pattern[i] as number));

const solvers = ["lm", "trf", "dogbox"] as const;
type Method = (typeof solvers)[number];

interface Case {
  readonly name: string;
  readonly model: string;
  readonly data: Readonly<Record<"x" | "y", ArrayLike<number>>>;
  readonly by?: readonly Method[];
  /** Warnings of the compiler. */
  readonly compiler?: readonly string[];
  /** Warnings of the fit: codes, or the message if it names something. */
  readonly warnings?: readonly (string | RegExp)[];
  readonly throws?: string;
  /**
   * For each parameter or derived quantity, its value (null: not compared) and its standard error.
   */
  readonly estimates?: Readonly<Record<string, readonly [value: number | null, stderr: number | null]>>;
  readonly result?: Readonly<Partial<Record<keyof FitResult, unknown>>>;
}

const inf = Number.POSITIVE_INFINITY;
const l2 = line();
const two = { x: [1, 3], y: [5, 6] };
const far = "use units that bring the data closer to 1";

const cases: readonly Case[] = [
  {
    name: "a parameter that no residual depends on",
    model: "param a = 1  param b = 2  param c = 5  fit y ~ a + b*x",
    data: { x, y },
    compiler: ["FIT9001"],
    warnings: ["FIT9007: the data do not determine 'c'"],
    estimates: { a: [l2.a, l2.da], b: [l2.b, l2.db], c: [5, inf] },
    result: { rank: 2, dof: 10 },
  },
  {
    name: "one whose derivative is 0 in every row of these data",
    model: "param a = 1  param b = 2  param c = 5  fit y ~ a + b*x + (if x < -1 then c else 0)",
    data: { x, y },
    warnings: ["FIT9007: the data do not determine 'c'"],
    estimates: { a: [l2.a, l2.da], b: [l2.b, l2.db], c: [5, inf] },
    result: { rank: 2 },
  },
  {
    name: "a product",
    model: "param A = 1  param B = 2  param k = 2  derive P = A*B  derive q = A/B  fit y ~ A*B*exp(-k*x)",
    data: { x, y },
    compiler: ["FIT9006"],
    warnings: ["FIT9007: the data determine 'A' and 'B' only through A*B"],
    estimates: {
      A: [null, inf],
      B: [null, inf],
      P: [decay.a, decay.da],
      q: [null, inf],
      k: [decay.k, decay.dk],
    },
    result: { rank: 2, dof: 10 },
  },
  {
    name: "a sum",
    model: "param A = 1  param B = 2  param k = 2  derive S = A + B  derive d = A - B  fit y ~ (A + B)*exp(-k*x)",
    data: { x, y },
    compiler: ["FIT9006"],
    warnings: ["FIT9007: the data determine 'A' and 'B' only through A + B"],
    estimates: {
      A: [null, inf],
      B: [null, inf],
      S: [decay.a, decay.da],
      d: [null, inf],
      k: [decay.k, decay.dk],
    },
    result: { rank: 2, dof: 10 },
  },
  {
    name: "a peak written twice",
    model:
      "param A = 1  param B = 1  param m = 1  param w = 1  derive S = A + B  fit y ~ A*exp(-((x - m)/w)^2) + B*exp(-((x - m)/w)^2)",
    data: { x, y: peakData },
    compiler: ["FIT9006"],
    warnings: ["FIT9007: the data determine 'A' and 'B' only through A + B"],
    estimates: {
      A: [null, inf],
      B: [null, inf],
      S: [peak.A, peak.dA],
      m: [peak.m, peak.dm],
      w: [peak.w, peak.dw],
    },
  },
  {
    name: "as many residuals as parameters",
    model: "param a = 1  param b = 2  fit y ~ a + b*x",
    data: two,
    warnings: ["FIT9010"],
    estimates: { a: [4.5, inf], b: [0.5, inf] },
    result: { dof: 0, covariance: null, reducedChi2: null, aic: null, bic: null },
  },
  {
    name: "as many, and known deviations",
    model: "param a = 1  param b = 2  fit y ~ a + b*x  sigma 0.5 absolute",
    data: two,
    // a = (3 y1 - y2) / 2, b = (y2 - y1) / 2
    estimates: { a: [4.5, 0.5 * Math.sqrt(10 / 4)], b: [0.5, 0.5 * Math.SQRT1_2] },
    result: { dof: 0, reducedChi2: null },
  },
  {
    name: "fewer residuals than parameters",
    model: "param a = 1  param b = 2  param c = 1  fit y ~ a + b*x + c*x^2",
    data: two,
    by: ["lm"],
    throws: "FIT5012: there are fewer residuals (2) than free parameters (3), which solver 'lm' does not support",
  },
  {
    name: "fewer residuals than parameters",
    model: "param a = 1  param b = 2  param c = 1  derive y1 = a + b + c  fit y ~ a + b*x + c*x^2  sigma 0.5 absolute",
    data: two,
    by: ["trf", "dogbox"],
    warnings: ["FIT9009", /^FIT9007: the data determine 'a', 'b' and 'c' only through /],
    estimates: { a: [null, inf], b: [null, inf], c: [null, inf], y1: [5, 0.5] },
    result: { rank: 2, dof: 0, reducedChi2: null, aic: null },
  },
  {
    name: "residuals of 0",
    model: "param a = 1  param b = 2  fit y ~ a + b*x",
    data: { x, y: x.map((value) => 2 + 3 * value) },
    estimates: { a: [2, 0], b: [3, 0] },
  },
  {
    name: "residuals of 0 at the start",
    model: "param a = 2  param b = 3  fit y ~ a + b*x",
    data: { x, y: x.map((value) => 2 + 3 * value) },
    estimates: { a: [2, 0], b: [3, 0] },
    result: { cost: 0, chi2: 0, reducedChi2: 0, r2: 1, aic: null, bic: null, optimality: 0 },
  },
  {
    name: "one row",
    model: "param a = 1  fit y ~ a*x",
    data: { x: [2], y: [5] },
    warnings: ["FIT9010"],
    estimates: { a: [2.5, inf] },
    result: { dof: 0, r2: null, covariance: null },
  },
  {
    name: "one row for two parameters",
    model: "param a = 1  param b = 1  fit y ~ a + b*x",
    data: { x: [2], y: [5] },
    by: ["trf", "dogbox"],
    warnings: ["FIT9009", "FIT9007: the data determine 'a' and 'b' only through a + 2*b"],
    estimates: { a: [null, inf], b: [null, inf] },
  },
  {
    name: "one row for two parameters",
    model: "param a = 1  param b = 1  fit y ~ a + b*x",
    data: { x: [2], y: [5] },
    by: ["lm"],
    throws: "FIT5012",
  },
  {
    // 12 times 0.1 is not a multiple of 0.1, so the mean is rounded; the scatter must be 0
    // nevertheless.
    name: "constant data",
    model: "param a = 1  param b = 2  fit y ~ a + b*x",
    data: { x, y: constant(0.1) },
    estimates: { a: [0.1, 0], b: [0, 0] },
    result: { r2: null },
  },
  // a ends at 0 or at about 1e-17; in either case k is undetermined. Without start values the fit
  // begins there.
  ...["param a = 1  param c = 0", "param a  param c"].map((starts) => ({
    name: `constant data, and a rate: ${starts}`,
    model: `${starts}  param k = 2  derive double = 2*k  fit y ~ a*exp(-k*x) + c`,
    data: { x, y: constant(3) },
    warnings: ["FIT9012"],
    estimates: { a: [0, 0], c: [3, 0], k: [null, inf], double: [null, inf] } as const,
    result: { r2: null },
  })),
  {
    name: "data of 0",
    model: "param a = 1  param b = 2  fit y ~ a + b*x",
    data: { x, y: constant(0) },
    estimates: { a: [0, 0], b: [0, 0] },
    result: { r2: null },
  },
  {
    name: "every row the same",
    model: "param a = 1  param b = 2  derive at3 = a + 3*b  fit y ~ a + b*x",
    data: { x: constant(3), y },
    warnings: ["FIT9007: the data determine 'a' and 'b' only through a + 3*b"],
    // The mean of y.
    estimates: { a: [null, inf], b: [null, inf], at3: [mean(y), deviation(y) / Math.sqrt(12)] },
  },
  ...[1, 1e300].map((start) => ({
    name: `data of 1e300, from ${start}`,
    model: `param a = ${start}  param k = 2  fit y ~ a*exp(-k*x)`,
    data: { x, y: times(y, 1e300) },
    throws: `FIT5021: the sum of squares at the start is too large for double precision (${far})`,
  })),
  {
    name: "data of 1e-300, from 1e-300",
    model: "param a = 1e-300  param k = 2  fit y ~ a*exp(-k*x)",
    data: { x, y: times(y, 1e-300) },
    throws: `FIT5021: the sum of squares at the start is too small for double precision (${far})`,
  },
  ...["a + k*x", "a*exp(-k*x)"].map((model) => ({
    name: `data of 1e-300, from 1: ${model}`,
    model: `param a = 1  param k = 2  fit y ~ ${model}`,
    data: { x, y: times(y, 1e-300) },
    throws: `FIT5021: the sum of squares at the result is too small for double precision (${far})`,
  })),
  // With standard deviations of the same size, the residuals are near 1 and nothing is lost. The
  // square of an error overflows or underflows.
  ...[1e-300, 1e300].map((unit) => ({
    name: `data of ${unit} with deviations`,
    model: `param a = ${unit}  param k = 2  fit y ~ a*exp(-k*x)  sigma ${0.02 * unit} absolute`,
    data: { x, y: times(y, unit) },
    estimates: { a: [decay.a * unit, 0.02 * decay.unitA * unit], k: [decay.k, 0.02 * decay.unitK] } as const,
    result: { r2: null },
  })),
  ...[1e-130, 1e130].map((unit) => ({
    name: `data of ${unit}`,
    model: `param a = ${unit}  param k = 2  fit y ~ a*exp(-k*x)`,
    data: { x, y: times(y, unit) },
    estimates: { a: [decay.a * unit, decay.da * unit], k: [decay.k, decay.dk] } as const,
  })),
  ...[1e9, 1e-9].map((unit) => ({
    name: `parameters of ${unit} and ${1 / unit}`,
    model: `param a = ${unit}  param k = ${2 / unit}  fit y ~ a*exp(-k*x)`,
    data: { x: times(x, unit), y: times(y, unit) },
    estimates: { a: [decay.a * unit, decay.da * unit], k: [decay.k / unit, decay.dk / unit] } as const,
  })),
  // A column of J whose squares overflow or underflow.
  ...[1e150, 1e200, 1e-200].map((unit) => ({
    name: `a column of ${unit}`,
    model: `param a = 1  param b = ${1 / unit}  fit y ~ a + b*x`,
    data: { x: times(x, unit), y },
    estimates: { a: [l2.a, l2.da], b: [l2.b / unit, l2.db / unit] } as const,
  })),
  {
    name: "all fixed but one",
    model: "param a = 3 fixed  param k = 2  fit y ~ a*exp(-k*x)",
    data: { x, y },
    estimates: { a: [3, null] },
    result: { free: ["k"], dof: 11, rank: 1, condition: 1 },
  },
  {
    name: "on a bound beside what is not determined",
    model: "param a = 1  param b = 2  param k = 0.1 in [0, 0.5]  derive S = a + b  fit y ~ (a + b)*exp(-k*x)",
    data: { x, y },
    by: ["trf", "dogbox"],
    compiler: ["FIT9006"],
    warnings: ["FIT9004", "FIT9007: the data determine 'a' and 'b' only through a + b"],
    // With k fixed at 1/2, the sum is linear.
    estimates: { a: [null, inf], b: [null, inf], k: [0.5, null], S: [2.2148283324313924, 0.19995421482208367] },
    result: { rank: 1, dof: 11 },
  },
  {
    name: "a loss that is flat at the start",
    model: "param a = 0  loss(0.1) z => 1 - exp(-z)  fit y ~ a + x",
    data: { x, y: x.map((value, i) => 100 + value + (pattern[i] as number)) },
    by: ["trf", "dogbox"],
    warnings: ["FIT9044"],
    result: { fromStart: { success: false, stoppedBy: "flat", rank: 0 } },
  },
];

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: Float64Array): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
}

describe.each(solvers)("%s", (solver) => {
  it.each(cases.filter(({ by = solvers }) => by.includes(solver)))("$name", async (entry) => {
    const spec = `model M { input x, y  ${entry.model}  solver ${solver} }`;
    const { diagnostics } = await compile(spec);
    expect(diagnostics.map(({ code }) => code)).toEqual(entry.compiler ?? []);
    const fitter = await loadModel(spec);
    if (entry.throws !== undefined) {
      expect(() => fitter.fit(entry.data)).toThrow(entry.throws);
      return;
    }
    const result = fitter.fit(entry.data);
    expect(result.success, result.message).toBe(true);
    expectWarnings(result, entry.warnings ?? []);
    expect(result).toMatchObject(entry.result ?? {});
    for (const [name, [value, stderr]] of Object.entries(entry.estimates ?? {})) {
      const estimate = result.params[name] ?? result.derived[name];
      // The reference is known to about 9 digits, and errors that are 0 are at the rounding of the
      // data.
      if (value !== null) expectClose(estimate?.value, value, `${name}`);
      expectClose(estimate?.stderr, stderr, `standard error of ${name}`);
    }
  });
});

function expectWarnings({ warnings }: FitResult, expected: readonly (string | RegExp)[]): void {
  const found = warnings.map(({ code, message }, i) => {
    const whole = `${code}: ${message}`;
    const wanted = expected[i];
    if (wanted instanceof RegExp) return wanted.test(whole) ? wanted : whole;
    return wanted === code ? code : whole;
  });
  expect(found).toEqual(expected);
}

function expectClose(actual: number | null | undefined, expected: number | null, what: string): void {
  if (expected === null || !Number.isFinite(expected)) expect(actual, what).toBe(expected);
  else if (expected === 0) expect(Math.abs(actual ?? Number.NaN), what).toBeLessThan(1e-14);
  else expect((actual ?? Number.NaN) / expected, what).toBeCloseTo(1, 8);
}
