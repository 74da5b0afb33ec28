// Correlated errors, compared with SciPy 1.17.1: curve_fit(sigma=C, absolute_sigma=...) with a
// matrix C and the exact Jacobian, refined by Gauss-Newton steps on the whitened problem (its own
// covariance agrees with the refined one to 1e-9).
import { describe, expect, it } from "vitest";
import { createFitter, diagnostics, FitError, type FitOptions } from "../../../../runtime/index.js";
import { formulaProblem } from "../../../helpers/formula-problem.js";
import { loadModel } from "../../../helpers/load-models.js";
import { digits } from "../../../helpers/reference.js";

const indices = (count: number) => Array.from({ length: count }, (_, i) => i);

/** A decay with noise in which neighbouring errors have a correlation of 0.6. */
function observations(count: number) {
  const t = indices(count).map((i) => (5 * i) / (count - 1));
  const y = t.map(
    (at, i) => 2.5 * Math.exp(-0.8 * at) + 0.5 + 0.05 * Math.sin(0.9 * i) + 0.02 * Math.cos(i * i * 0.37),
  );
  const deviation = (i: number) => 0.03 + 0.01 * (i % 3);
  const covariance = indices(count * count).map((at) => {
    const [i, j] = [Math.floor(at / count), at % count];
    return deviation(i) * deviation(j) * 0.6 ** Math.abs(i - j);
  });
  return { data: { t, y }, covariance };
}

const params = [
  { name: "A", start: 1 },
  { name: "k", start: 1 },
  { name: "c", start: 0 },
];
const problem = (absolute: boolean) => {
  const plain = formulaProblem({
    params,
    columns: ["t", "y"],
    rows: [{ predicted: "A*exp(-k*t) + c", observed: "y", absolute }],
  });
  return { ...plain, covariance: { path: "C.csv", absolute } };
};

describe("curve_fit with a matrix for sigma", () => {
  const small = [2.519553585329687, 0.7954672050376892, 0.49234069722139956];
  const large = [2.5032009503378676, 0.8035546044059146, 0.5049401229788575];
  // 300 rows are three panels.
  it.each([
    [20, true, small, [0.038808557381787054, 0.0296988956328572, 0.028050845376757463], -0.0004145741339241652],
    [20, false, small, [0.04838428833095857, 0.03702688340807993, 0.03497218866664484], -0.0006444005744636878],
    [300, true, large, [0.013900607395181327, 0.011386091521047192, 0.008758427482973652], 3.2582640982931704e-5],
    [300, false, large, [0.015204563721770545, 0.012454171904292894, 0.009580017979181418], 3.8982227740045335e-5],
  ] as const)("%i rows, absolute: %s", (count, absolute, values, errors, covariance) => {
    const { data, covariance: matrix } = observations(count);
    const fitter = createFitter(problem(absolute));
    for (const solver of ["lm", "trf"] as const) {
      const result = fitter.fit(data, { covariance: matrix, solver });
      const found = Object.values(result.params);
      // The condition number of the whitened Jacobian is about 10, so the minimum is accurate
      // except for a few digits.
      for (const [j, value] of values.entries()) expect(digits(found[j]?.value as number, value)).toBeGreaterThan(10);
      for (const [j, error] of errors.entries()) expect(digits(found[j]?.stderr as number, error)).toBeGreaterThan(9);
      expect(digits(result.covariance?.[0]?.[1] as number, covariance)).toBeGreaterThan(8);
      expect(digits(result.chi2, count === 20 ? 26.42424808848921 : 355.33404566125904)).toBeGreaterThan(11);
      expect(result.sigma).toBe(absolute ? "absolute" : "relative");
    }
  });

  it("is followed by SciPy's own statistics under its rules", () => {
    const { data, covariance } = observations(20);
    const result = createFitter(problem(false)).fit(data, { covariance, compat: "scipy" });
    // SciPy's tolerance of 1.5e-8 applies to a step; the error of the minimum is the square of
    // that.
    expect(digits(result.params["A"]?.stderr as number, 0.04838428833095857)).toBeGreaterThan(6);
  });
});

it("leaves out the rows and columns of what `where` leaves out", () => {
  const { data, covariance } = observations(20);
  const keep = (d: readonly Float64Array[], row: number) => Math.round((d[0]?.[row] as number) * 3.8) % 4 !== 1;
  const fitter = createFitter({ ...problem(true), keep });
  const result = fitter.fit(data, { covariance });
  expect(result.rows).toBe(15);
  expect(digits(result.params["A"]?.stderr as number, 0.038939303487174205)).toBeGreaterThan(9);
  expect(digits(result.params["k"]?.value as number, 0.8140691619099235)).toBeGreaterThan(10);
  expect(digits(result.chi2, 19.75738193314195)).toBeGreaterThan(11);
});

it("a diagonal matrix is a sigma, for diagnostics too", () => {
  const { data } = observations(150);
  const sigma = data.t.map((_, i) => 0.03 + 0.01 * (i % 3));
  const covariance = indices(150 * 150).map((at) => (at % 151 === 0 ? (sigma[at / 151] as number) ** 2 : 0));
  const fitter = createFitter(problem(true));
  const correlated = fitter.fit(data, { covariance });
  const separate = createFitter(
    formulaProblem({
      params,
      columns: ["t", "y", "s"],
      rows: [{ predicted: "A*exp(-k*t) + c", observed: "y", sigma: "s", absolute: true }],
    }),
  );
  const plain = separate.fit({ ...data, s: sigma });
  for (const name of ["A", "k", "c"]) {
    expect(digits(correlated.params[name]?.value as number, plain.params[name]?.value as number)).toBeGreaterThan(10);
    expect(digits(correlated.params[name]?.stderr as number, plain.params[name]?.stderr as number)).toBeGreaterThan(9);
  }
  expect(correlated.r2).toBeCloseTo(plain.r2 as number, 11);
  expect(correlated.rss).toBeCloseTo(plain.rss, 11);
  const [found, expected] = [
    diagnostics(fitter, correlated, data, { covariance }),
    diagnostics(separate, plain, { ...data, s: sigma }),
  ];
  for (const i of [0, 1, 75, 149]) {
    expect(found.leverage[i]).toBeCloseTo(expected.leverage[i] as number, 10);
    expect(found.standardized?.[i]).toBeCloseTo(expected.standardized?.[i] as number, 8);
  }
});

