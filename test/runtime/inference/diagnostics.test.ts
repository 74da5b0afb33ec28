// Residual diagnostics, compared with numpy 2.4.6 (leverages from its QR, the others from their
// definitions) and scipy.stats 1.17.1.
import { describe, expect, it } from "vitest";
import { createFitter, type Diagnostics, diagnostics } from "../../../runtime/index.js";
import { normalityTest } from "../../../runtime/statistics/normality.js";
import { formulaProblem, type ModelRule } from "../../helpers/formula-problem.js";
import { digits, readReferenceCsv } from "../../helpers/reference.js";

function expectDigits(actual: ArrayLike<number> | null, expected: readonly number[], least: number) {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(digits(actual?.[i] as number, value)).toBeGreaterThan(least);
}

const ab = [
  { name: "a", start: 0 },
  { name: "b", start: 1 },
];
const x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const y = [2.1, 3.9, 6.2, 7.8, 10.1, 12.2, 13.8, 16.1, 18.2, 19.7];
const sy = [0.1, 0.2, 0.1, 0.3, 0.1, 0.2, 0.1, 0.4, 0.1, 0.2];
const line = (statement: object = {}, rest: Partial<ModelRule> = {}) =>
  createFitter(
    formulaProblem({
      params: ab,
      columns: ["x", "y", "sy"],
      rows: [{ predicted: "a + b*x", observed: "y", ...statement }],
      ...rest,
    }),
  );

describe("NIST's Misra1a", () => {
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
  const found = diagnostics(fitter, fitter.fit(columns), columns);

  // The parameters are accurate to at least ten digits; residuals of a thousandth of the data lose
  // three of them.
  it("has the leverages and the residuals of the textbook", () => {
    expectDigits(
      found.leverage,
      [
        0.028030612660003718, 0.051714555046273744, 0.06870383837685529, 0.09742712353336949, 0.11752690563487034,
        0.12753755273381273, 0.1284150389088879, 0.12329335719793848, 0.11347250894853324, 0.10831462206553702,
        0.11346734285383814, 0.14276987934970942, 0.2840797864727367, 0.49524687621763375,
      ],
      9,
    );
    expectDigits(
      found.standardized,
      [
        -0.8336619703159713, -0.939903040976943, -0.9487445478255396, -1.2379120135957702, -0.6928863317676686,
        -0.5844179554637479, -0.45156319557310853, 0.9059861409488064, 0.7784677826926036, 1.3712190299600262,
        0.9360642814115596, 1.3125849654618233, -0.884068156516645, -1.7911140899824645,
      ],
      7,
    );
    expectDigits(
      found.studentized,
      [
        -0.8223390264412291, -0.9349615565047535, -0.9444661991486771, -1.2690043287298933, -0.6770703901169364,
        -0.5676744928429253, -0.4360595769320822, 0.8986958689054036, 0.7648902220556351, 1.429611729899051,
        0.9308415254902835, 1.3579633198384355, -0.8754194170938681, -2.0034475088744603,
      ],
      7,
    );
    expectDigits(
      found.cooks,
      [
        0.010021436722786594, 0.024088503564950334, 0.033201811434153586, 0.08270793198329017, 0.031969056679588354,
        0.02496367050562013, 0.015021497833699583, 0.05771630156257463, 0.03878374492102559, 0.11419816135931146,
        0.05607347847967017, 0.1434709669341919, 0.15506622285657518, 1.5738351279447236,
      ],
      7,
    );
  });

  it("has the tests of order and normality", () => {
    expect(digits(found.durbinWatson as number, 0.5610450149188007)).toBeGreaterThan(7);
    expect(found.runs?.runs).toBe(3);
    expect(digits(found.runs?.z as number, -2.7029332128664176)).toBeGreaterThan(13);
    expect(digits(found.runs?.p as number, 0.006873055494542701)).toBeGreaterThan(12);
    expect(found.normality?.test).toBe("Shapiro-Wilk");
    expect(digits(found.normality?.statistic as number, 0.8427072888695346)).toBeGreaterThan(7);
    expect(digits(found.normality?.p as number, 0.017708346464931052)).toBeGreaterThan(6);
  });
});

