// Checks before a fit: options, start values, bounds, noise, and that the model is finite at the
// start.
import { describe, expect, it } from "vitest";
import {
  createFitter,
  FitError,
  type FitOptions,
  type FitProblem,
  type ResidualBlock,
} from "../../../runtime/index.js";
import { withBlocks } from "../../helpers/blocks.js";
import { formulaProblem, type ModelRule } from "../../helpers/formula-problem.js";

const x = Float64Array.from({ length: 20 }, (_, i) => i + 1);
const y = x.map((value) => 2 * value + 1);
const line: ModelRule = {
  params: [
    { name: "slope", start: 1 },
    { name: "offset", start: 0 },
  ],
  columns: ["x", "y"],
  rows: [{ predicted: "slope*x + offset", observed: "y" }],
};

function errorOf(
  problem: FitProblem,
  options: FitOptions = {},
  data: ReadonlyMap<string, Float64Array> = new Map([
    ["x", x],
    ["y", y],
  ]),
) {
  try {
    createFitter(problem).fit(data, options);
  } catch (error) {
    if (error instanceof FitError) return { message: error.message, row: error.row };
    throw error;
  }
  throw new Error("the fit was expected to be refused");
}

const withParams = (...params: ModelRule["params"]) => formulaProblem({ ...line, params });

describe("options", () => {
  it.each<[FitOptions, string]>([
    [{ start: { slop: 1 } as never }, "FIT5001: the model has no parameter 'slop' (did you mean 'slope'?)"],
    [{ fixed: ["ofset"] }, "FIT5001: the model has no parameter 'ofset' (did you mean 'offset'?)"],
    [{ start: { slope: Number.NaN } }, "FIT5002: the start value of 'slope' is NaN (give it a finite start value)"],
    [
      { start: new Map([["slope", Infinity]]) },
      "FIT5002: the start value of 'slope' is inf (give it a finite start value)",
    ],
    [{ ftol: -1 }, "FIT5007: option 'ftol' must be a finite number of at least 0, or null, not -1"],
    [{ maxEvals: 0.5 }, "FIT5007: option 'maxEvals' must be a whole number of at least 1, not 0.5"],
    [{ level: 95 }, "FIT5007: option 'level' must be a number between 0 and 1, not 95"],
    [
      { fixed: ["slope", "offset"] },
      "FIT5013: there is nothing to fit: no parameter is free (free a parameter, or use the fitter's `residuals` to evaluate the model)",
    ],
  ])("%o", (options, message) => {
    expect(errorOf(formulaProblem(line), options).message).toBe(message);
  });

  it("take start values from an object or a Map, and hold parameters", () => {
    const fitter = createFitter(formulaProblem(line));
    const data = { x, y };
    for (const start of [{ offset: 5 }, new Map([["offset", 5]])]) {
      const result = fitter.fit(data, { start, fixed: ["offset"] });
      expect(result.free).toEqual(["slope"]);
      expect(result.params["offset"]).toMatchObject({ value: 5, init: 5, fixed: true, stderr: null, ci95: null });
      // Least squares through a given offset: sum x (y - 5) / sum x^2.
      const expected =
        x.reduce((sum, v, i) => sum + v * ((y[i] as number) - 5), 0) / x.reduce((sum, v) => sum + v * v, 0);
      expect(result.params["slope"]?.value).toBeCloseTo(expected, 12);
    }
  });

  it("know parameters by names that objects treat specially", () => {
    const names = ["__proto__", "constructor", "toString"];
    const problem = formulaProblem({
      params: names.map((name) => ({ name, start: 1 })),
      columns: ["x", "y"],
      rows: [{ predicted: "__proto__*x^2 + constructor*x + toString", observed: "y" }],
    });
    const result = createFitter(problem).fit({ x, y }, { start: new Map([["__proto__", 3]]) });
    expect(Object.keys(result.params)).toEqual(names);
    expect(Object.getOwnPropertyDescriptor(result.params, "__proto__")?.value).toMatchObject({ init: 3 });
    expect(result.params["constructor"]?.value).toBeCloseTo(2, 10);
  });
});

