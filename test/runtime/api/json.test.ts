// The results of all public functions are plain data: JSON gives them back as they were, with
// arrays as arrays. Only what is made for large data, and the residuals and the Jacobian that a
// solver of one's own would ask for, are typed arrays.
import * as runtime from "fitc/runtime";
import { expect, it } from "vitest";
import * as callable from "../../../runtime/contract/callable.js";
import { loadModel } from "../../helpers/load-models.js";

const x = Float64Array.from({ length: 12 }, (_, i) => i / 4);
const y = x.map((at, i) => 2 * Math.exp(-at) + 0.01 * Math.cos(9 * i));
const data = { x, y };
const Decay = await loadModel(`model Decay {
  input x, y
  param a = 1
  param b = 1
  derive tau = 1 / b
  fit y ~ a * exp(-b * x)
}`);
const fit = Decay.fit(data);

const results: Readonly<Record<string, () => unknown>> = {
  fit: () => fit,
  fitAsync: () => Decay.fitAsync(data),
  predict: () => Decay.predict(fit, { x: [1, 2, 3] }),
  fitParallel: () => runtime.fitParallel(Decay, data, { threads: 1 }),
  profile: () => runtime.profile(Decay, fit, data, "a"),
  profiles: () => runtime.profiles(Decay, fit, data),
  contour: () => runtime.contour(Decay, fit, data, "a", "tau", { points: 4 }),
  bootstrap: () => runtime.bootstrap(Decay, fit, data, { samples: 5 }),
  diagnostics: () => runtime.diagnostics(Decay, fit, data),
  linearization: () => runtime.linearization(Decay, fit, data),
  intervals: () => runtime.intervals(fit, { level: 0.9 }),
  compareFits: () => runtime.compareFits(fit, fit),
};

/** The numbers of JSON: those that are not finite are null, and -0 is 0. */
const asInJson = (value: unknown): unknown => {
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : null;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(asInJson);
  // A typed array is left as it is, so that it differs from what is read.
  if (ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, asInJson(part)]));
};

it("is tried with every public function that returns a result", () => {
  const typed = ["residuals", "jacobian", "rowIndex", "fitMany"];
  // Emitted modules alone call these, which return numbers.
  const others = ["createFitter", "FitError", ...Object.keys(callable)];
  const names = Object.entries({ ...Decay, ...runtime }).flatMap(([name, value]) =>
    typeof value === "function" && !typed.includes(name) && !others.includes(name) ? [name] : [],
  );
  expect(names.sort()).toEqual(Object.keys(results).sort());
});

it.each(Object.entries(results))("%s", async (_, call) => {
  const result = await call();
  expect(JSON.parse(JSON.stringify(result))).toEqual(asInJson(result));
});

it("leaves the residuals, the Jacobian and the rows as typed arrays", () => {
  expect(Decay.residuals(fit.x, data)).toBeInstanceOf(Float64Array);
  expect(Decay.jacobian(fit.x, data)).toBeInstanceOf(Float64Array);
  expect(Decay.rowIndex(data)).toBeInstanceOf(Uint32Array);
});
