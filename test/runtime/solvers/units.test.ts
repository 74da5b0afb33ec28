// Units that are powers of 2 change no digit of the first steps of a fit: whatever a solver
// compares there, has one unit.
import { expect, it } from "vitest";
import { loadModel } from "../../helpers/load-models.js";

it.each(["huber", "soft_l1", "cauchy", "arctan"] as const)("under %s", async (loss) => {
  const fitter = await loadModel(`model M {
    input x, y
    param A = 1  param m = 1  param w = 1  param c = 1
    fit y ~ A*w^2/((x - m)^2 + w^2) + c
  }`);
  const x = Array.from({ length: 60 }, (_, i) => i / 59);
  const y = x.map((value, i) => 0.55 / (1 + ((value - 0.53) / 0.03) ** 2) + 0.65 + Math.sin(7 * i) / 40);
  const firstCosts = (xUnit: number, yUnit: number) => {
    const costs: number[] = [];
    const data = { x: x.map((value) => value * xUnit), y: y.map((value) => value * yUnit) };
    fitter.fit(data, {
      loss: { name: loss, scale: 0.04 * yUnit },
      start: { A: 0.01 * yUnit, m: 0.1 * xUnit, w: 0.02 * xUnit, c: 0.1 * yUnit },
      search: false,
      onIteration: ({ cost }) => {
        costs.push(cost / yUnit ** 2);
        return costs.length < 5 ? undefined : "stop";
      },
    });
    return costs;
  };
  const plain = firstCosts(1, 1);
  expect(plain.length).toBe(5);
  for (const unit of [2 ** -12, 2 ** 12]) {
    expect(firstCosts(unit, 1)).toEqual(plain);
    expect(firstCosts(1, unit)).toEqual(plain);
  }
});
