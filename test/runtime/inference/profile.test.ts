// Profile-likelihood intervals, compared with those of a scan and a bisection by SciPy
// (test/reference/profiles/generate.py), which shares no code with the runtime, and with general
// properties of profiles.
import { bootstrap, profile, profiles } from "fitc/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import type { FitResult, Fitter, Profile } from "../../../runtime/index.js";
import { loadModel } from "../../helpers/load-models.js";
import { digits, literal, readReference, readReferenceCsv } from "../../helpers/reference.js";

type Columns = Readonly<Record<string, readonly number[]>> | Map<string, Float64Array>;

interface Reference {
  readonly nist?: string;
  readonly columns?: Readonly<Record<string, readonly number[]>>;
  readonly level: number;
  readonly intervals: Readonly<
    Record<
      string,
      {
        readonly lower: number | string;
        readonly upper: number | string;
        readonly lower_at: string;
        readonly upper_at: string;
      }
    >
  >;
}

interface NistProblem {
  readonly model: string;
  readonly response_expression: string;
  readonly predictors: readonly string[];
  readonly parameters: readonly string[];
  readonly starts: readonly (readonly number[])[];
}

const references = new Map(Object.entries(readReference<Record<string, Reference>>("profiles/profiles.json")));

const decay = (bounds: readonly [k: string, c: string], rest = "") => `
  model Decay {
    input t, y
    param A = 2  param k = 0.5 ${bounds[0]}  param c = 0.1 ${bounds[1]}
    derive tau = 1 / k
    derive m = A * exp(-k) + c
    derive same = k
    fit y ~ A * exp(-k * t) + c
    ${rest}
  }`;

/**
 * The specs of the reference in addition to those of NIST; a derived quantity has a different name
 * there.
 */
const specs: Readonly<Record<string, string>> = {
  "bounded decay": decay(["in [0, 0.72]", "in [0, 0.25]"]),
  "absolute decay": decay(["", ""], "sigma 0.15 absolute"),
  lifetime: decay(["", ""]),
  prediction: decay(["", ""]),
  "open saturation": "model M { input x, v  param V = 2  param K = 3  fit v ~ V * x / (K + x) }",
};

async function load(key: string, reference: Reference): Promise<readonly [Fitter, Columns]> {
  if (reference.nist === undefined) return [await loadModel(specs[key] ?? ""), reference.columns ?? {}];
  const problem = readReference<NistProblem>(`nist/${reference.nist}.json`);
  const params = problem.parameters.map((name, j) => `param ${name} = ${literal(problem.starts[1]?.[j] ?? 0)}`);
  const { predictors, response_expression: response, model } = problem;
  const spec = `model M { input y, ${predictors.join(", ")}\n${params.join("\n")}\nfit ${response} ~ ${model} }`;
  return [await loadModel(spec), readReferenceCsv(`nist/${reference.nist}.csv`)];
}

const fitted = async (key: string) => {
  const reference = references.get(key);
  if (reference === undefined) throw new Error(`no reference ${key}`);
  const [fitter, data] = await load(key, reference);
  return { fitter, data: data as never, result: fitter.fit(data as never), reference };
};

describe("profile intervals", () => {
  it.each([...references.keys()])("are those of a brute-force scan: %s", async (key) => {
    const { fitter, data, result, reference } = await fitted(key);
    for (const [name, expected] of Object.entries(reference.intervals)) {
      const found = profile(fitter, result, data, name);
      expect([name, found.lowerAt, found.upperAt]).toEqual([name, expected.lower_at, expected.upper_at]);
      for (const end of ["lower", "upper"] as const) {
        const value = Number(expected[end]);
        if (!Number.isFinite(value)) {
          expect(found[end]).toBe(value);
          continue;
        }
        // The requirement is 4 digits. Both sides are accurate to about 1e-10, but SciPy's
        // least_squares only to sqrt(eps) in flat directions.
        expect(digits(found[end], value), `${name} ${end}: ${found[end]} for ${value}`).toBeGreaterThan(7);
      }
    }
  });

  it("counts ten problems and more", () => {
    expect(references.size).toBeGreaterThanOrEqual(10);
  });
});

