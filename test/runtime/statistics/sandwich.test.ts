// The sandwich covariance, compared with numbers from its formula: numpy 2.4.6, H^-1 M H^-1 by
// dense inverses at the minimum of SciPy 1.17.1's least_squares, refined by Newton steps with the
// true curvature.
import { describe, expect, it } from "vitest";
import { createFitter, type FitOptions, type FitResult } from "../../../runtime/index.js";
import { formulaProblem, type ModelRule } from "../../helpers/formula-problem.js";
import { digits, readReferenceCsv } from "../../helpers/reference.js";

const x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const y = [2.1, 3.9, 6.2, 7.8, 10.1, 12.2, 13.8, 16.1, 18.2, 19.7];
const sy = [0.1, 0.2, 0.1, 0.3, 0.1, 0.2, 0.1, 0.4, 0.1, 0.2];

const line = (statement: object, rest: Partial<ModelRule> = {}) =>
  createFitter(
    formulaProblem({
      params: [
        { name: "a", start: 0 },
        { name: "b", start: 1 },
      ],
      columns: ["x", "y", "sy"],
      rows: [{ predicted: "a + b*x", observed: "y", ...statement }],
      ...rest,
    }),
  );

function expectErrors(result: FitResult, stderr: readonly number[], covariance: number, least: number) {
  const found = Object.values(result.params).map((estimate) => estimate.stderr as number);
  for (const [j, error] of stderr.entries()) expect(digits(found[j] as number, error)).toBeGreaterThan(least);
  expect(digits(result.covariance?.[0]?.[1] as number, covariance)).toBeGreaterThan(least);
}

describe("linear loss", () => {
  it.each([
    ["HC0", [0.1030827198809153, 0.02016493197935278], -0.0017950756045301732],
    ["HC1", [0.11524998447964781, 0.0225450793337461], -0.0022438445056627166],
    ["HC2", [0.11849442472312345, 0.023893830156904876], -0.002477615042159673],
    ["HC3", [0.13702455403301447, 0.028440434103793065], -0.003454006957844847],
  ] as const)("a straight line, %s", (sandwich, stderr, covariance) => {
    const result = line({}).fit({ x, y, sy }, { sandwich });
    expect(result.sandwich).toBe(sandwich);
    // Both systems have a condition number near 10, so rounding leaves twelve digits.
    expectErrors(result, stderr, covariance, 12);
  });

  it.each([
    ["HC0", [0.0744637038792461, 0.019947996398177514], -0.0012375720365106985],
    ["HC3", [0.11478852962157284, 0.033182762769056434], -0.003365353127567472],
  ] as const)(
    "with deviations, %s: whether they are called absolute makes no difference",
    (sandwich, stderr, covariance) => {
      for (const absolute of [false, true]) {
        expectErrors(line({ sigma: "sy", absolute }).fit({ x, y, sy }, { sandwich }), stderr, covariance, 12);
      }
    },
  );

  it.each([
    ["HC0", [2.6544309900968823, 7.0370989963373665e-6], -1.8656718951949833e-5],
    ["HC1", [2.8671131581059894, 7.600935644048112e-6], -2.176617211060812e-5],
    ["HC2", [3.353924999991463, 8.818844370656866e-6], -2.954970660276619e-5],
    ["HC3", [4.381231320643512, 1.144505024835406e-5], -5.0109747475867813e-5],
  ] as const)("NIST's Misra1a, %s", (sandwich, stderr, covariance) => {
    const fitter = createFitter(
      formulaProblem({
        params: [
          { name: "b1", start: 250 },
          { name: "b2", start: 0.0005 },
        ],
        columns: ["x", "y"],
        rows: [{ predicted: "b1*(1 - exp(-b2*x))", observed: "y" }],
      }),
    );
    const columns = readReferenceCsv("nist/Misra1a.csv");
    // The fit itself is accurate to about ten digits, which limits the scores.
    expectErrors(fitter.fit(columns, { sandwich }), stderr, covariance, 8);
  });

  it("is not the default", () => {
    expect(line({}).fit({ x, y, sy }).sandwich).toBeNull();
  });

  it("gives no error to what one observation alone determines", () => {
    // The last row is fitted exactly by c: its leverage is 1 and its residual 0, whatever the
    // scatter.
    const fitter = createFitter(
      formulaProblem({
        params: ["a", "b", "c"].map((name) => ({ name, start: 0 })),
        columns: ["x", "y", "only"],
        rows: [{ predicted: "a + b*x + c*only", observed: "y" }],
        derived: { level: "a + b", last: "a + 10*b + c" },
      }),
    );
    const only = x.map((value) => (value === 10 ? 1 : 0));
    const result = fitter.fit({ x, y, only }, { sandwich: "HC3" });
    const nine = line({}).fit({ x: x.slice(0, 9), y: y.slice(0, 9), sy: sy.slice(0, 9) }, { sandwich: "HC3" });
    expect(result.params["c"]?.stderr).toBe(Number.POSITIVE_INFINITY);
    expect(result.derived["last"]?.stderr).toBe(Number.POSITIVE_INFINITY);
    for (const name of ["a", "b"]) {
      expect(result.params[name]?.stderr).toBeCloseTo(nine.params[name]?.stderr as number, 12);
    }
    expect(Number.isFinite(result.derived["level"]?.stderr)).toBe(true);
  });

  it("takes the deviation of a prior as declared, not as it happens to be off", () => {
    const rule = formulaProblem({
      params: [
        { name: "a", start: 0 },
        { name: "c", start: 3 },
      ],
      columns: ["y"],
      rows: [{ predicted: "a", observed: "y" }],
      once: ["(c - 3) / 0.5"],
    });
    const statements = rule.statements.map((statement, s) =>
      s === 1 ? { ...statement, kind: "prior" as const } : statement,
    );
    const result = createFitter({ ...rule, statements }).fit({ y }, { sandwich: "HC0" });
    expect(result.params["c"]?.stderr).toBeCloseTo(0.5, 12);
  });

  it("has infinite errors where a direction is not determined, finite ones across it", () => {
    const fitter = createFitter(
      formulaProblem({
        params: ["a", "b", "c"].map((name) => ({ name, start: 1 })),
        columns: ["x", "y"],
        rows: [{ predicted: "a + (b + c)*x", observed: "y" }],
        derived: { slope: "b + c" },
      }),
    );
    const result = fitter.fit({ x, y }, { sandwich: "HC0" });
    expect([result.params["b"]?.stderr, result.params["c"]?.stderr]).toEqual([Infinity, Infinity]);
    expect(result.params["a"]?.stderr).toBeCloseTo(0.1030827198809153, 10);
    expect(result.derived["slope"]?.stderr).toBeCloseTo(0.02016493197935278, 10);
  });

  it.each([
    [
      { sandwich: "HC1", compat: "scipy" },
      "FIT5044: the sandwich covariance HC1 cannot be computed with SciPy's covariance",
    ],
    [{ sandwich: "HC3", loss: "huber" }, "FIT5044: the sandwich covariance HC3 cannot be computed with a robust loss"],
    [{ sandwich: "HC4" }, "FIT5007: option 'sandwich' must be one of 'HC0', 'HC1', 'HC2', 'HC3', not \"HC4\""],
  ] as const)("refuses %o", (options, message) => {
    expect(() => line({}).fit({ x, y, sy }, options as FitOptions)).toThrow(message);
  });
});

