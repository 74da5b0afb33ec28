import { describe, expect, it } from "vitest";
import { Random } from "../../../../math/index.js";
import { loadModel } from "../../../helpers/load-models.js";
import { digits } from "../../../helpers/reference.js";

const random = new Random(11);
const noise = () => 0.2 * (random.uniform() - 0.5);
const t = Array.from({ length: 60 }, (_, i) => i / 10);
const wave = { t, y: t.map((x) => 1.5 * Math.sin(2 * Math.PI * 1.3 * x + 0.4) + noise()) };
const sine = (bounds: string, solver: string) => `model Sine {
  input t, y
  param a = 1  param b = 1  param f = 0.3 ${bounds}
  let w = 2 * pi * f * t
  fit y ~ a * sin(w) + b * cos(w)
  ${solver}
}`;

describe("fits from several starts", () => {
  it("find the frequency that one start misses, and list the minima by their costs", async () => {
    const fitter = await loadModel(sine("in [0.1, 4]", ""));
    const one = fitter.fit(wave, { search: false });
    const many = fitter.fit(wave, { starts: 30 });
    expect(one.minima).toBeNull();
    expect(one.cost).toBeGreaterThan(20);
    // 60 residuals, uniform over [-0.1, 0.1] with variance 0.01 / 3, so half their sum of squares
    // is 0.1.
    expect(many.cost).toBeLessThan(0.2);
    expect(many.params["f"]?.value).toBeCloseTo(1.3, 2);
    const minima = many.minima ?? [];
    expect(minima.length).toBeGreaterThan(3);
    expect(minima[0]).toMatchObject({ cost: many.cost, x: many.x });
    const costs = minima.map(({ cost }) => cost);
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    const led = minima.reduce((sum, { starts }) => sum + starts, 0);
    expect(led).toBeGreaterThan(20);
    expect(led).toBeLessThanOrEqual(30);
    // Each one is a local minimum: a fit that starts there does not move.
    for (const { cost, x } of minima) {
      const start = { a: x[0] ?? 0, b: x[1] ?? 0, f: x[2] ?? 0 };
      const again = fitter.fit(wave, { start, search: false });
      expect(digits(again.cost, cost)).toBeGreaterThan(8);
    }
    expect(many.nfev).toBeGreaterThan(30 * 3);
    expect(many.params["f"]?.init).toBe(0.3);
  });

  it.each(["lm", "trf", "dogbox"] as const)("are the same to the bit for one seed, under %s", async (solver) => {
    const fitter = await loadModel(sine("in [0.1, 4]".repeat(solver === "lm" ? 0 : 1), ""));
    const options = { starts: 5, seed: 3, solver };
    const first = fitter.fit(wave, options);
    expect(fitter.fit(wave, options)).toEqual(first);
    expect(fitter.fit(wave, { ...options, seed: 4 }).nfev).not.toBe(first.nfev);
    // The first start is the given one, so more starts never give a worse result.
    expect(first.cost).toBeLessThanOrEqual(fitter.fit(wave, { solver, search: false }).cost);
  });

  it("are asked for by the spec", async () => {
    const bySpec = await loadModel(sine("in [0.1, 4]", "solver trf { starts: 30 }"));
    const byCall = await loadModel(sine("in [0.1, 4]", ""));
    const [a, b] = [bySpec.fit(wave), byCall.fit(wave, { starts: 30, solver: "trf" })];
    expect([a.x, a.cost, a.minima]).toEqual([b.x, b.cost, b.minima]);
  });

  it("tell exchangeable peaks as two minima of one cost", async () => {
    const u = Array.from({ length: 80 }, (_, i) => i / 8);
    const peak = (x: number, c: number, s: number) => Math.exp(-(((x - c) / s) ** 2));
    const data = { u, y: u.map((x) => 2 * peak(x, 3, 0.6) + peak(x, 7, 0.9)) };
    const fitter = await loadModel(`model Peaks {
      input u, y
      param A1 = 1 in [0, 5]  param c1 = 1 in [0, 10]  param s1 = 1 in [0.2, 3]
      param A2 = 1 in [0, 5]  param c2 = 9 in [0, 10]  param s2 = 1 in [0.2, 3]
      fit y ~ A1 * exp(-((u - c1) / s1)^2) + A2 * exp(-((u - c2) / s2)^2)
    }`);
    const { minima, params, success } = fitter.fit(data, { starts: 40 });
    expect(success).toBe(true);
    const best = (minima ?? []).filter(({ cost }) => cost < 1e-20);
    const centers = best.map(({ x }) => [x[1] ?? 0, x[4] ?? 0].map((c) => Math.round(c * 1e6) / 1e6));
    expect(centers.sort()).toEqual([
      [3, 7],
      [7, 3],
    ]);
    expect([params["c1"]?.value, params["c2"]?.value].map((c) => Math.round((c ?? 0) * 1e6) / 1e6).sort()).toEqual([
      3, 7,
    ]);
  });

  it("begin where the model is finite only, and within its bounds", async () => {
    const fitter = await loadModel(
      "model M { input x, y  param a = 2  param b = 1 in [-4, 4]  fit y ~ a * log(b + x) }",
    );
    const data = { x: [1, 2, 3, 4], y: [0.7, 1.1, 1.3, 1.6] };
    const seen: number[] = [];
    const { success, minima } = fitter.fit(data, { starts: 15, onIteration: ({ x }) => void seen.push(x[1] ?? 0) });
    expect(success).toBe(true);
    expect(minima?.[0]?.starts).toBeGreaterThan(5);
    expect(seen.every((b) => b > -1 && b <= 4)).toBe(true);
  });

  it("stop all together where the caller stops one", async () => {
    const fitter = await loadModel(sine("in [0.1, 4]", ""));
    let calls = 0;
    const counts: number[] = [];
    const result = fitter.fit(wave, {
      starts: 30,
      onIteration: ({ iteration, nfev }) => {
        counts.push(iteration);
        expect(nfev).toBeGreaterThan(0);
        return ++calls === 50 ? "stop" : undefined;
      },
    });
    expect([result.success, result.status, result.stoppedBy]).toEqual([false, -2, "caller"]);
    expect(counts).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });
});