it("has a band of the mean, and none for a new observation, whose covariance with the others nobody knows", () => {
  const { data, covariance } = observations(20);
  const fitter = createFitter(problem(true));
  const band = fitter.predict(fitter.fit(data, { covariance }), { t: [0, 1] });
  expect(band.stderr[0]).toBeGreaterThan(0);
  expect(band.prediction).toBeNull();
});

it("works through the language, with a linear parameter that has no start value", async () => {
  const { data, covariance } = observations(20);
  const model = await loadModel(`model Decay {
    data "d.csv" { t, y }
    param A
    param k = 1
    param c
    fit y ~ A * exp(-k * t) + c
    covariance "C.csv" absolute
  }`);
  const result = model.fit(data, { covariance });
  expect(digits(result.params["A"]?.value as number, 2.519553585329687)).toBeGreaterThan(9);
  expect(digits(result.params["k"]?.stderr as number, 0.0296988956328572)).toBeGreaterThan(8);
});

it("evaluates whitened residuals and derivatives", () => {
  const { data, covariance } = observations(20);
  const fitter = createFitter(problem(true));
  const result = fitter.fit(data, { covariance });
  const r = fitter.residuals(result.x, data, { covariance });
  expect(
    digits(
      r.reduce((sum, value) => sum + value * value, 0),
      26.42424808848921,
    ),
  ).toBeGreaterThan(11);
  const J = fitter.jacobian(result.x, data, { covariance });
  // At the minimum every column is orthogonal to the residuals. The residuals are of size 1, the
  // columns of size 10 to 100.
  for (const j of [0, 1, 2]) {
    expect(r.reduce((sum, value, i) => sum + value * (J[3 * i + j] as number), 0)).toBeCloseTo(0, 6);
  }
  expect(() => fitter.residuals(result.x, data)).toThrow("FIT5046");
});

describe("refuses", () => {
  const { data, covariance } = observations(4);
  const wrong = (change: (c: number[]) => void): FitOptions => {
    const copy = [...covariance];
    change(copy);
    return { covariance: copy };
  };
  it.each([
    ["no matrix", {}, "FIT5046: the model needs the covariance matrix of its observations"],
    [
      "another size",
      { covariance: [1, 0, 0, 1] },
      "FIT5048: the covariance matrix has 4 numbers, but data with 4 rows need 4 x 4 = 16",
    ],
    ["NaN", wrong((c) => c.splice(6, 1, Number.NaN)), "FIT5050: the covariance matrix is NaN in row 2, column 3"],
    ["text", wrong((c) => c.splice(6, 1, "1" as never)), 'FIT5050: the covariance matrix is "1" in row 2, column 3'],
    [
      "what is not symmetric",
      wrong((c) => c.splice(4, 1, 0.5)),
      "FIT5051: the covariance matrix is not symmetric: it has 0.5 in row 2, column 1",
    ],
    [
      "a correlation of 1",
      wrong((c) =>
        indices(4).forEach((i) => {
          for (const j of indices(4)) c[4 * i + j] = j === i ? 1 : i + j === 3 && i !== 0 && i !== 3 ? 1 : 0;
        }),
      ),
      "FIT5052: the covariance matrix is not positive definite: row 3 has no variance of its own, given the rows before it",
    ],
    [
      "a variance of 0",
      wrong((c) => {
        for (const i of indices(4)) {
          c[i] = 0;
          c[4 * i] = 0;
        }
      }),
      "FIT5052: the covariance matrix is not positive definite: row 1",
    ],
  ] as [string, FitOptions, string][])("%s", (_, options, message) => {
    expect(() => createFitter(problem(true)).fit(data, options)).toThrow(message);
  });

  it("a matrix that the model does not declare", () => {
    const plain = { ...problem(true), covariance: null };
    expect(() => createFitter(plain).fit(data, { covariance })).toThrow(
      "FIT5047: a covariance matrix is passed, but model 'M' does not declare one",
    );
  });

  it("a robust loss of the call, as in the spec", () => {
    expect(() => createFitter(problem(true)).fit(data, { covariance, loss: "huber" })).toThrow(
      "FIT5055: loss 'huber' cannot be used with a covariance matrix of the observations",
    );
  });

  it("more than 5,000 rows", () => {
    const t = indices(5001);
    expect(() => createFitter(problem(true)).fit({ t, y: t }, { covariance: [] })).toThrow(FitError);
    expect(() => createFitter(problem(true)).fit({ t, y: t }, { covariance: [] })).toThrow("FIT5049");
  });

  it("another matrix than that of the fit", () => {
    const fitter = createFitter(problem(true));
    const { data: twenty, covariance: right } = observations(20);
    const result = fitter.fit(twenty, { covariance: right });
    expect(() => diagnostics(fitter, result, twenty, { covariance: right.map((value) => 2 * value) })).toThrow(
      "FIT5033",
    );
    expect(() => diagnostics(fitter, result, twenty)).toThrow("FIT5046");
  });
});
