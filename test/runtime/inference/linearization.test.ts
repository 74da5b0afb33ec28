// The residuals, Jacobian and factor at a result, compared with what SciPy returns for the same
// model.
import { linearization } from "fitc/runtime";
import { describe, expect, it } from "vitest";
import type { FitOptions } from "../../../runtime/index.js";
import { loadModel } from "../../helpers/load-models.js";

const t = [0, 1, 2, 3, 4, 5, 6, 8];
const y = [3.1, 2.2, 1.7, 1.2, 1.1, 0.8, 0.9, 0.6];
const spec = `model Decay {
  input t, y
  param A = 2
  param k = 0.3
  param c = -1
  fit y ~ A * exp(-k * t) + c
}`;
const Decay = await loadModel(spec);
const data = { t, y };

/** The largest difference between two lists, relative to the largest of the expected numbers. */
function difference(found: ArrayLike<number>, expected: readonly number[]): number {
  expect(found.length).toBe(expected.length);
  const size = Math.max(...expected.map(Math.abs));
  return Math.max(...expected.map((value, i) => Math.abs((found[i] as number) - value))) / size;
}

// scipy 1.17.1: leastsq(f, [2, 0.3, -1], Dfun=J, full_output=True, maxfev=1), of
// f = A exp(-k t) + c - y.
it("is MINPACK's factorisation: R with its signs, the permutation, Q'f", () => {
  const start = Decay.fit(data, { solver: "trf", maxEvals: 1 });
  expect(start.x).toEqual([2, 0.3, -1]);
  const { r, ipvt, qtf, jac, fun } = linearization(Decay, start, data);
  // A few sums of 8 terms may be computed in a different order.
  expect(
    difference(r, [
      ...[-5.458131643265533, 0.9119179797455843, 2.6001993135811676],
      ...[0, -1.1660912595496702, -0.9479294318165645],
      ...[0, 0, 0.5834323627876236],
    ]),
  ).toBeLessThan(1e-15);
  expect([...ipvt]).toEqual([1, 0, 2]);
  expect(difference(qtf, [-3.892904443373877, 2.064577443153444, -0.9727217615850068])).toBeLessThan(1e-15);
  expect([...fun]).toEqual([...Decay.residuals(start.x, data)]);
  expect([...jac]).toEqual([...Decay.jacobian(start.x, data)]);
});

