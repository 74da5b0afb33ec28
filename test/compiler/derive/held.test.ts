// Models that are smooth in their parameters in a row that holds a part of them constant, as x = 0
// does x/e, although the chain rule multiplies 0 by an infinite slope there. Limits of derivatives
// are derived by hand: what is held contributes nothing.
import { beforeAll, describe, expect, test } from "vitest";
import { scheduleSource } from "../../../compiler/pipeline.js";
import { SourceFile } from "../../../diagnostics/index.js";
import type { Fitter } from "../../../runtime/index.js";
import { blockOf } from "../../helpers/blocks.js";
import { resultOf } from "../../helpers/compile.js";
import { loadModels } from "../../helpers/load-models.js";
import { loadModule } from "../../helpers/load-wasm-module.js";

type Params = Readonly<Record<string, number>>;
type Row = readonly [x: number, z: number];
type Case = readonly [model: string, params: Params, limits: readonly number[], row?: Row];

const origin: Row = [0, 0];

const cases: readonly Case[] = [
  // Roots.
  ["sqrt(2 * a * x)", { a: 9 }, [0]],
  ["sqrt(2 * a * x)", { a: -9 }, [0]],
  ["sqrt(a * x) + sqrt(b * z)", { a: 9, b: 4 }, [0, 0.75], [0, 9]],
  ["cbrt(a * x)", { a: 2 }, [0]],
  ["(a * x)^(1/3)", { a: 2 }, [0]],
  ["pow(a * x, 1 / n)", { a: 2, n: 3 }, [0, 0]],
  ["sqrt(a * x)^b", { a: 2, b: 0.5 }, [0, 0]],
  ["sqrt(sqrt(a * x))", { a: 2 }, [0]],
  ["sqrt(a * x * z)", { a: 2 }, [0], [3, 0]],
  ["sqrt(a * x + b * z)", { a: 2, b: 3 }, [0, 0]],
  ["sqrt(x^2 + b * z^2)", { b: 3 }, [0]],
  ["sqrt(c + a * x)", { a: 2, c: 4 }, [0, 0.25]],
  ["sqrt(abs(a * x))", { a: -2 }, [0]],
  ["sqrt(max(a * x, b * x))", { a: 2, b: 3 }, [0, 0]],
  ["c * exp(-a * sqrt(b * x))", { a: 2, b: 3, c: 5 }, [0, 0, 1]],
  // Norms.
  ["a * exp(-sqrt((x / b)^2 + (z / c)^2))", { a: 5, b: 1, c: 2 }, [1, 0, 0]],
  ["sqrt((x / a)^2 + (z / b)^2 + (x * z / c)^2)", { a: 1, b: 2, c: 3 }, [0, 0, 0]],
  ["hypot(x / a, z / b)", { a: 1, b: 2 }, [0, 0]],
  ["sqrt(hypot(x / a, z / b))", { a: 1, b: 2 }, [0, 0]],
  ["atan2(a * x, b * z)", { a: 1, b: 2 }, [0, 0]],
  // Powers.
  ["a * x^b", { a: 2, b: 0.5 }, [0, 0]],
  ["a * (x / b)^c", { a: 2, b: 3, c: 0.7 }, [0, 0, 0]],
  ["a + b * (x / c)^d", { a: 2, b: 3, c: 1, d: 0.2 }, [1, 0, 0, 0]],
  ["(a * x + b * x^2)^c", { a: 2, b: 3, c: 0.4 }, [0, 0, 0]],
  ["(x / (a + x))^n", { a: 2, n: 0.5 }, [0, 0]],
  ["(a * x)^b * (c * z)^d", { a: 2, b: 0.3, c: 4, d: 0.6 }, [0, 0, 0, 0], [0, 3]],
  ["sqrt(a * (x / b)^c)", { a: 2, b: 3, c: 0.7 }, [0, 0, 0]],
  // At c = 0 the power is 1, not 0: only x/b is held.
  ["sqrt(a * (x / b)^c)", { a: 4, b: 3, c: 0 }, [0.25, 0, 0]],
  ["(1 + (a * x)^n)^(-(1 - 1 / n))", { a: 2, n: 1.5 }, [0, 0]],
  ["q * (k * x)^n / (1 + (k * x)^n)", { q: 2, k: 3, n: 0.6 }, [0, 0, 0]],
  ["q * k * x / (1 + (k * x)^n)^(1 / n)", { q: 2, k: 3, n: 0.6 }, [0, 0, 0]],
  ["log(1 + (x / a)^b)", { a: 2, b: 0.5 }, [0, 0]],
  // Decays, dose and response, densities.
  ["a * exp(-(x / b)^c)", { a: 3, b: 2, c: 0.5 }, [1, 0, 0]],
  ["c + (d - c) / (1 + (x / e)^b)", { b: 0.8, c: 1, d: 9, e: 2 }, [0, 0, 1, 0]],
  ["c + (d - c) / (1 + (x / e)^(-b))", { b: 0.8, c: 1, d: 9, e: 2 }, [0, 1, 0, 0]],
  ["c + (d - c) / (1 + exp(b * (log(x) - log(e))))", { b: 0.8, c: 1, d: 9, e: 2 }, [0, 0, 1, 0]],
  ["c + (d - c) / (1 + exp(b * log(x / e)))", { b: -0.8, c: 1, d: 9, e: 2 }, [0, 1, 0, 0]],
  ["k / l * (x / l)^(k - 1) * exp(-(x / l)^k)", { k: 1.5, l: 2 }, [0, 0]],
  ["1 - exp(-(x / l)^k)", { k: 0.5, l: 2 }, [0, 0]],
  ["x^(k - 1) * exp(-x / t) / (gamma(k) * t^k)", { k: 1.5, t: 2 }, [0, 0]],
  ["x^(a - 1) * (1 - x)^(b - 1)", { a: 1.5, b: 1.2 }, [0, 0]],
  ["x^(a - 1) * (1 - x)^(b - 1)", { a: 1.5, b: 1.2 }, [0, 0], [1, 0]],
  ["a * (1 - exp(-k * x))^n", { a: 3, k: 2, n: 0.6 }, [0, 0, 0]],
  ["a * (x / k)^n / (1 + (x / k)^n)", { a: 3, k: 2, n: 0.6 }, [0, 0, 0]],
  // Logarithms of 0.
  ["exp(b * (log(x) - log(a)))", { a: 2, b: 1.3 }, [0, 0]],
  ["a * exp(c * log(x)) + b", { a: 3, b: 7, c: 2 }, [0, 1, 0]],
  ["a * exp(c * log(x / b))", { a: 3, b: 7, c: 2 }, [0, 0, 0]],
  ["exp(a + b * log(x))", { a: 3, b: 1.2 }, [0, 0]],
  ["10^(a + b * log10(x))", { a: 3, b: 1.2 }, [0, 0]],
  ["2^(b * log2(x / a))", { a: 3, b: 1.2 }, [0, 0]],
  ["sqrt(a * exp(c * log(x)))", { a: 3, c: 2 }, [0, 0]],
  ["exp(n * log(1 - exp(-k * x)))", { k: 2, n: 0.6 }, [0, 0]],
  ["a * exp(-(log(x / m) / s)^2)", { a: 2, m: 3, s: 0.5 }, [0, 0, 0]],
  ["exp(-(log(x) - m)^2 / (2 * s^2))", { m: 1, s: 0.5 }, [0, 0]],
  ["0.5 * (1 + erf((log(x) - m) / (s * sqrt(2))))", { m: 1, s: 0.5 }, [0, 0]],
  ["erfc((m - log(x / c)) / s)", { c: 2, m: 1, s: 0.5 }, [0, 0, 0]],
  ["a * atan(b * log(x))", { a: 3, b: 2 }, [-Math.PI / 2, 0]],
  ["tanh(b * log(x / a))", { a: 3, b: 2 }, [0, 0]],
  ["log1p(exp(b * log(x / a)))", { a: 3, b: 2 }, [0, 0]],
  ["a / (1 + ((log(x) - m) / s)^2)", { a: 2, m: 1, s: 0.5 }, [0, 0, 0]],
  // Poles.
  ["1 / (1 / v + k / (v * x))", { k: 2, v: 3 }, [0, 0]],
  ["exp(-a / (b * x))", { a: 2, b: 3 }, [0, 0]],
  ["exp(-(a / x)^b)", { a: 2, b: 3 }, [0, 0]],
  ["exp(-a * x^(-2))", { a: 2 }, [0]],
  ["exp(-(a * x)^(-0.5))", { a: 2 }, [0]],
  // What is held at another value than 0.
  ["acos(exp(-k * x))", { k: 2 }, [0]],
  ["asin(cos(k * x))", { k: 2 }, [0]],
  ["acosh(1 + k * x)", { k: 2 }, [0]],
  ["sqrt(1 - cos(k * x))", { k: 2 }, [0]],
  ["sqrt(a * (1 - exp(-k * x)))", { a: 3, k: 2 }, [0, 0]],
  ["sqrt(log(1 + k * x))", { k: 2 }, [0]],
  ["sqrt(tanh(k * x))", { k: 2 }, [0]],
  // Other zeros than x = 0; branches.
  ["sqrt(a * (x - 2))", { a: 3 }, [0], [2, 0]],
  ["(a * (x - z))^b", { a: 3, b: 0.5 }, [0, 0], [2, 2]],
  ["sqrt(if x > 2 then a * x else b * (x - 2))", { a: 3, b: 2 }, [0, 0], [2, 0]],
  ["if x < 2 then a * sqrt(b * x) else a * (x - 1)^c", { a: 3, b: 2, c: 4 }, [0, 0, 0]],
  ["if x > 0 then a * sqrt(b * x) else c", { a: 3, b: 2, c: 4 }, [0, 0, 1]],
];

