// A start at which the residuals are finite, but a derivative is not: the fit begins beside it, and
// ends where it ends from an ordinary start.
import { fitMany } from "fitc/runtime";
import { describe, expect, it } from "vitest";
import type { FitResult } from "../../../runtime/index.js";
import { loadModel } from "../../helpers/load-models.js";

const angles = Array.from({ length: 12 }, (_, i) => (2 * Math.PI * i) / 12);
/** Points near a circle, in units of `unit`, and its centre. */
const circle = (unit: number) => ({
  x: [...angles.map((t, i) => unit * (3 + 2 * Math.cos(t) + 0.01 * Math.sin(5 * i))), 3 * unit, 0],
  y: [...angles.map((t, i) => unit * (1 + 2 * Math.sin(t) + 0.01 * Math.cos(7 * i))), unit, 0],
});
const spec = (xc: number, yc: number, rest = "") => `model Circle { input x, y
  param xc = ${xc}  param yc = ${yc}  param R = 1  residual sqrt((x - xc)^2 + (y - yc)^2) - R  ${rest} }`;

const codes = ({ warnings }: FitResult) => warnings.map(({ code }) => code);

describe("a circle whose centre starts on a data point", () => {
  it.each([
    [1, 3, 1],
    [1, 0, 0],
    [1e-9, 3 * 1e-9, 1e-9],
    [1e-9, 0, 0],
    [1e9, 0, 0],
  ])("in units of %d, from (%d, %d)", async (unit, xc, yc) => {
    for (const solver of ["lm", "trf", "dogbox"] as const) {
      const data = circle(unit);
      const model = await loadModel(spec(xc, yc));
      const result = model.fit(data, { solver });
      expect(result.success).toBe(true);
      expect(codes(result)).toContain("FIT9036");
      expect(result.params["xc"]?.init).toBe(xc);
      const other = (await loadModel(spec(2.5 * unit, 1.4 * unit))).fit(data, { solver });
      expect(codes(other)).not.toContain("FIT9036");
      // Two ways to the same minimum, to the accuracy of the cost.
      expect(Math.abs(result.cost / other.cost - 1)).toBeLessThan(1e-9);
      for (const [j, value] of other.x.entries())
        expect(Math.abs((result.x[j] ?? NaN) - value)).toBeLessThan(1e-7 * unit);
    }
  });

  it("says where it began, within a thousandth or two, and always at the same point", async () => {
    const model = await loadModel(spec(3, 1));
    const [first, second] = [model.fit(circle(1)), model.fit(circle(1))];
    const text = first.warnings.find(({ code }) => code === "FIT9036")?.message ?? "";
    const [, xc = "", yc = ""] = /xc = ([\d.]+), yc = ([\d.]+) and R = /.exec(text) ?? [];
    for (const [value, start] of [
      [Number(xc), 3],
      [Number(yc), 1],
    ] as const) {
      expect(value).not.toBe(start);
      expect(Math.abs(value / start - 1)).toBeLessThan(2e-3);
    }
    expect(second).toEqual(first);
  });

  it("within its bounds", async () => {
    // The bound leaves only a part of a thousandth above the start.
    const model = await loadModel(`model Circle { input x, y  param xc = 3 in [2, 3.0001]  param yc = 1 in [0.9999, 4]
      param R = 1  residual sqrt((x - xc)^2 + (y - yc)^2) - R }`);
    const result = model.fit(circle(1));
    expect(result.success).toBe(true);
    const { xc, yc } = result.params;
    expect(xc?.value).toBeLessThanOrEqual(3.0001);
    expect(yc?.value).toBeGreaterThanOrEqual(0.9999);
  });

  it("fitMany gives the same", async () => {
    const model = await loadModel(spec(3, 1));
    const data = circle(1);
    const twice = { x: [...data.x, ...data.x], y: [...data.y, ...data.y] };
    const options = { kernel: "typescript" } as const;
    const { params, status } = await fitMany(model, twice, [0, 14, 28], options);
    const result = model.fit(data, options);
    expect([...params]).toEqual([...result.x, ...result.x]);
    expect([...status]).toEqual([result.status, result.status]);
  });
});

describe("other singular starts", () => {
  const x = [1, 2, 3, 4, 5];

  it("the root of a parameter that starts at 0", async () => {
    const model = await loadModel("model M { input x, y  param a = 0 in [0, inf)  fit y ~ sqrt(a) * x }");
    const result = model.fit({ x, y: x.map((v) => 1.5 * v) }, { solver: "dogbox" });
    expect(codes(result)).toContain("FIT9036");
    expect(result.params["a"]?.value).toBeCloseTo(2.25, 8);
  });

  it("in several starts, and with a linear parameter without a start", async () => {
    const data = circle(1);
    const result = (await loadModel(spec(3, 1))).fit(data, {
      starts: 3,
      solver: "trf",
      bounds: { xc: [0, 9], yc: [0, 9] },
    });
    expect(result.success).toBe(true);
    const cone = await loadModel(`model Cone { input x, y, z  param A  param xc = 3  param yc = 1
      fit z ~ A * sqrt((x - xc)^2 + (y - yc)^2) }`);
    const z = data.x.map((v, i) => 2 * Math.hypot(v - 2.9, (data.y[i] ?? NaN) - 1.2));
    const fitted = cone.fit({ ...data, z });
    expect(fitted.params["A"]?.value).toBeCloseTo(2, 8);
    expect(fitted.params["xc"]?.value).toBeCloseTo(2.9, 8);
  });

  it("keep their order", async () => {
    const model = await loadModel(`model M { input x, y  param a = 1  param b = 1.0000001  order a < b
      fit y ~ sqrt((x - a)^2) + 0.5 * sqrt((x - b)^2) }`);
    const result = model.fit({ x, y: x.map((v) => Math.abs(v - 1.7) + 0.5 * Math.abs(v - 3.4)) });
    expect(codes(result)).toContain("FIT9036");
    expect(result.params["a"]?.value).toBeLessThan(result.params["b"]?.value ?? NaN);
  });

  it("are refused where no point nearby helps, where a residual is not finite, and by SciPy's rules", async () => {
    const root = await loadModel("model M { input x, y  param a = 0  fit y ~ sqrt(a * x) }");
    const signs = { x: [1, -1], y: [1, 1] };
    expect(() => root.fit(signs)).toThrow(/^FIT5011/);
    expect(() => root.fit(signs, { start: { a: 1 } })).toThrow(/^FIT5010/);
    expect(() => root.fit({ x: [1, 2], y: [1, 1] }, { compat: "scipy" })).toThrow(/^FIT5011/);
    const { status } = await fitMany(root, signs, [0, 2]);
    expect(status[0]).toBe(-4);
  });
});