describe("a profile", () => {
  let fitter: Fitter;
  let result: FitResult;
  let data: never;
  let k: Profile;

  beforeAll(async () => {
    ({ fitter, data, result } = await fitted("lifetime"));
    k = profile(fitter, result, data, "k");
  });

  it("of a derived quantity that is a parameter is that of the parameter", () => {
    const same = profile(fitter, result, data, "same");
    // Refits that fix k and refits that constrain `same` by a penalty solve the same problem, each
    // to the rounding of the cost.
    expect(digits(same.lower, k.lower)).toBeGreaterThan(9);
    expect(digits(same.upper, k.upper)).toBeGreaterThan(9);
  });

  it("does not depend on how the model is parameterised", () => {
    const tau = profile(fitter, result, data, "tau");
    expect(digits(tau.lower, 1 / k.upper)).toBeGreaterThan(9);
    expect(digits(tau.upper, 1 / k.lower)).toBeGreaterThan(9);
  });

  it("has at each point the least cost that a fit with the parameter fixed finds", () => {
    expect(k.points.length).toBeGreaterThan(8);
    for (const { value, cost, params, tau } of k.points) {
      const refit = fitter.fit(data, { fixed: ["k"], start: { k: value } });
      // The same minimum of a sum of squares from two starts agrees to rounding.
      expect(digits(cost, refit.cost)).toBeGreaterThan(11);
      expect(digits(params["A"] ?? 0, refit.params["A"]?.value ?? 0)).toBeGreaterThan(7);
      const rise = (2 * (refit.cost - result.cost)) / (result.reducedChi2 ?? 0);
      expect(tau).toBeCloseTo(Math.sign(value - k.value) * Math.sqrt(Math.max(rise, 0)), 6);
    }
  });

  it("rises with the value, through 0 at the fit, to Student's t at the ends", () => {
    const values = k.points.map(({ value }) => value);
    const taus = k.points.map(({ tau }) => tau);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(taus).toEqual([...taus].sort((a, b) => a - b));
    expect(k.points.find(({ tau }) => tau === 0)?.value).toBe(k.value);
    // qt(0.975, 9) in R.
    expect(taus[0]).toBeCloseTo(-2.262157162740992, 8);
    expect(taus.at(-1)).toBeCloseTo(2.262157162740992, 8);
  });

  it("takes the level asked for", () => {
    const wide = profile(fitter, result, data, "k", { level: 0.99 });
    expect(wide.lower).toBeLessThan(k.lower);
    expect(wide.upper).toBeGreaterThan(k.upper);
    // qt(0.995, 9) in R.
    expect(wide.points.at(-1)?.tau).toBeCloseTo(3.2498355440153697, 8);
  });

  it("is the linear interval where the model is linear", async () => {
    const line = await loadModel(
      "model M { input x, y  param a = 0  param b = 0  derive at3 = a + 3 * b  fit y ~ a + b * x }",
    );
    const columns = { x: [1, 2, 3, 4, 5], y: [1.1, 1.9, 3.2, 3.8, 5.3] };
    const fit = line.fit(columns);
    for (const name of ["a", "b", "at3"]) {
      const { lower, upper, warnings } = profile(line, fit, columns, name);
      const [low = 0, high = 0] = (fit.params[name] ?? fit.derived[name])?.ci95 ?? [];
      expect(digits(lower, low)).toBeGreaterThan(9);
      expect(digits(upper, high)).toBeGreaterThan(9);
      expect(warnings).toEqual([]);
    }
  });

  it("is told by all profiles at once", () => {
    const all = profiles(fitter, result, data).profiles;
    expect(all.map(({ name }) => name)).toEqual(["A", "k", "c", "tau", "m", "same"]);
    expect(all[1]).toEqual(k);
  });
});