describe("start values and bounds", () => {
  it.each<[string, FitProblem, string]>([
    [
      "outside",
      withParams({ name: "slope", start: 3, lower: 0, upper: 2 }),
      "FIT5005: 'slope' starts at 3, outside its bounds [0, 2]",
    ],
    [
      "on an excluded end",
      withParams({ name: "slope", start: 0, lower: 0, lowerOpen: true }),
      "FIT5006: 'slope' starts at 0, an end that its bounds (0, inf) exclude",
    ],
    [
      "between bounds the wrong way round",
      withParams({ name: "slope", start: 1, lower: 2, upper: 0 }),
      "FIT5004: the lower bound of 'slope', 2, is not below the upper bound, 0",
    ],
    [
      "with a bound that is no number",
      withParams({ name: "slope", start: 1, upper: Number.NaN }),
      "FIT5003: the upper bound of 'slope' is not a number",
    ],
  ])("%s", (_, problem, message) => {
    expect(errorOf(problem).message).toBe(message);
  });

  it("may lie on an included end", () => {
    const problem = formulaProblem({
      ...line,
      params: [
        { name: "slope", start: 0, lower: 0 },
        { name: "offset", start: 0 },
      ],
      solver: { method: "trf", explicit: false },
    });
    const result = createFitter(problem).fit({ x, y });
    expect(result.params["slope"]?.init).toBe(0);
    expect(result.params["slope"]?.value).toBeCloseTo(2, 8);
  });

  it("does not fit more parameters than residuals by lm", () => {
    const data = new Map([
      ["x", x.slice(0, 1)],
      ["y", y.slice(0, 1)],
    ]);
    expect(errorOf(formulaProblem(line), {}, data).message).toBe(
      "FIT5012: there are fewer residuals (1) than free parameters (2), which solver 'lm' does not support (fix some parameters, or use `solver trf`, which returns one of many solutions)",
    );
  });
});

describe("noise", () => {
  const sy = new Float64Array(20).fill(0.1);
  const noisy = (noise: { sigma: string } | { weight: string }): FitProblem =>
    formulaProblem({
      ...line,
      columns: ["x", "y", "sy"],
      rows: [{ predicted: "slope*x + offset", observed: "y", ...noise }],
    });
  const dataWith = (value: number) =>
    new Map([
      ["x", x],
      ["y", y],
      ["sy", sy.with(16, value)],
    ]);

  it.each([
    [-0.5, "-0.5"],
    [0, "0"],
    [Infinity, "inf"],
  ])("a deviation of %d is refused, by its row", (value, shown) => {
    expect(errorOf(noisy({ sigma: "sy" }), {}, dataWith(value))).toEqual({
      message: `FIT5008: sigma \`sy\` is ${shown} in row 17; it must be positive and finite (correct the data, or exclude such rows with \`where\`)`,
      row: 16,
    });
  });

  it("a negative weight is refused, and 0 leaves the row out", () => {
    expect(errorOf(noisy({ weight: "sy" }), {}, dataWith(-1)).message).toBe(
      "FIT5009: weight `sy` is -1 in row 17; it must be finite and not negative (correct the data, or exclude such rows with `where`)",
    );
    const outlier = dataWith(0).set("y", y.with(16, 1000));
    // The residual is scaled by the root of the weight. The helper writes it as 1 / sqrt, so that
    // the row vanishes as 1 / Infinity.
    expect(createFitter(noisy({ weight: "sy" })).fit(outlier).params["slope"]?.value).toBeCloseTo(2, 10);
  });

  it("is named by the row of the data as given, not as kept", () => {
    const problem: FitProblem = { ...noisy({ sigma: "sy" }), keep: (_d, row) => row % 2 === 0 };
    expect(errorOf(problem, {}, dataWith(-1)).row).toBe(16);
    expect(createFitter(problem).fit(dataWith(-1).set("sy", sy.with(17, -1))).rows).toBe(10);
  });
});

describe("a model that is not finite at its start", () => {
  // The residual is log(k * x) - y or, where x > 5, k * x - y.
  const problem: FitProblem = {
    ...formulaProblem({
      params: [{ name: "k", start: 1 }],
      columns: ["x", "y"],
      rows: [{ predicted: "if(x > 5, k*x, log(k*x))", observed: "y" }],
    }),
    trace(p, d, row, out) {
      const [k, value, observed] = [p[0] as number, d[0]?.[row] as number, d[1]?.[row] as number];
      const chosen = value > 5 ? k * value : Math.log(k * value);
      out.set([k, value, k * value, Math.log(k * value), value > 5 ? 1 : 0, 5, chosen, observed, chosen - observed]);
    },
    subexpressions: [
      { text: "k", operands: [], kind: "leaf" },
      { text: "x", operands: [], kind: "leaf" },
      { text: "k * x", operands: [0, 1], kind: "other" },
      { text: "log(k * x)", operands: [2], kind: "other" },
      { text: "x > 5", operands: [1, 5], kind: "other" },
      { text: "5", operands: [], kind: "other" },
      { text: "if x > 5 then k * x else log(k * x)", operands: [4, 2, 3], kind: "select" },
      { text: "y", operands: [], kind: "leaf" },
      { text: "(if x > 5 then k * x else log(k * x)) - y", operands: [6, 7], kind: "other" },
    ],
  };
  const traced = { ...problem, statements: problem.statements.map((statement) => ({ ...statement, root: 8 })) };

  it("is told by row, smallest subexpression, and the values of its names", () => {
    expect(
      errorOf(
        traced,
        {},
        new Map([
          ["x", x.with(3, 0)],
          ["y", y],
        ]),
      ),
    ).toEqual({
      message:
        "FIT5010: the model is not finite at the start values: in row 4, `log(k * x)` is -inf (k = 1, x = 0) (change the start values, or restrict the rows with `where`)",
      row: 3,
    });
  });

  it("does not mind the branch that is not taken", () => {
    const data = new Map([
      ["x", x.map((v) => v + 5)],
      ["y", y],
    ]);
    // log(k x) would be NaN in every row for a negative k.
    expect(createFitter(traced).fit(data, { start: { k: -1 } }).success).toBe(true);
  });

  it("is told by row and parameter where only a derivative is not", () => {
    const root = formulaProblem({
      params: [{ name: "a", start: 0 }],
      columns: ["x", "y"],
      rows: [{ predicted: "sqrt(a*x)", observed: "y" }],
    });
    // With x of both signs no other a has a finite residual in every row.
    const signs = new Map([
      ["x", Float64Array.of(1, -1)],
      ["y", Float64Array.of(1, 1)],
    ]);
    expect(errorOf(root, {}, signs)).toEqual({
      message:
        "FIT5011: the derivative with respect to 'a' is inf at the start values in row 1, in `fit y ~ sqrt(a*x)` (change the start values, restrict the rows with `where`, or guard it with `if x > 0 then ... else ...`)",
      row: 0,
    });
  });
});

