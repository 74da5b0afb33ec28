// Fits at the edge of what can be computed: every number of the result is a number, and the kernels
// and the batch agree.
import { fitMany } from "fitc/runtime";
import { expect, it } from "vitest";
import { loadModel } from "../../helpers/load-models.js";

/** The paths of the entries that are NaN. */
function nansOf(value: unknown, path = ""): readonly string[] {
  if (typeof value === "number") return Number.isNaN(value) ? [path] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => nansOf(each, `${path}.${key}`));
}

it("a loss that gives no residual any weight leaves an infinite condition, and no NaN", async () => {
  const model = await loadModel(`model M { input x, y, sy  param a = 241666146.34437305  param b = 1.0048420388473067
    param c = 3.149580168832057  derive q = a * 2 + c  fit y ~ a * sinc(b * (x - c))  weight sy  loss arctan(1) }`);
  const data = {
    x: [0.00386400198796764, 5.0065717233438045],
    y: [-34233106.98103867, 147635757.58646387],
    sy: [1.0802470377180726, 0.5411160189192742],
  };
  for (const kernel of ["typescript", "wasm"] as const) {
    const result = model.fit(data, { kernel });
    expect([result.condition, result.rank]).toEqual([Number.POSITIVE_INFINITY, 0]);
    expect(nansOf(result)).toEqual([]);
  }
});

it("a column of zeros leaves an infinite condition", async () => {
  const model = await loadModel("model M { input x, y  param a = 1  param b = 1  fit y ~ a * max(0, x - 9) + 0 * b }");
  const result = model.fit({ x: [1, 2, 3], y: [1, 2, 4] });
  expect([result.condition, result.rank, result.dof]).toEqual([Number.POSITIVE_INFINITY, 0, 3]);
  expect(nansOf(result)).toEqual([]);
});

it("small data sets, one of weight 0: a batch and the fit differ only by the kernel", async () => {
  const n = 20;
  const x = Array.from({ length: n }, (_, i) => 0.5 * i + 0.003 * Math.sin(5 * i));
  const y = x.map((v, i) => 1.8 * Math.log1p(1.2 * v) + Math.sin(3 * i + 1));
  const w = x.map((_, i) => (i === 2 ? 0 : 0.6 + 0.5 * Math.sin(i)));
  const model = await loadModel(
    "model M { input x, y, w  param a = 1.3  param b = 1.2  fit y ~ a * log1p(b * x)  weight w }",
  );
  const count = 5;
  const repeat = (values: readonly number[]) => Array.from({ length: count }, () => values).flat();
  const data = { x: repeat(x), y: repeat(y), w: repeat(w) };
  const offsets = Array.from({ length: count + 1 }, (_, i) => i * n);
  for (const kernel of ["typescript", "wasm", "auto"] as const) {
    const result = model.fit({ x, y, w }, { kernel });
    const { params, stderr, dof } = await fitMany(model, data, offsets, { kernel });
    for (let i = 0; i < count; i++) {
      expect(dof[i]).toBe(n - 1 - 2);
      for (const [j, value] of result.x.entries()) {
        const [found, error] = [params[2 * i + j] ?? NaN, stderr[2 * i + j] ?? NaN];
        // The kernels' functions differ in the last digit, and the polish keeps twelve.
        if (kernel === "auto") expect(Math.abs(found / value - 1)).toBeLessThan(1e-12);
        else expect([found, error]).toEqual([value, Object.values(result.params)[j]?.stderr]);
      }
    }
  }
});

it("constant data leave the frequency of a sine undetermined, wherever the loss is given", async () => {
  const spec = (statements: string) =>
    loadModel(`model M { input x, y  param A = 0.35  param w = 49.1  param p = 0.45  param c = -5.7
      fit y ~ A * sin(w * x + p) + c  ${statements} }`);
  const x = Array.from({ length: 11 }, (_, i) => i / 10);
  const data = { x, y: x.map(() => -0.37) };
  const declared = (await spec("loss soft_l1(0.14)  solver dogbox")).fit(data);
  const called = (await spec("")).fit(data, { loss: { name: "soft_l1", scale: 0.14 }, solver: "dogbox" });
  for (const { rank, warnings, params } of [declared, called]) {
    expect([rank, warnings.map(({ code }) => code), params["w"]?.stderr]).toEqual([2, ["FIT9012"], Infinity]);
  }
});
