// Reductions in the model are values of the data set that is fitted, exactly as the same model with
// fixed parameters in their place.
import { describe, expect, it } from "vitest";
import { type FitResult, fitMany } from "../../../runtime/index.js";
import { loadModel } from "../../helpers/load-models.js";

const t = Array.from({ length: 40 }, (_, i) => 1000 + 3 * i);
const y = t.map((value, i) => 5 * Math.exp(-(value - 1000) / 40) + 2 + 0.05 * Math.cos(5 * i));
const data = { t, y };

const model = (declarations: string, statement: string) =>
  loadModel(`model M { input t, y
    param a = 1  param tau = 100  param c = 0
    ${declarations}
    ${statement} }`);

const fixed = await model(
  "param first = first(t) fixed  param top = max(y) fixed",
  "fit y / top ~ a * exp(-(t - first) / tau) + c  sigma 0.01 * top relative",
);
const values = ({ params, cost, dof, covariance }: FitResult) => ({
  values: ["a", "tau", "c"].map((name) => params[name]),
  cost,
  dof,
  covariance,
});

describe("a model that uses reductions", () => {
  it.each([
    ["directly", "", "fit y / max(y) ~ a * exp(-(t - first(t)) / tau) + c  sigma 0.01 * max(y) relative"],
    [
      "in derives",
      "derive t0 = first(t)  derive top = max(y)",
      "fit y / top ~ a * exp(-(t - t0) / tau) + c  sigma 0.01 * top relative",
    ],
    [
      "in lets and functions",
      "fn scaled(v) = v / max(v)  let s = t - first(t)  let top = max(y)",
      "fit scaled(y) ~ a * exp(-s / tau) + c  sigma 0.01 * top relative",
    ],
  ])("%s", async (_, declarations, statement) => {
    const bound = await model(declarations, statement);
    const result = bound.fit(data);
    expect(result.success).toBe(true);
    expect(values(result)).toEqual(values(fixed.fit(data)));
    expect(result.params["first(t)"]).toMatchObject({ value: 1000, fixed: true, stderr: null });
    expect(result.params["max(y)"]).toMatchObject({ value: Math.max(...y), fixed: true });
    expect(bound.info.params).toEqual(expect.arrayContaining(["a", "tau", "c", "first(t)", "max(y)"]));
    expect(values(bound.fit(data, { kernel: "wasm" }))).toEqual(values(fixed.fit(data, { kernel: "wasm" })));
  });

  it("predicts at other rows with the values of the data that were fitted, also from a saved result", async () => {
    const bound = await model("derive t0 = first(t)", "fit y ~ a * exp(-(t - t0) / tau) + c");
    const result = bound.fit(data);
    expect(result.derived["t0"]).toMatchObject({ value: 1000, stderr: null });
    const saved = JSON.parse(JSON.stringify(result)) as FitResult;
    const { params } = result;
    const at = { t: [1500, 1200] };
    const expected = at.t.map((x) => {
      const [a = 0, tau = 1, c = 0] = ["a", "tau", "c"].map((name) => params[name]?.value);
      return a * Math.exp(-(x - 1000) / tau) + c;
    });
    expect([...bound.predict(saved, at).value]).toEqual(expected);
  });

  it("needs no column for a prediction that only a reduction uses", async () => {
    const bound = await loadModel("model M { input t, y, z  param a  fit y ~ a * t / max(z) }");
    const result = bound.fit({ t: [1, 2, 3], y: [2, 4, 6], z: [5, 10, 1] });
    expect(result.params["a"]?.value).toBeCloseTo(20, 12);
    expect([...bound.predict(result, { t: [7] }).value]).toEqual([expect.closeTo(14, 12)]);
  });

  it("reduces over the rows that are fitted, in each data set of a batch", async () => {
    const bound = await model("", "fit y ~ a * exp(-(t - first(t)) / tau) + c");
    const later = t.map((value) => value + 500);
    const both = await fitMany(bound, { t: [...t, ...later], y: [...y, ...y] }, [0, 40, 80]);
    // Times are shifted exactly, so that every digit agrees.
    expect(both.params.subarray(0, 3)).toEqual(both.params.subarray(3, 6));
    expect([...both.params.subarray(0, 3)]).toEqual([...bound.fit(data).x]);
  });

  it("tells reductions apart that are written alike, and from parameters of that name", async () => {
    const bound = await loadModel(`model M { input t, y
      param \`max(y)\` = 1  param b = 1
      fn scaled(v) = v / max(v)
      fit scaled(y) ~ \`max(y)\` + b * scaled(t) }`);
    const result = bound.fit({ t: [1, 2, 4], y: [3, 5, 9] });
    expect(result.free).toEqual(["max(y)", "b"]);
    expect(Object.entries(result.params).map(([name, { value }]) => [name, value])).toEqual([
      ["max(y)", expect.closeTo(1 / 9, 12)],
      ["b", expect.closeTo(8 / 9, 12)],
      ["max(t)", 4],
      ["max(y) #2", 9],
    ]);
  });

  it("may nest them, and use them in a single residual", async () => {
    const bound = await loadModel(`model M { input t, y
      param a  param m
      fit y ~ a * t / mean((t - mean(t))^2)
      residual m - mean(y) }`);
    const { params } = bound.fit({ t: [1, 2, 3], y: [3, 6, 9] });
    expect(params["a"]?.value).toBeCloseTo(2, 12);
    expect(params["m"]?.value).toBeCloseTo(6, 12);
    expect(Object.keys(params)).toEqual(["a", "m", "mean((t - mean(t))^2)", "mean(y)"]);
  });

  it("takes another value from its caller", async () => {
    const bound = await model("derive t0 = first(t)", "fit y ~ a * exp(-(t - t0) / tau) + c");
    const { derived, params } = bound.fit(data, { start: { "first(t)": 900 } });
    expect([derived["t0"]?.value, params["first(t)"]?.value]).toEqual([900, 900]);
  });

  it("is refused where a reduction is not finite", async () => {
    const bound = await loadModel("model M { input t, y  param a  fit y ~ a * t / max(1 / t) }");
    expect(() => bound.fit({ t: [0, 1, 2], y: [1, 2, 3] })).toThrow(/FIT50\d\d: .*max\(1 \/ t\)/);
  });
});