function specOf(name: string, model: string, params: Params): string {
  const declared = Object.entries(params).map(([param, value]) => `param ${param} = ${value}`);
  return `model ${name} { input x, z, y  ${declared.join("  ")}  fit y ~ ${model} }`;
}

/** Rows around the one of interest, so that it is computed in a vector of several. */
function columnsOf([x, z]: Row): Readonly<Record<"x" | "z" | "y", readonly number[]>> {
  return { x: [0.3, x, 0.9, 0.4, x], z: [0.7, z, 0.2, 0.1, z], y: [0, 0, 0, 0, 0] };
}

const spec = cases.map(([model, params], index) => specOf(`M${index}`, model, params)).join("\n");

describe("where the data hold a part of the model constant its derivatives are those of the limit", () => {
  let fitters: ReadonlyMap<string, Fitter>;
  beforeAll(async () => {
    fitters = await loadModels(spec);
  });

  test.each(cases.map((entry, index) => [entry[0], entry, index] as const))("%s", (_, entry, index) => {
    const [, params, limits, row = origin] = entry;
    const data = columnsOf(row);
    const p = Object.values(params);
    const n = p.length;
    const J = fitters.get(`M${index}`)?.jacobian(p, data) ?? [];
    // Both are exact where they are 0, and correctly rounded or nearly so otherwise.
    const close = (actual: number | undefined, limit: number, j: number) =>
      expect(Math.abs((actual as number) - limit), `by ${Object.keys(params)[j]}`).toBeLessThanOrEqual(
        2 * Number.EPSILON * Math.abs(limit),
      );
    for (const [j, limit] of limits.entries()) for (const i of [1, 4]) close(J[i * n + j], limit, j);

    const { models } = resultOf(scheduleSource(new SourceFile("test.fit", specOf("M", entry[0], params))));
    const kernels = blockOf((models[0] as (typeof models)[number]).kernels);
    const wasm = loadModule(kernels, { params: n, free: n, rowStatements: 1 });
    wasm.set(p, [data.x, data.z, data.y]);
    wasm.linearize(0, data.x.length);
    for (const [j, limit] of limits.entries()) {
      const column = wasm.panelColumn(j);
      for (const i of [1, 4]) close(column[i], limit, j);
    }
  });
});