describe("bounds and robust losses", () => {
  it("a derived quantity ends where the bound of its parameter lets it", async () => {
    const { fitter, data, result } = await fitted("bounded decay");
    const tau = profile(fitter, result, data, "tau");
    expect(tau.lowerAt).toBe("bound");
    expect(tau.lower).toBeCloseTo(1 / 0.72, 12);
    expect(tau.upper).toBeCloseTo(1 / profile(fitter, result, data, "k").lower, 8);
  });

  it("hold under every solver that knows them", async () => {
    const { fitter, data, result } = await fitted("bounded decay");
    const other = fitter.fit(data, { solver: "dogbox" });
    for (const name of ["A", "k", "c"]) {
      const [a, b] = [profile(fitter, result, data, name), profile(fitter, other, data, name)];
      expect(digits(a.lower, b.lower)).toBeGreaterThan(7);
      expect(digits(a.upper, b.upper)).toBeGreaterThan(7);
    }
  });

  it("a derived quantity ends at the limit of its values", async () => {
    const fitter = await loadModel("model M { input x, y  param a = 1  derive off = (a - 1)^2  fit y ~ a * x }");
    const data = { x: [1, 2, 3, 4, 5], y: [1.1, 2.3, 2.9, 4.2, 4.8] };
    const result = fitter.fit(data);
    const off = profile(fitter, result, data, "off");
    const [low = 0, high = 0] = result.params["a"]?.ci95 ?? [];
    // a is linear, so its interval is exact and that of (a - 1)^2 follows; the farther end of a
    // gives the upper end.
    expect([off.lowerAt, off.upperAt]).toEqual(["limit", "level"]);
    expect(off.lower).toBeLessThan(1e-9);
    expect(off.upper).toBeCloseTo(Math.max((low - 1) ** 2, (high - 1) ** 2), 9);
  });

  it("is followed to a bound at which the model itself breaks off", async () => {
    // As b goes to 0 the model approaches a line through 0, where the rise is below the level; at
    // b = 0 itself the model is 0.
    const fitter = await loadModel(
      "model M { input x, y  param a = 100  param b = 0.75 in (0, 1]  derive half = log(2) / b  fit y ~ a * (1 - exp(-b * x)) }",
    );
    const data = { x: [1, 3], y: [109, 149] };
    const result = fitter.fit(data);
    expect(result.params["b"]?.atBound).toBe("upper");
    const b = profile(fitter, result, data, "b");
    expect([b.lower, b.lowerAt, b.upper, b.upperAt]).toEqual([0, "bound", 1, "bound"]);
    // The sum of squares about the line through 0 minus that of the fit, by hand: y - c x with
    // c = (109 + 447) / 10.
    const rise = (109 - 55.6) ** 2 + (149 - 166.8) ** 2 - result.chi2;
    expect(b.points[0]?.tau).toBeCloseTo(-Math.sqrt(rise / (result.reducedChi2 ?? 0)), 6);
    const half = profile(fitter, result, data, "half");
    expect([half.lowerAt, half.upper, half.upperAt]).toEqual(["bound", Infinity, "open"]);
    expect(half.lower).toBeCloseTo(Math.log(2), 12);
  });

  it("an undetermined parameter has no end, what is determined has two", async () => {
    const fitter = await loadModel(
      "model M { input x, y  param a = 1  param b = 1  derive ab = a * b  fit y ~ a * b * x }",
    );
    const data = { x: [1, 2, 3, 4, 5], y: [1.1, 2.3, 2.9, 4.2, 4.8] };
    const result = fitter.fit(data);
    const a = profile(fitter, result, data, "a");
    expect([a.lower, a.lowerAt, a.upper, a.upperAt, a.linear]).toEqual([-Infinity, "open", Infinity, "open", null]);
    const ab = profile(fitter, result, data, "ab");
    expect(digits(ab.lower, result.derived["ab"]?.ci95?.[0] ?? 0)).toBeGreaterThan(9);
  });

  it("correlated errors are those of generalised least squares", async () => {
    const fitter = await loadModel(
      'model M { input x, y  param a = 1  param b = 1  covariance "C.csv" absolute  fit y ~ a + b * x }',
    );
    const data = { x: [1, 2, 3, 4, 5], y: [1.1, 2.3, 2.9, 4.2, 4.8] };
    const covariance = data.x.flatMap((i) => data.x.map((j) => 0.04 * 0.5 ** Math.abs(i - j)));
    const result = fitter.fit(data, { covariance });
    for (const name of ["a", "b"]) {
      const { lower, upper } = profile(fitter, result, data, name, { covariance });
      expect(digits(lower, result.params[name]?.ci95?.[0] ?? 0)).toBeGreaterThan(9);
      expect(digits(upper, result.params[name]?.ci95?.[1] ?? 0)).toBeGreaterThan(9);
    }
    expect(() => bootstrap(fitter, result, data, { covariance, kind: "case" })).toThrow("FIT5041");
    expect(bootstrap(fitter, result, data, { covariance, samples: 20 }).failed).toBe(0);
  });

  it("a robust loss is profiled by its own cost, in units of the scale of its scores", async () => {
    const { data } = await fitted("lifetime");
    const robust = await loadModel(decay(["", ""], "loss huber(0.05)"));
    const result = robust.fit(data);
    const { points, upper } = profile(robust, result, data, "k");
    const end = points.at(-1);
    const refit = robust.fit(data, { fixed: ["k"], start: { k: upper } });
    // psi of Huber's loss at C = 0.05, and the scale [sum psi^2 / (N - n)] / [mean psi'].
    const r = [...robust.residuals(result.x, data)];
    const psi = r.map((value) => Math.max(-0.05, Math.min(0.05, value)));
    const slope = r.filter((value) => Math.abs(value) <= 0.05).length / r.length;
    const scale = psi.reduce((sum, value) => sum + value * value, 0) / (r.length - 3) / slope;
    // The derivative of Huber's loss has a kink, where the refits lose their last digits.
    expect((2 * (refit.cost - result.cost)) / scale).toBeCloseTo(2.262157162740992 ** 2, 5);
    expect(end?.tau).toBeCloseTo(2.262157162740992, 8);
  });
});

