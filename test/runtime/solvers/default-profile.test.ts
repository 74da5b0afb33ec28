// The behaviour of the default profile beyond SciPy's solvers: polish, reaching bounds, leaving
// starts with rank loss, and stopping.
import { beforeAll, describe, expect, it } from "vitest";
import { createFitter, type FitOptions, type FitResult, type Fitter, type Iteration } from "../../../runtime/index.js";
import { withBlocks } from "../../helpers/blocks.js";
import { formulaProblem } from "../../helpers/formula-problem.js";
import { loadModels } from "../../helpers/load-models.js";

const solvers = ["lm", "trf", "dogbox"] as const;
const bounded = ["trf", "dogbox"] as const;
const codes = ({ warnings }: FitResult) => warnings.map(({ code }) => code);

const x = Float64Array.from({ length: 40 }, (_, i) => i / 8);
/** Errors without a pattern. */
const noise = x.map((_, i) => 0.01 * Math.sin(7 * i * i));
const decay = { x, y: x.map((value, i) => 3 * Math.exp(-value) + 0.5 + (noise[i] ?? 0)) };
const line = { x, y: x.map((value, i) => 4 * value + 1 + (noise[i] ?? 0)) };
const peaks = {
  x,
  y: x.map((value, i) => 3 * Math.exp(-((value - 1.5) ** 2)) + 2 * Math.exp(-((value - 3) ** 2)) + (noise[i] ?? 0)),
};

let models: ReadonlyMap<string, Fitter> = new Map();
function model(name: string): Fitter {
  const fitter = models.get(name);
  if (fitter === undefined) throw new Error(`no model ${name}`);
  return fitter;
}

beforeAll(async () => {
  models = await loadModels(`
    model Decay { input x, y  param A = 1  param k = 1  param c = 0  fit y ~ A * exp(-k * x) + c }
    model Peaks {
      input x, y
      param a = 1  param p = 2.2  param b = 1  param q = 2.2
      fit y ~ a * exp(-(x - p)^2) + b * exp(-(x - q)^2)
    }
    model Square { input x, y  param p = 0  param c = 1  fit y ~ p^2 * x + c }
    model Product { input x, y  param A = 1  param B = 1  param k = 1  fit y ~ A * B * exp(-k * x) }
    model Sum { input x, y  param A = 1 in [0, 10]  param k = 1  param b = 1 in [0, 10]  fit y ~ A * exp(-k * x) + b * exp(-3 * x) }
  `);
});

describe("dead spots", () => {
  it.each(solvers)("two peaks that start as one are told apart by %s", (solver) => {
    const good = model("Peaks").fit(peaks, { start: { a: 3, p: 1.5, b: 2, q: 3 } });
    const result = model("Peaks").fit(peaks, { solver });
    expect(result.success).toBe(true);
    expect(result.cost / good.cost).toBeCloseTo(1, 9);
  });

  it.each(solvers)("a parameter without effect at the start, and a gradient of 0, are left by %s", (solver) => {
    const result = model("Square").fit(line, { solver });
    expect(Math.abs(result.params["p"]?.value ?? 0)).toBeCloseTo(2, 2);
    expect(codes(result)).toContain("FIT9015");
    // Under SciPy's rules the fit never leaves this point.
    const scipy = model("Square").fit(line, { solver, compat: "scipy" });
    expect(scipy.params["p"]?.value).toBe(0);
    expect(codes(scipy)).not.toContain("FIT9015");
  });

  it.each(solvers)("what no start would determine is not tried again by %s", (solver) => {
    const result = model("Product").fit(decay, { solver });
    expect(codes(result)).not.toContain("FIT9015");
    expect(result.nfev).toBeLessThan(60);
  });

  it.each(solvers)("the restart is the same each time, and counted, with %s", (solver) => {
    let last = 0;
    const onIteration = ({ nfev }: Iteration): void => {
      expect(nfev).toBeGreaterThan(last);
      last = nfev;
    };
    const first = model("Square").fit(line, { solver, onIteration });
    const second = model("Square").fit(line, { solver });
    expect(first).toEqual(second);
    expect(first.nfev).toBeGreaterThanOrEqual(last);
  });
});