describe("known deviations", () => {
  it("standardise by themselves; the studentised residual is estimated from the others all the same", () => {
    const fitter = line({ sigma: "sy", absolute: true });
    const found = diagnostics(fitter, fitter.fit({ x, y, sy }), { x, y, sy });
    const expected: Partial<Record<keyof Diagnostics, readonly number[]>> = {
      leverage: [
        0.516333808844508, 0.09217784117926767, 0.26165002377555857, 0.0216833095577746, 0.16921065145030903,
        0.04595815501664288, 0.2390156918687589, 0.02092249167855445, 0.47106514503090835, 0.16198288159771757,
      ],
      standardized: [
        0.16435281961770493, 1.0397472638656202, -1.3402361221117025, 0.9151112134145062, -0.4581119376907644,
        -0.7937148810524884, 2.655502576100644, -0.20628255133047865, -2.680425660615633, 1.5935729257016225,
      ],
      studentized: [
        0.11144302950283277, 0.7307743520345044, -0.9666783784109105, 0.6377163243763241, -0.31251522909020013,
        -0.5491807832791475, 2.4535244651304073, -0.13994584615866526, -2.496882052770999, 1.1825276087856487,
      ],
      cooks: [
        0.0144181372364417, 0.05488470448917187, 0.3182666665184062, 0.00928033953072174, 0.021372237905098547,
        0.015173794986882302, 1.1074246117279103, 0.0004546647895264956, 3.1993099959478783, 0.24543139733172523,
      ],
    };
    // A linear problem, so the only error is rounding, amplified by cancellation in residuals of a
    // thousandth of the data.
    for (const [name, values] of Object.entries(expected)) {
      expectDigits(found[name as "leverage"], values, 10);
    }
    expect(digits(found.durbinWatson as number, 2.756420222504827)).toBeGreaterThan(11);
    expect(digits(found.runs?.p as number, 0.5023349543605021)).toBeGreaterThan(13);
    expect(digits(found.normality?.p as number, 0.992935540485388)).toBeGreaterThan(6);
  });
});

describe("what does not count", () => {
  it("rows of weight 0 have no residual, and change nothing for the others", () => {
    const weight = x.map((value) => (value % 4 === 0 ? 0 : 1 / value));
    const fitter = line({ weight: "sy" });
    const all = { x, y: y.map((value, i) => (weight[i] === 0 ? 1000 : value)), sy: weight };
    const pick = (values: readonly number[]) => values.filter((_, i) => weight[i] !== 0);
    const some = { x: pick(x), y: pick(y), sy: pick(weight) };
    const full = diagnostics(fitter, fitter.fit(all), all);
    const part = diagnostics(fitter, fitter.fit(some), some);
    for (const name of ["residuals", "standardized", "studentized", "cooks"] as const) {
      expectDigits(pick(full[name] ?? []), part[name] ?? [], 9);
      expect(full[name]?.[3]).toBeNaN();
    }
    expect(full.leverage[3]).toBe(0);
    expect(full.runs).toEqual(part.runs);
    expect(digits(full.durbinWatson as number, part.durbinWatson as number)).toBeGreaterThan(9);
  });

  it("directions that are not determined, and parameters on a bound", () => {
    const plain = line();
    const two = diagnostics(plain, plain.fit({ x, y, sy }), { x, y, sy });
    const alias = line({ predicted: "a + (b + c)*x" }, { params: [...ab, { name: "c", start: 0 }] });
    const bound = line(
      { predicted: "a + b*x + c*x^2" },
      {
        params: [...ab, { name: "c", start: 1, lower: 0.1 }],
        solver: { method: "trf", explicit: true },
      },
    );
    // The unconstrained curvature would be about 0, so c ends on its bound; the rest is a line
    // through y - 0.1 x^2.
    const bent = { x, y: x.map((value, i) => (y[i] as number) + 0.09 * value * value), sy };
    const flat = { x, y: bent.y.map((value, i) => value - 0.1 * (x[i] as number) ** 2), sy };
    const held = bound.fit(bent);
    expect(held.activeMask).toEqual([0, 0, -1]);
    const pairs = [
      [diagnostics(alias, alias.fit({ x, y, sy }), { x, y, sy }), two],
      [diagnostics(bound, held, bent), diagnostics(plain, plain.fit(flat), flat)],
    ] as const;
    for (const [found, expected] of pairs) {
      expectDigits(found.leverage, expected.leverage, 9);
      expectDigits(found.studentized, expected.studentized ?? [], 6);
      expectDigits(found.cooks, expected.cooks ?? [], 6);
    }
  });

  it("an observation through which the model passes whatever it is", () => {
    const fitter = line({ predicted: "a + b*x + c*sy" }, { params: [...ab, { name: "c", start: 0 }] });
    const only = { x, y, sy: x.map((value) => (value === 10 ? 1 : 0)) };
    const found = diagnostics(fitter, fitter.fit(only), only);
    expect(found.leverage[9]).toBeCloseTo(1, 12);
    expect(found.standardized?.[9]).toBeNaN();
    expect(found.cooks?.[9]).toBeNaN();
    expect(found.standardized?.[0]).toBeGreaterThan(-10);
  });

  it("a fit without degrees of freedom, or without residuals", () => {
    const fitter = line();
    const two = { x: [1, 2], y: [3, 5], sy: [1, 1] };
    expect(diagnostics(fitter, fitter.fit(two), two)).toMatchObject({
      standardized: null,
      studentized: null,
      cooks: null,
      runs: null,
      normality: null,
    });
  });
});

