import { describe, expect, test } from "vitest";
import { evaluate } from "../../../compiler/ir/evaluate.js";
import { ExprPool } from "../../../compiler/ir/pool.js";
import { noiseModels } from "../../../compiler/noise/index.js";
import { noiseWords } from "../../../grammar/index.js";
import { deviationOf, isInRange, varianceOf } from "../../../runtime/contract/noise.js";

describe.each(noiseWords.map(({ word, scaled }) => ({ word, scaled, model: noiseModels[word] })))(
  "$word",
  ({ word, scaled, model }) => {
    const { range, variancePower, impliedScale } = model;
    const info = { word, text: "v", column: -1, scale: null, range, variancePower };

    test.each([0.04, 1, 9])("of %d: the residual is scaled by the deviation that the runtime knows", (value) => {
      const pool = new ExprPool();
      const scaled = model.scaled(pool, pool.constant(3), pool.constant(value));
      const [ratio = Number.NaN] = evaluate(pool, [scaled], { params: [], columns: [], row: 0, rows: 1 });
      expect(ratio * deviationOf(info, value)).toBeCloseTo(3, 14);
      expect(varianceOf(info, value, 2)).toBeCloseTo(2 * deviationOf(info, value) ** 2, 13);
    });

    test("takes a 0 only where that leaves the residual out", () => {
      const pool = new ExprPool();
      const scaled = model.scaled(pool, pool.constant(3), pool.constant(0));
      const [left] = evaluate(pool, [scaled], { params: [], columns: [], row: 0, rows: 1 });
      expect(isInRange(range, 0)).toBe(left === 0);
    });

    test("needs a word only where one may follow", () => {
      expect(scaled || impliedScale !== null).toBe(true);
    });
  },
);
