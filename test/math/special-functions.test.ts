import { describe, expect, it } from "vitest";
import {
  besselj0,
  besselj1,
  besselj1Derivative,
  cosAsin,
  digamma,
  erf,
  erfc,
  gamma,
  lgamma,
  normalCdf,
  overSquareOrZero,
  sinc,
  sincDerivative,
  sinhAcosh,
  tetragamma,
  trigamma,
} from "../../math/index.js";
import { expectClose, expectTable, lines } from "../helpers/math-table.js";

// 8 ulp. The requirement is 1e-14; the largest measured errors are 3.3 ulp (erfc), 4.7 (gamma), 4
// (trigamma), 5.5 (tetragamma).
const TIGHT = 8 * Number.EPSILON;
// Near a zero that does not come from a factor of one of our polynomials (lgamma and digamma at
// negative x, Bessel beyond 8), digits are lost relative to the terms that cancel, which are of
// order 1 to 10.
const NEAR_ZERO = 2e-15;

describe("against tables of 25 digits", () => {
  it("erf", () => expectTable("erf.csv", 78, erf, TIGHT));
  it("erfc", () => expectTable("erfc.csv", 78, erfc, TIGHT, { absolute: 2 ** -1073 }));
  it("gamma", () => expectTable("gamma.csv", 77, gamma, TIGHT));
  it("lgamma", () => expectTable("lgamma.csv", 90, lgamma, TIGHT, { absolute: NEAR_ZERO }));
  it("digamma", () => expectTable("digamma.csv", 89, digamma, TIGHT, { absolute: NEAR_ZERO }));
  it("trigamma", () => expectTable("trigamma.csv", 75, trigamma, TIGHT));
  it("tetragamma", () => expectTable("tetragamma.csv", 29, tetragamma, TIGHT));
  it("J0", () => expectTable("besselj0.csv", 74, besselj0, 2e-15, { absolute: NEAR_ZERO }));
  it("J1", () => expectTable("besselj1.csv", 74, besselj1, 2e-15, { absolute: NEAR_ZERO }));
  it("sinc", () => expectTable("sinc.csv", 26, sinc, TIGHT, { args: 1, column: 1 }));
  it("the derivative of sinc", () => expectTable("sinc.csv", 26, sincDerivative, TIGHT, { args: 1, column: 2 }));

  it("results below the normal numbers are within two units of the last place", () => {
    const functions = new Map(Object.entries({ erf, erfc, gamma, normalCdf, besselj1 }));
    const rows = lines("subnormal.csv");
    expect(rows.length).toBe(37);
    for (const row of rows) {
      const [name = "", x, value] = row.split(",");
      const f = functions.get(name);
      if (f === undefined) throw new Error(`no function ${name}`);
      expectClose(f(Number(x)), Number(value), 0, row, 2 * Number.MIN_VALUE);
    }
  });
});

describe("derivatives that compiled models call, against mpmath", () => {
  it.each([
    [0, 0.5],
    [5e-324, 0.5],
    [-1e-300, 0.5],
    [1e-7, 0.4999999999999981],
    [0.1, 0.49812630170362004],
    [1, 0.32514710081303305],
    // The first zero: the value is the rounding of the argument.
    [1.8411837813406593, 1.9648947374959754e-18],
    [-3, -0.37307160774391224],
    [8, 0.14232126378081458],
    [8.25, 0.07742522277970819],
    [30, -0.08240961482715278],
    [1000, 0.024781957840513087],
    [Infinity, 0],
    [-Infinity, 0],
  ])("of J1 at %d", (x, expected) => {
    // J0 and J1/x, of order 1/2, cancel.
    expectClose(besselj1Derivative(x), expected, TIGHT, "the derivative", 2 * Number.EPSILON);
  });

  it.each([
    [0.5, 0.8660254037844386],
    [1 - 2 ** -53, 1.4901161193847656e-8],
    [2 ** -53 - 1, 1.4901161193847656e-8],
    [2 ** -30, 1.0],
  ])("the cosine of asin at %d", (x, expected) => expectClose(cosAsin(x), expected, TIGHT, "cosAsin"));

  it.each([
    [1 + 2 ** -52, 2.1073424255447017e-8],
    [1.5, 1.118033988749895],
    [1e300, 1e300],
  ])("the hyperbolic sine of acosh at %d", (x, expected) => expectClose(sinhAcosh(x), expected, TIGHT, "sinhAcosh"));

  it("x / h^2 where h^2 under- or overflows, and at the origin", () => {
    expectClose(overSquareOrZero(3e-200, 5e-200), 1.2e199, TIGHT, "small");
    expectClose(overSquareOrZero(3e200, 5e200), 1.2e-201, TIGHT, "large");
    expect(overSquareOrZero(0, 0)).toBe(0);
  });
});