describe("robust losses", () => {
  const off = y.map((value, i) => value + ([0, 0, 5, 0, 0.4, 0, 0, -3][i] ?? 0));
  const robust = (loss: string, options: FitOptions = {}) =>
    line({ loss, lossScale: 0.3 }, { solver: { method: "trf", explicit: true } }).fit({ x, y: off, sy }, options);

  // Under cauchy, four of the ten residuals are where the loss is concave; under arctan, five.
  it.each([
    ["huber", [0.20392599086096552, 0.03903313197936022], -0.006008425738226828],
    ["soft_l1", [0.2638669305423729, 0.03828232496845565], -0.0077764327651175065],
    ["cauchy", [0.13779085066493316, 0.042606405905237496], -0.003720565668409353],
    ["arctan", [0.09688844979688885, 0.02498003303982406], -0.001372705873247468],
  ] as const)("%s has the M-estimator's by default", (loss, stderr, covariance) => {
    const result = robust(loss);
    expect(result.sandwich).toBe("HC1");
    // Gauss-Newton steps converge linearly under these losses, so the minimum is accurate to about
    // eight digits.
    expectErrors(result, stderr, covariance, 6);
  });

  it("may be had without the factor for small samples", () => {
    expect(robust("huber", { sandwich: "HC0" }).params["a"]?.stderr).toBeCloseTo(0.18239695117764793, 8);
  });

  it("claims nothing where the loss bends downwards along some direction", () => {
    // Two clusters too far apart for the loss: between them the slope of arctan vanishes, but its
    // curvature is negative.
    const fitter = createFitter(
      formulaProblem({
        params: [{ name: "m", start: 0 }],
        columns: ["y"],
        rows: [{ predicted: "m", observed: "y", loss: "arctan", lossScale: 1 }],
        solver: { method: "trf", explicit: true },
      }),
    );
    const result = fitter.fit({ y: [-1, -1, 1, 1] }, { search: false });
    expect(result.params["m"]).toMatchObject({ value: 0, stderr: Infinity });
  });
});