describe("infinite data", () => {
  // The residual is k * x - y.
  const problem: FitProblem = {
    ...formulaProblem({
      params: [{ name: "k", start: 1 }],
      columns: ["x", "y"],
      rows: [{ predicted: "k*x", observed: "y" }],
    }),
    trace(p, d, row, out) {
      const [k, value, observed] = [p[0] as number, d[0]?.[row] as number, d[1]?.[row] as number];
      out.set([k, value, k * value, observed, Math.log(observed), k * value - Math.log(observed)]);
    },
    subexpressions: [
      { text: "k", operands: [], kind: "leaf" },
      { text: "x", operands: [], kind: "leaf" },
      { text: "k * x", operands: [0, 1], kind: "other" },
      { text: "`y`", operands: [], kind: "leaf" },
      { text: "log(`y`)", operands: [3], kind: "other" },
      { text: "k * x - log(`y`)", operands: [2, 4], kind: "other" },
    ],
  };
  const residuals: ResidualBlock["residuals"] = (p, d, from, to, r) => {
    for (let i = from; i < to; i++)
      r[i - from] = (p[0] as number) * (d[0]?.[i] as number) - Math.log(d[1]?.[i] as number);
  };
  const linearize: ResidualBlock["linearize"] = (p, d, from, to, r, J) => {
    residuals(p, d, from, to, r);
    for (let i = from; i < to; i++) J[i - from] = d[0]?.[i] as number;
  };
  const traced: FitProblem = {
    ...withBlocks(problem, () => ({ residuals, linearize })),
    statements: problem.statements.map((statement) => ({ ...statement, root: 5 })),
  };
  const help = "(correct the data, or exclude such rows with `where`)";

  it("are the data's fault, not the start's", () => {
    const data = new Map([
      ["x", x],
      ["y", y.with(6, Infinity)],
    ]);
    expect(errorOf(traced, {}, data)).toEqual({
      message: `FIT5022: the data cannot be fitted: in row 7, \`\`y\`\` is inf, whatever the parameters ${help}`,
      row: 6,
    });
  });

  it("so is what is made of them alone", () => {
    const data = new Map([
      ["x", x],
      ["y", y.with(6, 0)],
    ]);
    expect(errorOf(traced, {}, data)).toEqual({
      message: `FIT5022: the data cannot be fitted: in row 7, \`log(\`y\`)\` is -inf (\`y\` = 0), whatever the parameters ${help}`,
      row: 6,
    });
  });

  it("and a start value computed from them, or a derivative", () => {
    const blamed = `FIT5022: the data cannot be fitted: in row 3, \`x\` is inf, whatever the parameters ${help}`;
    const data = new Map([
      ["x", x.with(2, Infinity)],
      ["y", y],
    ]);
    const ruled: FitProblem = {
      ...traced,
      start: (d, _rows, out) => out.set([d[0]?.[2] as number, -Infinity, Infinity]),
    };
    expect(errorOf(ruled, {}, data)).toEqual({ message: blamed, row: 2 });
    const decaying = formulaProblem({
      params: [{ name: "k", start: 1 }],
      columns: ["x", "y"],
      rows: [{ predicted: "exp(-k*x)", observed: "y" }],
    });
    expect(errorOf(decaying, {}, data)).toEqual({ message: blamed, row: 2 });
  });
});

it("a module of another contract is refused", () => {
  expect(() => createFitter({ ...formulaProblem(line), abi: 99 })).toThrow(
    "FIT5015: this module was compiled for version 99 of the runtime's contract, but this runtime has version 4",
  );
});