describe("special values", () => {
  const cases: readonly [(x: number) => number, readonly (readonly [number, number])[]][] = [
    [
      erf,
      [
        [0, 0],
        [-0, -0],
        [Infinity, 1],
        [-Infinity, -1],
        [1e300, 1],
        [-7, -1],
      ],
    ],
    [
      erfc,
      [
        [0, 1],
        [-0, 1],
        [Infinity, 0],
        [-Infinity, 2],
        [28, 0],
        [1e300, 0],
        [-1e300, 2],
      ],
    ],
    [
      gamma,
      [
        [0, Infinity],
        [-0, -Infinity],
        [-1, NaN],
        [-2, NaN],
        [-1e300, NaN],
        [Infinity, Infinity],
        [-Infinity, NaN],
        [171.7, Infinity],
        [-185.5, 0],
        [-186.5, -0],
        [1e-309, Infinity],
      ],
    ],
    [
      lgamma,
      [
        [1, 0],
        [2, 0],
        [0, Infinity],
        [-0, Infinity],
        [-3, Infinity],
        [Infinity, Infinity],
        [-Infinity, Infinity],
      ],
    ],
    [
      digamma,
      [
        [0, -Infinity],
        [-0, Infinity],
        [-1, NaN],
        [Infinity, Infinity],
        [-Infinity, NaN],
      ],
    ],
    [
      trigamma,
      [
        [0, Infinity],
        [-0, Infinity],
        [-1, Infinity],
        [Infinity, 0],
        [-Infinity, NaN],
      ],
    ],
    [
      tetragamma,
      [
        [0, -Infinity],
        [-0, Infinity],
        [-1, NaN],
        [Infinity, -0],
        [-Infinity, NaN],
      ],
    ],
    [
      besselj0,
      [
        [0, 1],
        [-0, 1],
        [Infinity, 0],
        [-Infinity, 0],
      ],
    ],
    [
      besselj1,
      [
        [0, 0],
        [-0, -0],
        [Infinity, 0],
        [-Infinity, -0],
      ],
    ],
    [
      sinc,
      [
        [0, 1],
        [-0, 1],
        [Infinity, 0],
        [-Infinity, 0],
      ],
    ],
    [
      sincDerivative,
      [
        [0, -0],
        [-0, 0],
        [Infinity, 0],
        [-Infinity, 0],
      ],
    ],
  ];
  for (const [f, values] of cases) {
    it(f.name, () => {
      for (const [x, value] of [...values, [NaN, NaN] as const]) expect(f(x), `${f.name}(${x})`).toBe(value);
    });
  }

  it("factorials up to 22! are exact", () => {
    let factorial = 1;
    for (let n = 1; n <= 22; n++) {
      expect(gamma(n)).toBe(factorial);
      factorial *= n;
    }
  });
});

describe("identities", () => {
  const grid = (from: number, to: number, count: number): readonly number[] =>
    Array.from({ length: count }, (_, k) => from + ((to - from) * (k + 0.382)) / count);

  it("erf is odd and erf + erfc = 1", () => {
    for (const x of grid(-6, 6, 400)) {
      expect(erf(-x)).toBe(-erf(x));
      // Both are rounded to within 2 units of 1 or 2.
      expectClose(erf(x) + erfc(x), 1, 4 * Number.EPSILON, `x = ${x}`);
    }
  });

  it("gamma(x + 1) = x gamma(x) across every branch", () => {
    // x is a multiple of 2^-8, so x + 1 is exact; there are two errors of 5 units each.
    for (let x = -170.25 + 3 / 256; x < 170; x += 0.25) {
      expectClose(gamma(x + 1), x * gamma(x), 10 * Number.EPSILON, `x = ${x}`);
    }
  });

  it("gamma(x) gamma(1 - x) = pi / sin(pi x)", () => {
    for (let x = 1 / 64; x < 1; x += 1 / 64) {
      expectClose(
        gamma(x) * gamma(1 - x) * Math.sin(Math.PI * Math.min(x, 1 - x)),
        Math.PI,
        8 * Number.EPSILON,
        `x = ${x}`,
      );
    }
  });

  it("lgamma is the logarithm of |gamma|", () => {
    for (const x of grid(-160, 160, 700)) {
      // A relative error of 5 units becomes an absolute error of the logarithm.
      expectClose(lgamma(x), Math.log(Math.abs(gamma(x))), 6 * Number.EPSILON, `x = ${x}`, 1e-14);
    }
  });

  it("the polygammas step by powers of 1/x", () => {
    for (let x = -9.75 + 5 / 256; x < 14; x += 0.125) {
      const scale = Math.abs(1 / x) ** 3 + Math.abs(tetragamma(x)) + 10;
      expectClose(digamma(x + 1), digamma(x) + 1 / x, 0, `digamma at ${x}`, 4e-16 * scale);
      expectClose(trigamma(x + 1), trigamma(x) - 1 / x ** 2, 0, `trigamma at ${x}`, 2e-15 * scale);
      expectClose(tetragamma(x + 1), tetragamma(x) + 2 / x ** 3, 0, `tetragamma at ${x}`, 4e-15 * scale);
    }
  });

  it("the derivative of J0 is -J1, across the branches", () => {
    const h = 2 ** -10;
    for (const x of grid(0, 60, 500)) {
      // A difference formula of order 4: truncation error below h^4 / 30 = 3e-14, rounding error 2
      // eps / h = 5e-13.
      const slope = (8 * (besselj0(x + h) - besselj0(x - h)) - (besselj0(x + 2 * h) - besselj0(x - 2 * h))) / (12 * h);
      expectClose(slope, -besselj1(x), 0, `x = ${x}`, 1e-12);
    }
  });

  it("J0 and J1 vanish at their zeros to the last digit", () => {
    // j(0,1), j(0,2), j(1,1), j(1,2) rounded to doubles (DLMF 10.21): the value is the slope times
    // that rounding (mpmath, 40 digits).
    expectClose(besselj0(2.404825557695773), -6.10876525973673e-17, 1e-14, "j01");
    expectClose(besselj0(5.520078110286311), -2.752264943262183e-17, 1e-14, "j02");
    expectClose(besselj1(3.8317059702075125), -6.149807356994906e-17, 1e-14, "j11");
    expectClose(besselj1(7.015586669815619), 2.825339409478929e-17, 1e-14, "j12");
  });
});
