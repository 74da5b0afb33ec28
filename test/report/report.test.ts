import { describe, expect, it } from "vitest";
import type { Paint } from "../../diagnostics/index.js";
import { buildDocument } from "../../report/document/build.js";
import type { ReportSource } from "../../report/document/document.js";
import { printJson } from "../../report/printers/json.js";
import { printText, type TextOptions } from "../../report/printers/text.js";
import type { FitProblem, FitResult } from "../../runtime/index.js";
import { decayFit, decayProblem } from "../helpers/hand-made-fit.js";

const paint: Paint = (_style, text) => text;
const wide = { paint, width: Number.POSITIVE_INFINITY, quiet: false };

/** The text of a report without the options of the source. */
const report = (result: FitResult, problem: FitProblem, options: TextOptions): string =>
  printText(buildDocument({ result, problem }), options);
const resultToJson = (
  result: FitResult,
  context: { version: string; dataSha256: string | null } & Partial<ReportSource>,
) => printJson(buildDocument({ problem: decayProblem, ...context, result }), context);

const infinity = Number.POSITIVE_INFINITY;

describe("the report of a fit", () => {
  it("is a page with everything that a reader needs", () => {
    expect(report(decayFit, decayProblem, wide)).toBe(`Decay
  fit y ~ A * exp(-k * t) + c

  the cost no longer decreases (9 evaluations of the residuals, 8 of the Jacobian, trf)

parameters
  parameter    value   std. error   unit   rel. error   95 % interval      start   bounds          note
  A           2.5012       0.0032   V          0.13 %   [2.4948, 2.5077]    2.31
  k            0.700        0.015   1/s         2.1 %   [0.670, 0.730]         1   (0, 5]
  c              0.5                V                                        0.5   [-1e10, 1e10]   fixed

derived quantities
  quantity   value   std. error   unit   rel. error   95 % interval
  tau        1.429        0.030   s           2.1 %   [1.367, 1.490]

correlations above 0.1 in absolute value
  A, k   0.626

goodness of fit
  rows                 50 (2 dropped)
  free parameters      2
  degrees of freedom   48
  cost                 0.0123
  sum of squares       0.0246
  reduced chi2         0.0005125
  residual std. dev.   0.0226385
  R2                   0.99876
  AIC                  -149.8
  AICc                 -149
  BIC                  -147.9
`);
  });

  it("says first that a fit did not converge", () => {
    const failed = { ...decayFit, success: false, status: 0, message: "evaluations exhausted" };
    expect(report(failed, decayProblem, wide).split("\n").slice(3, 5)).toEqual([
      "  THIS IS NOT A FIT: the solver did not converge, and these are the values where it stopped.",
      "  evaluations exhausted (9 evaluations of the residuals, 8 of the Jacobian, trf)",
    ]);
  });

  it("does not blame the solver where a derived quantity has no value", () => {
    const derived = { tau: { value: Number.NaN, stderr: null, ci95: null } };
    const text = report({ ...decayFit, success: false, derived }, decayProblem, wide);
    expect(text).toContain("  CONVERGED, BUT WITHOUT A VALUE for the derived quantity 'tau'\n");
    expect(text).not.toContain("NOT A FIT");
    const both = { tau: { ...derived.tau, value: infinity }, "half life": derived.tau };
    expect(report({ ...decayFit, success: false, derived: both }, decayProblem, wide)).toContain(
      "  CONVERGED, BUT WITHOUT A VALUE for the derived quantities 'tau' and 'half life'\n",
    );
    const failed = { ...decayFit, success: false, status: 0, derived };
    expect(report(failed, decayProblem, wide)).toContain("  THIS IS NOT A FIT: the solver did not converge");
    expect(text).toMatch(/^ {2}tau +nan +s +not finite$/m);
  });

  it("marks what ended on a bound and what the data do not determine", () => {
    const { A, k, c } = decayFit.params as Record<"A" | "k" | "c", (typeof decayFit.params)[string]>;
    const params = {
      A: { ...A, stderr: infinity, ci95: [-infinity, infinity] as const },
      k: { ...k, value: 5, stderr: null, ci95: null, atBound: "upper" as const },
      c,
    };
    const lines = report({ ...decayFit, params }, decayProblem, wide).split("\n");
    expect(lines.find((line) => line.startsWith("  A "))).toMatch(
      / 2\.5 +inf +V +inf +\[-inf, inf\] .* not determined$/,
    );
    expect(lines.find((line) => line.startsWith("  k "))).toMatch(/ 5 +1\/s +1 +\(0, 5\] +at upper bound$/);
  });

  it("breaks a table that is wider than the terminal, losing nothing", () => {
    const lines = report(decayFit, decayProblem, { ...wide, width: 60 }).split("\n");
    expect(Math.max(...lines.slice(5, 16).map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(lines.filter((line) => line.startsWith("  k "))).toHaveLength(2);
    expect(lines.join("\n")).toContain("fixed");
  });

  it("ends with the warnings, unless it is to be quiet", () => {
    const warnings = [{ code: "FIT9002", severity: "warning", message: "nobody uses it", help: null }] as const;
    const section = "\nwarnings\n  warning FIT9002: nobody uses it\n";
    const fit = { ...decayFit, warnings };
    expect(report(fit, decayProblem, wide)).toBe(report(decayFit, decayProblem, wide) + section);
    expect(report(fit, decayProblem, { ...wide, quiet: true })).toBe(report(decayFit, decayProblem, wide));
  });

  it("lets no name of a file move the cursor", () => {
    const name = "a\u001b[2J\n`b";
    const params = decayProblem.params.map((info, i) => (i === 0 ? { ...info, name } : info));
    const { A, ...rest } = decayFit.params;
    const fit = { ...decayFit, params: { [name]: A, ...rest } as typeof decayFit.params };
    const text = report(fit, { ...decayProblem, params }, wide);
    expect(text).toContain("`a\\u001b[2J\\n\\`b`");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is what is tested
    expect(text).not.toMatch(/\u001b/);
  });

  it("shows a correlation that is nearly one as less than one", () => {
    const correlation = [
      [1, -0.9999987],
      [-0.9999987, 1],
    ];
    expect(report({ ...decayFit, correlation }, decayProblem, wide)).toContain("A, k   -0.999999\n");
  });
});

describe("the JSON of a fit", () => {
  const context = { version: "0.1.0", problem: decayProblem, dataSha256: null };

  it("is one line with the promised keys in the promised order", () => {
    const line = resultToJson(decayFit, context);
    expect(line).not.toContain("\n");
    const parsed = JSON.parse(line) as Record<string, Record<string, object>>;
    expect(Object.keys(parsed).join(" ")).toBe(
      "schema fitc model success status message params derived cost rss chi2 dof reduced_chi2 r2 aic aicc bic nfev njev minima from_start " +
        "optimality rows rows_dropped free covariance correlation sandwich rank condition solver loss loss_scale sigma " +
        "spec_sha256 data_sha256 warnings residuals command sentence",
    );
    expect(parsed["params"]?.["k"]).toEqual({
      value: 0.7,
      stderr: 0.0149,
      ci95: [0.6701, 0.7299],
      init: 1,
      lower: 0,
      upper: 5,
      fixed: false,
      at_bound: null,
      unit: "1/s",
    });
    expect(parsed["derived"]?.["tau"]).toEqual({ value: 1.4285714, stderr: 0.0304, ci95: [1.367, 1.49], unit: "s" });
  });

  it("writes what is not finite as a string", () => {
    const parsed = JSON.parse(resultToJson({ ...decayFit, cost: Number.NaN, optimality: -infinity }, context));
    expect(parsed).toMatchObject({ cost: "nan", optimality: "-inf", params: { A: { lower: "-inf", upper: "inf" } } });
  });

  it("keeps parameters whose names objects treat specially", () => {
    const { A } = decayFit.params;
    const params = Object.fromEntries([
      ["__proto__", A],
      ["constructor", A],
    ]) as typeof decayFit.params;
    const problem = {
      ...decayProblem,
      params: decayProblem.params.slice(0, 2).map((info, i) => ({ ...info, name: Object.keys(params)[i] ?? "" })),
    };
    const parsed = JSON.parse(resultToJson({ ...decayFit, params }, { ...context, problem })) as { params: object };
    expect(Object.keys(parsed.params)).toEqual(["__proto__", "constructor"]);
  });
});
