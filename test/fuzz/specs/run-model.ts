import type { Random } from "../../../math/random.js";
import { buildDocument } from "../../../report/document/build.js";
import { printJson } from "../../../report/printers/json.js";
import { printText } from "../../../report/printers/text.js";
import type { FitResult, Fitter } from "../../../runtime/index.js";
import { chance, pick, several } from "../choose.js";
import { failUnless } from "../fail-unless.js";

/**
 * Fits a model to made-up data. Any outcome is right but another exception than a FitError, a
 * success with values that are not finite, and another result the second time.
 */
export function runModel(fitter: Fitter, random: Random): void {
  const rows = 1 + random.below(30);
  const data = new Map(fitter.info.columns.map((name) => [name, column(rows, random)]));
  const covariance = fitter.problem.covariance === null ? {} : { covariance: identity(rows) };
  const options = { maxEvals: 30, starts: 1 + random.below(2), ...covariance };
  try {
    const fitted = () => orFitError(() => fitter.fit(data, options));
    const result = fitted();
    failUnless(JSON.stringify(result) === JSON.stringify(fitted()), "a second fit gives another result");
    if (!("params" in result)) return;
    checkResult(result, fitter);
    const x = result.free.map((name) => result.params[name]?.value ?? Number.NaN);
    orFitError(() => fitter.residuals(x, data));
    orFitError(() => fitter.jacobian(x, data));
    for (const response of fitter.info.responses) orFitError(() => fitter.predict(result, data, { response }));
  } catch (error) {
    if (error instanceof Error) {
      const written = JSON.stringify([...data].map(([name, values]) => [name, values.map(shown)]));
      error.message += `\n--- the data of ${fitter.problem.model}:\n${written}`;
    }
    throw error;
  }
}

function checkResult(result: FitResult, fitter: Fitter): void {
  const { success, params, cost } = result;
  failUnless(
    !success || Object.values(params).every(({ value }) => Number.isFinite(value)),
    "a success without values",
  );
  failUnless(!success || Number.isFinite(cost), `a success with cost ${cost}`);
  const options = { paint: (_: string, text: string) => text, width: 80, quiet: false };
  const document = buildDocument({ result, problem: fitter.problem });
  const text = printText(document, options);
  failUnless(!/undefined|\[object/.test(text), () => `a report says\n${text}`);
  JSON.parse(printJson(document, { version: "", dataSha256: null }));
}

/** What an action returns, or its FitError; the built runtime has a class of its own. */
function orFitError<T>(action: () => T): T | Error {
  try {
    return action();
  } catch (error) {
    if (error instanceof Error && error.name === "FitError") return error;
    throw error;
  }
}

/** Columns of the kinds that models meet. */
function column(rows: number, random: Random): number[] {
  const kinds: readonly ((row: number) => number)[] = [
    (row) => row,
    (row) => row / rows,
    () => random.uniform(),
    () => 10 * random.uniform() - 5,
    () => random.below(3),
    () => 0,
    () => 10 ** (40 * random.uniform() - 20),
    () => pick(random, [0, -0, 1, -1, 5e-324, 1e308, -1e308, Number.EPSILON]),
  ];
  const usual = chance(random, 0.8) ? kinds.slice(0, 4) : kinds;
  const make = pick(random, usual);
  const values = several(random, [rows, rows], make);
  if (chance(random, 0.03)) values[random.below(rows)] = pick(random, [Number.NaN, Infinity, -Infinity]);
  return values;
}

function identity(rows: number): number[] {
  return Array.from({ length: rows * rows }, (_, i) => (i % (rows + 1) === 0 ? 1 : 0));
}

/** A number that survives JSON, to be read with a reviver. */
function shown(value: number): number | string {
  return Number.isFinite(value) && !Object.is(value, -0) ? value : String(Object.is(value, -0) ? "-0" : value);
}