describe("a derivative that does not exist is refused, where no other start may be taken", () => {
  const singular: readonly (readonly [model: string, params: Params, code: string, row?: Row])[] = [
    ["sqrt(a * x)", { a: 0 }, "FIT5011", [1, 0]],
    ["a^b * x", { a: 0, b: 0.5 }, "FIT5011", [1, 0]],
    ["(a * x)^b", { a: 0, b: 0.5 }, "FIT5011", [1, 0]],
    ["exp(-(a * x)^b)", { a: 0, b: 0.5 }, "FIT5011", [1, 0]],
    ["sqrt(a + b * x)", { a: 0, b: 2 }, "FIT5011"],
    ["(x - c)^0.5", { c: 2 }, "FIT5011", [2, 0]],
    ["cbrt(x - c)", { c: 2 }, "FIT5011", [2, 0]],
    ["sqrt((x / a)^2 + (z - c)^2)", { a: 1, c: 2 }, "FIT5011", [0, 2]],
    ["sqrt((x - a)^2 + (z - c)^2)", { a: 1, c: 2 }, "FIT5011", [1, 2]],
    ["sqrt(a^2 + (b * x)^2)", { a: 0, b: 2 }, "FIT5011"],
    ["a * exp(-(abs(x - c) / s)^0.5) * sqrt(x - c)", { a: 1, c: 2, s: 1 }, "FIT5011", [2, 0]],
    // The value itself is not finite.
    ["log(a * x)", { a: 0 }, "FIT5010", [1, 0]],
    ["a * log(x)", { a: 2 }, "FIT5022"],
    ["a * x * log(x / b)", { a: 2, b: 1 }, "FIT5010"],
    ["a * (x / b)^c", { a: 2, b: 1, c: -0.5 }, "FIT5010"],
    ["exp(-(log(x) - m)^2 / (2 * s^2)) / (x * s)", { m: 1, s: 0.5 }, "FIT5010"],
    ["a / (b * x)", { a: 2, b: 1 }, "FIT5010"],
  ];
  let fitters: ReadonlyMap<string, Fitter>;
  beforeAll(async () => {
    fitters = await loadModels(singular.map(([model, params], index) => specOf(`M${index}`, model, params)).join("\n"));
  });

  test.each(singular.map(([model, params, code, row], index) => ({ model, params, code, row, index })))(
    "$model with $params: $code",
    ({ code, row: [x, z] = origin, index }) => {
      // Where one parameter is enough for the row to be singular, other rows are not.
      const data = { x: [3, x, 4, 5], z: [3, z, 7, 8], y: [1, 2, 3, 4] };
      // Under SciPy's rules the start stays as it is.
      const fit = () => fitters.get(`M${index}`)?.fit(data, { compat: "scipy" });
      expect(fit).toThrow(expect.objectContaining({ code }));
    },
  );
});
