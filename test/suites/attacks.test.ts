// Random models with random data on which kernels or statuses once disagreed, or a success was
// none. Each end is judged by the residuals and the Jacobian of the module alone.
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { LossName } from "../../runtime/contract/losses.js";
import type { FitOptions, FitResult } from "../../runtime/index.js";
import { isFalse, isUnbacked, judge, lengthOf } from "../fuzz/fits/first-order.js";
import { loadModel } from "../helpers/load-models.js";
import { readReference } from "../helpers/reference.js";

interface Attack {
  readonly spec: string;
  readonly data: Readonly<Record<string, readonly number[]>>;
  readonly opts: FitOptions;
}

const attacks = readdirSync(new URL("../reference/attacks/", import.meta.url)).sort();
/** Minima found by different kernels agree to this fraction of the cost, or are both exact. */
const sameCost = 1e-6;

describe.each(attacks)("%s", (name) => {
  const { spec, data, opts } = readReference<Attack>(`attacks/${name}`);
  const loss: LossName = (/loss (\w+)/.exec(spec)?.[1] as LossName | undefined) ?? "linear";
  const scale = Number(/loss \w+\((.*)\)/.exec(spec)?.[1] ?? 1);

  it.each([true, false])(
    "is backed where it is a success, and then alike by both kernels; search: %s",
    async (search) => {
      const fitter = await loadModel(spec);
      const costs: number[] = [];
      const observed = lengthOf(Float64Array.from(data["y"] ?? []));
      for (const kernel of ["typescript", "wasm"] as const) {
        const result: FitResult = fitter.fit(data, { ...opts, kernel, search });
        expect(JSON.stringify(result)).not.toContain("NaN");
        expect(result.condition).toBeGreaterThanOrEqual(1);
        const problem = {
          residuals: (x: ArrayLike<number>) => fitter.residuals(x, data),
          jacobian: (x: ArrayLike<number>) => fitter.jacobian(x, data),
          loss: { name: loss, scale },
          lower: result.x.map(() => Number.NEGATIVE_INFINITY),
          upper: result.x.map(() => Number.POSITIVE_INFINITY),
          observed,
        };
        const start = fitter.residuals(
          result.free.map((param) => result.params[param]?.init ?? 0),
          data,
        );
        const judgement = judge(problem, result.x, lengthOf(start) ** 2 / 2);
        if (result.success) {
          expect(isFalse(judgement)).toBe(false);
          expect(isUnbacked(judgement)).toBe(false);
          expect(result.rank).toBeGreaterThan(0);
        }
        if (result.success) costs.push(judgement.exact ? 0 : result.cost);
      }
      const [a = 0, b = a] = costs;
      expect(Math.abs(a - b)).toBeLessThanOrEqual(sameCost * Math.max(a, b));
    },
  );
});