describe("starts that stand for 0", () => {
  it.each(solvers.flatMap((solver) => [1e-3, 1e-10, 1e-30, 1e-300, 0].map((start) => [solver, start] as const)))(
    "%s from %d",
    (solver, start) => {
      const good = model("Decay").fit(decay);
      const intervals: FitOptions["bounds"][] = [{}];
      if (solver !== "lm")
        intervals.push({ A: [0, Infinity], k: [0, Infinity], c: [0, Infinity] }, { A: [-5, 9], k: [-5, 9] });
      for (const bounds of intervals) {
        const result = model("Decay").fit(decay, {
          solver,
          start: { A: start, k: start, c: start },
          ...(bounds && { bounds }),
        });
        expect(result.success).toBe(true);
        expect(result.cost / good.cost).toBeCloseTo(1, 9);
      }
    },
  );
});

describe("bounds", () => {
  it("as far away as doubles go hold nothing", () => {
    const free = model("Decay").fit(decay, { solver: "trf" });
    for (const farthest of [1e300, 1e308, Number.MAX_VALUE]) {
      const bounds = { A: [-farthest, farthest], k: [-farthest, farthest] } as const;
      const { success, cost, warnings } = model("Decay").fit(decay, { solver: "trf", bounds });
      expect([success, warnings]).toEqual([true, []]);
      // Two fits that end at the same minimum, to the rounding of a sum of 40 squares.
      expect(Math.abs(cost - free.cost)).toBeLessThan(1e-14 * free.cost);
    }
  });

  /**
   * The amplitude of a second term: exactly or nearly 0, slightly negative, or clearly negative.
   */
  const amplitudes = [0, 1e-9, -1e-9, -1e-5, -0.1];

  it.each(bounded.flatMap((solver) => amplitudes.map((b) => [solver, b] as const)))("%s, b = %d", (solver, b) => {
    const y = x.map((value, i) => 3 * Math.exp(-value) + b * Math.exp(-3 * value) + (noise[i] ?? 0));
    // The minimum in A and k alone, with b fixed at 0.
    const held = model("Sum").fit({ x, y }, { fixed: ["b"], start: { b: 0 } });
    const result = model("Sum").fit({ x, y }, { solver });
    const free = model("Sum").fit(
      { x, y },
      { bounds: { A: [-Infinity, Infinity], b: [-Infinity, Infinity] }, solver: "lm" },
    );
    const isActive = (free.params["b"]?.value ?? 0) < 0;
    if (isActive) {
      expect(result.params["b"]).toMatchObject({ value: 0, atBound: "lower", stderr: null });
      // At a minimum the relative rounding of x is about that of its gradient.
      expect(Math.abs((result.params["k"]?.value ?? 0) / (held.params["k"]?.value ?? 1) - 1)).toBeLessThan(1e-12);
      expect(result.params["k"]?.stderr).toBeCloseTo(held.params["k"]?.stderr ?? 0, 12);
    } else {
      expect(result.params["b"]?.value).toBeCloseTo(free.params["b"]?.value ?? 0, 12);
      expect(result.params["b"]?.atBound).toBe(null);
    }
  });

  it.each(bounded)("a minimum that lies exactly on one is found there by %s, however weakly it holds", (solver) => {
    // The best slope is 0.23; the upper bound is this value, or slightly less.
    const exact = formulaProblem({
      params: [
        { name: "a", start: 1 },
        { name: "b", start: 1, lower: -1, upper: 2 },
      ],
      columns: ["t", "y"],
      rows: [{ predicted: "a + b*t", observed: "y" }],
    });
    const data = { t: [-2, -1, 0, 1, 2], y: [0.6, 0.65, 1, 1.35, 1.4] };
    for (const beyond of [0, 1e-12, 1e-9, 1e-7, 1e-5]) {
      const upper = 0.23 - beyond;
      const { params } = createFitter(exact).fit(data, { solver, start: { b: 0 }, bounds: { b: [-1, upper] } });
      // Normal equations: sum t y / sum t^2 = (-1.2 - 0.65 + 1.35 + 2.8) / 10.
      expect(Math.abs((params["b"]?.value ?? 0) - upper)).toBeLessThan(beyond === 0 ? 1e-15 : Number.MIN_VALUE);
      expect(params["a"]?.value).toBeCloseTo(1, 14);
    }
  });

  it.each(bounded)("one on which the fit starts and that does not hold it is left by %s", (solver) => {
    const result = model("Sum").fit(decay, { solver, start: { A: 0, b: 0 } });
    expect(result.params["A"]?.value).toBeGreaterThan(1);
    expect(result.activeMask[0]).toBe(0);
  });
});