describe("at a minimum", () => {
  const tight: FitOptions = { ftol: 1e-15, xtol: 1e-15 };

  // scipy 1.17.1: leastsq as above, from its own minimum; pcov of curve_fit. It stops 5e-10 short
  // of the minimum.
  it("has leastsq's cov_x and fvec, and curve_fit's pcov", () => {
    const result = Decay.fit(data, tight);
    const { covX, fun, grad } = linearization(Decay, result, data);
    const expected = [
      ...[1.4766419341307595, -0.2421140211559946, -0.8475505952104344],
      ...[-0.2421140211559946, 0.2985539407337622, 0.4977498861185771],
      ...[-0.8475505952104344, 0.4977498861185771, 1.108755406145371],
    ];
    expect(difference(covX ?? [], expected)).toBeLessThan(1e-8);
    expect(
      difference(fun, [
        ...[-0.0068836331583903565, 0.022116342795528432, -0.04725594815391365, 0.08054566292403798],
        ...[-0.06276024240051425, 0.0781908059443025, -0.12577941618766342, 0.06182642762801249],
      ]),
    ).toBeLessThan(1e-8);
    expect([...grad]).toEqual(result.gradient);
    // pcov is cov_x times the reduced chi-square.
    const pcov = [...(covX ?? [])].map((value) => value * (result.reducedChi2 as number));
    expect(difference(result.covariance?.flat() ?? [], pcov)).toBeLessThan(1e-14);
    // SciPy's curve_fit stops at ftol = 1.5e-8, so its minimum has 6 digits.
    expect(
      difference(pcov, [
        ...[0.011503928382278459, -0.0018862228504949012, -0.006602966517815922],
        ...[-0.0018862228504949012, 0.0023258969376400763, 0.0038777701888997435],
        ...[-0.006602966517815922, 0.0038777701888997435, 0.008637917422971942],
      ]),
    ).toBeLessThan(1e-5);
  });

  // scipy 1.17.1: least_squares(f, [1, 1, 0.8], J, bounds with c in [0.7, 2] and k >= 0,
  // ftol=xtol=gtol=1e-15).
  it("has least_squares' fun, jac, grad and active_mask under bounds", () => {
    const result = Decay.fit(data, {
      ...tight,
      start: { A: 1, k: 1, c: 0.8 },
      bounds: { k: [0, Infinity], c: [0.7, 2] },
    });
    const { fun, jac, grad } = linearization(Decay, result, data);
    expect(result.activeMask).toEqual([0, 0, -1]);
    // SciPy stops 1e-16 inside the bound and, judging by its gradient, 5e-11 short of the minimum.
    expect(difference(result.x, [2.420149782077533, 0.4849412340748787, 0.7])).toBeLessThan(1e-9);
    expect(result.cost / 0.027209823646154856 - 1).toBeCloseTo(0, 12);
    expect(
      difference(fun, [
        ...[0.02014978207753293, -0.009832994955577323, -0.0824544334537698, 0.06496343284929007],
        ...[-0.052133156004114056, 0.11419322758883588, -0.06811408003728725, 0.15000159165676852],
      ]),
    ).toBeLessThan(1e-9);
    expect(
      difference(
        jac.slice(3, 9),
        [0.6157333798428032, -1.490167005044423, 1, 0.37912759505264176, -1.8350911330924602, 1],
      ),
    ).toBeLessThan(1e-9);
    expect(difference(grad, [0, 0, 0.13677336972167897])).toBeLessThan(1e-9);
  });

  // scipy 1.17.1: least_squares(f, [3, 0.5, 0.5], J, loss="cauchy", f_scale=0.2, x_scale="jac",
  // ftol=xtol=gtol=1e-15), y[3] = 3.
  it("has least_squares' fun and jac under a robust loss", () => {
    const outlying = { t, y: y.with(3, 3) };
    const result = Decay.fit(outlying, {
      ...tight,
      start: { A: 3, k: 0.5, c: 0.5 },
      loss: { name: "cauchy", scale: 0.2 },
    });
    const { fun, jac, grad, r, ipvt, qtf } = linearization(Decay, result, outlying);
    expect(result.cost / 0.09899311664188094 - 1).toBeCloseTo(0, 12);
    // SciPy stops with a gradient of 1e-8.
    expect(
      difference(fun, [
        ...[-0.022459895756842485, 0.05330534243417251, -0.003581934233362949, -1.679838133660748],
        ...[-0.03405246668465933, 0.09418975972079724, -0.12185693378872864, 0.04676276051640382],
      ]),
    ).toBeLessThan(1e-7);
    expect(
      difference(jac, [
        ...[0.9812990746373894, 0, 0.9812990746373894, 0.6080109909085605, -1.5450309386026981, 0.8999016771718192],
        ...[0.4562719752078268, -2.3188867591358218, 0.9995190069369702],
        ...[4.595885698707833e-9, -3.503613767330652e-8, 1.4901161193847656e-8],
        ...[0.19955685396371128, -2.02839434151297, 0.9576375645297464],
        ...[0.10165574398617373, -1.291598934014453, 0.7220214156647312],
        ...[0.05500919176676496, -0.8387108567907048, 0.5782785073153336],
        ...[0.04003195382649488, -0.813809067526558, 0.9218830644655428],
      ]),
    ).toBeLessThan(1e-7);
    // R' qtf = P' grad, to the rounding of the outlier's right-hand side, which Triggs' scaling
    // makes as large as 1e7.
    for (let j = 0; j < 3; j++) {
      const sum = [0, 1, 2].reduce((total, i) => total + (r[i * 3 + j] as number) * (qtf[i] as number), 0);
      expect(Math.abs(sum - (grad[ipvt[j] as number] as number))).toBeLessThan(1e-8);
    }
  });
});

it("is over the parameters that were free; covX is null where J is rank-deficient", async () => {
  const held = Decay.fit(data, { fixed: ["c"], start: { c: 0.5 } });
  const { jac, covX } = linearization(Decay, held, data);
  expect([jac.length, covX?.length]).toEqual([16, 4]);
  const all = Decay.jacobian([...held.x, 0.5], data);
  expect([...jac]).toEqual([...all].filter((_, i) => i % 3 < 2));

  const product = await loadModel("model P { input t, y\n param a = 1\n param b = 2\n fit y ~ a * b * t }");
  const singular = product.fit(data);
  expect(linearization(product, singular, data).covX).toBeNull();
});

it("has as many entries with fewer residuals than parameters", () => {
  const few = { t: [0, 1], y: [3, 2] };
  const { r, qtf, covX } = linearization(Decay, Decay.fit(few, { solver: "trf" }), few);
  expect([r.length, qtf.length, covX]).toEqual([9, 3, null]);
  expect([...r].slice(6)).toEqual([0, 0, 0]);
});

describe("needs the result and the data of one fit", () => {
  const result = Decay.fit(data);
  const pair = (rows: number): number[] => Array.from({ length: rows }, (_, i) => i);

  it.each<[string, () => unknown]>([
    [
      "FIT5019: this is an object, not the result of a fit of model 'Decay' as compiled here",
      () => linearization(Decay, {} as never, data),
    ],
    [
      "FIT5032: these data have 7 rows, but the fit had 8 (pass the data that were fitted)",
      () => linearization(Decay, result, { t: t.slice(1), y: y.slice(1) }),
    ],
    [
      "FIT5033: with these data the cost of the result is",
      () => linearization(Decay, result, { t: pair(8), y: pair(8) }),
    ],
    ["FIT5017: unknown option 'level'", () => linearization(Decay, result, data, { level: 0.9 } as never)],
  ])("%s", (message, call) => {
    expect(call).toThrow(message);
  });

  it("a result read back from JSON serves as well", () => {
    const bounded = Decay.fit(data, { bounds: { k: [0, Infinity] }, loss: "huber" });
    const read = JSON.parse(JSON.stringify(bounded)) as typeof bounded;
    expect(linearization(Decay, read, data)).toEqual(linearization(Decay, bounded, data));
  });
});
