// The same result to the bit however many threads there are, and the same as `fit` with the WebAssembly kernel.
import { describe, expect, it } from "vitest";
import { loadModel } from "../helpers/load-models.js";
import { noisy } from "./data.js";

describe("a million random rows", () => {
  it("give the same bits with 1, 2 and 5 threads", async () => {
    const model = await loadModel(`model M {
      input x, y
      param a = 1
      param b = 2
      fit y ~ a * x + b * x^2
    }`);
    const data = noisy(1_000_000, (x) => 2.5 * x - 0.5 * x * x);
    const expected = model.fit(data, { kernel: "wasm" });
    expect(expected.success).toBe(true);
    for (const threads of [1, 2, 5]) {
      expect(await model.fitParallel(data, { threads }), `${threads} threads`).toEqual(expected);
    }
  });
});