describe("polish", () => {
  const quadratic = formulaProblem({
    params: [
      { name: "a", start: 1 },
      { name: "b", start: 1 },
    ],
    columns: ["x", "y"],
    rows: [{ predicted: "a*exp(b*x)", observed: "y", loss: "huber", lossScale: 0.01 }],
  });

  it.each(bounded)("leaves a gradient of rounding, under a robust loss too, with %s", (solver) => {
    const y = x.map((value, i) => 2 * Math.exp(-0.5 * value) + (i % 6 === 0 ? 1 : (noise[i] ?? 0)));
    const result = createFitter(quadratic).fit({ x, y }, { solver });
    expect(result.success).toBe(true);
    // 40 terms of about 1e-2 each, whose rounding is 1e-17.
    for (const slope of result.gradient) expect(Math.abs(slope)).toBeLessThan(1e-15);
  });

  it.each(solvers)("leaves it where residuals are large and convergence is linear, with %s", (solver) => {
    // exp(-b x) cannot follow the changes of sign, so there are residuals of 1.
    const y = x.map((value, i) => 2 * Math.exp(-0.5 * value) + Math.cos(2 * i));
    const result = model("Decay").fit({ x, y }, { solver, fixed: ["c"] });
    const first = Math.hypot(...y) ** 2;
    for (const slope of result.gradient) expect(Math.abs(slope)).toBeLessThan(1e-14 * first);
  });

  it.each(solvers)("is counted, with %s", (solver) => {
    const problem = formulaProblem({
      params: [
        { name: "A", start: 1 },
        { name: "k", start: 2 },
      ],
      columns: ["x", "y"],
      rows: [{ predicted: "A*exp(-k*x)", observed: "y" }],
    });
    const points = new Set<string>();
    const counted = withBlocks(problem, ({ residuals, linearize }) => ({
      residuals: (p, ...rest) => {
        points.add(p.join());
        residuals(p, ...rest);
      },
      linearize: (p, ...rest) => {
        points.add(p.join());
        linearize(p, ...rest);
      },
    }));
    const result = createFitter(counted).fit(decay, { solver });
    expect(result.nfev).toBe(points.size);
  });
});

describe.each(solvers)("stops, %s", (solver) => {
  it("with every tolerance off at rounding, and not at the last evaluation", () => {
    for (const [name, data] of [
      ["Decay", decay],
      ["Peaks", peaks],
      ["Product", decay],
    ] as const) {
      const result = model(name).fit(data, { solver, ftol: null, xtol: null, gtol: null });
      expect([name, result.success, result.stoppedBy]).toEqual([name, true, "precision"]);
    }
  });

  it("by the caller at the iterate that the caller saw", () => {
    const seen: Iteration[] = [];
    const result = model("Decay").fit(decay, {
      solver,
      onIteration: (iteration) => (seen.push(iteration) === 3 ? "stop" : undefined),
    });
    expect(result).toMatchObject({ success: false, status: -2, stoppedBy: "caller", x: Array.from(seen[2]?.x ?? []) });
    expect(result.cost).toBe(seen[2]?.cost);
    expect(result.nfev).toBe(seen[2]?.nfev);
    expect(seen.length).toBe(3);
  });

  it("even where the first iterate is the minimum", () => {
    const fitter = createFitter(
      formulaProblem({ params: [{ name: "a", start: 0 }], columns: ["y"], rows: [{ predicted: "a", observed: "y" }] }),
    );
    const result = fitter.fit({ y: [1, 2, 3] }, { solver, onIteration: () => "stop" });
    expect(result).toMatchObject({ success: false, stoppedBy: "caller", x: [2] });
  });

  it("after iterates whose cost falls, each with its step and radius", () => {
    const seen: Iteration[] = [];
    model("Decay").fit(decay, {
      solver,
      onIteration: (iteration) => {
        seen.push(iteration);
      },
    });
    expect(seen.map(({ iteration }) => iteration)).toEqual(seen.map((_, i) => i + 1));
    for (const [i, { cost, stepNorm, radius, x: point, nfev }] of seen.entries()) {
      expect(cost).toBeLessThan(seen[i - 1]?.cost ?? Infinity);
      expect(nfev).toBeGreaterThan(seen[i - 1]?.nfev ?? 1);
      expect([stepNorm > 0, radius > 0, point.length]).toEqual([true, true, 3]);
    }
  });
});