describe("warnings and refusals", () => {
  // A sine whose frequency has many local minima; the fit from 0.3 ends in a wrong one.
  const t = Array.from({ length: 60 }, (_, i) => i / 10);
  const y = t.map((x, i) => 1.5 * Math.sin(2 * Math.PI * 1.3 * x + 0.4) + 0.1 * Math.sin(37 * i * i + i));
  const sine =
    "model M { input t, y  param a = 1  param b = 1  param f = 1.1 in [0.1, 5]  let w = 2 * pi * f * t  fit y ~ a * sin(w) + b * cos(w) }";

  it("tells of a better minimum met on the way, from which a fit finds it", async () => {
    const fitter = await loadModel(sine);
    const wrong = fitter.fit({ t, y }, { search: false });
    const right = fitter.fit({ t, y }, { start: { f: 1.3 } });
    expect(right.cost).toBeLessThan(wrong.cost / 10);
    const { warnings, points } = profile(fitter, wrong, { t, y }, "f", { level: 0.999999 });
    expect(warnings.map(({ code }) => code)).toContain("FIT9022");
    const best = points.reduce((a, b) => (b.cost < a.cost ? b : a));
    expect(best.cost).toBeLessThan(wrong.cost);
    expect(fitter.fit({ t, y }, { start: best.params as never }).cost).toBeCloseTo(right.cost, 10);
  });

  it("warns where a half-width differs from the linear one by more than 20 %", async () => {
    const box = await fitted("BoxBOD");
    const b2 = profile(box.fitter, box.result, box.data, "b2");
    expect(b2.warnings.map(({ code }) => code)).toEqual(["FIT9023"]);
    const misra = await fitted("Misra1a");
    expect(profile(misra.fitter, misra.result, misra.data, "b1").warnings).toEqual([]);
  });

  it("refuses what has no profile", async () => {
    const fitter = await loadModel(
      "model M { input x, y  param a = 1  param b = 1  param c = 2 fixed  derive twice = 2 * c  fit y ~ a + b * x + c }",
    );
    const data = { x: [1, 2, 3], y: [1, 2, 4] };
    const result = fitter.fit(data);
    expect(() => profile(fitter, result, data, "c" as never)).toThrow(
      /FIT5038.*it does not depend on a free parameter/,
    );
    expect(() => profile(fitter, result, data, "twice")).toThrow(/FIT5038/);
    expect(() => profile(fitter, result, data, "aa" as never)).toThrow(/FIT5038.*did you mean/);
    expect(() => profile(fitter, result, data, "a", { levels: 0.9 } as never)).toThrow(/FIT5017/);
    expect(() => profile(fitter, result, data, "a", { level: 2 })).toThrow(/FIT5007/);
    const exact = { x: [1, 2, 3, 4], y: [3, 4, 5, 6] };
    expect(() => profile(fitter, fitter.fit(exact), exact, "a")).toThrow(/FIT5037.*all residuals are zero/);
    const two = { x: [1, 2], y: [1, 2] };
    expect(() => profile(fitter, fitter.fit(two), two, "a")).toThrow(/FIT5037.*no degrees of freedom/);
  });
});