it("takes the statements apart in tests of order, and lays residuals out by row", () => {
  const fitter = line(
    {},
    {
      rows: [
        { predicted: "a + b*x", observed: "y" },
        { predicted: "a - b*x", observed: "sy" },
      ],
    },
  );
  const found = diagnostics(fitter, fitter.fit({ x, y, sy }), { x, y, sy });
  expect(found.residuals).toHaveLength(20);
  const of = (s: number) => found.residuals.filter((_, i) => i % 2 === s);
  const changes = (r: readonly number[]) =>
    r.reduce((n, value, i) => (i > 0 && value * (r[i - 1] as number) < 0 ? n + 1 : n), 0);
  expect(found.runs?.runs).toBe(2 + changes(of(0)) + changes(of(1)));
});

it("refuses the data of another fit", () => {
  const fitter = line();
  const other = { x, y: y.map((value) => value + 1), sy };
  expect(() => diagnostics(fitter, fitter.fit({ x, y, sy }), other)).toThrow("FIT5033");
  expect(() => diagnostics(fitter, fitter.fit({ x, y, sy }), { x, y, sy }, { level: 1 } as never)).toThrow("FIT5017");
});

describe("the normality test", () => {
  // scipy.stats.shapiro of sin(0.7 t^2) + 0.001 t, t = 1..n.
  it.each([
    [3, 0.9999318193869897, 0.9842298158843925],
    [4, 0.9185931027803036, 0.5290892593568932],
    [5, 0.8637495325042643, 0.24202586212856336],
    [6, 0.8679629560886514, 0.21820526713470706],
    [8, 0.8567292687657884, 0.11136858018516926],
    [11, 0.8482922777559534, 0.040542126152260806],
    [12, 0.8389016784060592, 0.026849690254451244],
    [20, 0.9191375310972234, 0.09537012403932205],
    [50, 0.9162300097945776, 0.0017276372607861628],
    [400, 0.9324480036286665, 1.761072067181697e-12],
    [5000, 0.9848759981015874, 9.924129318475396e-23],
  ])("is Shapiro and Wilk's for %i values", (n, statistic, p) => {
    const found = normalityTest(
      Float64Array.from({ length: n }, (_, i) => Math.sin((i + 1) ** 2 * 0.7) + 0.001 * (i + 1)),
    );
    expect(found?.test).toBe("Shapiro-Wilk");
    // SciPy's normal quantiles in the weights are accurate to seven digits, ours to all.
    expect(digits(found?.statistic as number, statistic)).toBeGreaterThan(7);
    expect(digits(found?.p as number, p)).toBeGreaterThan(5);
  });

  // scipy.stats.normaltest of sin(0.7 t^2) + cos(t^1.5) + 0.3 sin(1.3 t), t = 1..6000.
  it("is D'Agostino and Pearson's beyond 5000", () => {
    const values = Float64Array.from({ length: 6000 }, (_, i) => {
      const t = i + 1;
      return Math.sin(t * t * 0.7) + Math.cos(t ** 1.5) + 0.3 * Math.sin(1.3 * t);
    });
    const found = normalityTest(values);
    expect(found?.test).toBe("D'Agostino-Pearson");
    expect(digits(found?.statistic as number, 327.7675586947271)).toBeGreaterThan(10);
    // p is exp(-statistic / 2), whose relative error is 164 times as large.
    expect(digits(found?.p as number, 6.701606998821517e-72)).toBeGreaterThan(8);
  });

  it("has nothing to say of two values, or of equal ones", () => {
    expect(normalityTest(Float64Array.of(1, 2))).toBeNull();
    expect(normalityTest(Float64Array.of(1, 1, 1, 1))).toBeNull();
  });
});
